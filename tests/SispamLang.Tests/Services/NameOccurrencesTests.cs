using SispamLang.Services;
using SispamLang.Text;

namespace SispamLang.Tests.Services;

/// <summary>Every name in a drill is known by its place.</summary>
public sealed class NameOccurrencesTests
{
    private const string Drill = """
        place KPU
        unit Dalmas Lanjut: 38 personnel, ready in 3 min
        role Danki commands Dalmas Lanjut
        crowd Massa: 200 people
        phase Rekap: until crowd disperses
          crowd escalates -> deploy Dalmas Lanjut to KPU by Danki
          Dalmas Lanjut arrives -> water cannon
        """;

    [Fact]
    public void Declarations_and_what_mentions_them_are_listed_in_the_order_of_the_text()
    {
        var names = NameOccurrences.In(Compile().Drill.Sources[^1]);

        Assert.Equal(
            [
                "KPU, declared",
                "Dalmas Lanjut, declared",
                "Danki, declared",
                "Dalmas Lanjut",
                "Massa, declared",
                "Rekap, declared",
                "Dalmas Lanjut",
                "KPU",
                "Danki",
                "Dalmas Lanjut",
                "water cannon",
            ],
            names.Select(name => Text(name) + (name.IsDeclaration ? ", declared" : ""))
        );
    }

    [Theory]
    [InlineData("Dalmas La▮njut to", "Dalmas Lanjut")]
    [InlineData("▮Dalmas Lanjut arrives", "Dalmas Lanjut")]
    [InlineData("Dalmas Lanjut▮ arrives", "Dalmas Lanjut")]
    [InlineData("Dalmas Lanjut arr▮ives", null)]
    [InlineData("crowd esc▮alates", null)]
    public void A_name_is_found_in_it_and_at_both_its_ends(string place, string? expected)
    {
        var cursor = Drill.IndexOf(place.Replace("▮", ""), StringComparison.Ordinal) + place.IndexOf('▮');

        var found = NameOccurrences.At(Compile().Drill.Sources[^1], cursor);

        Assert.Equal(expected, found is null ? null : Text(found));
    }

    private static string Text(NameOccurrence name) => name.Source.Tree.Text.ToString(name.Span);

    private static Compilation Compile() => Compilation.Create(new SourceText("drill.sispam", Drill), UseResult.None);
}
