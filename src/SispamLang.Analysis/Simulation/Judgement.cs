using SispamLang.Programs;
using SispamLang.Runtime;

namespace SispamLang.Analysis.Simulation;

/// <summary>What many runs say of a property.</summary>
public enum JudgementKind
{
    /// <summary>A statistical one: enough runs keep it, of that the interval leaves no doubt. Another: no run broke it, which
    /// proves nothing.</summary>
    Holds,

    /// <summary>A statistical one: too few runs keep it, of that the interval leaves no doubt. Another: a run broke it.</summary>
    Fails,

    /// <summary>A statistical one: the runs are too few to tell.</summary>
    Undecided,

    /// <summary>No run put it to the test.</summary>
    NotTested,
}

/// <summary>A property, judged by many runs.</summary>
/// <param name="Kind">What they say.</param>
/// <param name="Kept">How many kept it.</param>
/// <param name="Broken">How many broke it.</param>
/// <param name="Open">In how many it was open at the end.</param>
/// <param name="NotTested">In how many it did not come up.</param>
/// <param name="RunsNeeded">Undecided: how many runs in all would tell, if they go on like this; null if none would.</param>
public sealed record Judgement(JudgementKind Kind, long Kept, long Broken, long Open, long NotTested, long? RunsNeeded)
{
    /// <summary>In how many runs it was kept or broken; by these it is judged.</summary>
    public long Decided => Kept + Broken;

    /// <summary>The share of those that kept it.</summary>
    public ShareInterval KeptShare => ShareInterval.Of(Kept, Decided);

    /// <summary>Judges a property by its counts.</summary>
    /// <param name="property">The property.</param>
    /// <param name="counts">Of runs, by <see cref="PropertyVerdict"/>.</param>
    public static Judgement Of(PropertySpec property, ReadOnlySpan<long> counts)
    {
        ArgumentNullException.ThrowIfNull(property);
        var kept = counts[(int)PropertyVerdict.Kept];
        var broken = counts[(int)PropertyVerdict.Broken];
        var (kind, needed) = Judge(property.Share, kept, broken, kept + broken, Sum(counts));
        return new Judgement(
            kind,
            kept,
            broken,
            counts[(int)PropertyVerdict.Open],
            counts[(int)PropertyVerdict.NotTested],
            needed
        );
    }

    private static (JudgementKind Kind, long? Needed) Judge(int share, long kept, long broken, long decided, long runs)
    {
        if (decided == 0)
        {
            return (JudgementKind.NotTested, null);
        }

        if (share < 0)
        {
            return (broken > 0 ? JudgementKind.Fails : JudgementKind.Holds, null);
        }

        var bound = share / 10_000.0;
        var interval = ShareInterval.Of(kept, decided);
        if (interval.Low >= bound)
        {
            return (JudgementKind.Holds, null);
        }

        if (interval.High < bound)
        {
            return (JudgementKind.Fails, null);
        }

        // Not every run decides it.
        var needed = ShareInterval.RunsToTell((double)kept / decided, bound) is { } more
            ? (long)Math.Ceiling((double)more * runs / decided)
            : (long?)null;
        return (JudgementKind.Undecided, needed);
    }

    private static long Sum(ReadOnlySpan<long> counts)
    {
        long sum = 0;
        foreach (var count in counts)
        {
            sum += count;
        }

        return sum;
    }
}
