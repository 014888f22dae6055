using SispamLang.Formatting;
using SispamLang.Syntax;
using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Tests.Formatting;

public class FormatterTests
{
    [Fact]
    public void Drills_are_laid_out_as_the_page_shows()
    {
        string page = File.ReadAllText(Repository.PathOf("docs/layout.md")).ReplaceLineEndings("\n");
        string[] blocks = [.. page.Split("```sispam\n").Skip(1).Select(part => part.Split("```")[0])];

        Assert.True(blocks.Length > 10 && blocks.Length % 2 == 0);
        for (int i = 0; i < blocks.Length; i += 2)
        {
            Assert.Equal(blocks[i + 1], FormatterLaw.Check(blocks[i]));
        }
    }

    [Theory]
    [InlineData("phase A :at end ->announce \"x\"", "phase A: at end -> announce \"x\"\n")]
    [InlineData("phase A :at end ->announce \"x\"\r\nevent b", "phase A: at end -> announce \"x\"\r\nevent b\r\n")]
    [InlineData("phase A :at end ->announce \"x\"\revent b", "phase A: at end -> announce \"x\"\revent b\r")]
    [InlineData("\uFEFF\n\nevent b", "\uFEFFevent b\n")]
    [InlineData("", "")]
    [InlineData(" \n\n", "")]
    [InlineData("# only a comment  \n\n", "# only a comment\n")]
    [InlineData("\n# language: en\nevent b", "\n# language: en\nevent b\n")]
    [InlineData("\n\n\n# language: en\nevent b", "\n# language: en\nevent b\n")]
    public void Line_ends_and_the_byte_order_mark_stay(string content, string expected) =>
        Assert.Equal(expected, FormatterLaw.Check(content));

    [Fact]
    public void A_file_that_is_laid_out_is_the_same_text()
    {
        SyntaxTree tree = FormatterLaw.Parse("event a\n");

        Assert.Same(tree.Text.Content, Formatter.Format(tree));
    }

    [Fact]
    public void A_file_with_tabs_and_blanks_stays_as_it_is()
    {
        const string Content = "phase  A:\n\tat start -> announce \"x\"\n    at end -> announce \"y\"\n";

        Assert.Equal(Content, FormatterLaw.Check(Content));
    }

    [Fact]
    public void A_range_lays_out_the_declarations_that_it_touches()
    {
        const string Content =
            "event  a\nphase  B:\n    at start->announce \"x\"\n    at end->announce \"y\"\nevent  c\n";
        SyntaxTree tree = FormatterLaw.Parse(Content);
        var range = new TextSpan(Content.IndexOf("at start", StringComparison.Ordinal), 0);

        Assert.Equal(
            "event  a\nphase B:\n  at start -> announce \"x\"\n  at end -> announce \"y\"\nevent  c\n",
            FormatterLaw.Apply(Content, Formatter.EditsIn(tree, range, TestContext.Current.CancellationToken))
        );
    }

    [Fact]
    public void A_line_that_is_typed_is_laid_out_between_its_words()
    {
        const string Content =
            "phase  B:\n    at start→announce \"x\"  ,  announce \"z\"\n    at end->announce \"y\"\n";
        SyntaxTree tree = FormatterLaw.Parse(Content);

        Assert.Equal(
            "phase  B:\n    at start -> announce \"x\", announce \"z\"\n    at end->announce \"y\"\n",
            FormatterLaw.Apply(Content, Formatter.EditsOfLine(tree, 1, TestContext.Current.CancellationToken))
        );
        Assert.Empty(Formatter.EditsOfLine(tree, 9, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void It_can_be_ended_early()
    {
        SyntaxTree tree = FormatterLaw.Parse("event  a\n");

        Assert.Throws<OperationCanceledException>(() => Formatter.Format(tree, new CancellationToken(canceled: true)));
    }
}
