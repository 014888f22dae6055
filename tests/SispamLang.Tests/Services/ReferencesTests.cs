using SispamLang.Services;

namespace SispamLang.Tests.Services;

/// <summary>What is declared is found wherever it is named, in every file that knows it.</summary>
public sealed class ReferencesTests
{
    private const string Library = """
        unit Ton A: 30 personnel
        throughout: crowd throws -> deploy Ton A
        """;

    [Theory]
    [InlineData("use \"lib.sispam\"\nphase A: crowd escalates -> deploy To▮n A")]
    [InlineData("use \"lib.sispam\"\nphase A: Ton▮ A arrives -> deploy Ton A")]
    public void A_name_of_a_library_is_found_in_all_its_users(string drill)
    {
        var files = new Workspace(
            ("lib.sispam", Library),
            ("drill.sispam", drill),
            ("other.sispam", "use \"lib.sispam\"\r\nphase B: crowd calms -> withdraw \"Ton A\"\r\n"),
            ("apart.sispam", "unit Ton A: 5 personnel\n")
        );
        var name = NameOccurrences.At(files.Path, files.Position, files.Compilations);

        var references = References.Of(Assert.IsType<NameOccurrence>(name).Symbol, files.Compilations);

        Assert.Equal(
            ["drill.sispam", "lib.sispam", "lib.sispam", "other.sispam"],
            references.Select(r => r.Text.Path).Distinct().Append("lib.sispam").Order(StringComparer.Ordinal)
        );
        Assert.All(references, r => Assert.Equal("Ton A", r.Text.ToString(r.Span).Trim('"')));
        Assert.Equal(
            "lib.sispam 0",
            Assert.Single(references, r => r.IsDeclaration) is var d ? $"{d.Text.Path} {d.Span.Start - 5}" : ""
        );
    }

    [Fact]
    public void What_comes_with_the_language_is_found_where_it_is_declared_and_where_the_user_names_it()
    {
        var files = new Workspace("phase A: crowd escalates -> wa▮rn, warn\n");
        var name = NameOccurrences.At(files.Path, files.Position, files.Compilations);

        var references = References.Of(Assert.IsType<NameOccurrence>(name).Symbol, files.Compilations);

        Assert.Equal(
            ["drill.sispam", "drill.sispam", "prelude.sispam", "prelude.sispam", "prelude.sispam"],
            references.Select(r => r.Text.Path).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("drill \"X\": follows perkap-2-20▮19", "drill other perkap-2-2019.sispam waiver")]
    [InlineData(
        "drill \"X\": follows perkap-2-2019\nwaive perkap-2-2019/three-app▮eals \"x\"",
        "drill perkap-2-2019.sispam waiver"
    )]
    public void Doctrines_and_their_rules_are_found_in_all_drills(string marked, string expected)
    {
        var files = new Workspace(
            ("drill", marked + "\n"),
            ("other", "drill \"Y\": follows perkap-2-2019\n"),
            ("waiver", "drill \"Z\": follows perkap-2-2019\nwaive perkap-2-2019/three-appeals \"x\"\n")
        );

        var references = References.At(files.Path, files.Position, files.Compilations);

        Assert.Equal(
            expected,
            string.Join(" ", references.Select(r => r.Text.Path).Distinct().Order(StringComparer.Ordinal))
        );
        Assert.Single(references, r => r is { IsDeclaration: true, ComesWithLanguage: true });
    }

    [Theory]
    [InlineData(
        "counter hu▮rt: 0..9\nphase A:\n  crowd throws -> add 1 to hurt, set hurt to 2\n  hurt changes -> warn\n  if hurt > 2 -> warn",
        "hurt! hurt! hurt! hurt hurt"
    )]
    [InlineData("event bo▮mb\nphase A:\n  bomb -> warn\n  crowd throws -> bomb", "bomb! bomb bomb!")]
    [InlineData(
        "unit Ton: 3 personnel\nphase A:\n  crowd throws -> deploy T▮on, wait until Ton arrives\n  Ton arrives -> withdraw Ton",
        "Ton! Ton! Ton Ton Ton!"
    )]
    [InlineData(
        "unit Ton: 3 personnel\nformation F: Ton\nphase A:\n  crowd throws -> deploy ▮F\n  F arrives -> warn",
        "F! F! F"
    )]
    [InlineData("fase A: massa melempar -> fase berikutnya\nfase B: massa melempar -> pindah ke ▮A", "A! A!")]
    [InlineData(
        "drill \"X\":\n  follows perkap-2-20▮19\nwaive perkap-2-2019/three-appeals \"x\"",
        "perkap-2-2019 perkap-2-2019"
    )]
    [InlineData("phase A: crowd thr▮ows -> warn", "")]
    public void In_one_file_what_is_done_to_it_is_told_from_what_is_said_of_it(string marked, string expected)
    {
        var files = new Workspace(marked + "\n");

        var highlights = References.HighlightsAt(files.Compilation, files.Source, files.Position);

        Assert.Equal(
            expected,
            string.Join(" ", highlights.Select(h => files.Source.Tree.Text.ToString(h.Span) + (h.IsWrite ? "!" : "")))
        );
    }
}
