namespace SispamLang.Ledger;

/// <summary>What a unit, or several of them, consists of.</summary>
/// <param name="Personnel">Police and others.</param>
/// <param name="Vehicles">Vehicles.</param>
/// <param name="Players">Role-players.</param>
public readonly record struct Strength(long Personnel, long Vehicles, long Players)
{
    /// <summary>Both together.</summary>
    public static Strength operator +(Strength left, Strength right) =>
        new(left.Personnel + right.Personnel, left.Vehicles + right.Vehicles, left.Players + right.Players);

    /// <summary>Personnel and players.</summary>
    public long People => Personnel + Players;
}
