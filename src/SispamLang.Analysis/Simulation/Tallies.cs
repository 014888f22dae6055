using SispamLang.Programs;
using SispamLang.Runtime;
using Mood = SispamLang.Runtime.Mood;

namespace SispamLang.Analysis.Simulation;

/// <summary>
/// What many runs came to, as whole numbers that are added up. Merging is exact, and in whatever order it is done the result
/// is the same.
/// </summary>
public sealed class Tallies
{
    /// <summary>What is counted in place of the number of a run where there was none.</summary>
    public const long NoRun = -1;

    /// <summary>Nothing counted yet.</summary>
    public Tallies(MeasureTable measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        Measures = measures;
        Distributions = [.. measures.All.Select(measure => new Distribution(measure.Scale))];
        FinalMoods = [.. measures.Program.Crowds.Select(_ => new long[Enum.GetValues<Mood>().Length])];
        Verdicts = [.. measures.Program.Properties.Select(_ => new long[Enum.GetValues<PropertyVerdict>().Length])];
        FirstBroken = [.. measures.Program.Properties.Select(_ => NoRun)];
        Endings = new long[Enum.GetValues<DrillEndReason>().Length];
        FirstEnding = [.. Endings.Select(_ => NoRun)];
    }

    /// <summary>What is measured.</summary>
    public MeasureTable Measures { get; }

    /// <summary>How many runs were counted.</summary>
    public long Runs { get; internal set; }

    /// <summary>In how many of them all crowds were calm, gone home or never there at the end, and nobody had used force against
    /// them.</summary>
    public long Peaceful { get; internal set; }

    /// <summary>How they ended, by <see cref="DrillEndReason"/>.</summary>
    public long[] Endings { get; }

    /// <summary>In which mood each crowd was at the end, by crowd and <see cref="Mood"/>.</summary>
    public long[][] FinalMoods { get; }

    /// <summary>What they showed of each property, by property and <see cref="PropertyVerdict"/>.</summary>
    public long[][] Verdicts { get; }

    /// <summary>The values of each measure, by its number.</summary>
    public Distribution[] Distributions { get; }

    /// <summary>The first run that broke each property, or <see cref="NoRun"/>.</summary>
    public long[] FirstBroken { get; }

    /// <summary>The first run that ended so, by <see cref="DrillEndReason"/>, or <see cref="NoRun"/>.</summary>
    public long[] FirstEnding { get; }

    /// <summary>The first run that turned red, or <see cref="NoRun"/>.</summary>
    public long FirstRed { get; internal set; } = NoRun;

    /// <summary>The first run that ended in peace, or <see cref="NoRun"/>.</summary>
    public long FirstPeaceful { get; internal set; } = NoRun;

    /// <summary>The longest run, the first of several; or <see cref="NoRun"/>.</summary>
    public long Longest { get; internal set; } = NoRun;

    /// <summary>How long that one was, in milliseconds.</summary>
    public long LongestMs { get; internal set; } = -1;

    /// <summary>The distribution of a measure; null if the drill has no such.</summary>
    public Distribution? Of(MeasureKind kind, int subject) =>
        Measures.NumberOf(kind, subject) is var number and >= 0 ? Distributions[number] : null;

    /// <summary>Takes in what was counted elsewhere of the same drill.</summary>
    public void Add(Tallies other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Runs += other.Runs;
        Peaceful += other.Peaceful;
        Add(Endings, other.Endings);
        Array.ForEach([.. FinalMoods.Zip(other.FinalMoods)], pair => Add(pair.First, pair.Second));
        Array.ForEach([.. Verdicts.Zip(other.Verdicts)], pair => Add(pair.First, pair.Second));
        Array.ForEach([.. Distributions.Zip(other.Distributions)], pair => pair.First.Add(pair.Second));
        First(FirstBroken, other.FirstBroken);
        First(FirstEnding, other.FirstEnding);
        FirstRed = Earlier(FirstRed, other.FirstRed);
        FirstPeaceful = Earlier(FirstPeaceful, other.FirstPeaceful);
        Lengthen(other.LongestMs, other.Longest);
    }

    /// <summary>A run was so long.</summary>
    internal void Lengthen(long milliseconds, long run)
    {
        if (milliseconds > LongestMs)
        {
            (LongestMs, Longest) = (milliseconds, run);
        }
        else if (milliseconds == LongestMs)
        {
            Longest = Earlier(Longest, run);
        }
    }

    /// <summary>The earlier of two runs, of which neither need be one.</summary>
    internal static long Earlier(long one, long other) =>
        one == NoRun ? other
        : other == NoRun ? one
        : Math.Min(one, other);

    private static void Add(long[] to, long[] counts)
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] += counts[i];
        }
    }

    private static void First(long[] to, long[] runs)
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = Earlier(to[i], runs[i]);
        }
    }
}
