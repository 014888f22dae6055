using SispamLang.Dialects;

namespace SispamLang.Tests.Grammar;

/// <summary>The colours of editors; <c>tests/grammar/highlighting</c> shows what they come to.</summary>
public class TextMateTests
{
    private const string Path = "grammar/sispam.tmLanguage.json";

    [Fact]
    public void The_committed_file_is_made_of_the_tables() =>
        Assert.Equal(Generated.Of(Path, TextMate.Make()), TextMate.Make());

    [Fact]
    public void No_word_is_forgotten()
    {
        string file = TextMate.Make();
        foreach (WordForm form in Words.Concepts.SelectMany(concept => Words.FormsOf(concept)))
        {
            Assert.Matches(@"[(|:]" + form.Text.Replace(" ", @"\\\\s\+", StringComparison.Ordinal) + "[)|]", file);
        }
    }
}
