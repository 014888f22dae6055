using System.Collections.Immutable;

namespace SispamLang.CodeGeneration;

/// <summary>A number that a packed state can hold. What comes with a subject has it from its list in the program.</summary>
internal enum ExploredKind
{
    Phase,
    LifeThreatened,
    Control,
    PhaseEnding,
    TimeIsUp,
    UntilCame,
    Order,
    OrderedPhase,
    Mood,
    Expected,
    CrowdPlace,
    Size,
    GrowthSteps,
    Placement,
    UnitPlace,
    Counter,
    Step,
    Count,
    HandOverPlace,
    Held,
    Pending,
    Due,
    ForOver,
    PauseEnd,
    Noted,
    Deadline,
    IsOpen,
    IsDone,
    IsAsked,
    PropertyHeld,
    Stage,
    PropertyCount,
    TargetCount,
}

/// <summary>Where in a packed state a number stands.</summary>
/// <param name="Kind">Which number.</param>
/// <param name="Subject">Whose.</param>
/// <param name="Phase">The phase in which alone it stands there; -1: in all.</param>
/// <param name="Word">The word.</param>
/// <param name="Shift">The lowest of its bits.</param>
/// <param name="Bits">How many bits it has.</param>
/// <param name="Steps">Of a rule's count or noted time: the steps in which it is still read.</param>
internal readonly record struct ExploredCell(
    ExploredKind Kind,
    int Subject,
    int Phase,
    int Word,
    int Shift,
    int Bits,
    ImmutableArray<int> Steps
);

/// <summary>How a state is packed.</summary>
/// <param name="Cells">What it has beside times. The phase comes first.</param>
/// <param name="Times">Each as the steps that are left to it, plus 1; 0: it is not pending. None if some length is drawn: then
/// there is more to be known of each.</param>
/// <param name="StepMs">How long a step is, in milliseconds.</param>
internal sealed record ExploredState(
    ImmutableArray<ExploredCell> Cells,
    ImmutableArray<ExploredCell> Times,
    long StepMs
);
