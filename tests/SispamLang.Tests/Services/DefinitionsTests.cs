using SispamLang.Services;

namespace SispamLang.Tests.Services;

/// <summary>A name leads to where it is declared, in whatever file that is.</summary>
public sealed class DefinitionsTests
{
    private const string Library = """
        param Patience = 5 min
        tactic talk: force 2, uses Negosiator
        """;

    [Theory]
    [InlineData("place KPU\nphase A: crowd escalates -> deploy AWC to K▮PU", "drill.sispam 1: KPU")]
    [InlineData("use \"lib.sispam\"\nphase A: crowd escalates -> ta▮lk", "lib.sispam 2: talk")]
    [InlineData("use \"lib.sispam\" with Pat▮ience = 6 min", "lib.sispam 1: Patience")]
    [InlineData("use \"l▮ib.sispam\"", "lib.sispam 1: ")]
    [InlineData("phase A: crowd escalates -> wa▮rn", "prelude.sispam: warn, built in")]
    [InlineData("fase A: massa bereskalasi -> him▮bau", "prelude.sispam: warn, built in")]
    [InlineData("drill \"X\":\n  follows perk▮ap-2-2019", "perkap-2-2019.sispam: perkap-2-2019, built in")]
    [InlineData(
        "drill \"X\":\n  follows perkap-2-2019\nwaive perkap-2-2019/form▮ation-first \"x\"",
        "perkap-2-2019.sispam: formation-first, built in"
    )]
    [InlineData("crowd Warga: 30 people\nphase A: cro▮wd escalates -> warn", "drill.sispam 1: Warga")]
    [InlineData("fase A: mas▮sa bereskalasi -> himbau", "prelude.sispam: Massa, built in")]
    [InlineData("crowd A: 3 people\ncrowd B: 3 people\nphase X: each cr▮owd escalates -> warn A", null)]
    [InlineData("phase A: crowd esca▮lates -> warn", null)]
    public void Definition(string marked, string? expected)
    {
        var files = new Workspace(("lib.sispam", Library), ("drill.sispam", marked + "\n"));

        Assert.Equal(expected, Told(Definitions.At(files.Compilation, files.Source, files.Position)));
    }

    [Theory]
    [InlineData("unit Dalmas Lan▮jut Kota: 30 personnel", "prelude.sispam: Dalmas Lanjut, built in")]
    [InlineData("unit Ton▮ A: 30 personnel, as PHH", "prelude.sispam: PHH, built in")]
    [InlineData("unit Ton▮ A: 30 personnel", null)]
    [InlineData("crowd Ma▮ssa: 30 people, hostile", "prelude.sispam: hostile, built in")]
    [InlineData("unit A: 1 personnel\nunit B: 1 personnel\nformation C▮: A, B", "drill.sispam 1: A; drill.sispam 2: B")]
    [InlineData(
        "phase A: crowd escalates -> tear ▮gas",
        "prelude.sispam: PHH, built in; prelude.sispam: Penindak, built in"
    )]
    public void Type_definition(string marked, string? expected)
    {
        var files = new Workspace(marked + "\n");

        Assert.Equal(expected, Told(Definitions.TypeAt(files.Compilation, files.Source, files.Position)));
    }

    private static string? Told(Definition? definition) =>
        definition is null
            ? null
            : string.Join(
                "; ",
                definition.Places.Select(place =>
                    place.ComesWithLanguage
                        ? $"{place.Text.Path}: {place.Text.ToString(place.NameSpan)}, built in"
                        : $"{place.Text.Path} {place.Text.PositionOf(place.NameSpan.Start).Line + 1}: "
                            + place.Text.ToString(place.NameSpan)
                )
            );
}
