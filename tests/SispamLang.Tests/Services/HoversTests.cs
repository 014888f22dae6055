using SispamLang.Dialects;
using SispamLang.Services;

namespace SispamLang.Tests.Services;

/// <summary>Whatever stands in a drill tells what it is when it is pointed at.</summary>
public sealed class HoversTests
{
    [Theory]
    [InlineData("phase A: crowd escalates -> deploy Dalmas La▮njut", "unit **Dalmas Lanjut**")]
    [InlineData(
        "phase A: if an▮archic -> announce \"x\"",
        "**anarchic**: Violent; the highest step.\n\n- Situation red, threat: aggressive"
    )]
    [InlineData(
        "fase A: jika anar▮kis -> umumkan \"x\"",
        "**anarkis**: Massa anarkis; tingkat tertinggi.\n\n- Situasi merah, ancaman: agresif"
    )]
    [InlineData(
        "phase A: crowd esc▮alates -> next phase",
        "**escalates**: The crowd's mood goes one step up.\n\n- In Indonesian: bereskalasi"
    )]
    [InlineData(
        "crowd Warga: 30 people, hostile\nphase A: cr▮owd escalates -> warn",
        "**crowd**: The crowd of the drill.\n\n- In Indonesian: massa\n\ncrowd **Warga**\n\n- 30 people, hostile"
    )]
    [InlineData("phase A: crowd escalates -> dep▮loy AWC", "**deploy**: Orders units to a place.")]
    [InlineData("ph▮ase A: crowd escalates -> deploy AWC", "**phase**: A stage of the drill")]
    [InlineData(
        "fase A: massa bereskalasi -> kerahkan AWC k▮e KPU",
        "**ke**: Ke mana, kepada siapa, atau apa yang diubah.\n\n- Nama lain: kepada\n- Dalam bahasa Inggris: to"
    )]
    [InlineData(
        "drill \"X\":\n  follows perkap-2-▮2019",
        "doctrine **perkap-2-2019**: Perkap 2/2019, Penindakan Huru-Hara\n\n- Edition 2019"
    )]
    [InlineData(
        "drill \"X\":\n  follows perkap-2-2019\nwaive perkap-2-2019/three-▮appeals \"No PHH\"",
        "doctrine **perkap-2-2019/three-appeals**: art. 11(1)\n\n- The PHH commander appeals three times before anybody is pushed, sprayed or gassed.\n- Confidence: high, read in a source that quotes it\n- Asks: require warn crowd 3 times by PHH before push back or water cannon or tear gas\n- Waived: No PHH"
    )]
    [InlineData("# sispam: ignore SIS30▮07 counted\nphase A: crowd escalates -> deploy AWC", "**SIS3007**: ")]
    public void What_stands_there_is_told(string marked, string expected)
    {
        var files = new Workspace(marked + "\n");

        var hover = Hovers.At(files.Compilation, files.Source, files.Position, files.Compilation.Dialect);

        Assert.NotNull(hover);
        Assert.StartsWith(expected, hover.Markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("phase A for 1▮0 min: crowd escalates -> deploy AWC")]
    [InlineData("# a note▮\nphase A: crowd escalates -> deploy AWC")]
    [InlineData("▮")]
    [InlineData("phase A: crowd escalates -> announce \"to▮ all\"")]
    public void There_is_nothing_to_tell_of_numbers_texts_and_notes(string marked)
    {
        var files = new Workspace(marked + "\n");

        Assert.Null(Hovers.At(files.Compilation, files.Source, files.Position, Dialect.English));
    }

    [Fact]
    public void Every_built_in_word_has_a_meaning_in_both_languages() =>
        Assert.All(
            Words.Concepts,
            concept =>
            {
                Assert.NotEmpty(WordMeanings.Of(concept, Dialect.English));
                Assert.NotEmpty(WordMeanings.Of(concept, Dialect.Indonesian));
            }
        );
}
