using System.Collections.Immutable;
using SispamLang.Runtime;

namespace SispamLang.Analysis.Simulation;

/// <summary>Which runs are made.</summary>
/// <param name="Runs">How many, all shards together; at least 1.</param>
/// <param name="Seed">What the seeds of all runs are made from.</param>
public sealed record SimulationPlan(long Runs, ulong Seed)
{
    /// <summary>The values of the params, by their numbers; durations in milliseconds, percentages in hundredths of a percent.</summary>
    public ImmutableArray<long> Params { get; init; } = [];

    /// <summary>Which part of the runs is made here.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>How many runs are made at a time; at least 1. The result does not depend on it.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>The first run of the shard; runs count from 0.</summary>
    public long FirstRun => (long)((Int128)Runs * (Shard.Number - 1) / Shard.Count);

    /// <summary>The run after the last of the shard.</summary>
    public long EndRun => (long)((Int128)Runs * Shard.Number / Shard.Count);

    /// <summary>The seed with which a run can be made alone: the value of SplitMix64 that stands at its number in the sequence
    /// that begins at <see cref="Seed"/>.</summary>
    /// <param name="run">The run's number, from 0.</param>
    public ulong SeedOf(long run)
    {
        var state = unchecked(Seed + ((ulong)run * Golden));
        return RandomStream.SplitMix64(ref state);
    }

    // By which SplitMix64 goes on.
    private const ulong Golden = 0x9E3779B97F4A7C15;
}

/// <summary>A part of the runs.</summary>
/// <param name="Number">Which, from 1.</param>
/// <param name="Count">Of how many.</param>
public readonly record struct Shard(int Number, int Count)
{
    /// <summary>All runs.</summary>
    public static Shard Whole => new(1, 1);
}

/// <summary>What runs came to.</summary>
/// <param name="Plan">Which runs.</param>
/// <param name="Tallies">What they came to.</param>
public sealed record SimulationResult(SimulationPlan Plan, Tallies Tallies)
{
    /// <summary>It was stopped before all runs were made.</summary>
    public bool IsPartial => Tallies.Runs < Plan.EndRun - Plan.FirstRun;
}
