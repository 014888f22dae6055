namespace SispamLang.Ledger;

/// <summary>One unit in the ledger.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What sort of unit it is, or empty.</param>
/// <param name="Agency">Whose it is, or empty.</param>
/// <param name="Strength">What it consists of.</param>
public sealed record LedgerUnit(string Name, string Kind, string Agency, Strength Strength);

/// <summary>Several units of the ledger, summed.</summary>
/// <param name="Name">What they have in common, or empty.</param>
/// <param name="Units">How many they are.</param>
/// <param name="Strength">What they consist of together.</param>
public sealed record LedgerSum(string Name, int Units, Strength Strength);

/// <summary>One sort of kit, in all units of the ledger that bring it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Count">How many pieces.</param>
/// <param name="People">The personnel and players of the units that bring it.</param>
public sealed record LedgerKit(string Name, long Count, long People);
