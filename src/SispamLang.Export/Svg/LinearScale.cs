namespace SispamLang.Export;

/// <summary>From values to places in a drawing.</summary>
/// <param name="Low">The least value.</param>
/// <param name="High">The most; if it is the least too, everything is at <paramref name="From"/>.</param>
/// <param name="From">The place of the least.</param>
/// <param name="To">The place of the most.</param>
public readonly record struct LinearScale(double Low, double High, double From, double To)
{
    private static readonly double[] Decimal = [1, 2, 5, 10];

    // 1 s to 30 s, 1 min to 30 min, 1 h to 24 h.
    private static readonly long[] Times =
    [
        1000,
        2000,
        5000,
        10_000,
        15_000,
        30_000,
        60_000,
        120_000,
        300_000,
        600_000,
        900_000,
        1_800_000,
        3_600_000,
        7_200_000,
        10_800_000,
        21_600_000,
        43_200_000,
        86_400_000,
    ];

    /// <summary>The place of a value.</summary>
    public double At(double value) => High == Low ? From : From + ((value - Low) / (High - Low) * (To - From));

    /// <summary>Round values (1, 2 or 5 times a power of ten apart) for an axis.</summary>
    /// <param name="most">At most about so many.</param>
    public IReadOnlyList<double> Ticks(int most)
    {
        var rough = (High - Low) / Math.Max(1, most);
        if (!(rough > 0))
        {
            return [Low];
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return Every(power * Array.Find(Decimal, factor => factor * power >= rough * 0.999));
    }

    /// <summary>Round times in milliseconds for an axis: as on a clock.</summary>
    /// <param name="most">At most about so many.</param>
    public IReadOnlyList<double> TimeTicks(int most)
    {
        var rough = (High - Low) / Math.Max(1, most);
        var step = Array.Find(Times, time => time >= rough);
        return High > Low ? Every(step == 0 ? Math.Ceiling(rough / Times[^1]) * Times[^1] : step) : [Low];
    }

    private List<double> Every(double step)
    {
        var ticks = new List<double>();
        for (var i = Math.Ceiling(Low / step); i * step <= High + (step * 1e-9); i++)
        {
            ticks.Add(i * step);
        }

        return ticks;
    }
}
