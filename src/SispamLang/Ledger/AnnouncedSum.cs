using SispamLang.Programs;

namespace SispamLang.Ledger;

/// <summary>What was announced, and the sum of the units that comes nearest to it.</summary>
/// <param name="Announced">What was announced.</param>
/// <param name="WithPlayers">The sum counts role-players too.</param>
/// <param name="Sum">The sum.</param>
public sealed record AnnouncedSum(AnnouncedStrength Announced, bool WithPlayers, long Sum)
{
    /// <summary>How many more than announced, less than 0 if fewer; 0 if it fits.</summary>
    public long Surplus => Announced.Surplus(Sum);

    /// <summary>How many of some strength the sum counts.</summary>
    public long Of(Strength strength) => WithPlayers ? strength.People : strength.Personnel;

    /// <summary>The nearer sum; the personnel alone if both are equally near.</summary>
    internal static AnnouncedSum Nearer(AnnouncedStrength announced, Strength total)
    {
        var alone = new AnnouncedSum(announced, WithPlayers: false, total.Personnel);
        var together = new AnnouncedSum(announced, WithPlayers: true, total.People);
        return announced.WithPlayers || Math.Abs(together.Surplus) < Math.Abs(alone.Surplus) ? together : alone;
    }
}
