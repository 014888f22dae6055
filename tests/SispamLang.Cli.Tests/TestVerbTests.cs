using System.Text.RegularExpressions;
using SispamLang.Tests.Shared;

namespace SispamLang.Cli.Tests;

public sealed partial class TestVerbTests : IDisposable
{
    private const string Drill = """
        event bell
        counter hits: 0..9
        phase A for 10 min: bell -> add 1 to hits
        test "counts": bell; expect hits = 1

        """;
    private const string Failing = """
        event bell
        counter hits: 0..9
        phase A for 10 min:
          bell -> add 1 to hits
        test "counts":
          bell
          expect hits = 1
        test "rings twice":
          after 1 min
          bell
          expect bell 2 times

        """;
    private const string Indonesian = """
        kejadian bel
        fase A selama 10 menit: bel -> umumkan "Bel"
        uji "berbunyi": setelah 1 menit; harapkan bel

        """;

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Tests_that_pass_are_counted()
    {
        _folder.Write("a.sispam", Drill);

        var outcome = Sispam.In(_folder.Path, "test", "a.sispam");

        Assert.Equal(0, outcome.Status);
        Assert.Equal("1 passed, 0 failed in # s.\n", Timeless(outcome.Out));
        Assert.Empty(outcome.Error);
    }

    [Fact]
    public void A_failure_shows_its_place_what_was_expected_what_was_got_and_what_had_happened()
    {
        _folder.Write("a.sispam", Failing);

        var outcome = Sispam.In(_folder.Path, "test", "a.sispam");

        Assert.Equal(1, outcome.Status);
        Assert.Equal(
            """
            a.sispam:8:6: failed: rings twice
            a.sispam:11:3: expected “expect bell 2 times”, but it has happened once  (T+00:01:00)
               11 |   expect bell 2 times
                  |   ^^^^^^^^^^^^^^^^^^^

                T+00:00:00  Phase A
                            Massa gathers, 200 people
                              Massa is now calm
                T+00:01:00  bell happens, by the controller
                              Rule: bell
                                hits is now 1

            1 passed, 1 failed in # s.

            """.ReplaceLineEndings("\n"),
            Timeless(outcome.Out)
        );
        Assert.Empty(outcome.Error);
    }

    [Fact]
    public void Messages_are_in_the_language_of_the_file_unless_another_is_asked_for()
    {
        _folder.Write("a.sispam", Indonesian);

        var own = Timeless(Sispam.In(_folder.Path, "test", "a.sispam").Out);
        Assert.StartsWith("a.sispam:3:5: gagal: berbunyi\n", own);
        Assert.Contains(": diharapkan “harapkan bel”, tetapi belum terjadi  (T+00:01:00)\n", own);
        Assert.EndsWith("\n0 lulus, 1 gagal dalam # detik.\n", own);

        var english = Timeless(Sispam.In(_folder.Path, "test", "a.sispam", "--language", "en").Out);
        Assert.Contains(": expected “harapkan bel”, but it has not happened  (T+00:01:00)\n", english);
        Assert.EndsWith("\n0 passed, 1 failed in # s.\n", english);
    }

    [Fact]
    public void Failures_come_in_the_order_of_the_source_however_many_run_at_a_time()
    {
        var tests = string.Concat(
            Enumerable.Range(0, 60).Select(i => $"test \"t{i}\": after {1 + (i * 37 % 60)} s; expect hits = 9\n")
        );
        _folder.Write("d/b.sispam", Drill + tests);
        _folder.Write("d/a.sispam", Failing);

        var outcome = Sispam.In(_folder.Path, "test", "d");

        Assert.Equal(1, outcome.Status);
        Assert.Equal(
            ["rings twice", .. Enumerable.Range(0, 60).Select(i => $"t{i}")],
            Failed().Matches(outcome.Out).Select(m => m.Groups[1].Value)
        );
        Assert.EndsWith("\n2 passed, 61 failed in # s.\n", Timeless(outcome.Out));
    }

    [Fact]
    public void A_drill_with_errors_is_told_of_and_not_tested()
    {
        _folder.Write("a.sispam", Drill.Replace("add 1 to hits", "deploy Dalmaz"));
        _folder.Write("b.sispam", Drill);

        var outcome = Sispam.In(_folder.Path, "test", ".");

        Assert.Equal(1, outcome.Status);
        Assert.Contains("a.sispam:3:36: error SIS2001: ", outcome.Error);
        Assert.Equal("1 passed, 0 failed, 1 drill with errors in # s.\n", Timeless(outcome.Out));
    }

    [Fact]
    public void A_warning_keeps_a_drill_from_being_tested_if_that_is_asked_for()
    {
        _folder.Write("a.sispam", Drill + "phase B for 1 min: crowd escalates -> if anarchic -> deploy Dalmas\n");

        Assert.Equal(0, Sispam.In(_folder.Path, "test", "a.sispam").Status);
        var strict = Sispam.In(_folder.Path, "test", "a.sispam", "--warnings-as-errors");
        Assert.Equal(1, strict.Status);
        Assert.Contains(": error SIS", strict.Error);
        Assert.Equal("0 passed, 0 failed, 1 drill with errors in # s.\n", Timeless(strict.Out));
    }

    [Fact]
    public void A_file_without_tests_is_told_of()
    {
        _folder.Write("a.sispam", "phase A: crowd escalates -> deploy Dalmas\n");

        var outcome = Sispam.In(_folder.Path, "test", "a.sispam");

        Assert.Equal(0, outcome.Status);
        Assert.Equal("sispam: a.sispam: has no tests.\n", outcome.Error);
    }

    [Fact]
    public void Tests_are_chosen_by_a_part_of_their_name()
    {
        _folder.Write("a.sispam", Failing);

        var outcome = Sispam.In(_folder.Path, "test", "a.sispam", "--filter", "COUNT");
        Assert.Equal((0, "1 passed, 0 failed in # s.\n"), (outcome.Status, Timeless(outcome.Out)));

        var none = Sispam.In(_folder.Path, "test", "a.sispam", "--filter", "xyzzy");
        Assert.Equal(2, none.Status);
        Assert.Equal("sispam: No test is called anything with xyzzy.\n", none.Error);
    }

    [Fact]
    public void What_can_not_be_read_is_told_of_and_the_rest_is_tested()
    {
        _folder.Write("a.sispam", Drill);

        var outcome = Sispam.In(_folder.Path, "test", "missing.sispam", "a.sispam");

        Assert.Equal(2, outcome.Status);
        Assert.Equal("sispam: missing.sispam: there is no such file.\n", outcome.Error);
        Assert.Equal("1 passed, 0 failed in # s.\n", Timeless(outcome.Out));
    }

    [Fact]
    public void Standard_input_is_a_dash()
    {
        var outcome = Sispam.WithInput(_folder.Path, Failing, "test", "-");

        Assert.Equal(1, outcome.Status);
        Assert.StartsWith("-:8:6: failed: rings twice\n", outcome.Out);
    }

    [Fact]
    public void The_result_goes_to_a_file_if_that_is_asked_for()
    {
        _folder.Write("a.sispam", Drill);

        var outcome = Sispam.In(_folder.Path, "test", "a.sispam", "--output", "result.txt");

        Assert.Equal(new Outcome(0, "", ""), outcome);
        Assert.Equal("1 passed, 0 failed in # s.\n", Timeless(File.ReadAllText(_folder.PathOf("result.txt"))));
    }

    [Fact]
    public void Of_a_long_trace_the_end_is_shown()
    {
        _folder.Write(
            "a.sispam",
            "counter hits: 0..9\nphase A for 2 h: every 1 s -> set hits to 1\n"
                + "test \"long\": after 1 h; expect hits = 2\n"
        );

        var lines = Sispam.In(_folder.Path, "test", "a.sispam").Out.Split('\n');

        Assert.InRange(lines.Length, 100, 110);
        Assert.Contains(lines, line => line.Trim().StartsWith("… ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("T+01:00:00"));
    }

    [Fact]
    public void Nothing_in_a_name_can_steer_the_terminal()
    {
        _folder.Write("a.sispam", Failing.Replace("rings twice", "rings\u001b[2J \u202Etwice"));

        var outcome = Sispam.In(_folder.Path, "test", "a.sispam");

        Assert.DoesNotContain('\u001b', outcome.Out);
        Assert.DoesNotContain('\u202E', outcome.Out);
    }

    [Fact]
    public void Who_watches_sees_how_far_it_is_and_the_line_goes_away()
    {
        _folder.Write("a.sispam", Drill);

        var outcome = Sispam.OnTerminal(_folder.Path, "test", "a.sispam");

        Assert.StartsWith("\rTests: 0 of 1", outcome.Error);
        Assert.EndsWith("\r             \r", outcome.Error);
    }

    [Theory]
    [InlineData("--report is junit=FILE or trx=FILE, not html=x.", "--report", "html=x")]
    [InlineData("--report is junit=FILE or trx=FILE, not junit.", "--report", "junit")]
    [InlineData("--report is junit=FILE or trx=FILE, not trx=-.", "--report", "trx=-")]
    [InlineData(
        "x.xml is named twice; each result needs a file of its own.",
        "--report",
        "junit=x.xml",
        "--report",
        "trx=x.xml"
    )]
    [InlineData(
        "x.xml is named twice; each result needs a file of its own.",
        "--report",
        "junit=x.xml",
        "--output",
        "x.xml"
    )]
    [InlineData("no/x.xml: can't be written.", "--report", "junit=no/x.xml")]
    public void Bad_usage_is_explained(string sentence, params string[] arguments)
    {
        _folder.Write("a.sispam", Drill);

        var outcome = Sispam.In(_folder.Path, ["test", "a.sispam", .. arguments]);

        Assert.Equal(new Outcome(2, "", "sispam: " + sentence + "\n"), outcome);
        Assert.Equal(["a.sispam"], _folder.Files());
    }

    [Fact]
    public void After_Ctrl_C_nothing_is_left_behind()
    {
        _folder.Write("a.sispam", Drill);

        var outcome = Sispam.Interrupted(
            _folder.Path,
            "test",
            "a.sispam",
            "--report",
            "junit=x.xml",
            "--output",
            "x.txt"
        );

        Assert.Equal(ExitStatus.Interrupted, outcome.Status);
        Assert.Equal(["a.sispam"], _folder.Files());
    }

    private static string Timeless(string text) => Time().Replace(text, "$1 # $2.");

    [GeneratedRegex(@"(in|dalam) \d+\.\d\d (s|detik)\.")]
    private static partial Regex Time();

    [GeneratedRegex(": failed: (.*)")]
    private static partial Regex Failed();
}
