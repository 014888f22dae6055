namespace SispamLang.Analysis.Simulation;

/// <summary>How values are sorted into bins of one width.</summary>
/// <param name="Origin">Where the first bin begins.</param>
/// <param name="Width">The width of each; at least 1. With 1 nothing is rounded.</param>
/// <param name="Count">How many there are. What lies beyond the last is counted in the last.</param>
public readonly record struct BinScale(long Origin, long Width, int Count)
{
    private const int MostBins = 1000;

    // Widths that people can read a time by, in milliseconds; beyond a minute, whole minutes.
    private static readonly long[] ReadableWidths = [1_000, 2_000, 5_000, 10_000, 15_000, 20_000, 30_000, 60_000];

    /// <summary>Bins for times from 0 to a bound, both included, in milliseconds.</summary>
    public static BinScale ForTimes(long bound)
    {
        var least = bound / MostBins;
        var width = Array.Find(ReadableWidths, readable => readable > least) is var readable and > 0
            ? readable
            : ((least / 60_000) + 1) * 60_000;
        return new BinScale(0, width, (int)(bound / width) + 1);
    }

    /// <summary>Bins for whole numbers, both bounds included.</summary>
    public static BinScale ForNumbers(long low, long high)
    {
        var width = ((high - low) / MostBins) + 1;
        return new BinScale(low, width, (int)((high - low) / width) + 1);
    }

    /// <summary>The bin of a value.</summary>
    public int BinOf(long value) => (int)Math.Clamp((value - Origin) / Width, 0, Count - 1);

    /// <summary>Where a bin begins.</summary>
    public long StartOf(int bin) => Origin + (bin * Width);
}
