using System.Collections.Immutable;

namespace SispamLang.Programs;

/// <summary>How likely trouble is at a place.</summary>
public enum Risk
{
    /// <summary>Low (<c>kurang rawan</c>).</summary>
    Low,

    /// <summary>Medium; what a place has unless it says otherwise.</summary>
    Medium,

    /// <summary>High.</summary>
    High,
}

/// <summary>Where a crowd is on the ladder of moods, or that it is not there.</summary>
public enum Mood
{
    /// <summary>Has not gathered, or joined another crowd.</summary>
    Absent,

    /// <summary>Orderly: green, no threat.</summary>
    Calm,

    /// <summary>Heating up: yellow, passive.</summary>
    Tense,

    /// <summary>Disorderly: yellow, active.</summary>
    Unruly,

    /// <summary>Violent: red, aggressive.</summary>
    Anarchic,

    /// <summary>Gone.</summary>
    Dispersed,
}

/// <summary>The state of the situation (Perkap 16/2006).</summary>
public enum Situation
{
    /// <summary>Orderly.</summary>
    Green,

    /// <summary>Disorderly.</summary>
    Yellow,

    /// <summary>Breaking the law.</summary>
    Red,
}

/// <summary>The level of threat (Perkap 1/2009), from none up.</summary>
public enum Threat
{
    /// <summary>No threat.</summary>
    None,

    /// <summary>Passive.</summary>
    Passive,

    /// <summary>Active.</summary>
    Active,

    /// <summary>Aggressive.</summary>
    Aggressive,

    /// <summary>Life-threatening.</summary>
    LifeThreatening,
}

/// <summary>Where a unit is.</summary>
public enum Placement
{
    /// <summary>Not sent anywhere yet.</summary>
    Standby,

    /// <summary>On its way to its place.</summary>
    OnTheWay,

    /// <summary>At its place.</summary>
    AtPlace,

    /// <summary>Withdrawn after it was out.</summary>
    Back,
}

/// <summary>A place.</summary>
public sealed record PlaceSpec(string Name, string Title, Risk Risk, int Site);

/// <summary>A unit.</summary>
/// <param name="Name">As declared.</param>
/// <param name="Title">A longer name, or empty.</param>
/// <param name="Kind">The kind's name, or empty.</param>
/// <param name="Agency">Whose it is, or empty.</param>
/// <param name="Personnel">Police and others.</param>
/// <param name="Vehicles">Vehicles.</param>
/// <param name="Players">Role-players.</param>
/// <param name="IsAssumed">It is the prelude's, with the strength that the prelude assumes.</param>
/// <param name="IsStandby">Held ready, not played.</param>
/// <param name="ReadyIn">From the order to the arrival.</param>
/// <param name="Site">Its declaration.</param>
public sealed record UnitSpec(
    string Name,
    string Title,
    string Kind,
    string Agency,
    int Personnel,
    int Vehicles,
    int Players,
    bool IsAssumed,
    bool IsStandby,
    Span ReadyIn,
    int Site
);

/// <summary>Units that act as one.</summary>
public sealed record FormationSpec(string Name, ImmutableArray<int> Units, int Site);

/// <summary>Somebody who gives orders.</summary>
public sealed record RoleSpec(string Name, string Title, ImmutableArray<int> Commands, int Site);

/// <summary>A crowd.</summary>
/// <param name="Name">As declared.</param>
/// <param name="Title">A longer name, or empty.</param>
/// <param name="People">Its size when it gathers.</param>
/// <param name="Temper">The temper's name.</param>
/// <param name="Place">Where it gathers.</param>
/// <param name="Phase">The phase in which it gathers.</param>
/// <param name="GathersAfter">From that phase's start to its gathering.</param>
/// <param name="GathersIn">Its mood then.</param>
/// <param name="Growth">What it grows to, or null.</param>
/// <param name="IsLifeThreatening">Its threat while it is anarchic is life-threatening.</param>
/// <param name="PlayedBy">The unit of role-players, or -1.</param>
/// <param name="Behaviours">What it does by itself; none if it is scripted.</param>
/// <param name="Site">Its declaration.</param>
public sealed record CrowdSpec(
    string Name,
    string Title,
    Amount People,
    string Temper,
    int Place,
    int Phase,
    Span GathersAfter,
    Mood GathersIn,
    GrowthSpec? Growth,
    bool IsLifeThreatening,
    int PlayedBy,
    ImmutableArray<BehaviourSpec> Behaviours,
    int Site
);

/// <summary>
/// Growth in ten equal steps over a time counted from the gathering. With <c>off(n)</c> = the whole seconds in
/// n tenths of the time, step n+1 is due <c>off(n+1) - off(n)</c> after step n; step n makes the size the declared one
/// plus n tenths of the difference, rounded down.
/// </summary>
public sealed record GrowthSpec(Amount To, Span Over, int Site);

/// <summary>What a crowd does by itself, again and again.</summary>
/// <param name="Every">The time between two rolls; for <see cref="Leaves"/> the time in the mood.</param>
/// <param name="While">Only in this mood, counted from when it begins; <see cref="Mood.Absent"/>: while it is present.</param>
/// <param name="Outcomes">One roll: the outcomes in order, the rest is nothing. Their percentages are hundredths of a
/// percent.</param>
/// <param name="Leaves">Once, after the time in the mood, the crowd disperses; no roll.</param>
/// <param name="Stream">The stream of the roll, or -1 if it is certain or <see cref="Leaves"/>.</param>
/// <param name="Site">The clause.</param>
public sealed record BehaviourSpec(
    Span Every,
    Mood While,
    ImmutableArray<Outcome> Outcomes,
    bool Leaves,
    int Stream,
    int Site
);

/// <summary>A crowd event and how likely it is, in hundredths of a percent.</summary>
public readonly record struct Outcome(SignalKind Kind, Amount Chance);

/// <summary>A tactic.</summary>
/// <param name="Name">As declared, in the drill's dialect where it has names in both.</param>
/// <param name="Force">1 to 6 (Perkap 1/2009 art. 5(1)), or 0 if it does not say.</param>
/// <param name="Site">Its declaration.</param>
public sealed record TacticSpec(string Name, int Force, int Site);

/// <summary>What an activity is.</summary>
public enum ActivityKind
{
    /// <summary>A tactic on a crowd.</summary>
    Tactic,

    /// <summary>One unit takes another's place.</summary>
    Relieve,

    /// <summary>Hand-over from Dalmas Awal to Dalmas Lanjut.</summary>
    LapisGanti,

    /// <summary>Hand-over from Dalmas Lanjut to PHH.</summary>
    LintasGanti,
}

/// <summary>Something with a start and an end: a tactic on a crowd, or a hand-over between units.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Tactic">The tactic, or -1 for a hand-over.</param>
/// <param name="Crowd">The target of a tactic; -1 for a hand-over, and for a tactic without effects that names none.</param>
/// <param name="Needs">A tactic: any of these units must be at the crowd's place; empty: somebody is at hand.</param>
/// <param name="Effects">A tactic: one roll at its end, in order; the rest is no effect.</param>
/// <param name="EffectStream">The stream of that roll; -1 if there is none or it is certain.</param>
/// <param name="From">A hand-over: the units relieved.</param>
/// <param name="To">A hand-over: the units that take over.</param>
/// <param name="Label">For people: <c>water cannon Massa</c>, <c>lapis ganti Dalmas Awal to Dalmas Lanjut</c>.</param>
/// <param name="EffectSite">Where the effects are declared.</param>
public sealed record ActivitySpec(
    ActivityKind Kind,
    int Tactic,
    int Crowd,
    ImmutableArray<int> Needs,
    ImmutableArray<Outcome> Effects,
    int EffectStream,
    ImmutableArray<int> From,
    ImmutableArray<int> To,
    string Label,
    int EffectSite
);

/// <summary>A declared event.</summary>
/// <param name="Name">As declared.</param>
/// <param name="Title">A longer name, or empty.</param>
/// <param name="Every">The time between two rolls from the drill's start, or null.</param>
/// <param name="Chance">Of one roll, in hundredths of a percent.</param>
/// <param name="Stream">The stream of the roll, or -1.</param>
/// <param name="AtMs">The time in the drill at which it happens, in milliseconds from T+00:00, or -1.</param>
/// <param name="IsLifeThreatening">Puts the threat there until the phase ends.</param>
/// <param name="Site">Its declaration.</param>
public sealed record EventSpec(
    string Name,
    string Title,
    Span? Every,
    Amount Chance,
    int Stream,
    long AtMs,
    bool IsLifeThreatening,
    int Site
);

/// <summary>A bounded counter.</summary>
public sealed record CounterSpec(string Name, long Min, long Max, Amount Start, int Site);

/// <summary>A message that the control staff feeds in.</summary>
/// <param name="Text">What it says.</param>
/// <param name="From">Who sends it, or empty.</param>
/// <param name="To">To whom, or empty.</param>
/// <param name="Via">The channel, or empty.</param>
/// <param name="Place">Where, or -1.</param>
/// <param name="Expecting">What the players should do, or empty.</param>
/// <param name="ExpectedOf">The role that should do it, or -1.</param>
/// <param name="Within">The deadline, or null.</param>
/// <param name="Evaluator">The role that judges it, or -1.</param>
/// <param name="Objective">The objective it serves, or empty.</param>
/// <param name="Site">The action.</param>
public sealed record InjectSpec(
    string Text,
    string From,
    string To,
    string Via,
    int Place,
    string Expecting,
    int ExpectedOf,
    Span? Within,
    int Evaluator,
    string Objective,
    int Site
);

/// <summary>A phase.</summary>
/// <param name="Name">As declared.</param>
/// <param name="Title">A longer name, or empty.</param>
/// <param name="For">Its length, or null.</param>
/// <param name="Until">What else ends it, or null. With neither it ends when it is quiet.</param>
/// <param name="Risks">Places whose risk differs in this phase.</param>
/// <param name="Waits">For each crowd, the events that some rule listening in this phase waits for.</param>
/// <param name="Site">Its declaration.</param>
public sealed record PhaseSpec(
    string Name,
    string Title,
    Span? For,
    Until? Until,
    ImmutableArray<PlaceRisk> Risks,
    ImmutableArray<CrowdEvents> Waits,
    int Site
);

/// <summary>The risk of a place in one phase.</summary>
public readonly record struct PlaceRisk(int Place, Risk Risk);

/// <summary>Crowd events as a set.</summary>
[Flags]
public enum CrowdEvents
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Gathers.</summary>
    Gathers = 1,

    /// <summary>Escalates.</summary>
    Escalates = 2,

    /// <summary>Calms.</summary>
    Calms = 4,

    /// <summary>Grows.</summary>
    Grows = 8,

    /// <summary>Throws.</summary>
    Throws = 16,

    /// <summary>Disperses.</summary>
    Disperses = 32,
}
