using System.Collections.Immutable;
using SispamLang.Diagnostics;
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
    [InlineData("event  b\r", "event b\r")]
    [InlineData("event  b\r\n", "event b\r\n")]
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
    public void A_file_with_more_mistakes_than_are_told_stays_as_it_is()
    {
        string most = string.Concat(Enumerable.Repeat("xyzzy\n", DiagnosticBag.MostPerFile));

        Assert.Equal("event  a\n" + most, FormatterLaw.Check("event  a\n" + most));
        Assert.Equal("event a\n" + most[6..], FormatterLaw.Check("event  a\n" + most[6..]));
    }

    [Theory]
    [InlineData("phase  A:\n\tat start -> announce \"x\"\n", "phase A:\n  at start -> announce \"x\"\n")]
    [InlineData("xyzzy\nphase  A:\n\tat start -> announce \"x\"\n", "xyzzy\nphase A:\n  at start -> announce \"x\"\n")]
    [InlineData(
        "xyzzy\tA\nphase  A:\n\tat end -> announce \"x\"\n",
        "xyzzy\tA\nphase A:\n  at end -> announce \"x\"\n"
    )]
    [InlineData(
        "xyzzy\n\tA\nphase  A:\n\tat end -> announce \"x\"\n",
        "xyzzy\n\tA\nphase  A:\n\tat end -> announce \"x\"\n"
    )]
    [InlineData("xyzzy\nevent  a\nxyzzy\n\tA\n", "xyzzy\nevent  a\nxyzzy\n\tA\n")]
    public void Tabs_become_blanks_unless_they_indent_what_stays_as_it_is(string content, string expected) =>
        Assert.Equal(expected, FormatterLaw.Check(content));

    [Theory]
    [InlineData(
        "phase A:\n\tat end -> announce \"x\"\n\t# Of this phase.\n  # Of the next.\nphase B: at end -> announce \"y\"\n",
        "phase A:\n  at end -> announce \"x\"\n  # Of this phase.\n# Of the next.\nphase B: at end -> announce \"y\"\n"
    )]
    [InlineData("event  a\n\n# one\n\n\n# two\n", "event a\n\n# one\n\n# two\n")]
    [InlineData(
        "phase A:\n  at end -> announce \"x\"\n\n  # one\n\n\n  # two\nevent  b\n",
        "phase A:\n  at end -> announce \"x\"\n\n  # one\n\n  # two\nevent b\n"
    )]
    [InlineData(
        "phase A:\n  crowd throws ->\n    take cover; # Quick!\n    warn\n",
        "phase A:\n  crowd throws ->\n    take cover # Quick!\n    warn\n"
    )]
    [InlineData(
        "phase A:\n  crowd throws ->\n    take cover, # Quick!\n      warn\n",
        "phase A:\n  crowd throws ->\n    take cover # Quick!\n    warn\n"
    )]
    [InlineData(
        "phase A: crowd throws -> take cover\n  # then\n  crowd calms -> warn\n",
        "phase A:\n  crowd throws -> take cover\n  # then\n  crowd calms -> warn\n"
    )]
    [InlineData("role R commands A,  # both\n  B\n", "role R commands A, # both\n    B\n")]
    [InlineData(
        "xyzzy\n  deeper  \n  # deeper   \n# of the next   \nevent  b\n",
        "xyzzy\n  deeper  \n  # deeper   \n# of the next\nevent b\n"
    )]
    [InlineData("xyzzy # beside   \n\n  # deeper   \nevent  b\n", "xyzzy # beside   \n\n  # deeper   \nevent b\n")]
    public void Comments_and_empty_lines_stay_with_what_they_stand_by(string content, string expected) =>
        Assert.Equal(expected, FormatterLaw.Check(content));

    [Theory]
    [InlineData(
        "crowd Marchers: 120 people, restless, at Kantor KPU Kota, from Rekapitulasi Suara, played by Pemeran, grows to 350 over 15 min",
        "crowd Marchers:\n  120 people, restless, at Kantor KPU Kota, from Rekapitulasi Suara, played by Pemeran, grows to 350 over 15 min\n"
    )]
    [InlineData(
        "drill \"Sispamkota\": venue \"The yard behind the police station of Pasuruan\"; host \"The police of Pasuruan, together with the army\"",
        "drill \"Sispamkota\":\n  venue \"The yard behind the police station of Pasuruan\"\n  host \"The police of Pasuruan, together with the army\"\n"
    )]
    [InlineData(
        "phase Rally: crowd throws -> if anarchic: announce \"Everybody behind the line, please, and now, for it will not wait\" otherwise: take cover, warn, warn",
        "phase Rally:\n  crowd throws ->\n    if anarchic: announce \"Everybody behind the line, please, and now, for it will not wait\"\n    otherwise: take cover, warn, warn\n"
    )]
    public void A_line_that_is_too_long_is_broken_where_a_planner_would(string content, string expected) =>
        Assert.Equal(expected, FormatterLaw.Check(content));

    [Theory]
    [InlineData(
        "unit A: 1 personnel\nrole R\nunit Raimas: 100 personnel\n",
        "unit A: 1 personnel\nrole R\nunit Raimas: 100 personnel\n"
    )]
    [InlineData(
        "unit A: 1 personnel\nunit The Long One:\n  38 personnel\nunit B: 100 personnel\n",
        "unit A:   1 personnel\nunit The Long One:\n  38 personnel\nunit B: 100 personnel\n"
    )]
    [InlineData(
        "unit A: 1 personnel\n# Raimas comes last.\nunit Raimas: 100 personnel\n",
        "unit A:        1 personnel\n# Raimas comes last.\nunit Raimas: 100 personnel\n"
    )]
    [InlineData(
        "unit A: 1 personnel\n\n# Raimas comes last.\nunit Raimas: 100 personnel\n",
        "unit A: 1 personnel\n\n# Raimas comes last.\nunit Raimas: 100 personnel\n"
    )]
    public void Units_in_a_row_have_their_strengths_in_a_column(string content, string expected) =>
        Assert.Equal(expected, FormatterLaw.Check(content));

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_unit_that_the_column_makes_too_long_stands_as_it_is(int more, bool isInColumn)
    {
        const string Column = "unit Dalmas Lanjut: 38 personnel\n";
        string agency = " personnel, with " + new string('x', 81 + more);

        Assert.Equal(
            (isInColumn ? "unit A:              7" : "unit A: 7") + agency + "\n" + Column,
            FormatterLaw.Check("unit A: 7" + agency + "\n" + Column)
        );
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

    [Theory]
    [InlineData(0, "event a")]
    [InlineData(8, "event a")]
    [InlineData(9, "event b")]
    [InlineData(17, "event b")]
    public void A_place_at_either_end_of_a_declaration_touches_it(int place, string expected)
    {
        const string Content = "event  a\nevent  b\n";

        ImmutableArray<TextEdit> edits = Formatter.EditsIn(
            FormatterLaw.Parse(Content),
            new TextSpan(place, 0),
            TestContext.Current.CancellationToken
        );

        Assert.Contains(expected + "\n", FormatterLaw.Apply(Content, edits), StringComparison.Ordinal);
        Assert.Single(edits);
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
        Assert.Equal(
            Content.Replace("phase  B", "phase B", StringComparison.Ordinal),
            FormatterLaw.Apply(Content, Formatter.EditsOfLine(tree, 0, TestContext.Current.CancellationToken))
        );
        Assert.Empty(Formatter.EditsOfLine(tree, -1, TestContext.Current.CancellationToken));
        Assert.Empty(Formatter.EditsOfLine(tree, 4, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void It_can_be_ended_early()
    {
        SyntaxTree tree = FormatterLaw.Parse("event  a\n");

        Assert.Throws<OperationCanceledException>(() => Formatter.Format(tree, new CancellationToken(canceled: true)));
    }
}
