using System.Collections.Immutable;

namespace SispamLang.Programs;

/// <summary>What kind of thing can happen. <c>Subject</c> of a signal says to whom.</summary>
public enum SignalKind
{
    /// <summary>The drill starts (T+00:00). No subject.</summary>
    DrillStarts,

    /// <summary>The drill ends. No subject. Taken after the last phase's end, so that <c>at end</c> of <c>throughout</c> runs.</summary>
    DrillEnds,

    /// <summary>A phase starts.</summary>
    PhaseStarts,

    /// <summary>A phase ends.</summary>
    PhaseEnds,

    /// <summary>A crowd gathers.</summary>
    CrowdGathers,

    /// <summary>A crowd goes one step up.</summary>
    CrowdEscalates,

    /// <summary>A crowd goes one step down.</summary>
    CrowdCalms,

    /// <summary>A crowd grows.</summary>
    CrowdGrows,

    /// <summary>A crowd throws things.</summary>
    CrowdThrows,

    /// <summary>A crowd moves to another place.</summary>
    CrowdMoves,

    /// <summary>A crowd joins another.</summary>
    CrowdJoins,

    /// <summary>A crowd disperses.</summary>
    CrowdDisperses,

    /// <summary>A unit arrives.</summary>
    UnitArrives,

    /// <summary>A formation arrives: its last unit has.</summary>
    FormationArrives,

    /// <summary>A unit is ordered somewhere.</summary>
    UnitDeployed,

    /// <summary>A unit is withdrawn.</summary>
    UnitWithdrawn,

    /// <summary>An activity starts.</summary>
    ActivityStarts,

    /// <summary>An activity ends, in full or cut short.</summary>
    ActivityEnds,

    /// <summary>A declared event happens.</summary>
    EventHappens,

    /// <summary>A counter's value changes.</summary>
    CounterChanges,

    /// <summary>A role takes tactical control.</summary>
    ControlTaken,
}

/// <summary>Something to wait for: a kind of signal, whose, and by which role (-1: any).</summary>
public readonly record struct SignalPattern(SignalKind Kind, int Subject, int By = -1);

/// <summary>What ends a wait, a step or a phase: any of these signals, or a condition. One of them at least is there.</summary>
public sealed record Until(ImmutableArray<SignalPattern> Signals, Condition? Condition, int Site);

/// <summary>One rule.</summary>
/// <param name="Phase">The phase it listens in; -1: always.</param>
/// <param name="Trigger">What starts it.</param>
/// <param name="Guard">Read after the event; null: none.</param>
/// <param name="Body">Its procedure. It is over when the program counter is the length of the body.</param>
/// <param name="Text">As written, one line, for people.</param>
/// <param name="Site">The trigger.</param>
public sealed record RuleSpec(
    int Phase,
    Trigger Trigger,
    Condition? Guard,
    ImmutableArray<Instruction> Body,
    string Text,
    int Site
);

/// <summary>What starts a rule.</summary>
public abstract record Trigger;

/// <summary>
/// One of these signals. <c>at start</c> is the start signal of the phase or drill, <c>at end</c> the end signal; a rule
/// that waits for its own phase's <see cref="SignalKind.PhaseEnds"/> listens while the phase is ending.
/// </summary>
public sealed record SignalTrigger(ImmutableArray<SignalPattern> Signals) : Trigger;

/// <summary>The condition becomes true.</summary>
public sealed record RiseTrigger(Condition Condition) : Trigger;

/// <summary>Once, so long after the phase (or drill) started.</summary>
public sealed record AfterTrigger(Span Delay) : Trigger;

/// <summary>Again and again; with a condition only while it holds, counted from its rise.</summary>
public sealed record EveryTrigger(Span Period, Condition? While) : Trigger;

/// <summary>At a time of the drill in milliseconds from T+00:00, if the rule listens then.</summary>
public sealed record ClockTrigger(long AtMs) : Trigger;

/// <summary>Something that holds or does not.</summary>
public abstract record Condition;

/// <summary>Always the same.</summary>
public sealed record ConstantCondition(bool Value) : Condition;

/// <summary>The other way round.</summary>
public sealed record NotCondition(Condition Operand) : Condition;

/// <summary>All of them.</summary>
public sealed record AllCondition(ImmutableArray<Condition> Operands) : Condition;

/// <summary>At least one of them.</summary>
public sealed record AnyCondition(ImmutableArray<Condition> Operands) : Condition;

/// <summary>The crowd is in that mood (also <see cref="Mood.Dispersed"/>; never <see cref="Mood.Absent"/>).</summary>
public sealed record MoodCondition(int Crowd, Mood Mood) : Condition;

/// <summary>The crowd has gathered and not gone.</summary>
public sealed record PresentCondition(int Crowd) : Condition;

/// <summary>The drill's situation (crowd -1), or that of a crowd that is present.</summary>
public sealed record SituationCondition(int Crowd, Situation Situation) : Condition;

/// <summary>The drill's threat (crowd -1), or that of a crowd that is present, compared with a level.</summary>
public sealed record ThreatCondition(int Crowd, Comparison Comparison, Threat Threat) : Condition;

/// <summary>The size of a crowd that is present.</summary>
public sealed record SizeCondition(int Crowd, Comparison Comparison, Amount Value) : Condition;

/// <summary>A counter's value.</summary>
public sealed record CounterCondition(int Counter, Comparison Comparison, Amount Value) : Condition;

/// <summary>All these units are placed so; for <see cref="Placement.AtPlace"/> at that place (-1: any).</summary>
public sealed record PlacementCondition(ImmutableArray<int> Units, Placement Placement, int Place) : Condition;

/// <summary>One of these activities has started and not ended.</summary>
public sealed record UnderWayCondition(ImmutableArray<int> Activities) : Condition;

/// <summary>The role has tactical control.</summary>
public sealed record ControlCondition(int Role) : Condition;

/// <summary>How two numbers are compared.</summary>
public enum Comparison
{
    /// <summary>=</summary>
    Equal,

    /// <summary>!=</summary>
    NotEqual,

    /// <summary>&lt;</summary>
    Less,

    /// <summary>&lt;=</summary>
    LessOrEqual,

    /// <summary>&gt;</summary>
    Greater,

    /// <summary>&gt;=</summary>
    GreaterOrEqual,
}
