namespace SispamLang.Binding;

/// <summary>What names mean, seen from a file.</summary>
internal static class Scope
{
    /// <summary>The nearest declaration of a sort. That file, the files it uses, the drill's own file (which may override
    /// the prelude for its libraries), the prelude.</summary>
    public static T? Find<T>(SourceUnit from, SourceUnit main, SourceUnit prelude, Name name)
        where T : Symbol
    {
        if (from.Names.Find<T>(name) is { } own)
        {
            return own;
        }

        foreach (var used in from.Uses)
        {
            if (FindInUsed<T>(used.Unit, name) is { } symbol)
            {
                return symbol;
            }
        }

        // The prelude's own words mean the prelude's own things.
        if (
            from.Kind is SourceUnitKind.Library or SourceUnitKind.Doctrine
            && main.Names.Find<T>(name) is { } overriding
        )
        {
            return overriding;
        }

        return prelude.Names.Find<T>(name);
    }

    /// <summary>A declaration of a file, or of those it uses.</summary>
    public static T? FindInUsed<T>(SourceUnit unit, Name name)
        where T : Symbol
    {
        if (unit.Names.Find<T>(name) is { } symbol)
        {
            return symbol;
        }

        foreach (var used in unit.Uses)
        {
            if (FindInUsed<T>(used.Unit, name) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
