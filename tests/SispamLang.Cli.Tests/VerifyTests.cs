using System.Text.Json;
using SispamLang.Tests.Shared;

namespace SispamLang.Cli.Tests;

public sealed class VerifyTests : IDisposable
{
    private const string Drill = """
        drill "Line": ends after 1 h
        unit Dalmas: 38 personnel, ready in 1..3 min
        temper jumpy: escalates every 2 min 50%
        crowd Massa: 100 people, jumpy
        event bomb: when raised
        phase Rekap for 6 min:
          crowd gathers -> deploy Dalmas
          Dalmas arrives -> push back
          bomb -> announce "Nobody moves"
        never push back while calm
        expect Dalmas arrives within 4 min
        never bomb

        """;
    private const string Indonesian = """
        fase Rekap selama 5 menit: massa bereskalasi -> umumkan "Awas"
        jangan massa bubar

        """;

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_promise_has_its_verdict_and_what_is_refuted_its_course()
    {
        _folder.Write("a.sispam", Drill);

        var outcome = Sispam.In(_folder.Path, "verify", "a.sispam");

        Assert.Equal(1, outcome.Status);
        Assert.StartsWith("EXERCISE  Line\nsource ", outcome.Out);
        Assert.Contains(
            "Refuted: never push back while calm\n  The shortest course of events that breaks it:\n",
            outcome.Out
        );
        Assert.Contains("Broken: never push back while calm\n", outcome.Out);
        Assert.Contains("Proved: expect Dalmas arrives within 4 min\nProved: never bomb\n", outcome.Out);
        Assert.Contains("Never fires: bomb", outcome.Out);
        Assert.Contains("time in steps of 1 min.", outcome.Out);
        Assert.Empty(outcome.Error);
    }

    [Theory]
    [InlineData]
    [InlineData("--controller")]
    public void A_course_is_repeated_by_run_up_to_the_same_breach(params string[] more)
    {
        _folder.Write("a.sispam", Drill);

        var json = Sispam.In(
            _folder.Path,
            ["verify", "a.sispam", "--trace-dir", "courses", "--format", "json", .. more]
        );

        var properties = JsonDocument.Parse(json.Out).RootElement.GetProperty("properties");
        var refuted = properties
            .EnumerateArray()
            .Where(p => p.GetProperty("verdict").GetString() == "refuted")
            .ToList();
        Assert.Equal(more.Length == 0 ? 1 : 3, refuted.Count);
        foreach (var property in refuted)
        {
            var file = property.GetProperty("trace_file").GetString()!;
            var run = Sispam.In(_folder.Path, "run", "a.sispam", "--events", file, "--trace", "jsonl");
            var wanted = File.ReadAllLines(_folder.PathOf(file));
            // The first line tells of the seed, which replays differ in.
            Assert.Equal(wanted[1..], run.Out.Split('\n')[1..wanted.Length]);
            Assert.Contains("\"property_broken\"", wanted[^1]);
            Assert.Equal(wanted.Length, property.GetProperty("trace").GetArrayLength());
        }
    }

    [Fact]
    public void JSON_is_alone_on_standard_output_and_as_the_schema_says()
    {
        _folder.Write("a.sispam", Drill);
        var schema = new JsonSchema(Repository.PathOf("docs/schemas/verify.schema.json"));

        var outcome = Sispam.In(_folder.Path, "verify", "a.sispam", "--format", "json");

        var json = JsonDocument.Parse(outcome.Out).RootElement;
        Assert.Empty(schema.Check(json));
        Assert.Equal("refuted", json.GetProperty("result").GetString());
        Assert.NotEmpty(schema.Check(JsonDocument.Parse("""{"result": "yes"}""").RootElement));
    }

    [Fact]
    public void A_limit_leaves_undecided_what_was_not_broken_before()
    {
        _folder.Write("a.sispam", Drill.Replace("never push back while calm", "", StringComparison.Ordinal));

        var outcome = Sispam.In(_folder.Path, "verify", "a.sispam", "--max-states", "2");

        Assert.Equal(ExitStatus.NotDecided, outcome.Status);
        Assert.Contains("Not decided: expect Dalmas arrives within 4 min\nProved: never bomb\n", outcome.Out);
        Assert.Contains("Nothing else is broken in the 2 states that were reached", outcome.Out);
    }

    [Fact]
    public void A_param_that_is_set_is_what_it_is_verified_with_and_repeated_with()
    {
        _folder.Write(
            "a.sispam",
            "param way = 2 min from 1 min to 9 min\n" + Drill.Replace("1..3 min", "way", StringComparison.Ordinal)
        );

        var kept = Sispam.In(_folder.Path, "verify", "a.sispam", "--format", "json");
        var broken = Sispam.In(
            _folder.Path,
            "verify",
            "a.sispam",
            "--param",
            "way=5 min",
            "--format",
            "json",
            "--trace-dir",
            "courses"
        );

        var json = JsonDocument.Parse(broken.Out).RootElement;
        Assert.Equal(300_000, json.GetProperty("params").GetProperty("way").GetInt64());
        Assert.Equal("proved", VerdictOf(kept.Out, 1));
        Assert.Equal("refuted", VerdictOf(broken.Out, 1));
        var run = Sispam.In(_folder.Path, "run", "a.sispam", "--events", "courses/property-2.jsonl");
        Assert.Contains("Broken: expect Dalmas arrives within 4 min", run.Out);
        Assert.Contains("way=5 min", Sispam.In(_folder.Path, "verify", "a.sispam", "--param", "way=5 min").Out);
    }

    [Fact]
    public void What_nothing_reads_can_be_kept_in_states()
    {
        _folder.Write(
            "a.sispam",
            "counter seen: 0..9\n"
                + Drill.Replace("-> deploy Dalmas", "-> add 1 to seen, deploy Dalmas", StringComparison.Ordinal)
        );

        var reduced = Sispam.In(_folder.Path, "verify", "a.sispam", "--format", "json");
        var whole = Sispam.In(_folder.Path, "verify", "a.sispam", "--format", "json", "--no-reduction");

        Assert.Equal(VerdictOf(reduced.Out, 0), VerdictOf(whole.Out, 0));
        Assert.True(Bits(whole.Out) > Bits(reduced.Out));

        static int Bits(string json) => JsonDocument.Parse(json).RootElement.GetProperty("state_bits").GetInt32();
    }

    [Fact]
    public void A_state_that_nothing_can_calm_any_more_is_shown_with_a_course_that_can_be_repeated()
    {
        _folder.Write("a.sispam", Drill);

        var outcome = Sispam.In(_folder.Path, "verify", "a.sispam", "--trace-dir", "courses");

        Assert.Contains("From here on nothing can calm the situation any more.", outcome.Out);
        var wanted = File.ReadAllLines(_folder.PathOf("courses/no-way-back.jsonl"));
        var run = Sispam.In(
            _folder.Path,
            "run",
            "a.sispam",
            "--events",
            "courses/no-way-back.jsonl",
            "--trace",
            "jsonl"
        );
        Assert.Equal(wanted[1..], run.Out.Split('\n')[1..wanted.Length]);
    }

    [Theory]
    [InlineData("en", "Not looked for: whether something can always calm the situation, because as many states")]
    [InlineData("id", "Tidak diperiksa: apakah situasi selalu masih dapat diredakan, karena jumlah keadaan")]
    public void After_a_limit_it_says_that_the_way_back_was_not_looked_for(string language, string sentence)
    {
        _folder.Write("a.sispam", Drill);

        var outcome = Sispam.In(_folder.Path, "verify", "a.sispam", "--max-states", "3", "--language", language);

        Assert.Contains(sentence, outcome.Out);
        Assert.Contains("--max-states", outcome.Out);
    }

    [Theory]
    [InlineData("crowd gathers -> pause for 1 min", "because the drill can be paused.", "pauses")]
    [InlineData("at 09:05 -> crowd calms", "because a rule of a phase waits for a time of the clock.", "clock-rules")]
    public void Where_the_way_back_can_t_be_looked_for_it_says_why(string rule, string reason, string obstacle)
    {
        _folder.Write(
            "a.sispam",
            $"drill \"A\":\n  starts 09:00\nphase Kampanye for 2 min\nphase Rekap for 10 min:\n  {rule}\n"
        );

        Assert.Contains(reason, Sispam.In(_folder.Path, "verify", "a.sispam").Out);
        using var json = JsonDocument.Parse(Sispam.In(_folder.Path, "verify", "a.sispam", "--format", "json").Out);
        Assert.Equal(obstacle, json.RootElement.GetProperty("way_back").GetProperty("obstacle").GetString());
    }

    [Fact]
    public void Where_the_situation_can_always_be_calmed_that_is_said()
    {
        _folder.Write(
            "a.sispam",
            Drill.Replace("escalates every 2 min 50%", "escalates every 2 min 50%, calms 20%", StringComparison.Ordinal)
        );

        Assert.Contains(
            "Whatever happens, some course of events leads back to a green situation.\n",
            Sispam.In(_folder.Path, "verify", "a.sispam").Out
        );
    }

    private static string? VerdictOf(string json, int property) =>
        JsonDocument.Parse(json).RootElement.GetProperty("properties")[property].GetProperty("verdict").GetString();

    [Fact]
    public void An_Indonesian_drill_is_told_of_in_Indonesian()
    {
        _folder.Write("a.sispam", Indonesian);

        var outcome = Sispam.In(_folder.Path, "verify", "a.sispam");

        Assert.StartsWith("LATIHAN  a\n", outcome.Out);
        Assert.Contains("jangan massa bubar\n", outcome.Out);
    }

    [Theory]
    [InlineData("--max-states is a whole number from 1 to 2147483647, not 0.", "--max-states", "0")]
    [InlineData("--max-states is a whole number from 1 to 2147483647, not many.", "--max-states", "many")]
    [InlineData("--jobs is a whole number from 1, not 0.", "--jobs", "0")]
    [InlineData("--max-memory is an amount such as \"512 MB\" or \"2 GB\", not 3.", "--max-memory", "3")]
    public void Bad_limits_are_explained(string sentence, params string[] options)
    {
        _folder.Write("a.sispam", Drill);

        var outcome = Sispam.In(_folder.Path, ["verify", "a.sispam", .. options]);

        Assert.Equal(ExitStatus.BadUsage, outcome.Status);
        Assert.Equal("sispam: " + sentence + "\n", outcome.Error);
        Assert.Empty(outcome.Out);
    }
}
