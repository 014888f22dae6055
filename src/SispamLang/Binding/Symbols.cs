using System.Collections.Immutable;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Binding;

/// <summary>Something that is declared and can be named.</summary>
public abstract class Symbol
{
    private protected Symbol(SourceUnit source, DeclarationSyntax declaration, string name)
    {
        Source = source;
        Declaration = declaration;
        Name = name;
    }

    /// <summary>The file it is declared in.</summary>
    public SourceUnit Source { get; }

    /// <summary>Its declaration.</summary>
    public DeclarationSyntax Declaration { get; }

    /// <summary>Its name as declared.</summary>
    public string Name { get; }

    /// <summary>Its names in Indonesian, the first one canonical; empty if it has the same name in both languages.</summary>
    public ImmutableArray<string> OtherNames { get; internal set; } = [];

    /// <summary>Its name for a reader of a language.</summary>
    public string NameIn(Dialect language) =>
        language == Dialect.Indonesian && !OtherNames.IsEmpty ? OtherNames[0] : Name;

    /// <summary>A longer name, or empty.</summary>
    public string Title => Declaration.Title?.Value ?? "";

    /// <summary>The place of its name.</summary>
    public TextSpan Span => (Declaration.Name ?? (SyntaxNode)Declaration).Span;

    /// <summary>Something besides its declaration names it.</summary>
    public bool IsUsed { get; internal set; }
}

/// <summary>A unit.</summary>
public sealed class UnitSymbol : Symbol
{
    internal UnitSymbol(SourceUnit source, DeclarationSyntax declaration, string name)
        : base(source, declaration, name) => Alone = [this];

    /// <summary>It and nobody else, as most orders name their units.</summary>
    internal ImmutableArray<UnitSymbol> Alone { get; }

    /// <summary>The kind's name, or empty.</summary>
    public string Kind { get; internal set; } = "";

    /// <summary>Whose it is, or empty.</summary>
    public string Agency { get; internal set; } = "";

    /// <summary>Police and others.</summary>
    public int Personnel { get; internal set; }

    /// <summary>Vehicles.</summary>
    public int Vehicles { get; internal set; }

    /// <summary>Role-players.</summary>
    public int Players { get; internal set; }

    /// <summary>Held ready, not played.</summary>
    public bool IsStandby { get; internal set; }

    /// <summary>From the order to the arrival.</summary>
    public BoundSpan ReadyIn { get; internal set; } = BoundSpan.Zero;

    /// <summary>What it brings along.</summary>
    public ImmutableArray<KitItem> Kit { get; internal set; } = [];

    /// <summary>How many pieces of some kit it brings along; what is not counted is one.</summary>
    /// <param name="key">The key of the kit's name.</param>
    internal int Carries(string key)
    {
        var count = 0;
        foreach (var item in Kit)
        {
            count += string.Equals(NameTable.Key(item.Name), key, StringComparison.Ordinal) ? item.Count : 0;
        }

        return count;
    }

    /// <summary>It is of that kind, or of a sort of it (<c>Dalmas Lanjut</c> is a <c>Dalmas</c>).</summary>
    public bool IsOfKind(string kind) =>
        Kind.StartsWith(kind, StringComparison.OrdinalIgnoreCase)
        && (Kind.Length == kind.Length || Kind[kind.Length] == ' ');
}

/// <summary>Some kit of a unit; what is not counted is one.</summary>
public sealed record KitItem(string Name, int Count);

/// <summary>A formation.</summary>
public sealed class FormationSymbol : Symbol
{
    internal FormationSymbol(SourceUnit source, DeclarationSyntax declaration, string name)
        : base(source, declaration, name) { }

    /// <summary>Its units.</summary>
    public ImmutableArray<UnitSymbol> Units { get; internal set; } = [];

    /// <summary>Some order moves it; a formation may also just say who belongs together.</summary>
    public bool IsOrdered { get; internal set; }
}

/// <summary>A place.</summary>
public sealed class PlaceSymbol : Symbol
{
    internal PlaceSymbol(SourceUnit source, DeclarationSyntax declaration, string name)
        : base(source, declaration, name) { }

    /// <summary>How likely trouble is there.</summary>
    public Risk Risk { get; internal set; } = Risk.Medium;
}

/// <summary>A role.</summary>
public sealed class RoleSymbol : Symbol
{
    internal RoleSymbol(SourceUnit source, DeclarationSyntax declaration, string name)
        : base(source, declaration, name) { }

    /// <summary>The units it commands, those of formations included.</summary>
    public ImmutableArray<UnitSymbol> Commands { get; internal set; } = [];
}

/// <summary>A crowd.</summary>
public sealed class CrowdSymbol : Symbol
{
    internal CrowdSymbol(SourceUnit source, DeclarationSyntax declaration, string name)
        : base(source, declaration, name) { }

    /// <summary>Its size when it gathers.</summary>
    public BoundAmount People { get; internal set; }

    /// <summary>How it behaves.</summary>
    public TemperSymbol? Temper { get; internal set; }

    /// <summary>Where it gathers, or null for the first place.</summary>
    public PlaceSymbol? Place { get; internal set; }

    /// <summary>The phase in which it gathers, or null for the first that waits for it.</summary>
    public PhaseSymbol? From { get; internal set; }

    /// <summary>Who plays it, or null.</summary>
    public UnitSymbol? PlayedBy { get; internal set; }

    /// <summary>Its mood when it gathers.</summary>
    public Mood GathersIn { get; internal set; } = Mood.Calm;

    /// <summary>What it grows to, or null.</summary>
    public BoundAmount? GrowsTo { get; internal set; }

    /// <summary>The time it takes to grow.</summary>
    public BoundSpan GrowsOver { get; internal set; } = BoundSpan.Zero;

    /// <summary>Its threat while it is anarchic is life-threatening.</summary>
    public bool IsLifeThreatening { get; internal set; }
}

/// <summary>A temper.</summary>
public sealed class TemperSymbol : Symbol
{
    internal TemperSymbol(SourceUnit source, DeclarationSyntax declaration, string name)
        : base(source, declaration, name) { }

    /// <summary>The time until it gathers.</summary>
    public BoundSpan GathersAfter { get; internal set; } = BoundSpan.Zero;

    /// <summary>What it makes a crowd do.</summary>
    public ImmutableArray<BoundBehaviour> Behaviours { get; internal set; } = [];
}

/// <summary>A tactic.</summary>
public sealed class TacticSymbol : Symbol
{
    internal TacticSymbol(SourceUnit source, DeclarationSyntax declaration, string name)
        : base(source, declaration, name) { }

    /// <summary>1 to 6, or 0 if it does not say.</summary>
    public int Force { get; internal set; }

    /// <summary>The class it belongs to, such as <c>less-lethal</c>; or empty.</summary>
    public string Class { get; internal set; } = "";

    /// <summary>It belongs to the class with that key.</summary>
    internal bool IsOfClass(string key) =>
        Class.Length > 0 && string.Equals(NameTable.Key(Class), key, StringComparison.Ordinal);

    /// <summary>The kinds of units that can do it, any of them; empty: anybody.</summary>
    public ImmutableArray<string> Uses { get; internal set; } = [];

    /// <summary>The unit is one that the tactic uses: of such a kind, or that very unit.</summary>
    public bool IsUsing(UnitSymbol unit) =>
        Uses.Any(kind => unit.IsOfKind(kind) || unit.Name.Equals(kind, StringComparison.OrdinalIgnoreCase));

    /// <summary>How long it takes, or null for no time.</summary>
    public BoundSpan? Lasts { get; internal set; }

    /// <summary>What it does to the crowd.</summary>
    public ImmutableArray<BoundEffect> Effects { get; internal set; } = [];
}

/// <summary>An event.</summary>
public sealed class EventSymbol : Symbol
{
    internal EventSymbol(SourceUnit source, DeclarationSyntax declaration, string name)
        : base(source, declaration, name) { }

    /// <summary>The time between two rolls, or null.</summary>
    public BoundSpan? Every { get; internal set; }

    /// <summary>The chance of one roll.</summary>
    public BoundAmount Chance { get; internal set; }

    /// <summary>The clock time at which it happens, in milliseconds after midnight, or null.</summary>
    public long? AtClockMs { get; internal set; }

    /// <summary>Puts the threat to life-threatening.</summary>
    public bool IsLifeThreatening { get; internal set; }
}

/// <summary>A counter.</summary>
public sealed class CounterSymbol : Symbol
{
    internal CounterSymbol(SourceUnit source, DeclarationSyntax declaration, string name)
        : base(source, declaration, name) { }

    /// <summary>The least.</summary>
    public long Min { get; internal set; }

    /// <summary>The most.</summary>
    public long Max { get; internal set; }

    /// <summary>The value at the start.</summary>
    public long Start { get; internal set; }
}

/// <summary>A param.</summary>
public sealed class ParamSymbol : Symbol
{
    internal ParamSymbol(SourceUnit source, DeclarationSyntax declaration, string name)
        : base(source, declaration, name) { }

    /// <summary>What it holds.</summary>
    public ParamKind Kind { get; internal set; }

    /// <summary>Its value unless a host sets another.</summary>
    public long Default { get; internal set; }

    /// <summary>The least a host may set.</summary>
    public long Min { get; internal set; }

    /// <summary>The most a host may set.</summary>
    public long Max { get; internal set; }
}

/// <summary>A phase.</summary>
public sealed class PhaseSymbol : Symbol
{
    internal PhaseSymbol(SourceUnit source, DeclarationSyntax declaration, string name)
        : base(source, declaration, name) { }

    /// <summary>Its length, or null.</summary>
    public BoundSpan? For { get; internal set; }

    /// <summary>What else ends it, or null.</summary>
    public BoundUntil? Until { get; internal set; }

    /// <summary>Risks that differ in this phase.</summary>
    public ImmutableArray<(PlaceSymbol Place, Risk Risk)> Risks { get; internal set; } = [];
}
