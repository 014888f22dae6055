namespace SispamLang.CodeGeneration;

/// <summary>How the generated C# is to look from outside.</summary>
public sealed record EmitOptions
{
    /// <summary>The namespace of the class; empty for none.</summary>
    public string Namespace { get; init; } = "SispamLang.Drills";

    /// <summary>The class; empty: named after the drill's title.</summary>
    public string ClassName { get; init; } = "";

    /// <summary>Whether the class is public or internal.</summary>
    public bool IsPublic { get; init; } = true;

    /// <summary>Whether <c>#line</c> directives lead debuggers and stack traces to the drill.</summary>
    public bool LineDirectives { get; init; } = true;

    /// <summary>Whether the code of a small drill is built into one stretch. That is faster, but stack traces then don't name
    /// the line of the drill.</summary>
    public bool Inlines { get; init; } = true;

    /// <summary>Whether the runner measures each run as it goes on: its class derives from <c>MeasuringRunner</c>, and its values are
    /// those of <see cref="Programs.MeasureSpec"/>, in that order.</summary>
    public bool Measures { get; init; }

    /// <summary>Whether any drill gets the code that otherwise only a small one does; so that it can be tested with large
    /// ones.</summary>
    internal bool AsIfSmall { get; init; }

    /// <summary>How states are packed, for a class that explores the drill; null: it runs it.</summary>
    internal ExploredState? Explored { get; init; }

    /// <summary>Gives the path that a <c>#line</c> directive names for a source file's path; null: the path itself.</summary>
    public Func<string, string>? MapPath { get; init; }
}
