using System.Text;
using System.Xml.Linq;
using SispamLang.Dialects;
using SispamLang.Interpreter;
using SispamLang.Programs;
using SispamLang.Runtime;

namespace SispamLang.Export.Tests;

public class AfterActionTests
{
    private static readonly DrillProgram Small = Examples.ProgramOf(Drills.Small);

    [Fact]
    public void A_trace_is_read_as_the_run_that_left_it()
    {
        var reading = Read(TraceOf(Small, (120_000, "crowd escalates")), Small);

        Assert.Equal(TraceProblem.None, reading.Problem);
        Assert.True(reading.Run!.HasEnded);
        Assert.Contains(reading.Run.Entries, entry => entry is { Code: TraceCode.CrowdEscalates, TimeMs: 120_000 });
    }

    [Fact]
    public void A_trace_that_stops_early_is_a_run_that_was_stopped()
    {
        var lines = TraceOf(Small).Split('\n');

        var reading = Read(string.Join('\n', lines.Take(lines.Length / 2)), Small);

        Assert.Equal(TraceProblem.None, reading.Problem);
        Assert.False(reading.Run!.HasEnded);
    }

    [Fact]
    public void A_trace_of_another_drill_is_refused()
    {
        var other = Examples.ProgramOf(Drills.Small.Replace("30 min", "31 min", StringComparison.Ordinal));

        var reading = Read(TraceOf(other), Small);

        Assert.Equal((TraceProblem.OtherDrill, other.Facts.SourceHash), (reading.Problem, reading.Detail));
    }

    [Theory]
    [InlineData("", TraceProblem.NoStart, 0)]
    [InlineData("no trace\n", TraceProblem.NotATrace, 1)]
    [InlineData("{\"time_ms\":0}\n", TraceProblem.NotATrace, 1)]
    [InlineData("{\"time_ms\":0,\"code\":\"phase_starts\",\"kind\":\"phase\"}\n", TraceProblem.NoStart, 0)]
    [InlineData("[1]\n", TraceProblem.NotATrace, 1)]
    public void What_is_no_trace_is_told_with_its_line(string text, TraceProblem problem, int line)
    {
        var reading = Read(text, Small);

        Assert.Equal((problem, line), (reading.Problem, reading.Line));
    }

    [Fact]
    public void A_line_cut_in_its_middle_and_a_line_left_out_are_found()
    {
        var lines = TraceOf(Small).TrimEnd('\n').Split('\n');

        var cut = Read(string.Join('\n', lines[..5].Append(lines[5][..20])), Small);
        var gap = Read(string.Join('\n', lines[..5].Concat(lines[6..])), Small);

        Assert.Equal((TraceProblem.NotATrace, 6), (cut.Problem, cut.Line));
        Assert.Equal((TraceProblem.Differs, 6), (gap.Problem, gap.Line));
    }

    [Fact]
    public void The_report_holds_the_run_against_the_plan_and_says_why()
    {
        var run = Read(TraceOf(Small, (120_000, "crowd escalates"), (180_000, "crowd disperses")), Small).Run;
        var paper = Drills.Paper(Drills.Small, Dialect.English, actual: run);

        var text = XDocument.Parse(Drills.TextOf("after-action", paper)).Root!.Value;

        Assert.Contains("8 minutes earlier", text, StringComparison.Ordinal);
        Assert.Contains("Protesters disperses, by the controller", text, StringComparison.Ordinal);
        Assert.Contains("Before “water cannon” starts, first “warn” starts.", text, StringComparison.Ordinal);
    }

    private static TraceReading Read(string trace, DrillProgram program) =>
        ActualRun.Read(trace, program, TestContext.Current.CancellationToken);

    private static string TraceOf(DrillProgram program, params (long TimeMs, string Name)[] raised)
    {
        using var output = new MemoryStream();
        var runner = new DrillInterpreter(program) { WatchesProperties = true };
        using var json = new TraceJson(output, runner.Info, "en", "0.0.0");
        runner.Trace = json.Write;
        runner.Start(1);
        foreach (var (time, name) in raised)
        {
            runner.AdvanceTo(time);
            Assert.True(runner.Raise(name));
        }

        runner.RunToEnd();
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
