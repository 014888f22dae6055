using System.Collections.Immutable;

namespace SispamLang.Programs;

/// <summary>
/// A drill as a finite timed automaton: what lowering makes of a bound drill, and all that an engine reads.
/// Everything is numbered: a unit, a crowd or a rule is its index in the table here.
/// </summary>
/// <remarks>
/// The meaning of every part is in <c>docs/language.md</c>, sections 4 to 8. An index that may be absent is -1 then.
/// </remarks>
public sealed record DrillProgram
{
    /// <summary>What the drill says of itself.</summary>
    public required DrillFacts Facts { get; init; }

    /// <summary>The files the drill was made of: the prelude first, the drill's own file last.</summary>
    public required ImmutableArray<SourceFile> Files { get; init; }

    /// <summary>Every place in the source that something here points to by its <c>Site</c>.</summary>
    public required ImmutableArray<Site> Sites { get; init; }

    /// <summary>The values a host may set before a run.</summary>
    public required ImmutableArray<ParamSpec> Params { get; init; }

    /// <summary>The places; never empty: a drill that declares none has one without a name.</summary>
    public required ImmutableArray<PlaceSpec> Places { get; init; }

    /// <summary>The units that take part.</summary>
    public required ImmutableArray<UnitSpec> Units { get; init; }

    /// <summary>The formations.</summary>
    public required ImmutableArray<FormationSpec> Formations { get; init; }

    /// <summary>The roles.</summary>
    public required ImmutableArray<RoleSpec> Roles { get; init; }

    /// <summary>The crowds; never empty.</summary>
    public required ImmutableArray<CrowdSpec> Crowds { get; init; }

    /// <summary>The tactics that some rule uses.</summary>
    public required ImmutableArray<TacticSpec> Tactics { get; init; }

    /// <summary>Everything that takes time on a crowd or between units, one for each distinct tactic and target.</summary>
    public required ImmutableArray<ActivitySpec> Activities { get; init; }

    /// <summary>The declared events.</summary>
    public required ImmutableArray<EventSpec> Events { get; init; }

    /// <summary>The counters.</summary>
    public required ImmutableArray<CounterSpec> Counters { get; init; }

    /// <summary>The injects, one for each <c>inject</c> action.</summary>
    public required ImmutableArray<InjectSpec> Injects { get; init; }

    /// <summary>The phases in the order they run; never empty.</summary>
    public required ImmutableArray<PhaseSpec> Phases { get; init; }

    /// <summary>All rules, in source order (prelude, used files, the drill's own file).</summary>
    public required ImmutableArray<RuleSpec> Rules { get; init; }

    /// <summary>Properties, in source order.</summary>
    public ImmutableArray<PropertySpec> Properties { get; init; } = [];

    /// <summary>Tests, in source order.</summary>
    public ImmutableArray<TestSpec> Tests { get; init; } = [];

    /// <summary>The phase in which it begins; another than 0 only in a test.</summary>
    public int FirstPhase { get; init; }

    /// <summary>Every timer, in the order in which timers that are due at one instant enter the queue.</summary>
    public required ImmutableArray<TimerSlot> Timers { get; init; }

    /// <summary>Every place that draws from chance.</summary>
    public required ImmutableArray<DrawStream> Streams { get; init; }

    /// <summary>What a host may do, by name.</summary>
    public required ImmutableArray<OutsideEventSpec> OutsideEvents { get; init; }

    /// <summary>The texts that are announced; <see cref="Announce"/> points here.</summary>
    public required ImmutableArray<string> Announcements { get; init; }

    /// <summary>The most events one instant may hold.</summary>
    public const int QueueCapacity = 256;
}

/// <summary>The particulars of the exercise. Texts are empty, and times null, where the drill does not say.</summary>
public sealed record DrillFacts
{
    /// <summary>The drill's title; the file's name where it has none.</summary>
    public required string Title { get; init; }

    /// <summary>The dialect of the drill's own file, <c>en</c> or <c>id</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The first 16 hexadecimal digits of the SHA-256 of the sources; empty until a host fills it in.</summary>
    public string SourceHash { get; init; } = "";

    /// <summary>The police operation the drill belongs to.</summary>
    public string Operation { get; init; } = "";

    /// <summary>The doctrines that the drill follows, with their editions.</summary>
    public ImmutableArray<string> Doctrines { get; init; } = [];

    /// <summary>The date of the drill, <c>yyyy-MM-dd</c>.</summary>
    public string Date { get; init; } = "";

    /// <summary>The clock time of T+00:00 in milliseconds after midnight.</summary>
    public long? StartsAtMs { get; init; }

    /// <summary>The time zone's short name: WIB, WITA or WIT.</summary>
    public string Zone { get; init; } = "";

    /// <summary>Where the drill is held.</summary>
    public string Venue { get; init; } = "";

    /// <summary>Who holds it.</summary>
    public string Host { get; init; } = "";

    /// <summary>What it is for.</summary>
    public ImmutableArray<string> Objectives { get; init; } = [];

    /// <summary>Who watches.</summary>
    public string Observers { get; init; } = "";

    /// <summary>Who takes part.</summary>
    public string Participants { get; init; } = "";

    /// <summary>The role that looks after safety, as written.</summary>
    public string SafetyOfficer { get; init; } = "";

    /// <summary>The words that stop the exercise.</summary>
    public string StopWord { get; init; } = "";

    /// <summary>The announced strength (<c>personnel about 367</c>), or null.</summary>
    public AnnouncedStrength? Personnel { get; init; }

    /// <summary>When the drill's time is up.</summary>
    public required Amount EndsAfter { get; init; }
}

/// <summary>A file of the drill: the prelude first, doctrines that it follows, files that it uses, its own last.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Text">What stands in it.</param>
/// <param name="IsOwn">The user wrote it; it does not come with the language.</param>
public sealed record SourceFile(string Path, string Text, bool IsOwn = true);

/// <summary>A place in the source. Lines and columns count from 1, columns in UTF-16 units; the end is exclusive.</summary>
public readonly record struct Site(int File, int Start, int Length, int Line, int Column, int EndLine, int EndColumn);

/// <summary>
/// A number known when the run starts: a constant, or the value of a param. Durations are in milliseconds,
/// percentages in hundredths of a percent (0 to 10,000).
/// </summary>
/// <param name="Constant">The value, if <paramref name="Param"/> is -1.</param>
/// <param name="Param">The param that gives the value, or -1.</param>
public readonly record struct Amount(long Constant, int Param = -1)
{
    /// <summary>The value under these params.</summary>
    public long In(ReadOnlySpan<long> parameters) => Param < 0 ? Constant : parameters[Param];
}

/// <summary>
/// A length of time in milliseconds, drawn uniformly from <see cref="Low"/> to <see cref="High"/>, both included.
/// </summary>
/// <param name="Low">The least.</param>
/// <param name="High">The most.</param>
/// <param name="Stream">The stream it is drawn from; -1: fixed, <see cref="Low"/> equals <see cref="High"/>. A range
/// that turns out to hold one value (by a param) draws nothing.</param>
public readonly record struct Span(Amount Low, Amount High, int Stream = -1);

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

/// <summary>A value that a host may set before a run.</summary>
public sealed record ParamSpec(string Name, ParamKind Kind, long Default, long Min, long Max, int Site);

/// <summary>A source of chance.</summary>
/// <param name="Key">Names the declaration and the draw in it; never changes because something else was added.</param>
/// <param name="Seed">The FNV-1a hash of the key (64 bits), added to the run's seed.</param>
/// <param name="IsRange">True: values are milliseconds of a range; false: rolls from 0 to 9,999.</param>
/// <param name="Site">Where it draws.</param>
public sealed record DrawStream(string Key, ulong Seed, bool IsRange, int Site);

/// <summary>What a timer does when it is due.</summary>
public enum TimerKind
{
    /// <summary>Crowd <c>Subject</c> gathers.</summary>
    CrowdGathers,

    /// <summary>The next growth step of crowd <c>Subject</c>.</summary>
    CrowdGrows,

    /// <summary>Behaviour <c>Clause</c> of crowd <c>Subject</c>: its roll is made, and started anew.</summary>
    CrowdBehaves,

    /// <summary>Unit <c>Subject</c> arrives.</summary>
    UnitArrives,

    /// <summary>Event <c>Subject</c>: its roll is made, and started anew.</summary>
    EventRolls,

    /// <summary>Event <c>Subject</c> happens at its clock time.</summary>
    EventAtClock,

    /// <summary>The time of rule <c>Subject</c>'s trigger (<c>after</c>, <c>every</c>, <c>at</c>).</summary>
    RuleTrigger,

    /// <summary>The step that rule <c>Subject</c>'s procedure is in is over.</summary>
    RuleStep,

    /// <summary>The deadline of inject <c>Subject</c>.</summary>
    InjectDue,
}

/// <summary>One timer. It is either off or has one due time.</summary>
public readonly record struct TimerSlot(TimerKind Kind, int Subject, int Clause = 0);

/// <summary>What a host may do to a running drill; the numbers are those of the runtime's <c>OutsideKind</c>.</summary>
public enum OutsideKind
{
    /// <summary>A crowd gathers.</summary>
    CrowdGathers,

    /// <summary>A crowd goes one step up.</summary>
    CrowdEscalates,

    /// <summary>A crowd goes one step down.</summary>
    CrowdCalms,

    /// <summary>A crowd grows by a tenth.</summary>
    CrowdGrows,

    /// <summary>A crowd throws things.</summary>
    CrowdThrows,

    /// <summary>A crowd disperses.</summary>
    CrowdDisperses,

    /// <summary>A declared event happens.</summary>
    EventHappens,

    /// <summary>On to the next phase.</summary>
    NextPhase,

    /// <summary>On to the phase named.</summary>
    GoTo,

    /// <summary>The drill ends.</summary>
    EndDrill,
}

/// <summary>Something a host may do, to whom (or -1), and its names in both dialects.</summary>
public sealed record OutsideEventSpec(OutsideKind Kind, int Subject, ImmutableArray<string> Names);
