using System.Text;
using SispamLang.Diagnostics;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Tests.Syntax;

/// <summary>Texts that are no drills, or try to be too much of one.</summary>
public class BadInputTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData(" \t \r\n\n")]
    [InlineData("# A comment alone")]
    public void A_text_without_words_is_no_drill(string content) =>
        Assert.Equal([DiagnosticCode.NothingInFile], Codes(SyntaxChecks.Check(content)));

    [Theory]
    [InlineData("->")]
    [InlineData("→")]
    [InlineData("otherwise")]
    [InlineData("12")]
    [InlineData("\"x\"")]
    public void A_line_that_starts_no_declaration_is_one_mistake(string content) =>
        Assert.Equal([DiagnosticCode.Expected], Codes(SyntaxChecks.Check(content)));

    [Fact]
    public void A_binary_file_is_a_few_messages_not_one_a_byte()
    {
        byte[] bytes = new byte[100_000];
        new Random(1).NextBytes(bytes);

        SyntaxTree tree = SyntaxChecks.Check(Encoding.UTF8.GetString(bytes));

        Assert.Contains(tree.Diagnostics, d => d.Code == DiagnosticCode.UnexpectedCharacter);
        Assert.True(tree.Diagnostics.Length <= DiagnosticBag.MostPerFile);
    }

    [Theory]
    [InlineData("phase A\0B: crowd escalates -> deploy Dalmas")]
    [InlineData("phase A: crowd escalates -> deploy \uD83D")]
    [InlineData("phase A: crowd escalates -> \uDE00 deploy Dalmas")]
    [InlineData("phase A: crowd escalates -> announce \"\0\"")]
    [InlineData("phase A: crowd escalates -> deploy Dalmas\u0007")]
    public void Characters_that_nobody_can_see_are_named_by_number(string content)
    {
        SyntaxTree tree = SyntaxChecks.Check(content);

        Diagnostic diagnostic = Assert.Single(tree.Diagnostics, d => d.Code == DiagnosticCode.UnexpectedCharacter);
        Assert.Matches("U\\+[0-9A-F]{4}", DiagnosticCatalogue.Render(diagnostic, SispamLang.Dialects.Dialect.English));
    }

    [Fact]
    public void Surrogates_that_stand_alone_in_a_text_in_quotes_change_nothing() =>
        Assert.Empty(SyntaxChecks.Check("phase A: crowd escalates -> announce \"\uD83D and \uDE00\"").Diagnostics);

    [Fact]
    public void Blocks_nested_3000_deep_by_one_blank_are_one_mistake()
    {
        var content = new StringBuilder("phase A:\n crowd escalates ->\n");
        for (int depth = 2; depth < 3000; depth++)
        {
            content.Append(' ', depth).Append("if red:\n");
        }

        Assert.Equal([DiagnosticCode.TooDeep], Codes(SyntaxChecks.Check(content.ToString())));
    }

    [Fact]
    public void Blocks_opened_10000_times_on_one_line_are_one_mistake() =>
        Assert.Equal(
            [DiagnosticCode.TooDeep],
            Codes(
                SyntaxChecks.Check(
                    "phase A: crowd escalates -> "
                        + string.Concat(Enumerable.Repeat("if red: ", 10_000))
                        + "deploy Dalmas\nphase B: crowd calms -> withdraw Dalmas\n"
                )
            )
        );

    [Fact]
    public void A_hundred_blocks_are_not_too_deep_and_one_more_is()
    {
        static string Nested(int branches) =>
            "phase A: crowd escalates -> " + string.Concat(Enumerable.Repeat("if red: ", branches)) + "deploy Dalmas";

        Assert.Empty(SyntaxChecks.Check(Nested(98)).Diagnostics);
        Assert.Equal([DiagnosticCode.TooDeep], Codes(SyntaxChecks.Check(Nested(99))));
    }

    [Fact]
    public void Declarations_after_a_block_that_is_too_deep_are_read()
    {
        SyntaxTree tree = SyntaxChecks.Check(
            "phase A: crowd escalates -> "
                + string.Concat(Enumerable.Repeat("if red: ", 200))
                + "warn\nunit B: 3 personnel\n"
        );

        Assert.Equal(["A", "B"], tree.Root.Declarations.Select(d => d.Name!.ToString()));
    }

    [Fact]
    public void A_text_of_20_MB_is_not_read_and_says_so()
    {
        SyntaxTree tree = SyntaxTree.Parse(new SourceText("x", new string('x', 20_000_000)));

        Assert.Equal([DiagnosticCode.TooLong], Codes(tree));
        Assert.Equal(0, tree.Diagnostics[0].Span.Length);
    }

    // Each is one line of a million characters, which would take hours if any step were done again for each other one.
    [Theory]
    [InlineData("phase A: crowd escalates -> ", "announce \"x\", ")]
    [InlineData("phase A: crowd escalates -> ", "if red: warn otherwise: warn, ")]
    [InlineData("phase A:\n crowd escalates ->\n  if red: warn otherwise: warn, ", "if red: warn otherwise: warn, ")]
    [InlineData("phase A:\n crowd escalates ->\n  if red: warn otherwise: warn; ", "if red: warn otherwise: warn; ")]
    [InlineData("phase A:\n crowd escalates ->\n  if red: warn otherwise: warn; ", "warn otherwise: warn; ")]
    [InlineData("phase A: ", "crowd escalates -> warn; ")]
    [InlineData("phase A: if red", " and red or not red")]
    [InlineData("phase ", "A ")]
    [InlineData("phase ", "A")]
    [InlineData("", "event a; ")]
    [InlineData("", "\" ")]
    [InlineData("", "\0 ")]
    [InlineData("", ", ")]
    [InlineData("", "otherwise ")]
    [InlineData("unit A: with ", "3 shields, ")]
    [InlineData("unit A: ", "nothing known, ")]
    [InlineData("role A commands ", "B, ")]
    [InlineData("phase A: crowd escalates -> wait ", "1 min ")]
    [InlineData("phase A: crowd escalates -> announce \"", "\\x")]
    [InlineData("# ", "# language: id ")]
    public void A_long_line_takes_no_longer_than_its_length(string start, string repeated)
    {
        int count = 1_000_000 / repeated.Length;
        string content = new StringBuilder(start).Insert(start.Length, repeated, count).ToString();

        SyntaxTree tree = SyntaxTree.Parse(new SourceText("x", content));

        SyntaxChecks.CheckTree(tree);
        Assert.True(tree.Diagnostics.Length <= DiagnosticBag.MostPerFile);
    }

    [Theory]
    [InlineData("# language: id\n")]
    [InlineData("# sispam: 9\n")]
    [InlineData("phase A:\n crowd escalates ->\n")]
    [InlineData("  phase A\n")]
    [InlineData("x\n")]
    [InlineData("\r")]
    public void Many_lines_take_no_longer_than_their_number(string line)
    {
        SyntaxTree tree = SyntaxTree.Parse(
            new SourceText("x", new StringBuilder().Insert(0, line, 1_000_000 / line.Length).ToString())
        );

        SyntaxChecks.CheckTree(tree);
        Assert.True(tree.Diagnostics.Length <= DiagnosticBag.MostPerFile);
    }

    [Fact]
    public void A_file_may_end_anywhere_however_many_tokens_it_has()
    {
        for (var events = 0; events < 70; events++)
        {
            var content = string.Concat(Enumerable.Repeat("event x\n", events)) + "never";
            Assert.Contains(DiagnosticCode.Expected, Codes(SyntaxChecks.Check(content)));
        }
    }

    [Fact]
    public void A_number_of_twenty_digits_is_too_large() =>
        Assert.Equal(
            [DiagnosticCode.NumberTooLarge],
            Codes(SyntaxChecks.Check("unit A: 99999999999999999999 personnel"))
        );

    [Fact]
    public void Code_in_a_text_is_text()
    {
        SyntaxTree tree = SyntaxChecks.Check(
            "phase A: crowd escalates -> announce \"\\\"); System.IO.File.Delete(\\\"x\""
        );

        Assert.Empty(tree.Diagnostics);
        Assert.Equal("\"); System.IO.File.Delete(\"x", Leaves(tree.Root).OfType<StringSyntax>().Single().Value);
    }

    [Fact]
    public void Parsing_stops_when_asked_to() =>
        Assert.Throws<OperationCanceledException>(() =>
            SyntaxTree.Parse(new SourceText("x", "phase A: crowd escalates -> warn"), new CancellationToken(true))
        );

    private static IEnumerable<SyntaxNode> Leaves(SyntaxNode node) =>
        node.Children.IsEmpty ? [node] : node.Children.SelectMany(Leaves);

    private static DiagnosticCode[] Codes(SyntaxTree tree) => [.. tree.Diagnostics.Select(d => d.Code)];
}
