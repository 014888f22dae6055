namespace SispamLang.Programs;

/// <summary>The strength that a drill announces.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Exactness">How exactly it is meant.</param>
/// <param name="WithPlayers">It says that it counts role-players too; if not, it leaves open whether it does.</param>
public sealed record AnnouncedStrength(int Figure, Exactness Exactness, bool WithPlayers)
{
    private const int AboutPercent = 5;

    /// <summary>Such a sum is what is announced.</summary>
    public bool Fits(long sum) =>
        Exactness switch
        {
            Exactness.About => Math.Abs(sum - Figure) * 100 <= (long)Figure * AboutPercent,
            Exactness.Over => sum > Figure,
            _ => sum == Figure,
        };

    /// <summary>How many a sum has more than what is announced, less than 0 if fewer; 0 if it fits.</summary>
    public long Surplus(long sum) =>
        Fits(sum) ? 0
        : Exactness == Exactness.Over ? sum - Figure - 1
        : sum - Figure;
}

/// <summary>How exactly a figure is meant.</summary>
public enum Exactness
{
    /// <summary>Just so many.</summary>
    Exact,

    /// <summary>Up to 5% more or fewer.</summary>
    About,

    /// <summary>More than that.</summary>
    Over,
}
