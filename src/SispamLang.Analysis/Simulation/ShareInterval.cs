namespace SispamLang.Analysis.Simulation;

/// <summary>
/// Between which shares the true one lies, as far as so many runs can tell: the 95% score interval of Wilson, <i>Probable
/// Inference, the Law of Succession, and Statistical Inference</i>, JASA 22 (1927). Unlike the usual one it is of use for shares
/// near 0 and 1, too.
/// </summary>
/// <param name="Low">From 0.</param>
/// <param name="High">To 1.</param>
public readonly record struct ShareInterval(double Low, double High)
{
    /// <summary>The normal quantile of 97.5%: 95% lie between it and its negative.</summary>
    public const double Z = 1.959963984540054;

    /// <summary>The interval of so many hits in so many runs; everything from 0 to 1 if there were none.</summary>
    public static ShareInterval Of(long hits, long runs)
    {
        if (runs == 0)
        {
            return new ShareInterval(0, 1);
        }

        double n = runs;
        var share = hits / n;
        var centre = share + (Z * Z / (2 * n));
        var spread = Z * Math.Sqrt((share * (1 - share) / n) + (Z * Z / (4 * n * n)));
        var whole = 1 + (Z * Z / n);
        return new ShareInterval(
            hits == 0 ? 0 : Math.Max(0, (centre - spread) / whole),
            hits == runs ? 1 : Math.Min(1, (centre + spread) / whole)
        );
    }

    /// <summary>How many runs it would take in all until the interval leaves a bound out, if the share stays as it is; null if it
    /// never does. Wilson's interval leaves a bound out as soon as the share is further from it than Z standard errors
    /// that the bound has itself.</summary>
    public static long? RunsToTell(double share, double bound)
    {
        var distance = share - bound;
        var needed = Z * Z * bound * (1 - bound) / (distance * distance);
        return needed is > 0 and < 1e15 ? (long)Math.Ceiling(needed) : null;
    }
}
