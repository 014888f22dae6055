using FsCheck;
using FsCheck.Fluent;
using SispamLang.Ledger;
using SispamLang.Programs;
using SispamLang.Text;

namespace SispamLang.Tests.Ledger;

/// <summary>Sums that can be done on paper.</summary>
public class StrengthLedgerTests
{
    private const string Drill = """
        drill "City hall": personnel about 100
        unit Dalmas Lanjut: 38 personnel of Sat Samapta, with 30 shields, 30 batons, rope
        unit Dalmas Lanjut 2: 37 personnel of sat samapta, with 20 shields
        unit AWC: 1 vehicle, 3 personnel of Sat Samapta
        unit Guard: 20 personnel of Polsek
        unit Cadets: 60 players of Polres, as Pemeran
        unit Damkar: 2 vehicles, 12 personnel of Damkar, on standby
        formation Line: Dalmas Lanjut, AWC
        phase Rekap: crowd escalates -> deploy Line and Medis
        """;

    [Fact]
    public void Every_unit_is_counted_once_whatever_formation_it_is_in()
    {
        var ledger = LedgerOf(Drill);

        Assert.Equal(
            ["Dalmas Lanjut", "Dalmas Lanjut 2", "AWC", "Guard", "Cadets"],
            ledger.Units.Select(unit => unit.Name)
        );
        Assert.Equal(new Strength(98, 1, 60), ledger.Total);
        Assert.Equal(158, ledger.Total.People);
    }

    [Fact]
    public void Sums_are_by_kind_and_by_agency_whose_capitals_do_not_matter()
    {
        var ledger = LedgerOf(Drill);

        Assert.Equal(
            [
                new LedgerSum("Dalmas Lanjut", 2, new Strength(75, 0, 0)),
                new LedgerSum("AWC", 1, new Strength(3, 1, 0)),
                new LedgerSum("", 1, new Strength(20, 0, 0)),
                new LedgerSum("Pemeran", 1, new Strength(0, 0, 60)),
            ],
            ledger.ByKind
        );
        Assert.Equal(
            [
                new LedgerSum("Sat Samapta", 3, new Strength(78, 1, 0)),
                new LedgerSum("Polsek", 1, new Strength(20, 0, 0)),
                new LedgerSum("Polres", 1, new Strength(0, 0, 60)),
            ],
            ledger.ByAgency
        );
    }

    [Fact]
    public void Standby_units_and_assumed_strengths_are_apart()
    {
        var ledger = LedgerOf(Drill);

        Assert.Equal([new LedgerUnit("Damkar", "Damkar", "Damkar", new Strength(12, 2, 0))], ledger.Standby);
        Assert.Equal([new LedgerUnit("Medis", "Medis", "Dokkes", new Strength(3, 0, 0))], ledger.Assumed);
    }

    [Fact]
    public void Kit_stands_beside_the_people_of_the_units_that_bring_it() =>
        Assert.Equal(
            [new LedgerKit("shields", 50, 75), new LedgerKit("batons", 30, 38), new LedgerKit("rope", 1, 38)],
            LedgerOf(Drill).Kit
        );

    // 98 personnel and 60 players.
    [Theory]
    [InlineData("98", false, 98, 0)]
    [InlineData("158", true, 158, 0)]
    [InlineData("100", false, 98, -2)]
    [InlineData("150", true, 158, 8)]
    [InlineData("128", false, 98, -30)]
    [InlineData("about 94", false, 98, 0)]
    [InlineData("about 93", false, 98, 5)]
    [InlineData("about 103", false, 98, 0)]
    [InlineData("about 104", false, 98, -6)]
    [InlineData("about 160", true, 158, 0)]
    [InlineData("over 97", false, 98, 0)]
    [InlineData("over 98", true, 158, 0)]
    [InlineData("over 158", true, 158, -1)]
    [InlineData("over 300", true, 158, -143)]
    [InlineData("98 with players", true, 158, 60)]
    [InlineData("over 100 with players", true, 158, 0)]
    public void The_announced_figure_is_compared_with_the_nearer_sum(
        string announced,
        bool withPlayers,
        long sum,
        long surplus
    )
    {
        var nearer = LedgerOf(Drill.Replace("about 100", announced, StringComparison.Ordinal)).Announced;

        Assert.NotNull(nearer);
        Assert.Equal((withPlayers, sum, surplus), (nearer.WithPlayers, nearer.Sum, nearer.Surplus));
    }

    [Theory]
    [InlineData("drill \"A\": personnel about 367", 367, Exactness.About, false)]
    [InlineData("drill \"A\": personnel 433 with players", 433, Exactness.Exact, true)]
    [InlineData("latihan \"A\": personel lebih dari 300 dengan pemeran", 300, Exactness.Over, true)]
    public void The_announced_figure_is_read_in_both_languages(
        string text,
        int figure,
        Exactness exactness,
        bool withPlayers
    )
    {
        var compilation = Compile(text);

        Assert.Empty(compilation.Diagnostics);
        Assert.Equal(new AnnouncedStrength(figure, exactness, withPlayers), compilation.Drill.Facts.Personnel);
    }

    [Fact]
    public void Where_no_unit_says_how_strong_it_is_there_is_nothing_to_compare()
    {
        var compilation = Compile("drill \"A\": personnel 450\nphase Rekap: crowd escalates -> deploy Dalmas");

        Assert.Empty(compilation.Diagnostics);
        Assert.Null(StrengthLedger.Of(compilation.Drill).Announced);
    }

    /// <summary>However the units are grouped, the sums are the same; standby and formations change none of them.</summary>
    [Fact]
    public void All_groupings_of_any_units_add_up_to_the_same_total()
    {
        var unit =
            from personnel in Gen.Choose(0, 120)
            from vehicles in Gen.Choose(0, 3)
            from players in Gen.Choose(0, 60)
            from agency in Gen.Elements("", " of Polres", " of POLRES", " of TNI", " of Kodim 0820")
            from kind in Gen.Elements("", ", as Dalmas", ", as Dalmas Lanjut", ", as TNI")
            from standby in Gen.Elements("", "", "", ", on standby")
            select (Strength: new Strength(personnel, vehicles, players), agency, kind, standby);

        Prop.ForAll(
                unit.ListOf().ToArbitrary(),
                units =>
                {
                    var lines = units.Select(
                        (u, i) =>
                            $"unit Regu {i}: {u.Strength.Personnel} personnel{u.agency}, {u.Strength.Vehicles} vehicles, "
                            + $"{u.Strength.Players} players{u.kind}{u.standby}"
                    );
                    var names = string.Join(", ", units.Select((_, i) => $"Regu {i}"));
                    var formation = units.Any() ? $"\nformation All: {names}" : "";
                    var ledger = LedgerOf(string.Join("\n", lines) + formation + "\nphase Rekap");

                    var played = units.Where(u => u.standby.Length == 0).Select(u => u.Strength).ToList();
                    var expected = new Strength(
                        played.Sum(s => s.Personnel),
                        played.Sum(s => s.Vehicles),
                        played.Sum(s => s.Players)
                    );
                    Assert.Equal(expected, ledger.Total);
                    Assert.Equal(expected, Sum(ledger.Units.Select(u => u.Strength)));
                    Assert.Equal(expected, Sum(ledger.ByKind.Select(s => s.Strength)));
                    Assert.Equal(expected, Sum(ledger.ByAgency.Select(s => s.Strength)));
                    Assert.Equal(played.Count, ledger.ByKind.Sum(s => s.Units));
                    Assert.Equal(played.Count, ledger.ByAgency.Sum(s => s.Units));
                    Assert.Equal(units.Count() - played.Count, ledger.Standby.Length);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static Strength Sum(IEnumerable<Strength> parts) => parts.Aggregate(default(Strength), (a, b) => a + b);

    private static StrengthLedger LedgerOf(string text)
    {
        var compilation = Compile(text);
        Assert.False(compilation.HasErrors, string.Join("\n", compilation.Diagnostics.Select(d => d.Id)));
        return StrengthLedger.Of(compilation.Drill);
    }

    private static Compilation Compile(string text) =>
        Compilation.Create(new SourceText("drill.sispam", text), UseResult.None);
}
