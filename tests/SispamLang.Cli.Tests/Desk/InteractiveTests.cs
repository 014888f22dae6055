using System.Text.Json;
using SispamLang.Runtime;
using SispamLang.Tests.Shared;

namespace SispamLang.Cli.Tests.Desk;

/// <summary><c>sispam run --interactive</c> line by line, as through a pipe.</summary>
public sealed class InteractiveTests : IDisposable
{
    private readonly Folder _folder = new();

    public InteractiveTests() => _folder.Write("a.sispam", Exercise.Drill);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("compiled")]
    [InlineData("interpreter")]
    public void What_is_typed_happens_and_the_log_replays_to_the_same(string engine)
    {
        var outcome = Lead(
            "skip 10\ncrowd gathers\ncrowd escalates\nstone hits\ndelivered 1\nskip 20\nstop\n",
            "--engine",
            engine
        );

        Assert.Equal(0, outcome.Status);
        Assert.Contains("Massa escalates, by the controller", outcome.Out);
        Assert.Contains("* Delivered: A stone", outcome.Out);
        Assert.Contains("\nSummary\n  Ended         T+00:30:00 (09:30:00 WIB)\n", outcome.Out);
        Assert.EndsWith("sispam: The log is in a.jsonl\n", outcome.Error);
        var replayed = Sispam.In(_folder.Path, "run", "a.sispam", "--events", "a.jsonl", "--trace", "jsonl");
        Assert.Equal(Texts(_folder.PathOf("a.jsonl")), Texts(replayed.Out.Split('\n')));
    }

    [Fact]
    public void Each_line_of_the_log_is_as_the_schema_says()
    {
        Lead("skip 10\nstone hits\ndelivered 1\nnote rain\nundo\npause\nresume\nspeed step\nspeed 1\nshift 5\nstop\n");
        Resume("stop\n");

        var schema = new JsonSchema(Repository.PathOf("docs/schemas/trace.schema.json"));
        var lines = File.ReadAllLines(_folder.PathOf("a.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToArray();
        Assert.All(lines, line => Assert.Empty(schema.Check(line)));
        Assert.All(Enum.GetValues<ControllerCode>(), code => Assert.Contains(lines, Is(code)));

        static Predicate<JsonElement> Is(ControllerCode code) =>
            line => line.GetProperty("code").GetString() == TraceText.NameOf(code);
    }

    [Fact]
    public void The_end_of_input_ends_the_exercise()
    {
        var outcome = Lead("");

        Assert.Equal(0, outcome.Status);
        Assert.Contains("The drill ends: ordered", outcome.Out);
    }

    [Fact]
    public void The_end_of_the_drill_is_not_the_end_of_the_exercise()
    {
        var outcome = Lead("end drill\nundo\nskip 50\nnote over\nLATIHAN BERHENTI\n");

        Assert.Equal(0, outcome.Status);
        Assert.Contains("* Taken back: end drill. It is T+00:00:00 again", outcome.Out);
        Assert.Contains("The drill ends: the last phase is over", outcome.Out);
        Assert.Contains("* The drill has ended. “undo” takes the last event back", outcome.Out);
        Assert.Contains("* Noted.", outcome.Out);
    }

    [Fact]
    public void It_speaks_the_language_of_the_drill_or_the_one_asked_for()
    {
        var outcome = Lead("lompat 5\nkeadaan\nbantuan\nberhentilah\nstop\n", "--language", "id");

        Assert.StartsWith("LATIHAN  Practice\n", outcome.Out);
        Assert.Contains("* Sekarang T+00:05:00.", outcome.Out);
        Assert.Contains("  Satuan: Di KPU: Dalmas Awal\n", outcome.Out);
        Assert.Contains("  jeda            menghentikan jam sementara\n", outcome.Out);
        Assert.Contains("* Tidak ada perintah atau kejadian “berhentilah”.", outcome.Out);
        Assert.EndsWith("sispam: Catatannya ada di a.jsonl\n", outcome.Error);
    }

    [Fact]
    public void A_drill_that_was_stopped_in_a_pause_of_its_own_replays_up_to_there()
    {
        _folder.Write(
            "a.sispam",
            "phase A for 1 h:\n  after 10 min -> pause for 30 min\n  after 15 min -> announce \"late\"\n"
        );

        Lead("skip 20\nstop\n");
        var replayed = Sispam.In(_folder.Path, "run", "a.sispam", "--events", "a.jsonl");

        Assert.Contains("  Stopped       T+00:20:00: by the controller\n", replayed.Out);
    }

    [Fact]
    public void A_log_can_be_taken_up_again_and_again()
    {
        Lead("crowd gathers\nskip 10\nstop\n");
        Assert.Contains("T+00:10:00", Resume("undo\nskip 5\nstop\n").Out);
        var last = Resume("undo\nskip 60\nstop\n");

        Assert.Equal(0, last.Status);
        var uninterrupted = Sispam.In(_folder.Path, "run", "a.sispam", "--events", "a.jsonl", "--trace", "jsonl");
        Assert.Equal(Texts(_folder.PathOf("a.jsonl")), Texts(uninterrupted.Out.Split('\n')));
    }

    [Fact]
    public void The_after_action_report_is_made_from_the_log_without_what_was_taken_back()
    {
        Lead("crowd gathers\nskip 5\nstone hits\nundo\nskip 5\nnote rain\nstop\n");

        var outcome = Sispam.In(_folder.Path, "export", "a.sispam", "--as", "after-action", "--from", "a.jsonl");

        Assert.Equal(0, outcome.Status);
        Assert.Contains("Practice", outcome.Out);
        Assert.DoesNotContain("stone hits, by the controller", outcome.Out);
    }

    [Fact]
    public void A_torn_last_line_is_cut_off_and_told_of()
    {
        Lead("skip 10\nstop\n");
        var log = _folder.PathOf("a.jsonl");
        File.WriteAllBytes(log, File.ReadAllBytes(log)[..^7]);

        var outcome = Resume("stop\n");

        Assert.Equal(0, outcome.Status);
        Assert.Contains("a.jsonl: its last line was not written to its end", outcome.Error);
        Assert.Equal(0, DrillLogReading.Read(new MemoryStream(File.ReadAllBytes(log))).BadLine);
    }

    [Theory]
    [InlineData("damaged", "a.jsonl: line 3 is damaged although lines follow it")]
    [InlineData("trace", "a.jsonl: line 1 is damaged although lines follow it, or this is no log of a desk.")]
    [InlineData("empty", "a.jsonl: has no whole line of a log")]
    [InlineData("missing", "a.jsonl: there is no such file.")]
    [InlineData("drill", "a.jsonl: is the log of another drill, or of another version of this one: source ")]
    [InlineData("seed", "a.jsonl: was played with seed 1, not 2.")]
    [InlineData("both", "--resume goes on with its own log, so --log can't be given beside it.")]
    public void A_log_that_can_not_be_taken_up_is_refused_and_stays_as_it_is(string what, string problem)
    {
        Lead("skip 10\nstop\n");
        var log = _folder.PathOf("a.jsonl");
        var lines = File.ReadAllLines(log);
        string[] more = [];
        switch (what)
        {
            case "damaged":
                lines[2] = lines[2].Replace("\"seq\":2", "\"seq\":7", StringComparison.Ordinal);
                File.WriteAllText(log, string.Join('\n', lines) + "\n");
                break;
            case "trace":
                File.WriteAllText(log, Sispam.In(_folder.Path, "run", "a.sispam", "--trace", "jsonl").Out);
                break;
            case "empty":
                File.WriteAllText(log, "");
                break;
            case "missing":
                File.Delete(log);
                break;
            case "drill":
                _folder.Write("a.sispam", Exercise.Drill + "\n# changed\n");
                break;
            case "seed":
                more = ["--seed", "2"];
                break;
            default:
                more = ["--log", "b.jsonl"];
                break;
        }

        var before = File.Exists(log) ? File.ReadAllBytes(log) : [];
        var outcome = Resume("stop\n", more);

        Assert.Equal(2, outcome.Status);
        Assert.StartsWith("sispam: " + problem, outcome.Error);
        Assert.Empty(outcome.Out);
        Assert.Equal(before, File.Exists(log) ? File.ReadAllBytes(log) : []);
    }

    [Fact]
    public void A_log_that_has_something_in_it_is_never_written_over()
    {
        Lead("stop\n");
        var before = File.ReadAllBytes(_folder.PathOf("a.jsonl"));

        var outcome = Lead("stop\n");

        Assert.Equal(2, outcome.Status);
        Assert.Equal(before, File.ReadAllBytes(_folder.PathOf("a.jsonl")));
    }

    [Fact]
    public void Without_a_name_the_log_is_called_after_the_drill_and_the_time()
    {
        var outcome = Sispam.WithInput(_folder.Path, "stop\n", "run", "a.sispam", "--interactive");

        Assert.Equal(0, outcome.Status);
        Assert.Matches(@"^a-\d{8}-\d{6}\.jsonl$", _folder.Files()[0]);
    }

    [Fact]
    public void The_log_can_move_to_another_file()
    {
        Lead("skip 10\nsave b.jsonl\nskip 10\nstop\n");

        Assert.Equal(
            0,
            Sispam.WithInput(_folder.Path, "stop\n", "run", "a.sispam", "--interactive", "--resume", "b.jsonl").Status
        );
    }

    [Fact]
    public void On_a_full_disk_the_exercise_goes_on_with_a_warning_that_can_not_be_missed()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This system has no device that is always full.");

        var outcome = Sispam.WithInput(
            _folder.Path,
            "skip 5\nstop\n",
            "run",
            "a.sispam",
            "--interactive",
            "--log",
            "/dev/full"
        );

        Assert.Equal(0, outcome.Status);
        Assert.Contains("Dalmas Awal arrives at KPU", outcome.Out);
        Assert.Contains("THE LOG CAN'T BE WRITTEN (disk full?): “save FILE” keeps it elsewhere.", outcome.Out);
        Assert.StartsWith("sispam: THE LOG CAN'T BE WRITTEN", outcome.Error);
        Assert.EndsWith("sispam: THE LOG IN /dev/full IS NOT COMPLETE: its end could not be written.\n", outcome.Error);
    }

    [Theory]
    [InlineData("--plain goes with --interactive only.", "--plain")]
    [InlineData("--speed goes with --interactive only.", "--speed", "2")]
    [InlineData("--until does not go with --interactive: the log has all of it.", "--interactive", "--until", "5 min")]
    [InlineData("--speed is a whole number from 1 to 1000, or step, not fast.", "--interactive", "--speed", "fast")]
    public void Options_that_do_not_go_together_are_refused(string problem, params string[] options)
    {
        var outcome = Sispam.WithInput(_folder.Path, "", ["run", "a.sispam", .. options]);

        Assert.Equal(2, outcome.Status);
        Assert.StartsWith("sispam: " + problem, outcome.Error);
        Assert.Equal(["a.sispam"], _folder.Files());
    }

    [Fact]
    public void The_drill_can_not_come_from_where_the_commands_come_from()
    {
        var outcome = Sispam.WithInput(_folder.Path, Exercise.Drill, "run", "-", "--interactive");

        Assert.Equal(2, outcome.Status);
        Assert.Contains("Standard input can be read only once.", outcome.Error);
    }

    private Outcome Lead(string input, params string[] options) =>
        Sispam.WithInput(
            _folder.Path,
            input,
            ["run", "a.sispam", "--interactive", "--speed", "step", "--log", "a.jsonl", .. options]
        );

    private Outcome Resume(string input, params string[] options) =>
        Sispam.WithInput(_folder.Path, input, ["run", "a.sispam", "--interactive", "--resume", "a.jsonl", .. options]);

    private static string[] Texts(string path) => Texts(Effective(File.ReadAllLines(path)));

    private static string[] Texts(IEnumerable<string> lines) =>
        [
            .. lines
                .Where(line => line.Length > 0)
                .Select(line => JsonDocument.Parse(line).RootElement)
                .Where(line => line.GetProperty("kind").GetString() != "controller")
                .Select(line =>
                    line.GetProperty("seq") + " " + line.GetProperty("time_ms") + " " + line.GetProperty("text")
                ),
        ];

    // What was taken back is not in a replay.
    private static List<string> Effective(IEnumerable<string> lines)
    {
        List<string> effective = [];
        foreach (var line in lines)
        {
            var json = JsonDocument.Parse(line).RootElement;
            if (json.GetProperty("code").GetString() == "undo")
            {
                effective.RemoveAll(one =>
                    JsonDocument.Parse(one).RootElement.GetProperty("seq").GetInt64()
                    >= json.GetProperty("value").GetInt64()
                );
            }

            effective.Add(line);
        }

        return effective;
    }
}
