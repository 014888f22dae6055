using System.Text.Json;
using SispamLang.Tests.Shared;

namespace SispamLang.Cli.Tests;

public sealed class SimulateTests : IDisposable
{
    private const string Rally = """
        drill "Rally":
          ends after 1 h
        param call-out = 4 min from 1 min to 10 min
        unit Dalmas: 38 personnel, ready in call-out
        crowd Marchers: 100 people, restless
        phase Rally for 40 min:
          if unruly -> deploy Dalmas
          if anarchic -> water cannon
          until crowd disperses
        never water cannon while calm

        """;

    private static readonly JsonSchema Schema = new(Repository.PathOf("docs/schemas/simulate.schema.json"));
    private static readonly JsonSchema ShardSchema = new(Repository.PathOf("docs/schemas/simulate-shard.schema.json"));

    private readonly Folder _folder = new();

    public SimulateTests() => _folder.Write("rally.sispam", Rally);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_report_says_how_often_in_sentences()
    {
        var outcome = Simulate("--runs", "200");

        Assert.Equal((0, ""), (outcome.Status, outcome.Error));
        Assert.Matches(
            "^EXERCISE  Rally\nsource [0-9a-f]{16}  seed 1  200 runs  sispam [0-9.]+  clock is simulated\n",
            outcome.Out
        );
        Assert.Matches(
            @"In \d+ of 100 runs \(between \d+ and \d+\) the situation turns red; when it does, half the",
            outcome.Out
        );
        Assert.Contains("every 4 min to 8 min: escalates 60%, calms 10%", outcome.Out);
        Assert.Matches(
            @"Dalmas +is there 4 min \(param call-out\) after the order +rally.sispam, line 4\n",
            outcome.Out
        );
        Assert.DoesNotContain("predict", outcome.Out, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void It_speaks_Indonesian_too()
    {
        var outcome = Simulate("--runs", "50", "--language", "id");

        Assert.StartsWith("LATIHAN  Rally\nsumber ", outcome.Out);
        Assert.Matches(@"Dalam \d+ dari 100 simulasi \(antara \d+ dan \d+\) situasi menjadi merah", outcome.Out);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public void The_JSON_fits_its_schema(string language)
    {
        foreach (
            var sweep in (string[][])
                [
                    [],
                    ["--param", "call-out=2min..6min:2min"],
                ]
        )
        {
            var outcome = Simulate(["--runs", "60", "--format", "json", "--language", language, .. sweep]);

            Assert.Equal((0, ""), (outcome.Status, outcome.Error));
            Assert.Empty(Schema.Check(JsonDocument.Parse(outcome.Out).RootElement));
        }
    }

    [Fact]
    public void A_run_of_the_report_can_be_run()
    {
        var json = JsonDocument.Parse(Simulate("--runs", "40", "--format", "json").Out).RootElement;
        var seed = json.GetProperty("outcomes").GetProperty("longest").GetProperty("seed").GetUInt64();
        var time = json.GetProperty("measures")[0];

        var run = Sispam.In(_folder.Path, "run", "rally.sispam", "--trace", "jsonl", "--seed", $"{seed}");

        var last = JsonDocument.Parse(run.Out.TrimEnd('\n').Split('\n')[^1]).RootElement;
        Assert.Equal("drill_time", time.GetProperty("kind").GetString());
        Assert.Equal(time.GetProperty("most").GetInt64(), last.GetProperty("time_ms").GetInt64());
    }

    [Fact]
    public void The_page_is_one_file_without_anything_from_elsewhere()
    {
        var outcome = Simulate("--runs", "60", "--format", "html", "--output", "report.html");

        Assert.Equal((0, "", ""), (outcome.Status, outcome.Out, outcome.Error));
        var page = File.ReadAllText(_folder.PathOf("report.html"));
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", page);
        Assert.Contains("EXERCISE", page);
        Assert.Contains("<svg", page);
        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("src=", page);
    }

    [Fact]
    public void Parts_put_together_give_the_same_report()
    {
        foreach (var format in (string[])["text", "json", "html"])
        {
            string[] sweep = ["--param", "call-out=2..6min:4"];
            var whole = Simulate(["--runs", "90", "--seed", "5", "--format", format, .. sweep]);
            string[] parts = ["4.json", "1.json", "3.json", "2.json"];
            foreach (var part in parts)
            {
                var made = Simulate([
                    "--runs",
                    "90",
                    "--seed",
                    "5",
                    "--shard",
                    part[..1] + "/4",
                    "--output",
                    part,
                    .. sweep,
                ]);
                Assert.Equal((0, "", ""), (made.Status, made.Out, made.Error));
                var json = JsonDocument.Parse(File.ReadAllText(_folder.PathOf(part))).RootElement;
                Assert.Empty(ShardSchema.Check(json));
            }

            var merged = Simulate(["--format", format, "--merge", .. parts]);

            Assert.Equal((0, ""), (merged.Status, merged.Error));
            Assert.Equal(whole.Out, merged.Out);
        }
    }

    [Fact]
    public void Parts_that_do_not_belong_together_are_refused()
    {
        Shard("a.json", "--runs", "20", "--shard", "1/2");
        Shard("b.json", "--runs", "20", "--shard", "2/2");
        Shard("seed.json", "--runs", "20", "--shard", "2/2", "--seed", "9");
        Shard("runs.json", "--runs", "30", "--shard", "2/2");
        Shard("thirds.json", "--runs", "20", "--shard", "2/3");
        Shard("params.json", "--runs", "20", "--shard", "2/2", "--param", "call-out=2 min");
        _folder.Write("other.sispam", Rally.Replace("40 min", "41 min"));
        Sispam.In(_folder.Path, "simulate", "other.sispam", "--runs", "20", "--shard", "2/2", "--output", "other.json");
        _folder.Write("text.json", "no JSON");

        Refused("sispam: seed.json does not belong to a.json: the seeds differ.", "a.json", "seed.json");
        Refused("sispam: runs.json does not belong to a.json: the numbers of runs differ.", "a.json", "runs.json");
        Refused("sispam: thirds.json does not belong to a.json: the numbers of parts differ.", "a.json", "thirds.json");
        Refused("sispam: params.json does not belong to a.json: the params differ.", "a.json", "params.json");
        const string NoPart = "is no part of runs of this drill that --shard wrote.";
        Refused("sispam: other.json: " + NoPart, "a.json", "other.json");
        Refused("sispam: text.json: " + NoPart, "text.json");
        Refused("sispam: none.json: there is no such file.", "none.json");
        Refused("sispam: a.json and a.json are both part 1.", "a.json", "a.json");
        Refused("sispam: Of 2 parts these are missing: 2.", "a.json");
        Assert.Equal(0, Simulate("--merge", "a.json", "b.json").Status);

        void Shard(string file, params string[] arguments) =>
            Assert.Equal(0, Simulate([.. arguments, "--output", file]).Status);

        void Refused(string message, params string[] files)
        {
            var outcome = Simulate(["--merge", .. files]);
            Assert.Equal((2, "", message + "\n"), (outcome.Status, outcome.Out, outcome.Error));
        }
    }

    [Theory]
    [InlineData("--runs is a whole number from 1 to 1000000000000, not 0.", "--runs", "0")]
    [InlineData("--runs is a whole number from 1 to 1000000000000, not many.", "--runs", "many")]
    [InlineData("--jobs is a whole number from 1 to 1024, not 0.", "--jobs", "0")]
    [InlineData("--shard is a part such as 1/4, the first of four, up to 4/4; not 5/4.", "--shard", "5/4")]
    [InlineData("--shard is a part such as 1/4, the first of four, up to 4/4; not 0/4.", "--shard", "0/4")]
    [InlineData("--format can't be pdf; it is text | json | html.", "--format", "pdf")]
    [InlineData("--runs does not go with --merge: the parts have it in them.", "--merge", "a.json", "--runs", "5")]
    [InlineData(
        "--shard writes a part for --merge, so it does not go with --format html.",
        "--shard",
        "1/2",
        "--format",
        "html"
    )]
    [InlineData("The drill has no param callout. Did you mean call-out?", "--param", "callout=1min..2min:1min")]
    [InlineData("--param call-out: 1min..2min has no step; write FROM..TO:STEP.", "--param", "call-out=1min..2min")]
    [InlineData(
        "--param call-out: 5min..2min:1min goes backwards; the lower value comes first.",
        "--param",
        "call-out=5min..2min:1min"
    )]
    [InlineData(
        "The param call-out lies between 1 min and 10 min; 20min does not.",
        "--param",
        "call-out=1min..20min:1min"
    )]
    [InlineData(
        "That makes 541 combinations of values. More than 100 are run only if --max-points allows them.",
        "--param",
        "call-out=1min..10min:1s"
    )]
    [InlineData("The param call-out is set twice.", "--param", "call-out=1min", "--param", "call-out=1min..2min:1min")]
    public void Bad_usage_is_told(string message, params string[] arguments)
    {
        var outcome = Simulate(arguments);

        Assert.Equal((2, ""), (outcome.Status, outcome.Out));
        Assert.Equal("sispam: " + message, outcome.Error.Split('\n')[0]);
    }

    [Fact]
    public void A_step_of_nothing_is_told()
    {
        var outcome = Simulate("--param", "call-out=1min..2min:0min");

        Assert.Equal(2, outcome.Status);
        Assert.StartsWith("sispam: --param call-out: a sweep is written FROM..TO:STEP", outcome.Error);
    }

    [Fact]
    public void A_sweep_names_the_param_that_matters_most()
    {
        var outcome = Simulate("--runs", "100", "--param", "call-out=1min..9min:4min");

        Assert.Contains("3 combinations of values, 100 runs each, all with the same seeds", outcome.Out);
        Assert.Matches(
            @"“call-out” matters most for “Red while Dalmas is not there, of 100\s+runs”:\s+from\s+\d+\s+\(at\s+1\s+min\)",
            outcome.Out
        );
    }

    [Theory]
    [InlineData("expect crowd disperses in 1% of runs", 0)]
    [InlineData("expect crowd disperses in 99% of runs", 1)]
    [InlineData("never anarchic", 1)]
    [InlineData("expect tear gas within 1 min of dispersed in 50% of runs", 3)]
    public void The_status_says_whether_promises_hold(string property, int status)
    {
        _folder.Write("rally.sispam", Rally + property + "\n");

        Assert.Equal(status, Simulate("--runs", "100").Status);
    }

    [Fact]
    public void Too_few_runs_to_tell_are_said_with_how_many_would()
    {
        _folder.Write("rally.sispam", Rally + "expect crowd disperses in 60% of runs\n");

        var outcome = Simulate("--runs", "10");

        Assert.Equal(3, outcome.Status);
        Assert.Contains("“expect crowd disperses in 60% of runs” is undecided: kept in ", outcome.Out);
        Assert.Matches(@"About [\d,]+ runs would tell,\s+if they go on like this\.", outcome.Out);
    }

    [Fact]
    public void Ctrl_C_shows_what_there_is_so_far_and_leaves_no_part()
    {
        var outcome = Sispam.Interrupted(_folder.Path, "simulate", "rally.sispam");
        var shard = Sispam.Interrupted(
            _folder.Path,
            "simulate",
            "rally.sispam",
            "--shard",
            "1/2",
            "--output",
            "a.json"
        );

        Assert.Equal(130, outcome.Status);
        Assert.Equal((130, ""), (shard.Status, shard.Out));
        Assert.Equal(["rally.sispam"], _folder.Files());
    }

    [Fact]
    public void Progress_is_for_terminals()
    {
        Assert.DoesNotContain("\r", Simulate("--runs", "5000").Error);
        Assert.Contains("of 5000", Sispam.OnTerminal(_folder.Path, "simulate", "rally.sispam", "--runs", "5000").Error);
    }

    [Fact]
    public void A_drill_with_errors_is_not_simulated()
    {
        _folder.Write("rally.sispam", "phase A: crowd escalates -> deploy Nobody\n");

        var outcome = Simulate();

        Assert.Equal((1, ""), (outcome.Status, outcome.Out));
        Assert.Contains("SIS2001", outcome.Error);
    }

    private Outcome Simulate(params string[] arguments) =>
        Sispam.In(_folder.Path, ["simulate", "rally.sispam", .. arguments]);
}
