namespace SispamLang.Runtime;

/// <summary>The kinds of trace entries, as they stand in the trace file.</summary>
public enum TraceKind
{
    /// <summary>The first entry: what is run, and how.</summary>
    Start,

    /// <summary>A phase starts or ends.</summary>
    Phase,

    /// <summary>Something happens.</summary>
    Event,

    /// <summary>Chance has decided.</summary>
    Draw,

    /// <summary>A rule fires.</summary>
    Rule,

    /// <summary>An action is carried out, or turns out not to be possible.</summary>
    Action,

    /// <summary>Something has changed.</summary>
    State,

    /// <summary>A message of the control staff.</summary>
    Inject,

    /// <summary>A property is kept or broken.</summary>
    Property,

    /// <summary>Something changed nothing.</summary>
    Ignored,

    /// <summary>The last entry.</summary>
    End,
}

/// <summary>
/// What an entry tells. The meaning of <see cref="TraceEntry.A"/>, <see cref="TraceEntry.B"/> and
/// <see cref="TraceEntry.C"/> is given with each; what is not named is 0.
/// </summary>
public enum TraceCode
{
    /// <summary>The run starts. C: the seed.</summary>
    Start,

    /// <summary>Phase A starts.</summary>
    PhaseStarts,

    /// <summary>Phase A ends. B: a <see cref="PhaseEndReason"/>.</summary>
    PhaseEnds,

    /// <summary>Crowd A gathers. C: its size.</summary>
    CrowdGathers,

    /// <summary>Crowd A escalates.</summary>
    CrowdEscalates,

    /// <summary>Crowd A calms.</summary>
    CrowdCalms,

    /// <summary>Crowd A grows. C: its new size.</summary>
    CrowdGrows,

    /// <summary>Crowd A throws.</summary>
    CrowdThrows,

    /// <summary>Crowd A moves to place B.</summary>
    CrowdMoves,

    /// <summary>Crowd A joins crowd B.</summary>
    CrowdJoins,

    /// <summary>Crowd A disperses. B: 1 if it leaves by itself.</summary>
    CrowdDisperses,

    /// <summary>Unit A arrives at place B.</summary>
    UnitArrives,

    /// <summary>Formation A arrives at place B.</summary>
    FormationArrives,

    /// <summary>The declared event A happens.</summary>
    EventHappens,

    /// <summary>Activity A ends. B: 1 if it was cut short.</summary>
    ActivityEnds,

    /// <summary>Stream A was drawn from. C: the value.</summary>
    Draw,

    /// <summary>Rule A fires.</summary>
    RuleFires,

    /// <summary>Unit A is ordered to place B.</summary>
    Deploy,

    /// <summary>Unit A is withdrawn.</summary>
    Withdraw,

    /// <summary>Activity A starts.</summary>
    ActivityStarts,

    /// <summary>Activity A is not possible. B: a <see cref="NotPossibleReason"/>.</summary>
    NotPossible,

    /// <summary>Text A is announced.</summary>
    Announce,

    /// <summary>Role A takes tactical control.</summary>
    ControlTaken,

    /// <summary>The next phase is ordered.</summary>
    OrderNextPhase,

    /// <summary>Phase A is ordered.</summary>
    OrderGoTo,

    /// <summary>The end of the drill is ordered.</summary>
    OrderEndDrill,

    /// <summary>Activity A is stopped by an order.</summary>
    OrderStop,

    /// <summary>A pause of C milliseconds is ordered.</summary>
    OrderPause,

    /// <summary>Crowd A is now in mood B.</summary>
    MoodIs,

    /// <summary>Crowd A now has C people (after another crowd joined it).</summary>
    SizeIs,

    /// <summary>The drill's situation is now A, the threat B.</summary>
    SituationIs,

    /// <summary>Counter A is now C. B: 1 if a bound held it.</summary>
    CounterIs,

    /// <summary>Inject A is sent.</summary>
    InjectSent,

    /// <summary>The time to respond to inject A is over.</summary>
    InjectDue,

    /// <summary>A crowd event changed nothing. A: the crowd, B: the <see cref="TraceCode"/> of the event.</summary>
    IgnoredCrowdEvent,

    /// <summary>Unit A was ordered to place B, where it is or is going already.</summary>
    IgnoredDeploy,

    /// <summary>Unit A was withdrawn, but was not out.</summary>
    IgnoredWithdraw,

    /// <summary>Rule A was triggered, but its procedure is still under way.</summary>
    IgnoredTrigger,

    /// <summary>An order to leave the phase came after another one. A: the phase or -1.</summary>
    IgnoredLeave,

    /// <summary>Something from outside came while the drill was paused. A: its number among the outside events.</summary>
    IgnoredWhilePaused,

    /// <summary>Property A is broken. B: a <see cref="PropertyBreach"/>.</summary>
    PropertyBroken,

    /// <summary>The drill ends. A: a <see cref="DrillEndReason"/>.</summary>
    End,
}

/// <summary>Why a phase ended.</summary>
public enum PhaseEndReason
{
    /// <summary>An order.</summary>
    Order,

    /// <summary>Its <c>until</c>.</summary>
    Until,

    /// <summary>Its <c>for</c>.</summary>
    For,

    /// <summary>Nothing more could happen in it.</summary>
    Quiet,

    /// <summary>The drill's time was up before its own end came: it <i>did not end</i>.</summary>
    TimeUp,

    /// <summary>The instant did not settle.</summary>
    DoesNotSettle,
}

/// <summary>Why a drill ended.</summary>
public enum DrillEndReason
{
    /// <summary>After its last phase.</summary>
    LastPhase,

    /// <summary>By an order.</summary>
    Order,

    /// <summary>Its time was up.</summary>
    TimeUp,

    /// <summary>More than 256 events in one instant: a defect of the drill (SIS9001).</summary>
    DoesNotSettle,
}

/// <summary>Why a tactic was not possible.</summary>
public enum NotPossibleReason
{
    /// <summary>The crowd is absent or dispersed.</summary>
    NoCrowd,

    /// <summary>None of the units it needs is at the crowd's place or on its way there.</summary>
    NoUnit,
}

/// <summary>One line of a trace, as numbers; <see cref="TraceText"/> puts it into words.</summary>
/// <param name="Seq">Counts from 0.</param>
/// <param name="TimeMs">Milliseconds from T+00:00.</param>
/// <param name="Phase">The phase, or -1 before the first.</param>
/// <param name="Code">What it tells.</param>
/// <param name="A">See <paramref name="Code"/>.</param>
/// <param name="B">See <paramref name="Code"/>.</param>
/// <param name="C">See <paramref name="Code"/>.</param>
/// <param name="By">The role that ordered it; -1: nobody named; -2: from outside the drill (the controller, a test).</param>
/// <param name="Cause">The entry that led to it, or -1.</param>
/// <param name="Site">Where it stands in the source (an index into <see cref="DrillInfo.Sites"/>), or -1.</param>
public readonly record struct TraceEntry(
    int Seq,
    long TimeMs,
    int Phase,
    TraceCode Code,
    int A,
    int B,
    long C,
    int By,
    int Cause,
    int Site
);
