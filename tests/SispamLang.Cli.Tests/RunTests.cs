using System.Text.Json;
using SispamLang.Tests.Shared;

namespace SispamLang.Cli.Tests;

public sealed class RunTests : IDisposable
{
    private const string Drill = """
        drill "Latihan \"A\"":
          starts 23:58 WITA
          ends after 1 h
        param pause length = 2 min from 1 min to 10 min
        param odds = 50% from 0% to 100%
        param steps = 2 from 1 to 5
        crowd Massa: 100 people, scripted
        event siren
        counter calls: 0..100
        phase One for 5 min:
          crowd escalates -> wait pause length, deploy Dalmas by Kapolres
          siren -> add steps to calls
          if calls > 99 -> announce "too many"
          siren -> chance odds: announce "yes" otherwise: announce "no"
        phase Two "The second" for 10 min:
          at start -> announce "Two"

        """;

    private readonly Folder _folder = new();

    public RunTests() => _folder.Write("a.sispam", Drill);

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Engines => ["compiled", "interpreter"];

    public static TheoryData<string, string> ExamplesAndEngines
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (
                var path in Directory.GetFiles(Repository.PathOf("examples"), "*.sispam").Order(StringComparer.Ordinal)
            )
            {
                data.Add(Path.GetFileName(path), "compiled");
                data.Add(Path.GetFileName(path), "interpreter");
            }

            return data;
        }
    }

    [Fact]
    public void What_chance_decided_is_shown_to_those_who_ask()
    {
        _folder.Write("drill.sispam", "phase Rekap: crowd escalates -> deploy Dalmas\n");

        var timeline = Sispam.In(_folder.Path, "run", "drill.sispam").Out;
        var withChance = Sispam.In(_folder.Path, "run", "drill.sispam", "--chance").Out;

        Assert.DoesNotContain("Chance: ", timeline);
        Assert.Contains("Chance: ", withChance);
        Assert.Equal(
            string.Concat(withChance.Split('\n').Where(line => !line.Contains("Chance: ")).Select(Untimed)),
            string.Concat(timeline.Split('\n').Select(Untimed))
        );

        // The first line of an instant has the time; that may be one of chance.
        static string Untimed(string line) => line.Length > 12 ? line[12..].Trim() : line;
    }

    [Fact]
    public void The_header_marks_the_exercise_and_says_what_is_run()
    {
        var lines = Run().Out.Split('\n');

        Assert.Equal("EXERCISE  Latihan \"A\"", lines[0]);
        Assert.Matches("^source [0-9a-f]{16}  seed 1  sispam [0-9.]+  clock is simulated$", lines[1]);
        Assert.Equal("LATIHAN  Latihan \"A\"", Run("--language", "id").Out.Split('\n')[0]);
    }

    [Fact]
    public void The_timeline_has_time_clock_phases_and_orders_below_their_cause()
    {
        _folder.Write("events.txt", "T+00:01:00 crowd escalates\n");

        var timeline = Run("--events", "events.txt").Out;

        Assert.Contains("\nT+00:00:00  23:58:00 WITA  Phase One\n", timeline);
        Assert.Contains("\nT+00:01:00  23:59:00 WITA  Massa escalates, by the controller\n", timeline);
        Assert.Contains("\n                             Rule: crowd escalates", timeline);
        Assert.Contains(
            "\nT+00:03:00  00:01:00 WITA  Deploy Dalmas to the crowd, ordered by Kapolres  (from T+00:01:00)\n",
            timeline
        );
        Assert.Contains("\nT+00:05:00  00:03:00 WITA  Phase Two — The second\n", timeline);
        Assert.Contains(
            "\nSummary\n  Ended         T+00:15:00 (00:13:00 WITA)\n  Phases        One 5 min, Two 10 min\n",
            timeline
        );
        Assert.Contains("\n  Orders        deployments: 1\n", timeline);
    }

    [Fact]
    public void The_timeline_is_coloured_on_a_terminal_only()
    {
        Assert.DoesNotContain('\u001b', Run().Out);
        Assert.Contains("\u001b[32m", Sispam.OnTerminal(_folder.Path, "run", "a.sispam").Out);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_run_stops_where_it_is_told_to(string engine)
    {
        var timeline = Run("--until", "3min", "--engine", engine).Out;

        Assert.Contains("  Stopped       T+00:03:00 (00:01:00 WITA): as --until says", timeline);
        Assert.DoesNotContain("Phase Two", timeline);
    }

    [Theory]
    [InlineData("pause length=4 min", "T+00:05:00")]
    [InlineData("Pause  Length = 240s", null)]
    [InlineData("PAUSE LENGTH=240 s", "T+00:05:00")]
    [InlineData("pause length=3 menit", "T+00:04:00")]
    public void Params_are_set_by_name(string assignment, string? deployed)
    {
        _folder.Write("events.txt", "T+00:01:00 crowd escalates\n");
        var outcome = Run("--events", "events.txt", "--param", assignment, "--trace", "jsonl");

        Assert.Equal(deployed is null ? 2 : 0, outcome.Status);
        if (deployed is not null)
        {
            var deploy = Lines(outcome).SingleOrDefault(line => line.GetProperty("code").GetString() == "deploy");
            Assert.Equal(deployed == "T+00:05:00" ? 300_000 : 240_000, deploy.GetProperty("time_ms").GetInt64());
        }
    }

    [Theory]
    [InlineData("odds", "--param is written NAME=VALUE, not odds.")]
    [InlineData("odd=1%", "The drill has no param odd. Did you mean odds?")]
    [InlineData("xyzzy=1%", "The drill has no param xyzzy. It has: pause length, odds, steps.")]
    [InlineData("odds=12", "The param odds takes a percentage such as 60%, not 12.")]
    [InlineData("odds=101%", "The param odds takes a percentage such as 60%, not 101%.")]
    [InlineData("steps=6", "The param steps lies between 1 and 5; 6 does not.")]
    [InlineData("steps=1; 2", "The param steps takes a whole number, not 1; 2.")]
    [InlineData("pause length=1 h", "The param pause length lies between 1 min and 10 min; 1 h does not.")]
    public void A_param_that_can_not_be_set_is_explained(string assignment, string sentence)
    {
        var outcome = Run("--param", assignment);

        Assert.Equal(new Outcome(2, "", "sispam: " + sentence + "\n"), outcome);
    }

    [Fact]
    public void A_param_is_set_once() =>
        Assert.Equal("sispam: The param odds is set twice.\n", Run("--param", "odds=1%", "--param", "Odds=2%").Error);

    [Fact]
    public void What_is_wrong_with_a_list_of_events_has_a_code_and_a_place()
    {
        _folder.Write(
            "events.txt",
            "# a comment\n\nT+00:01:00 crowd escalats\nT+1 siren\nT+00:61:00 siren\nT+00:02:00.5 siren # fine\nsiren\n"
        );

        var outcome = Run("--events", "events.txt");

        Assert.Equal(2, outcome.Status);
        Assert.Empty(outcome.Out);
        Assert.Equal(
            [
                "events.txt:3:12: error SIS9002",
                "events.txt:4:1: error SIS9003",
                "events.txt:5:1: error SIS9003",
                "events.txt:7:1: error SIS9003",
            ],
            outcome
                .Error.Split('\n')
                .Where(line => line.Contains(": error "))
                .Select(line => line[..(line.IndexOf("SIS", StringComparison.Ordinal) + 7)])
        );
    }

    [Fact]
    public void What_is_wrong_with_a_trace_has_a_code_and_a_place()
    {
        _folder.Write("run.jsonl", Run("--trace", "jsonl").Out + "{\"kind\": 12\n");

        var outcome = Run("--events", "run.jsonl");

        Assert.Equal(2, outcome.Status);
        Assert.Matches("^run\\.jsonl:[0-9]+:1: error SIS9003: ", outcome.Error);
    }

    [Fact]
    public void Events_after_the_end_are_told_of()
    {
        _folder.Write("events.txt", "T+00:01:00 siren\nT+05:00:00 siren\n");

        var outcome = Run("--events", "events.txt");

        Assert.Equal(0, outcome.Status);
        Assert.Contains("events.txt: from line 2 on nothing happens", outcome.Error);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Any_run_is_replayed_without_its_seed(string engine)
    {
        _folder.Write(
            "events.txt",
            "T+00:01:00 crowd escalates\nT+00:02:00.250 siren\nT+00:03:00 siren\nT+00:04:00 next phase\n"
        );
        var recorded = Run(
            "--seed",
            "7",
            "--events",
            "events.txt",
            "--param",
            "odds=40%",
            "--trace",
            "jsonl",
            "--engine",
            engine
        );
        _folder.Write("run.jsonl", recorded.Out);

        var replayed = Run("--seed", "1", "--events", "run.jsonl", "--trace", "jsonl", "--engine", engine);

        Assert.Equal(0, replayed.Status);
        Assert.Empty(replayed.Error);
        Assert.Contains("\"kind\":\"draw\"", recorded.Out);
        // The first line says the seed.
        Assert.Equal(recorded.Out.Split('\n').Skip(1), replayed.Out.Split('\n').Skip(1));
        Assert.Equal(recorded.Out.Replace("\"seed\":7", "\"seed\":1"), replayed.Out);
    }

    [Theory]
    [MemberData(nameof(ExamplesAndEngines))]
    public void Each_example_is_replayed_without_its_seed(string name, string engine)
    {
        var drill = Repository.PathOf("examples/" + name);
        var recorded = Sispam.In(_folder.Path, "run", drill, "--seed", "7", "--trace", "jsonl", "--engine", engine);
        Assert.Equal("", recorded.Error);
        _folder.Write("run.jsonl", recorded.Out);

        var replayed = Sispam.In(
            _folder.Path,
            "run",
            drill,
            "--seed",
            "1",
            "--events",
            "run.jsonl",
            "--trace",
            "jsonl",
            "--engine",
            engine
        );

        Assert.Equal(recorded.Out.Split('\n').Skip(1), replayed.Out.Split('\n').Skip(1));
    }

    [Theory]
    [MemberData(nameof(ExamplesAndEngines))]
    public void Each_line_of_a_trace_is_as_the_schema_says(string name, string engine)
    {
        var schema = new JsonSchema(Repository.PathOf("docs/schemas/trace.schema.json"));

        var outcome = Sispam.In(Repository.Root, "run", "examples/" + name, "--trace", "jsonl", "--engine", engine);

        Assert.Equal(0, outcome.Status);
        var lines = Lines(outcome);
        Assert.All(lines, line => Assert.Empty(schema.Check(line)));
        Assert.Equal("start", lines[0].GetProperty("kind").GetString());
        Assert.Equal("simulated", lines[0].GetProperty("clock").GetString());
        Assert.Equal("end", lines[^1].GetProperty("kind").GetString());
    }

    [Fact]
    public void A_trace_of_another_drill_is_told_of()
    {
        _folder.Write("run.jsonl", Run("--trace", "jsonl").Out);
        _folder.Write("a.sispam", Drill + "\n# changed\n");

        Assert.Contains("was recorded from another drill", Run("--events", "run.jsonl").Error);
    }

    [Fact]
    public void The_header_of_a_replay_names_the_trace()
    {
        _folder.Write("run.jsonl", Run("--trace", "jsonl").Out);

        Assert.Contains("  replayed from run.jsonl  ", Run("--events", "run.jsonl").Out);
    }

    [Fact]
    public void A_drill_with_errors_does_not_run()
    {
        _folder.Write("b.sispam", "phase A: crowd escalates -> deploy Dalmaz\n");

        var outcome = Sispam.In(_folder.Path, "run", "b.sispam", "--output", "run.txt");

        Assert.Equal(1, outcome.Status);
        Assert.Empty(outcome.Out);
        Assert.StartsWith("b.sispam:1:", outcome.Error);
        Assert.DoesNotContain("run.txt", _folder.Files());
    }

    [Fact]
    public void A_library_is_nothing_to_run()
    {
        _folder.Write("b.sispam", "unit Regu 1: 10 personnel, as Dalmas\n");

        var outcome = Sispam.In(_folder.Path, "run", "b.sispam");

        Assert.Equal(2, outcome.Status);
        Assert.Contains("b.sispam: has no phase, so there is nothing to run.", outcome.Error);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_drill_that_does_not_settle_has_an_error_at_its_rule(string engine)
    {
        _folder.Write(
            "b.sispam",
            "event ping\nevent pong\nphase A for 5 min:\n  at start -> ping\n  ping -> pong\n  pong -> ping\n"
        );

        var outcome = Sispam.In(_folder.Path, "run", "b.sispam", "--engine", engine);

        Assert.Equal(1, outcome.Status);
        Assert.Matches("b\\.sispam:[56]:3: error SIS9001: ", outcome.Error);
        Assert.Contains("EXERCISE", outcome.Out);
    }

    [Fact]
    public void The_second_run_needs_no_compiler_and_tells_the_same()
    {
        _folder.Write("library.sispam", "unit Regu 1: 10 personnel, as Dalmas\n");
        _folder.Write(
            "b.sispam",
            "use \"library.sispam\"\nphase A:\n  crowd escalates ->\n    if anarchic -> deploy Regu 1\n"
        );

        var first = Sispam.In(_folder.Path, "run", "b.sispam", "--engine", "compiled");
        var second = Sispam.In(_folder.Path, "run", "b.sispam", "--engine", "compiled");
        Assert.Equal(0, first.Status);
        Assert.Equal(first, second);

        _folder.Write("library.sispam", "unit Regu 2: 10 personnel, as Dalmas\n");
        Assert.Equal(1, Sispam.In(_folder.Path, "run", "b.sispam", "--engine", "compiled").Status);
    }

    [Fact]
    public void After_Ctrl_C_nothing_is_left_behind()
    {
        var outcome = Sispam.Interrupted(_folder.Path, "run", "a.sispam", "--output", "run.txt");

        Assert.Equal(ExitStatus.Interrupted, outcome.Status);
        Assert.Equal(["a.sispam"], _folder.Files());
    }

    [Fact]
    public void Standard_input_is_a_drill_or_its_events_but_not_both()
    {
        Assert.Equal(0, Sispam.WithInput(_folder.Path, Drill, "run", "-").Status);
        Assert.Contains(
            "by the controller",
            Sispam.WithInput(_folder.Path, "T+00:01:00 siren", "run", "a.sispam", "--events", "-").Out
        );
        Assert.Equal(2, Sispam.In(_folder.Path, "run", "-", "--events", "-").Status);
    }

    private Outcome Run(params string[] options) => Sispam.In(_folder.Path, ["run", "a.sispam", .. options]);

    private static List<JsonElement> Lines(Outcome outcome) =>
        [
            .. outcome
                .Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement),
        ];
}
