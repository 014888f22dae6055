using System.Collections.Immutable;
using SispamLang.Binding;

namespace SispamLang.Ledger;

/// <summary>Who and what a drill has, and whether it is what was announced.</summary>
/// <remarks>Units that only the prelude declares are outside: their strength is an assumption, not the planner's.</remarks>
public sealed record StrengthLedger
{
    private StrengthLedger() { }

    /// <summary>The units that are played, in source order. A formation adds nobody to them.</summary>
    public required ImmutableArray<LedgerUnit> Units { get; init; }

    /// <summary>The units held ready and not played; in no sum.</summary>
    public required ImmutableArray<LedgerUnit> Standby { get; init; }

    /// <summary>The units that take part with the strength that the prelude assumes; in no sum.</summary>
    public required ImmutableArray<LedgerUnit> Assumed { get; init; }

    /// <summary>All units that are played.</summary>
    public required Strength Total { get; init; }

    /// <summary>The units that are played, by their kinds.</summary>
    public required ImmutableArray<LedgerSum> ByKind { get; init; }

    /// <summary>The units that are played, by their agencies.</summary>
    public required ImmutableArray<LedgerSum> ByAgency { get; init; }

    /// <summary>The kit of the units that are played.</summary>
    public required ImmutableArray<LedgerKit> Kit { get; init; }

    /// <summary>What was announced beside the nearer sum; null if nothing was, or if no unit says how strong it is.</summary>
    public AnnouncedSum? Announced { get; private init; }

    /// <summary>The ledger of a drill.</summary>
    public static StrengthLedger Of(BoundDrill drill)
    {
        var own = drill.Units.Where(unit => unit.Source.Kind != SourceUnitKind.Prelude).ToList();
        var played = own.Where(unit => !unit.IsStandby).ToList();
        var units = Entries(played);
        var total = Sum(units);
        return new StrengthLedger
        {
            Units = units,
            Standby = Entries(own.Where(unit => unit.IsStandby)),
            Assumed = Entries(drill.Units.Where(unit => unit.Source.Kind == SourceUnitKind.Prelude)),
            Total = total,
            ByKind = SumBy(units, unit => unit.Kind),
            ByAgency = SumBy(units, unit => unit.Agency),
            Kit = KitOf(played),
            Announced =
                drill.Facts.Personnel is { } announced && total.People > 0
                    ? AnnouncedSum.Nearer(announced, total)
                    : null,
        };
    }

    /// <summary>What a unit consists of.</summary>
    internal static Strength StrengthOf(UnitSymbol unit) => new(unit.Personnel, unit.Vehicles, unit.Players);

    private static ImmutableArray<LedgerUnit> Entries(IEnumerable<UnitSymbol> units) =>
        [.. units.Select(unit => new LedgerUnit(unit.Name, unit.Kind, unit.Agency, StrengthOf(unit)))];

    private static Strength Sum(IEnumerable<LedgerUnit> units) =>
        units.Aggregate(default(Strength), (sum, unit) => sum + unit.Strength);

    private static ImmutableArray<LedgerSum> SumBy(ImmutableArray<LedgerUnit> units, Func<LedgerUnit, string> by) =>
        [
            .. units
                .GroupBy(unit => NameTable.Key(by(unit)), StringComparer.Ordinal)
                .Select(group => new LedgerSum(by(group.First()), group.Count(), Sum(group))),
        ];

    private static ImmutableArray<LedgerKit> KitOf(IEnumerable<UnitSymbol> units) =>
        [
            .. units
                .SelectMany(unit => unit.Kit, (unit, kit) => new BroughtKit(unit, kit))
                .GroupBy(brought => NameTable.Key(brought.Kit.Name), StringComparer.Ordinal)
                .Select(group => new LedgerKit(
                    group.First().Kit.Name,
                    group.Sum(brought => (long)brought.Kit.Count),
                    group.Select(brought => brought.Unit).Distinct().Sum(unit => StrengthOf(unit).People)
                )),
        ];

    private sealed record BroughtKit(UnitSymbol Unit, KitItem Kit);
}
