using SispamLang.Binding;
using SispamLang.Text;

namespace SispamLang.Tests.Binding;

public class NameTests
{
    [Theory]
    [InlineData("Dalmas Café", "Dalmas Café")]
    [InlineData("Dalmas Café", "dalmas CAFÉ")]
    [InlineData("Dalmas Caf\u00E9", "Dalmas Cafe\u0301")]
    [InlineData("Dalmas Cafe\u0301", "DALMAS CAFE\u0301")]
    [InlineData("Dalmas Café", "Dalmas   Café")]
    [InlineData("Dalmas Café", "Dalmas\tCafé")]
    [InlineData("Dalmas Café", "Dalmas\u00A0Café")]
    [InlineData("Dalmas\u00A0Café", "Dalmas Café")]
    [InlineData("Peleton Satu", "Peleton\u00A0Satu")]
    [InlineData("Peleton Satu", "\"Peleton\u00A0Satu\"")]
    [InlineData("Dalmas Café", "\"Dalmas Café\"")]
    [InlineData("Dalmas Café", "\"  dalmas   café \"")]
    [InlineData("\"Dalmas  Café\"", "Dalmas Café")]
    [InlineData("Peleton  Satu", "peleton satu")]
    [InlineData("Peleton\tSatu", "\"Peleton Satu\"")]
    [InlineData("Kodim 0820", "KODIM 0820")]
    [InlineData("\"Regu \\\"A\\\"\"", "\"regu \\\"a\\\"\"")]
    public void A_name_is_the_same_whatever_its_case_blanks_and_quotes(string declared, string written) =>
        Assert.Empty(Check(declared, written));

    [Theory]
    [InlineData("Dalmas Café", "Dalmas Cafe")]
    [InlineData("Dalmas Café", "Dalmas Caféé")]
    [InlineData("Dalmas Café", "DalmasCafé")]
    [InlineData("Peleton Satu", "Peleton")]
    [InlineData("Peleton Satu", "Peleton Satu Dua")]
    [InlineData("Peleton Satu", "PeletonSatu")]
    [InlineData("Peleton Satu", "Peleton Sat")]
    [InlineData("Peleton Satu", "Peleton Satuu")]
    [InlineData("PeletonSatu", "Peleton Satu")]
    [InlineData("Kodim 0820", "Kodim 820")]
    public void Another_name_is_another(string declared, string written) => Assert.NotEmpty(Check(declared, written));

    [Theory]
    [InlineData("Peleton  Satu", "Peleton Satu")]
    [InlineData("Peleton\t Satu", "Peleton Satu")]
    [InlineData("\"Regu \\\"A\\\"\"", "Regu \"A\"")]
    public void A_name_shows_as_declared_with_one_blank_between_its_words(string declared, string shown) =>
        Assert.Equal(shown, Assert.Single(Compile(declared, declared).Drill.Units).Name);

    [Fact]
    public void Where_a_name_and_a_word_differ_by_capitals_the_capitals_decide()
    {
        BoundDrill drill = Compilation
            .Create(
                new SourceText(
                    "drill.sispam",
                    """
                    massa Massa: 100 orang, terskenario
                    massa Kedua: 100 orang, terskenario
                    fase A:
                      Massa bereskalasi -> umumkan "x"
                      MASSA bereskalasi -> umumkan "y"
                    """
                ),
                UseResult.None,
                TestContext.Current.CancellationToken
            )
            .Drill;

        Assert.All(
            drill.Rules,
            rule => Assert.Equal("Massa", Assert.Single(((BoundEventTrigger)rule.Trigger).Events).Subject?.Name)
        );
    }

    private static IEnumerable<string> Check(string declared, string written) =>
        Compile(declared, written).Diagnostics.Select(d => d.Id);

    private static Compilation Compile(string declared, string written) =>
        Compilation.Create(
            new SourceText(
                "drill.sispam",
                $"unit {declared}: 38 personnel\nphase A: crowd escalates -> deploy {written}; {written} arrives -> announce \"x\"\n"
            ),
            UseResult.None
        );
}
