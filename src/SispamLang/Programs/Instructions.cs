using System.Collections.Immutable;

namespace SispamLang.Programs;

/// <summary>
/// One step of a procedure. Steps run in order unless they name a target, an index in the same body. Only the steps
/// that say so take time.
/// </summary>
/// <param name="Site">What it was written as.</param>
public abstract record Instruction(int Site);

/// <summary>Where an order sends a unit.</summary>
public enum DestinationKind
{
    /// <summary>The place <c>Index</c>.</summary>
    Place,

    /// <summary>The place of the first crowd that is present, else of the first crowd.</summary>
    Default,

    /// <summary>Where the hand-over <c>Index</c> (an activity) takes place.</summary>
    HandOver,
}

/// <summary>Where an order sends a unit.</summary>
public readonly record struct Destination(DestinationKind Kind, int Index = -1);

/// <summary>Orders a unit somewhere. <paramref name="Quietly"/>: where there is nothing to do, nothing is recorded.</summary>
public sealed record Deploy(int Unit, Destination To, int By, bool Quietly, int Site) : Instruction(Site);

/// <summary>Brings a unit back at once; ignored if it is not out (<paramref name="Quietly"/>: and not recorded).</summary>
public sealed record Withdraw(int Unit, int By, bool Quietly, int Site) : Instruction(Site);

/// <summary>Records the announcement <paramref name="Text"/> of <see cref="DrillProgram.Announcements"/>.</summary>
public sealed record Announce(int Text, int By, int Site) : Instruction(Site);

/// <summary>Records an inject and starts its deadline.</summary>
public sealed record SendInject(int Inject, int Site) : Instruction(Site);

/// <summary>A declared event happens (enters the queue).</summary>
public sealed record RaiseEvent(int Event, int By, int Site) : Instruction(Site);

/// <summary>
/// A crowd event happens (enters the queue). <paramref name="Argument"/>: the size for grows (null: a tenth more,
/// rounded up), the place for moves, the other crowd for joins; else null.
/// </summary>
public sealed record CrowdHappens(SignalKind Kind, int Crowd, Amount? Argument, int By, int Site) : Instruction(Site);

/// <summary>Adds to a counter, within its bounds.</summary>
public sealed record AddToCounter(int Counter, Amount Value, int Site) : Instruction(Site);

/// <summary>Sets a counter, within its bounds.</summary>
public sealed record SetCounter(int Counter, Amount Value, int Site) : Instruction(Site);

/// <summary>The role has tactical control from now on.</summary>
public sealed record TakeControl(int Role, int Site) : Instruction(Site);

/// <summary>What an order to leave the phase says.</summary>
public enum LeaveKind
{
    /// <summary>To the next phase; after the last one the drill ends.</summary>
    NextPhase,

    /// <summary>To a named phase.</summary>
    GoTo,

    /// <summary>The drill ends.</summary>
    EndDrill,
}

/// <summary>Orders the phase to be left when this instant has settled.</summary>
public sealed record Leave(LeaveKind Kind, int Phase, int By, int Site) : Instruction(Site);

/// <summary>
/// Cuts these activities short wherever they are under way. Each procedure concerned goes on at its step's
/// <c>CutTarget</c>, as an event of its own at the back of the queue.
/// </summary>
public sealed record StopActivities(ImmutableArray<int> Activities, int By, int Site) : Instruction(Site);

/// <summary>Goes on at the target.</summary>
public sealed record Jump(int Target, int Site) : Instruction(Site);

/// <summary>Goes on at the target if the condition does not hold.</summary>
public sealed record JumpUnless(Condition Condition, int Target, int Site) : Instruction(Site);

/// <summary>One roll: goes on if it comes true, at the target if not.</summary>
public sealed record Chance(Amount Percentage, int Stream, int Target, int Site) : Instruction(Site);

/// <summary>Sets the procedure's count of repetitions. A procedure has one, as repetitions do not nest.</summary>
public sealed record SetCount(Amount Value, int Site) : Instruction(Site);

/// <summary>Notes when the next repetition may start: the span from now.</summary>
public sealed record MarkNext(Span Period, int Site) : Instruction(Site);

/// <summary>Takes one off the count; goes on at the target if none is left.</summary>
public sealed record CountDown(int Target, int Site) : Instruction(Site);

/// <summary>
/// Takes time: until the noted time of the next repetition (none if it has passed); at the
/// target if <paramref name="Until"/> comes first.
/// </summary>
public sealed record WaitForNext(Until? Until, int Target, int Site) : Instruction(Site);

/// <summary>Takes time: the span.</summary>
public sealed record Wait(Span Time, int Site) : Instruction(Site);

/// <summary>
/// Takes time: until it comes (none if its condition holds already); with a timeout, at the target when the time is up.
/// </summary>
public sealed record WaitUntil(Until Until, Span? Timeout, int Target, int Site) : Instruction(Site);

/// <summary>
/// Stops everything but the clock for the span, from when this instant has settled: every timer that is on, and every
/// noted time of a repetition, moves by it; clock times come at the end of the pause at the earliest; the end of the
/// drill stays. The procedure itself goes on at the end of the pause.
/// </summary>
public sealed record Pause(Span Time, int By, int Site) : Instruction(Site);

/// <summary>
/// Before a tactic starts. Not possible, recorded, and on at the target: if it has effects and the crowd is absent or
/// dispersed, or units are needed and none is at the crowd's place (without a crowd: the default place) or on its way
/// there. Silently on at the target if
/// <paramref name="Until"/>'s condition holds (or it comes while waiting). Takes time while none of the needed units is
/// there and one is on its way there.
/// </summary>
public sealed record Muster(int Activity, Until? Until, int Target, int Site) : Instruction(Site);

/// <summary>The activity starts (is under way). A hand-over's place is where its <c>From</c> units are, else the default.</summary>
public sealed record Begin(int Activity, int By, int Site) : Instruction(Site);

/// <summary>
/// Takes time while the activity is under way: the span; at <paramref name="CutTarget"/>, where a
/// <see cref="CutShort"/> stands, if <paramref name="Until"/> comes first. If stopped, the activity is cut short there
/// and then, and the procedure goes on after that <see cref="CutShort"/>.
/// </summary>
public sealed record Last(int Activity, Span Time, Until? Until, int CutTarget, int Site) : Instruction(Site)
{
    /// <summary>The span is what the tactic's declaration says, not the action.</summary>
    public bool IsOfTactic { get; init; }
}

/// <summary>
/// Takes time while a hand-over is under way: until all its <c>To</c> units are at its place; at
/// <paramref name="CutTarget"/>, where a <see cref="CutShort"/> stands, if one of them is neither there nor on its way
/// there.
/// </summary>
public sealed record AwaitHandOver(int Activity, int CutTarget, int Site) : Instruction(Site);

/// <summary>The activity ends in full: its end is raised, then its roll is made and the crowd's event raised.</summary>
public sealed record Finish(int Activity, int By, int Site) : Instruction(Site);

/// <summary>
/// Takes no time, but lets what has been raised happen first: the procedure goes on at the next step as an event of its
/// own at the back of the queue.
/// </summary>
public sealed record Yield(int Site) : Instruction(Site);

/// <summary>The activity ends without effect: its end is raised.</summary>
public sealed record CutShort(int Activity, int By, int Site) : Instruction(Site);
