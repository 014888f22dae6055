namespace SispamLang.Runtime;

/// <summary>
/// What a drill declares, as a host sees it: names, texts and places in the source, by the numbers that
/// <see cref="TraceEntry"/> and <see cref="Runner"/> use. Both engines give equal ones for the same drill.
/// </summary>
public sealed record DrillInfo
{
    /// <summary>The drill's title.</summary>
    public required string Title { get; init; }

    /// <summary>The language the drill is written in, <c>en</c> or <c>id</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The first 16 hexadecimal digits of the SHA-256 of its sources.</summary>
    public required string SourceHash { get; init; }

    /// <summary>The words that stop the exercise; empty if the drill names none.</summary>
    public string StopWord { get; init; } = "";

    /// <summary>The clock time of T+00:00 in milliseconds after midnight, or -1.</summary>
    public required long StartsAtMs { get; init; }

    /// <summary>The time zone's short name, or empty.</summary>
    public required string Zone { get; init; }

    /// <summary>Paths of the source files.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Places in the source.</summary>
    public required IReadOnlyList<SiteInfo> Sites { get; init; }

    /// <summary>The params, with the bounds within which a host may set them.</summary>
    public required IReadOnlyList<ParamInfo> Params { get; init; }

    /// <summary>Names of the places.</summary>
    public required IReadOnlyList<string> Places { get; init; }

    /// <summary>Names of the units.</summary>
    public required IReadOnlyList<string> Units { get; init; }

    /// <summary>Names of the formations.</summary>
    public required IReadOnlyList<string> Formations { get; init; }

    /// <summary>Names of the roles.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>Names of the crowds.</summary>
    public required IReadOnlyList<string> Crowds { get; init; }

    /// <summary>Labels of the activities: tactics with their target, hand-overs with both units.</summary>
    public required IReadOnlyList<string> Activities { get; init; }

    /// <summary>Names of the declared events.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>Names of the counters.</summary>
    public required IReadOnlyList<string> Counters { get; init; }

    /// <summary>The phases.</summary>
    public required IReadOnlyList<PhaseInfo> Phases { get; init; }

    /// <summary>The rules as written.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>What the drill promises, and what the doctrines it follows ask for.</summary>
    public IReadOnlyList<PropertyInfo> Properties { get; init; } = [];

    /// <summary>The doctrines that the drill follows, with their editions: <c>perkap-1-2009 (2009)</c>.</summary>
    public IReadOnlyList<string> Doctrines { get; init; } = [];

    /// <summary>The injects.</summary>
    public required IReadOnlyList<InjectInfo> Injects { get; init; }

    /// <summary>The texts that are announced.</summary>
    public required IReadOnlyList<string> Announcements { get; init; }

    /// <summary>The sources of chance.</summary>
    public required IReadOnlyList<StreamInfo> Streams { get; init; }

    /// <summary>What a host may do, with the names by which <see cref="Runner.Raise(string)"/> knows it.</summary>
    public required IReadOnlyList<OutsideEventInfo> OutsideEvents { get; init; }
}

/// <summary>A place in the source; lines and columns from 1, the end exclusive.</summary>
public readonly record struct SiteInfo(int File, int Line, int Column, int EndLine, int EndColumn);

/// <summary>A param. Durations in milliseconds, percentages in hundredths of a percent.</summary>
public sealed record ParamInfo(string Name, ParamKind Kind, long Default, long Min, long Max);

/// <summary>What a param holds.</summary>
public enum ParamKind
{
    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Hundredths of a percent.</summary>
    Percentage,

    /// <summary>Milliseconds.</summary>
    Duration,
}

/// <summary>A phase: its name and its longer title, which may be empty.</summary>
public sealed record PhaseInfo(string Name, string Title);

/// <summary>A message of the control staff; what it does not say is empty.</summary>
public sealed record InjectInfo(
    string Text,
    string From,
    string To,
    string Via,
    string Place,
    string Expecting,
    string ExpectedOf,
    string Evaluator,
    string Objective
);

/// <summary>A source of chance: its key, the FNV-1a hash of it, and whether it draws times (or rolls).</summary>
public sealed record StreamInfo(string Key, ulong Seed, bool IsRange);

/// <summary>Something a host may do: to whom (or -1), and its names, compared without regard to case.</summary>
public sealed record OutsideEventInfo(OutsideKind Kind, int Subject, IReadOnlyList<string> Names);
