using System.Collections.Immutable;
using SispamLang.Runtime;

namespace SispamLang.Analysis.Verification;

/// <summary>What is known of a property.</summary>
public enum Verdict
{
    /// <summary>No behaviour breaks it.</summary>
    Proved,

    /// <summary>Some behaviour breaks it.</summary>
    Refuted,

    /// <summary>Only such behaviours were found to break it in which two things fall together and come in an order in which
    /// they never come in a run; others were not all tried.</summary>
    Coincidence,

    /// <summary>Not everything could be looked at, and what was looked at does not break it.</summary>
    Undecided,

    /// <summary>It speaks of many runs, and can only be judged by simulating them.</summary>
    NotVerifiable,
}

/// <summary>How far to go.</summary>
public sealed record VerificationOptions
{
    /// <summary>The most states that are looked at.</summary>
    public int MaxStates { get; init; } = 1_000_000;

    /// <summary>The most memory that states take, in bytes.</summary>
    public long MaxMemoryBytes { get; init; } = 1L << 30;

    /// <summary>What the controller may do happens too, at any time.</summary>
    public bool HasController { get; init; }

    /// <summary>How many states are looked at at a time; what is found does not depend on it.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>States are kept as they are, and not as fingerprints.</summary>
    public bool IsExact { get; init; }

    /// <summary>What nothing reads is left out of states, and steps that come to the same are taken once; the verdicts are the same
    /// without, and there are more states and steps.</summary>
    public bool Reduces { get; init; } = true;

    /// <summary>The values of the drill's params, in their order; empty: those that the drill gives them.</summary>
    public ImmutableArray<long> Params { get; init; } = [];
}

/// <summary>How far it has got.</summary>
/// <param name="States">How many states were reached.</param>
/// <param name="Frontier">How many of them have not been looked at yet.</param>
/// <param name="Depth">By how many steps they are away from the start.</param>
/// <param name="MemoryBytes">The memory that states take, in bytes.</param>
public readonly record struct VerificationProgress(int States, int Frontier, int Depth, long MemoryBytes);

/// <summary>The verdict on a property.</summary>
/// <param name="Property">Its number in the drill.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Course">Refuted: the shortest course of events that breaks it, as the reference interpreter has played it.</param>
public sealed record PropertyResult(int Property, Verdict Verdict, ImmutableArray<TraceEntry> Course);

/// <summary>What is known of the way back to calm.</summary>
/// <param name="Verdict">
/// Proved: from every state some behaviour leads back to calm. Refuted: from some state none does. Coincidence: such states were
/// found, but none that a run comes to within the drill's time. Undecided: not all states could be looked at. Not verifiable: something
/// in the drill depends on the clock, or it can be paused.
/// </param>
/// <param name="Course">Refuted: the shortest course of events to such a state.</param>
/// <param name="States">How many states were looked at.</param>
/// <param name="Obstacle">Why not all of them were; null: they were.</param>
public sealed record WayBackResult(Verdict Verdict, ImmutableArray<TraceEntry> Course, int States, Obstacle? Obstacle);

/// <summary>What a verification has found.</summary>
public sealed record VerificationResult
{
    /// <summary>The verdict on each property of the drill, in their order.</summary>
    public required ImmutableArray<PropertyResult> Properties { get; init; }

    /// <summary>Why not every behaviour was looked at; null: every one was.</summary>
    public required Obstacle? Obstacle { get; init; }

    /// <summary>How many states were reached.</summary>
    public required int States { get; init; }

    /// <summary>How many steps there are between states.</summary>
    public required long Transitions { get; init; }

    /// <summary>The longest of the shortest ways to the states, in steps.</summary>
    public required int Depth { get; init; }

    /// <summary>The memory that states took, in bytes.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>How many bits a state has.</summary>
    public required int StateBits { get; init; }

    /// <summary>The step of time, in milliseconds.</summary>
    public required long StepMs { get; init; }

    /// <summary>The chance that a state was taken for another; 0: it can't be.</summary>
    public required double ChanceOfMiss { get; init; }

    /// <summary>The rules that fire in no behaviour; empty unless every behaviour was looked at.</summary>
    public required ImmutableArray<int> RulesNever { get; init; }

    /// <summary>The phases that start in no behaviour; empty unless every behaviour was looked at.</summary>
    public required ImmutableArray<int> PhasesNever { get; init; }

    /// <summary>In which ways the drill can end, as far as was seen.</summary>
    public required ImmutableArray<DrillEndReason> Endings { get; init; }

    /// <summary>The shortest course of events to an instant that does not settle; empty: none was found.</summary>
    public required ImmutableArray<TraceEntry> DoesNotSettle { get; init; }
}
