using System.Globalization;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Text;

namespace SispamLang.Tests.Diagnostics;

public class IgnoreCommentTests
{
    private const string Phase = "phase Rekap: crowd throws -> deploy Dalmas\n";

    [Fact]
    public void A_comment_on_the_line_above_silences_a_message_and_keeps_the_reason()
    {
        var compilation = Compile("# sispam: ignore SIS3007 counted by hand\ncounter Hits: 0..5\n" + Phase);

        Assert.Empty(compilation.Diagnostics);
        var suppressed = Assert.Single(compilation.Suppressed);
        Assert.Equal(DiagnosticCode.NeverUsed, suppressed.Diagnostic.Code);
        Assert.Equal("counted by hand", suppressed.Reason);
    }

    [Theory]
    [InlineData("# sispam: abaikan SIS3007 dihitung manual")]
    [InlineData("# sispam: ignore SIS3007 dihitung manual")]
    [InlineData("# sispam:   Ignore\tsis3007   dihitung manual  ")]
    public void Both_spellings_do_in_both_dialects(string comment)
    {
        foreach (var drill in (string[])["counter Hits: 0..5\n" + Phase, "penghitung Hits: 0..5\nfase A: 'x'\n"])
        {
            var compilation = Compile($"{comment}\n{drill.Replace("'x'", "massa melempar -> kerahkan Dalmas")}");

            Assert.Empty(Messages(compilation));
            Assert.Equal("dihitung manual", Assert.Single(compilation.Suppressed).Reason);
        }
    }

    [Fact]
    public void Only_the_code_that_is_named_is_silenced_and_only_there()
    {
        var compilation = Compile(
            "# sispam: ignore SIS3007 counted by hand\ncounter Hits: 0..5\ncounter Shots: 0..5\n"
                + "phase Rekap: crowd throws -> if anarchic -> deploy Dalmas\n"
        );

        Assert.Equal(["3 SIS3007", "4 SIS1020"], Messages(compilation));
        Assert.Single(compilation.Suppressed);
    }

    [Fact]
    public void Every_message_of_the_code_on_that_line_is_silenced()
    {
        var compilation = Compile(
            "# sispam: ignore SIS1020 our habit\n"
                + "phase A: crowd calms -> if calm -> warn; crowd throws -> if anarchic -> warn\n"
        );

        Assert.Empty(compilation.Diagnostics);
        Assert.Equal(2, compilation.Suppressed.Length);
    }

    [Fact]
    public void Several_comments_may_stand_above_one_line()
    {
        var compilation = Compile(
            "unit Late: 10 personnel\n"
                + "# sispam: ignore SIS1020 our habit\n"
                + "# This is why the barrier is down.\n"
                + "  # sispam: ignore SIS3002 the reserve is not played\n"
                + "phase A: Late arrives -> if anarchic -> deploy Dalmas\n"
        );

        Assert.Empty(Messages(compilation));
        Assert.Equal(
            ["our habit", "the reserve is not played"],
            compilation.Suppressed.Select(s => s.Reason).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Of_a_message_that_spans_lines_the_first_counts()
    {
        const string Phases =
            "phase A: at start -> go to C\n{0}phase B:\n{1}  crowd throws -> warn\nphase C: crowd calms -> warn\n";
        var spanning = Compile(string.Format(CultureInfo.InvariantCulture, Phases, "", ""));
        var found = Assert.Single(spanning.Diagnostics);
        Assert.Equal(DiagnosticCode.PhaseNeverReached, found.Code);

        const string Comment = "# sispam: ignore SIS3003 kept for next year\n";
        Assert.Empty(Messages(Compile(string.Format(CultureInfo.InvariantCulture, Phases, Comment, ""))));
        Assert.Contains(
            "2 SIS3003",
            Messages(Compile(string.Format(CultureInfo.InvariantCulture, Phases, "", Comment)))
        );
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Any_end_of_line_does(string end) =>
        Assert.Empty(
            Messages(
                Compile(
                    ("\uFEFF# sispam: ignore SIS3007 counted by hand\ncounter Hits: 0..5\n" + Phase).Replace("\n", end)
                )
            )
        );

    [Theory]
    [InlineData("# sispam: ignore")]
    [InlineData("# sispam: abaikan   ")]
    [InlineData("# sispam: ignore SIS3007")]
    [InlineData("# sispam: ignore SIS3007\t")]
    public void Without_a_reason_nothing_is_silenced(string comment)
    {
        var compilation = Compile($"{comment}\ncounter Hits: 0..5\n{Phase}");

        Assert.Equal(["1 SIS1091", "2 SIS3007"], Messages(compilation));
        Assert.Empty(compilation.Suppressed);
    }

    [Fact]
    public void An_unknown_code_is_reported_with_the_nearest_one()
    {
        var compilation = Compile("# sispam: ignore SIS30007 counted by hand\n" + Phase);

        var problem = Assert.Single(compilation.Diagnostics);
        Assert.Equal(DiagnosticCode.IgnoresUnknownCode, problem.Code);
        Assert.Equal("SIS3007", problem.Suggestion);
        Assert.Contains("SIS3007", DiagnosticCatalogue.Render(problem, Dialect.English));
    }

    [Fact]
    public void An_error_can_not_be_silenced()
    {
        var compilation = Compile("# sispam: ignore SIS2001 comes later\nphase A: crowd throws -> deploy Dalmaz\n");

        Assert.Equal(["1 SIS1093", "2 SIS2001"], Messages(compilation));
        Assert.True(compilation.HasErrors);
        Assert.Null(compilation.Program);
    }

    [Theory]
    [InlineData("# sispam: ignore SIS3007 counted by hand\n\ncounter Hits: 0..5\n", "1 SIS1094", "3 SIS3007")]
    [InlineData("counter Hits: 0..5 # sispam: ignore SIS3007 counted by hand\n", "1 SIS1094", "1 SIS3007")]
    [InlineData("counter Hits: 0..5\n# sispam: ignore SIS3007 counted by hand\n", "1 SIS3007", "2 SIS1094")]
    public void A_comment_that_silences_nothing_is_reported(string text, params string[] expected) =>
        Assert.Equal(expected, Messages(Compile(text + Phase)).Order(StringComparer.Ordinal));

    [Fact]
    public void Of_two_comments_for_the_same_the_second_is_one_too_many()
    {
        var compilation = Compile(
            "# sispam: ignore SIS3007 counted by hand\n# sispam: ignore SIS3007 again\ncounter Hits: 0..5\n" + Phase
        );

        Assert.Equal(["2 SIS1094"], Messages(compilation));
        Assert.Equal("counted by hand", Assert.Single(compilation.Suppressed).Reason);
    }

    [Fact]
    public void Where_the_checks_of_the_drill_did_not_run_no_comment_is_called_useless()
    {
        const string Comment = "# sispam: ignore SIS3007 counted by hand\ncounter Hits: 0..5\n";

        Assert.Equal(["3 SIS2001"], Messages(Compile(Comment + "phase A: crowd throws -> deploy Dalmaz\n")));
        // A library.
        Assert.Empty(Messages(Compile(Comment)));
    }

    [Fact]
    public void A_comment_in_a_used_file_is_for_the_used_file()
    {
        const string Library = "# sispam: ignore SIS3010 its old spelling\nunit B: 5 personnel of Satpol PP\n";
        const string Drill =
            "use \"library.sispam\"\nunit A: 5 personnel of Satpol PPs\nunit C: 5 personnel of Satpol PPs\n"
            + "phase P: crowd throws -> deploy A and B and C\n";

        var compilation = Compilation.Create(new SourceText("a.sispam", Drill), new OneFile(Library));

        Assert.Empty(Messages(compilation));
        Assert.Equal("library.sispam", Assert.Single(compilation.Suppressed).Diagnostic.Text.Path);
    }

    [Fact]
    public void A_used_file_may_silence_what_this_drill_does_not_give()
    {
        const string Library = "# sispam: ignore SIS3010 its old spelling\nunit B: 5 personnel of Satpol PP\n";

        var compilation = Compilation.Create(
            new SourceText("a.sispam", "use \"library.sispam\"\nphase P: crowd throws -> deploy B\n"),
            new OneFile(Library)
        );

        Assert.Empty(Messages(compilation));
    }

    [Fact]
    public void What_is_silenced_is_no_error_when_warnings_are_errors()
    {
        var text = new SourceText(
            "a.sispam",
            "# sispam: ignore SIS1020 our habit\nphase A: crowd throws -> if anarchic -> deploy Dalmas\n"
        );
        var options = new CompilationOptions { WarningsAsErrors = true };

        var compilation = Compilation.Create(text, UseResult.None, options);

        Assert.False(compilation.HasErrors);
        Assert.NotNull(compilation.Program);
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(compilation.Suppressed).Diagnostic.Severity);
    }

    [Fact]
    public void What_is_not_reported_anyway_may_be_silenced_too()
    {
        var text = new SourceText("a.sispam", "# sispam: ignore SIS3007 counted by hand\ncounter Hits: 0..5\n" + Phase);
        var options = new CompilationOptions { Severities = [new SeverityChoice(DiagnosticCode.NeverUsed, null)] };

        var compilation = Compilation.Create(text, UseResult.None, options);

        Assert.Empty(compilation.Diagnostics);
        Assert.Empty(compilation.Suppressed);
    }

    [Fact]
    public void A_hundred_thousand_comments_are_read_in_time_linear_in_their_number()
    {
        var text = string.Concat(Enumerable.Repeat("# sispam: ignore SIS3007 counted by hand\n", 100_000)) + Phase;

        // Quadratic, it would take minutes and not a second.
        Assert.Equal(DiagnosticBag.MostPerFile, Compile(text).Diagnostics.Length);
    }

    [Fact]
    public void Other_comments_mean_nothing() =>
        Assert.Empty(
            Messages(Compile("# sispam: 1\n# ignore SIS3007 because\n# sispam ignore SIS1 x\n# sispam: yes\n" + Phase))
        );

    private static Compilation Compile(string text) =>
        Compilation.Create(new SourceText("example.sispam", text), UseResult.None);

    private static string[] Messages(Compilation compilation) =>
        [
            .. compilation.Diagnostics.Select(d =>
                string.Create(CultureInfo.InvariantCulture, $"{d.Text.PositionOf(d.Span.Start).Line + 1} {d.Id}")
            ),
        ];

    private sealed class OneFile(string content) : IUseResolver
    {
        public UseResult Resolve(SourceText from, string path) => new(UseOutcome.Found, new SourceText(path, content));
    }
}
