using SispamLang.Tests.Shared;

namespace SispamLang.Cli.Tests;

public sealed class ExportTests : IDisposable
{
    private const string Drill = "phase Rally for 10 min: at start -> deploy Dalmas; after 5 min -> crowd escalates\n";

    private readonly Folder _folder = new();

    public ExportTests() => _folder.Write("rally.sispam", Drill);

    [Fact]
    public void A_paper_goes_to_standard_output_and_nothing_else_does()
    {
        var outcome = Export("--as", "mermaid");

        Assert.Equal((ExitStatus.Ok, ""), (outcome.Status, outcome.Error));
        Assert.StartsWith("%% EXERCISE", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_language_is_that_of_the_option_before_that_of_the_file() =>
        Assert.StartsWith("%% LATIHAN", Export("--as", "mermaid", "--language", "id").Out, StringComparison.Ordinal);

    [Fact]
    public void An_after_action_report_is_made_of_the_trace_of_a_run()
    {
        Assert.Equal(
            ExitStatus.Ok,
            Sispam.In(_folder.Path, "run", "rally.sispam", "--trace", "jsonl", "--output", "run.jsonl").Status
        );

        var outcome = Export("--as", "after-action", "--from", "run.jsonl");

        Assert.Equal((ExitStatus.Ok, ""), (outcome.Status, outcome.Error));
        Assert.Contains("After-action report", outcome.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Say which paper: --as html", "rally.sispam")]
    [InlineData("--as can't be poem", "rally.sispam", "--as", "poem")]
    [InlineData("html is the same for all", "rally.sispam", "--as", "html", "--for", "observers")]
    [InlineData("--for can't be everybody", "rally.sispam", "--as", "cards", "--for", "everybody")]
    [InlineData("say with --from where its trace is", "rally.sispam", "--as", "after-action")]
    [InlineData("--from is for after-action", "rally.sispam", "--as", "html", "--from", "run.jsonl")]
    [InlineData("there is no such file", "rally.sispam", "--as", "after-action", "--from", "no.jsonl")]
    [InlineData(
        "rally.sispam:1: not an entry of a trace",
        "rally.sispam",
        "--as",
        "after-action",
        "--from",
        "rally.sispam"
    )]
    [InlineData("there is no such file", "other.sispam", "--as", "html")]
    public void What_can_t_be_made_is_refused_with_a_reason(string reason, params string[] arguments)
    {
        var outcome = Sispam.In(_folder.Path, ["export", .. arguments]);

        Assert.Equal((ExitStatus.BadUsage, ""), (outcome.Status, outcome.Out));
        Assert.Contains(reason, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_of_another_drill_is_refused_and_nothing_is_written()
    {
        _folder.Write("other.sispam", Drill.Replace("10 min", "11 min", StringComparison.Ordinal));
        Assert.Equal(
            ExitStatus.Ok,
            Sispam.In(_folder.Path, "run", "other.sispam", "--trace", "jsonl", "--output", "run.jsonl").Status
        );

        var outcome = Export("--as", "after-action", "--from", "run.jsonl", "--output", "report.html");

        Assert.Equal(ExitStatus.BadUsage, outcome.Status);
        Assert.Contains("run.jsonl: a trace of another drill", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("report.html", _folder.Files());
    }

    [Fact]
    public void A_drill_with_errors_gives_no_paper()
    {
        _folder.Write("rally.sispam", "phase Rally: crowd escalates -> deploy Dalmaz\n");

        var outcome = Export("--as", "html", "--output", "plan.html");

        Assert.Equal(ExitStatus.DrillHasErrors, outcome.Status);
        Assert.Contains("SIS2001", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("plan.html", _folder.Files());
    }

    public void Dispose() => _folder.Dispose();

    private Outcome Export(params string[] options) => Sispam.In(_folder.Path, ["export", "rally.sispam", .. options]);
}
