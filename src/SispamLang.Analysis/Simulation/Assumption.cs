using System.Collections.Immutable;
using SispamLang.Programs;

namespace SispamLang.Analysis.Simulation;

/// <summary>What is assumed.</summary>
public enum AssumptionKind
{
    /// <summary>What a crowd does by itself: how often, and how likely what is then.</summary>
    Temper,

    /// <summary>How long a calm crowd stays until it goes home.</summary>
    Leaves,

    /// <summary>How long after its phase's start a crowd gathers.</summary>
    Gathers,

    /// <summary>How long a crowd grows.</summary>
    Grows,

    /// <summary>How long a unit takes from the order to its arrival.</summary>
    ReadyIn,

    /// <summary>How often an event's chance comes, and how likely it is then.</summary>
    Event,

    /// <summary>How long a tactic or a hand-over takes.</summary>
    Lasts,

    /// <summary>What a tactic does to a crowd.</summary>
    Effect,

    /// <summary>How long a phase is.</summary>
    PhaseTime,

    /// <summary>A chance or a time that an order draws; the clause says it.</summary>
    Order,
}

/// <summary>A chance or a delay that the runs are built on, and where it comes from.</summary>
/// <param name="Kind">What is assumed.</param>
/// <param name="Subject">Of what: the name of a crowd, a unit and so on; empty for an order.</param>
/// <param name="Clause">Of an order: what stands there, on one line; else empty.</param>
/// <param name="Time">The delay, or null.</param>
/// <param name="Chance">How likely, or null.</param>
/// <param name="While">The mood in which a temper rolls; <see cref="Mood.Absent"/>: in any.</param>
/// <param name="Outcomes">What a roll of a temper or the end of a tactic can come to; the rest up to 100% is nothing.</param>
/// <param name="Source">The file.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record Assumption(
    AssumptionKind Kind,
    string Subject,
    string Clause,
    Span? Time,
    Amount? Chance,
    Mood While,
    ImmutableArray<Outcome> Outcomes,
    SourceFile Source,
    int Line
);
