using SispamLang.Dialects;
using SispamLang.Services.CodeActions;
using SispamLang.Text;

namespace SispamLang.Tests.Services.CodeActions;

/// <summary>Other ways to write the same drill.</summary>
public sealed class RefactoringTests
{
    private const CodeActionKinds Refactoring =
        CodeActionKinds.Extract | CodeActionKinds.ExtractFile | CodeActionKinds.Inline | CodeActionKinds.Rewrite;
    private const string OnOneLine = "Write this block on one line";
    private const string OnLines = "Write this block on lines of its own";
    private const string ToThroughout = "Move this rule of every phase to “throughout”";

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void The_actions_of_a_rule_go_to_lines_of_their_own_and_back(string lineEnd)
    {
        string oneLine = """
            fase Rekap:
              massa bereskalasi -> kerahkan ▮Dalmas ke KPU, himbau massa
              jika anarkis -> water cannon

            """.ReplaceLineEndings(lineEnd);
        string lines = """
            fase Rekap:
              massa ▮bereskalasi ->
                kerahkan Dalmas ke KPU
                himbau massa
              jika anarkis -> water cannon

            """.ReplaceLineEndings(lineEnd);

        Assert.Equal(lines.Replace("▮", "", StringComparison.Ordinal), Actions.Apply(oneLine, OnLines));
        Assert.Equal(oneLine.Replace("▮", "", StringComparison.Ordinal), Actions.Apply(lines, OnOneLine));
    }

    [Theory]
    [InlineData(
        "phase Rekap: crowd escalates -> deploy ▮Dalmas; if anarchic -> water cannon",
        "phase Rekap:\n  crowd escalates -> deploy Dalmas\n  if anarchic -> water cannon"
    )]
    [InlineData("unit ▮Dalmas: 38 personnel, ready in 3 min", "unit Dalmas:\n  38 personnel\n  ready in 3 min")]
    [InlineData(
        "phase Rekap:\n  crowd escalates ->\n    if red: ▮water cannon otherwise: warn crowd",
        "phase Rekap:\n  crowd escalates ->\n    if red:\n      water cannon\n    otherwise: warn crowd"
    )]
    public void The_smallest_block_that_can_stand_on_lines_does(string text, string expected) =>
        Assert.Equal(expected, Actions.Apply(text + "\n", OnLines).TrimEnd());

    [Theory]
    [InlineData("phase Rekap:\n  crowd escalates ->\n    # first\n    deploy ▮Dalmas\n")]
    [InlineData("phase Rekap:\n  crowd escalates ->\n    if red:\n      ▮water cannon\n    announce \"Keep calm\"\n")]
    public void Where_a_comment_or_a_step_would_be_lost_in_the_line_no_line_is_offered(string text)
    {
        var drill = new Marked(text);

        Assert.All(
            Actions.At(drill, CodeActionKinds.Inline),
            action => Assert.Equal(Meaning(drill.Text), Meaning(Actions.Apply(drill.Text, action)))
        );
    }

    [Fact]
    public void A_rule_that_every_phase_has_goes_to_throughout() =>
        Assert.Equal(
            """
            crowd Massa: 100 people, from Pagi
            counter injured: 0..50

            phase Pagi for 10 min:
              at start -> deploy Dalmas

            phase Siang for 10 min: if anarchic -> water cannon

            throughout:
              crowd throws -> add 1 to injured

            """,
            Actions.Apply(
                """
                crowd Massa: 100 people, from Pagi
                counter injured: 0..50

                phase Pagi for 10 min:
                  at start -> deploy Dalmas
                  crowd throws -> add 1 to ▮injured

                phase Siang for 10 min: if anarchic -> water cannon; crowd throws -> add 1 to injured

                """,
                ToThroughout
            )
        );

    [Fact]
    public void It_goes_before_the_rules_that_are_there() =>
        Assert.Equal(
            """
            crowd Massa: 100 people, from Pagi
            phase Pagi for 10 min: at start -> deploy Dalmas
            throughout:
              crowd throws ->
                deploy Medis
                announce "Throwing"
              crowd escalates -> deploy PHH

            """,
            Actions
                .Apply(
                    """
                    crowd Massa: 100 people, from Pagi
                    phase Pagi for 10 min:
                      at start -> deploy Dalmas
                      crowd throws ->
                        deploy ▮Medis
                        announce "Throwing"
                    throughout:
                      crowd escalates -> deploy PHH

                    """,
                    ToThroughout
                )
                .Replace("min:\n  at start", "min: at start", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("phase A for 9 min: crowd ▮throws -> deploy PHH\nphase B for 9 min: at start -> deploy Medis")]
    [InlineData("crowd C: 9 people, from A\nphase A for 9 min: crowd ▮throws -> wait 5 min, deploy PHH")]
    [InlineData("crowd C: 9 people, from A\nphase A for 9 min: crowd ▮throws -> chance 5%: deploy PHH")]
    [InlineData("crowd C: 9 people, from A\nphase A for 9 min: at ▮start -> deploy PHH")]
    [InlineData("crowd C: 9 people, from A\nphase A for 9 min: if ▮red -> deploy PHH")]
    [InlineData(
        "crowd C: 9 people, from A\nphase A for 9 min: crowd ▮throws -> deploy PHH; crowd grows -> deploy Medis"
    )]
    [InlineData("phase A for 9 min: at start -> deploy PHH\nphase B for 9 min: crowd ▮throws -> deploy PHH")]
    public void A_rule_that_would_then_do_something_else_stays(string text) =>
        Assert.DoesNotContain(ToThroughout, Actions.Titles(text, CodeActionKinds.Extract));

    [Fact]
    public void Selected_declarations_go_to_a_file_of_their_own()
    {
        var drill = new Marked(
            """
            latihan "Sispamkota"

            # Yang berjaga.
            ▮unit Dalmas: 38 personel
            unit Raimas: 10 ▮personel

            fase Rekap: massa bereskalasi -> kerahkan Dalmas dan Raimas

            """
        );

        CodeAction action = Assert.Single(Actions.At(drill, CodeActionKinds.ExtractFile));
        CodeChange change = action.Change(TestContext.Current.CancellationToken);

        Assert.Equal("Pindahkan ke berkas “satuan.sispam” dan pakai", action.Title(Dialect.Indonesian));
        SourceText library = Assert.Single(change.NewFiles);
        Assert.Equal("satuan.sispam", library.Path);
        Assert.Equal(
            "# language: id\n\n# Yang berjaga.\nunit Dalmas: 38 personel\nunit Raimas: 10 personel\n",
            library.Content
        );
        Assert.Equal(
            """
            latihan "Sispamkota"

            pakai "satuan.sispam"

            fase Rekap: massa bereskalasi -> kerahkan Dalmas dan Raimas

            """,
            Formatting.FormatterLaw.Apply(drill.Text, change.Files[0].Edits)
        );
    }

    [Theory]
    [InlineData("place A\n▮place B▮\nphase R: crowd escalates -> deploy Dalmas to B")]
    [InlineData("unit A: 3 personnel\n▮phase R: at start -> deploy A▮")]
    public void What_would_come_in_another_order_or_is_the_drills_own_stays(string text) =>
        Assert.Empty(Actions.At(new Marked(text), CodeActionKinds.ExtractFile));

    [Fact]
    public void A_file_is_translated()
    {
        const string Drill = "phase Rekap: crowd escalates -> deploy ▮Dalmas; if anarchic -> water cannon\n";

        Assert.Equal(
            "fase Rekap: massa bereskalasi -> kerahkan Dalmas; jika anarkis -> water cannon\n",
            Actions.Apply(Drill, "Translate this file into Bahasa Indonesia", CodeActionKinds.Translate)
        );
        Assert.Equal(
            ["Terjemahkan berkas ini ke bahasa Inggris"],
            Actions.Titles(
                "fase Rekap▮: massa bereskalasi -> kerahkan Dalmas",
                CodeActionKinds.Translate,
                Dialect.Indonesian
            )
        );
    }

    [Fact]
    public void A_finished_drill_has_nothing_to_refactor_where_nothing_can_be_said_otherwise() =>
        Assert.Empty(Actions.Titles("▮place KPU\n", Refactoring));

    private static string Meaning(string text) => Formatting.FormatterLaw.Outline(Formatting.FormatterLaw.Parse(text));
}
