using SispamLang.Text;

namespace SispamLang.Tests.Dialects;

public class CompositionTests
{
    [Theory]
    [InlineData("cafe\u0301", "caf\u00E9")]
    [InlineData("e\u0302\u0301", "\u1EBF")]
    [InlineData("\u00EA\u0301", "\u1EBF")]
    [InlineData("u\u031B\u0323", "\u1EF1")]
    [InlineData("n\u0303a\u0300", "\u00F1\u00E0")]
    public void A_letter_and_its_marks_are_one_character(string typed, string composed) =>
        Assert.Equal(composed, Composition.Compose(typed));

    [Theory]
    [InlineData("o\u0302\u0323", "\u1ED9")]
    [InlineData("o\u0323\u0302", "\u1ED9")]
    [InlineData("\u1EBF\u0323", "\u1EC7\u0301")]
    [InlineData("u\u0323\u031B", "\u1EF1")]
    public void Marks_above_and_below_may_come_in_any_order(string typed, string composed) =>
        Assert.Equal(composed, Composition.Compose(typed));

    [Theory]
    [InlineData("e\u0301\u0302", "\u00E9\u0302")]
    [InlineData("q\u0301", "q\u0301")]
    [InlineData("\u0301a", "\u0301a")]
    [InlineData("a\u0301\u0301", "\u00E1\u0301")]
    [InlineData("\uD800\u0301", "\uD800\u0301")]
    public void What_has_no_character_of_its_own_stays_in_order(string typed, string composed) =>
        Assert.Equal(composed, Composition.Compose(typed));

    [Fact]
    public void A_composed_letter_stays_as_it_is()
    {
        foreach (var (first, last) in ((char, char)[])[('\u00DF', '\u024F'), ('\u1E00', '\u1EFF')])
        {
            for (var c = first; c <= last; c++)
            {
                Assert.Equal(c.ToString(), Composition.Compose(c.ToString()));
            }
        }
    }
}
