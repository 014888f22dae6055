namespace SispamLang.Tests.Grammar;

public class KeywordPageTests
{
    [Fact]
    public void The_page_is_made_of_the_tables() =>
        Assert.Equal(Generated.Of("docs/keywords.md", KeywordPage.Make()), KeywordPage.Make());
}
