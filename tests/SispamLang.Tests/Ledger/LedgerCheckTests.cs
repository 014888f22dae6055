using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Tests.Ledger;

/// <summary>What the checker says about strength, kit and whereabouts.</summary>
public class LedgerCheckTests
{
    // The sizes of a published order that announces 226 people, and whose parts are 220.
    private const string Published = """
        drill "Order of the day": personnel 226
        unit Negosiator: 6 personnel
        unit Dalmas Awal: 38 personnel
        unit Dalmas Lanjut 1: 39 personnel, with 30 shields
        unit Dalmas Lanjut 2: 38 personnel, with 30 shields
        unit Support Squad: 8 personnel
        unit Tim Tangkap: 4 personnel
        unit Raimas: 10 personnel
        unit AWC 1: 1 vehicle, 3 personnel
        unit AWC 2: 1 vehicle, 3 personnel
        unit Medis: 3 personnel
        unit Dokumentasi: 2 personnel
        unit K9: 4 personnel
        unit Mobil Penerangan: 1 vehicle, 2 personnel
        unit Pemeran: 60 players
        phase Rekap: crowd escalates -> deploy Dalmas Awal

        """;

    [Fact]
    public void An_order_of_226_that_adds_up_to_220_is_told_by_how_much_and_of_what()
    {
        var diagnostic = Assert.Single(Check(Published));

        Assert.Equal(
            "“personnel 226” is announced, but personnel and players add up to 220, which is 6 too few: 6 Negosiator + "
                + "38 Dalmas Awal + 39 Dalmas Lanjut 1 + 38 Dalmas Lanjut 2 + 8 Support Squad + 4 Tim Tangkap + 10 Raimas + "
                + "3 AWC 1 + 3 AWC 2 + 3 Medis + 2 Dokumentasi + 4 K9 + 2 Mobil Penerangan + 60 Pemeran.",
            DiagnosticCatalogue.Render(diagnostic, Dialect.English)
        );
        Assert.StartsWith(
            "“personnel 226” diumumkan, tetapi personel dan pemeran berjumlah 220, yaitu kurang 6: 6 Negosiator + ",
            DiagnosticCatalogue.Render(diagnostic, Dialect.Indonesian),
            StringComparison.Ordinal
        );
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.Equal("personnel 226", Published.Substring(diagnostic.Span.Start, diagnostic.Span.Length));
    }

    [Theory]
    [InlineData("personnel 220")]
    [InlineData("personnel 160")]
    [InlineData("personnel about 226")]
    [InlineData("personnel over 219")]
    [InlineData("personnel 220 with players")]
    public void What_adds_up_is_not_told_of(string announced) =>
        Assert.Empty(Check(Published.Replace("personnel 226", announced, StringComparison.Ordinal)));

    [Fact]
    public void With_players_says_which_sum_is_meant() =>
        Assert.Contains(
            "personnel and players add up to 220, which is 60 too many",
            DiagnosticCatalogue.Render(
                Assert.Single(Check(Published.Replace("226", "160 with players", StringComparison.Ordinal))),
                Dialect.English
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_end_of_a_long_list_is_one_number()
    {
        var units = string.Concat(Enumerable.Range(1, 30).Select(i => $"unit Regu {i}: 10 personnel\n"));
        var message = DiagnosticCatalogue.Render(
            Assert.Single(
                Check("drill \"A\": personnel 310\n" + units + "phase Rekap: crowd escalates -> deploy Regu 1")
            ),
            Dialect.English
        );

        Assert.Contains("add up to 300, which is 10 too few", message, StringComparison.Ordinal);
        Assert.EndsWith(" + 10 Regu 24 + 60 ….", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("drill \"A\": personnel 10 with")]
    [InlineData("drill \"A\": personnel 10 with people")]
    [InlineData("latihan \"A\": personel 10 dengan satuan")]
    public void What_a_figure_is_with_has_to_be_players(string text) =>
        Assert.Contains(Check(text), d => d.Severity == DiagnosticSeverity.Error);

    [Theory]
    [InlineData("30 personnel, with 31 shields", "31 shields, but has only 30")]
    [InlineData("30 personnel, with 20 round shields, 20 long shields", "40 round shields + long shields")]
    [InlineData("30 personnel, with 31 tameng", "31 tameng")]
    [InlineData("30 personnel, with 31 rompi antipeluru", "31 rompi antipeluru")]
    [InlineData("30 personnel, 5 players, with 36 helmets", "36 helmets, but has only 35")]
    [InlineData("2 personnel, 3 vehicles", "3 vehicles, but has only 2")]
    public void Kit_that_nobody_is_there_to_carry_is_told_of(string strength, string expected)
    {
        var diagnostic = Assert.Single(Check($"unit Regu: {strength}\nphase Rekap: crowd escalates -> deploy Regu"));

        Assert.Equal(DiagnosticCode.KitWithoutPeople, diagnostic.Code);
        Assert.Contains(expected, DiagnosticCatalogue.Render(diagnostic, Dialect.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("30 personnel, with 30 shields, 30 batons, 30 helmets")]
    [InlineData("10 personnel, with 40 road cones, 200 baton rounds")]
    [InlineData("10 personnel, with 40 kerucut jalan")]
    [InlineData("1 vehicle, with 20 shields")]
    public void Kit_for_everybody_and_kit_of_which_one_carries_several_is_fine(string strength) =>
        Assert.Empty(Check($"unit Regu: {strength}\nphase Rekap: crowd escalates -> deploy Regu"));

    [Theory]
    [InlineData("at start -> deploy Dalmas to A, deploy Dalmas to B")]
    [InlineData("at start -> deploy Dalmas to A; at start -> announce \"x\", deploy Raimas and Dalmas to B")]
    [InlineData("after 5 min -> deploy Dalmas to A; after 300 s -> deploy Dalmas to B")]
    [InlineData("crowd escalates -> deploy Dalmas to A; crowd throws or crowd escalates -> deploy Dalmas to B")]
    [InlineData("crowd escalates -> deploy Dalmas to A; crowd escalates if red -> deploy Dalmas to B")]
    [InlineData("if anarchic -> deploy Dalmas to A; if Anarchic -> deploy Line to B")]
    [InlineData("every 5 min -> deploy Dalmas to A; every 5 min -> deploy Line to B")]
    public void A_unit_sent_to_two_places_in_one_instant_is_told_of(string rules) =>
        Assert.Contains(DiagnosticCode.InTwoPlaces, Codes(Places(rules)));

    [Theory]
    [InlineData("at start -> deploy Dalmas to A, wait 5 min, deploy Dalmas to B")]
    [InlineData("at start -> deploy Dalmas to A; at end -> deploy Dalmas to B")]
    [InlineData("at start -> deploy Dalmas to A; at start -> deploy Dalmas to A")]
    [InlineData("after 5 min -> deploy Dalmas to A; after 6 min -> deploy Dalmas to B")]
    [InlineData("after 1..5 min -> deploy Dalmas to A; after 1..5 min -> deploy Dalmas to B")]
    [InlineData("crowd escalates if red -> deploy Dalmas to A; crowd escalates if yellow -> deploy Dalmas to B")]
    [InlineData("at start -> if red: deploy Dalmas to A otherwise: deploy Dalmas to B")]
    [InlineData("Dalmas arrives -> deploy Dalmas to A; Raimas arrives -> deploy Dalmas to B")]
    public void Orders_of_different_instants_are_fine(string rules) =>
        Assert.DoesNotContain(DiagnosticCode.InTwoPlaces, Codes(Places(rules)));

    [Fact]
    public void Rules_of_different_phases_do_not_meet_but_those_of_throughout_do()
    {
        const string First = "place A; place B\nphase One for 5 min: crowd escalates -> deploy Dalmas to A\n";

        Assert.DoesNotContain(
            DiagnosticCode.InTwoPlaces,
            Codes(First + "phase Two for 5 min: crowd escalates -> deploy Dalmas to B")
        );
        Assert.Contains(DiagnosticCode.InTwoPlaces, Codes(First + "throughout: crowd escalates -> deploy Dalmas to B"));
    }

    [Fact]
    public void A_formation_without_orders_only_says_who_belongs_together()
    {
        const string Formations = "formation Company: Dalmas, Raimas\nformation Line: Dalmas, Medis\n";

        Assert.DoesNotContain(
            DiagnosticCode.InTwoFormations,
            Codes(Formations + "role Danki commands Company\nphase Rekap: crowd escalates -> deploy Line")
        );
        Assert.Contains(
            DiagnosticCode.InTwoFormations,
            Codes(Formations + "phase Rekap: crowd escalates -> deploy Line; crowd throws -> withdraw Company")
        );
    }

    [Fact]
    public void Players_may_play_one_crowd_after_another()
    {
        const string Crowds = """
            place A; place B
            unit Cadets: 60 players
            crowd One: 100 people, restless, at A, from First, played by Cadets
            crowd Two: 100 people, restless, at B, from Second, played by Cadets
            phase First for 10 min: One escalates -> deploy Dalmas to A

            """;

        Assert.DoesNotContain(
            DiagnosticCode.PlaysTwoCrowds,
            Codes(Crowds + "phase Second for 10 min: Two escalates -> deploy Dalmas to B")
        );
        Assert.Contains(
            DiagnosticCode.PlaysTwoCrowds,
            Codes(Crowds.Replace("from Second", "from First", StringComparison.Ordinal))
        );
    }

    public static TheoryData<string> Examples { get; } =
    [
        .. Directory
            .EnumerateFiles(Repository.PathOf("examples"), "*.sispam")
            .Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_figures_of_every_example_add_up(string name)
    {
        var path = Repository.PathOf("examples/" + name);

        Assert.DoesNotContain(Check(File.ReadAllText(path)), d => d.Id.StartsWith("SIS32", StringComparison.Ordinal));
    }

    private static string Places(string rules) =>
        "place A; place B\nformation Line: Dalmas, Medis\nphase Rekap for 30 min: " + rules;

    private static IEnumerable<DiagnosticCode> Codes(string text)
    {
        var diagnostics = Check(text);
        Assert.DoesNotContain(diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        return diagnostics.Select(d => d.Code);
    }

    private static IReadOnlyList<Diagnostic> Check(string text) =>
        Compilation.Create(new SourceText("drill.sispam", text), UseResult.None).Diagnostics;
}
