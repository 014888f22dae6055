using System.Collections.Immutable;

namespace SispamLang.Analysis.Simulation;

/// <summary>A param that takes several values, one after the other.</summary>
/// <param name="Param">Its number.</param>
/// <param name="Values">The values, in the order in which they were asked for.</param>
public sealed record SweptParam(int Param, ImmutableArray<long> Values);

/// <summary>
/// The runs of a drill as its params are set, and, in a sweep, those for each combination of other values. Every combination has
/// the same seeds (common random numbers), so that what differs comes from the params and not from luck.
/// </summary>
/// <param name="Base">With the params as they are set.</param>
/// <param name="Swept">The params that are swept; empty if none is.</param>
/// <param name="Points">One for each combination, the last param changing fastest.</param>
public sealed record Study(
    SimulationResult Base,
    ImmutableArray<SweptParam> Swept,
    ImmutableArray<SimulationResult> Points
)
{
    /// <summary>It was stopped before all runs were made.</summary>
    public bool IsPartial => Base.IsPartial || Points.Any(point => point.IsPartial) || Points.Length < CountOf(Swept);

    /// <summary>How many combinations there are, at most <see cref="long.MaxValue"/>; 0 if nothing is swept.</summary>
    public static long CountOf(ImmutableArray<SweptParam> swept)
    {
        Int128 count = swept.IsEmpty ? 0 : 1;
        foreach (var param in swept)
        {
            count = Int128.Min(count * param.Values.Length, long.MaxValue);
        }

        return (long)count;
    }

    /// <summary>Makes the runs of a study.</summary>
    /// <param name="simulator">Makes the runs.</param>
    /// <param name="plan">Which; its params are those of the base.</param>
    /// <param name="swept">The params to sweep.</param>
    /// <param name="progress">Is told how many runs more are made.</param>
    /// <param name="cancellation">Stops it; the study is partial then.</param>
    public static Study Run(
        Simulator simulator,
        SimulationPlan plan,
        ImmutableArray<SweptParam> swept,
        IProgress<long>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(simulator);
        ArgumentNullException.ThrowIfNull(plan);
        var first = simulator.Run(plan, progress, cancellation);
        var points = ImmutableArray.CreateBuilder<SimulationResult>();
        foreach (var values in Combinations(plan.Params, swept))
        {
            if (cancellation.IsCancellationRequested)
            {
                break;
            }

            points.Add(simulator.Run(plan with { Params = values }, progress, cancellation));
        }

        return new Study(first, swept, points.ToImmutable());
    }

    /// <summary>The values of all params at each point of a sweep.</summary>
    public static IEnumerable<ImmutableArray<long>> Combinations(
        ImmutableArray<long> values,
        ImmutableArray<SweptParam> swept
    )
    {
        var count = CountOf(swept);
        for (long point = 0; point < count; point++)
        {
            var combined = values;
            var rest = point;
            for (var i = swept.Length - 1; i >= 0; i--)
            {
                var of = swept[i].Values;
                combined = combined.SetItem(swept[i].Param, of[(int)(rest % of.Length)]);
                rest /= of.Length;
            }

            yield return combined;
        }
    }
}
