using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace SispamLang.Runtime.Tests;

/// <summary>A trace in the formats of others.</summary>
public class TraceFormatTests
{
    // A rule deploys a unit and begins a tactic, which calms the crowd before its phase ends.
    private static readonly TraceEntry[] Entries =
    [
        Sample.Entry(TraceCode.Start, c: 7, phase: -1),
        Sample.Entry(TraceCode.PhaseStarts, cause: 0, seq: 1),
        Sample.Entry(TraceCode.CrowdGathers, c: 200, cause: 1, seq: 2, time: 1_000),
        Sample.Entry(TraceCode.MoodIs, b: (int)Mood.Tense, cause: 2, seq: 3, time: 1_000),
        Sample.Entry(TraceCode.RuleFires, cause: 2, seq: 4, time: 1_000, site: 1),
        Sample.Entry(TraceCode.Deploy, cause: 4, by: 0, seq: 5, time: 1_000, site: 1),
        Sample.Entry(TraceCode.ActivityStarts, cause: 4, by: 0, seq: 6, time: 2_000, site: 1),
        Sample.Entry(TraceCode.ActivityEnds, cause: 6, seq: 7, time: 62_500, site: 1),
        Sample.Entry(TraceCode.PhaseEnds, cause: 7, seq: 8, time: 70_000),
        Sample.Entry(TraceCode.End, cause: 8, seq: 9, time: 70_000, phase: -1),
    ];

    [Fact]
    public void A_cloud_event_has_the_simulated_time_the_marking_and_the_line_of_the_trace()
    {
        string[] lines = Text((output, time) => new TraceCloudEvents(output, Sample.Info, "en", "1.2.3", time))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] plain = Text((output, _) => new TraceJson(output, Sample.Info, "en", "1.2.3"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(Entries.Length, lines.Length);
        Assert.Equal(
            "{\"specversion\":\"1.0\",\"id\":\"7\",\"source\":\"urn:sispam:0123456789abcdef:7\","
                + "\"type\":\"sispam.trace.activity_ends\",\"subject\":\"Rekap\",\"time\":\"2024-06-12T09:01:02.500+07:00\","
                + "\"datacontenttype\":\"application/json\",\"exercise\":\"EXERCISE\",\"clock\":\"simulated\","
                + "\"sourcehash\":\"0123456789abcdef\",\"seed\":\"7\",\"toolversion\":\"1.2.3\",\"data\":"
                + plain[7]
                + "}",
            lines[7]
        );
        Assert.DoesNotContain("subject", lines[0]);
    }

    [Fact]
    public void An_event_log_relates_events_to_the_exercise_and_to_whom_they_are_about()
    {
        JsonElement log = JsonDocument
            .Parse(Text((output, time) => new TraceOcel(output, Sample.Info, "id", "1.2.3", time)))
            .RootElement;

        JsonElement deploy = log.GetProperty("events")[5];
        Assert.Equal("deploy", deploy.GetProperty("type").GetString());
        Assert.Equal("2024-06-12T09:00:01.000+07:00", deploy.GetProperty("time").GetString());
        Assert.Equal(
            ["exercise/1 part of", "phase/Rekap during", "role/Danki Lanjut ordered by", "unit/Dalmas Lanjut unit"],
            deploy
                .GetProperty("relationships")
                .EnumerateArray()
                .Select(r => r.GetProperty("objectId").GetString() + " " + r.GetProperty("qualifier").GetString())
        );
        JsonElement[] objects = [.. log.GetProperty("objects").EnumerateArray()];
        Assert.Equal("LATIHAN", objects[0].GetProperty("attributes")[0].GetProperty("value").GetString());
        JsonElement crowd = objects.Single(o => o.GetProperty("id").GetString() == "crowd/Massa");
        Assert.Equal(
            ["name", "size", "mood"],
            crowd.GetProperty("attributes").EnumerateArray().Select(a => a.GetProperty("name").GetString())
        );
    }

    [Fact]
    public void Every_entry_is_an_event_of_both_formats()
    {
        foreach (TraceCode code in Enum.GetValues<TraceCode>())
        {
            using MemoryStream output = new();
            using TraceOcel ocel = new(output, Sample.Info, "en", "1.2.3");
            using TraceCloudEvents events = new(output, Sample.Info, "en", "1.2.3");
            events.Write(Sample.Entry(code));
            ocel.Write(Sample.Entry(code));
            ocel.Complete();
            Assert.Contains("\"sispam.trace." + TraceText.NameOf(code), Encoding.UTF8.GetString(output.ToArray()));
        }
    }

    [Fact]
    public void Activities_have_the_simulated_times_and_stand_in_each_other()
    {
        List<Activity> stopped = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == TraceActivities.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = stopped.Add,
        };
        ActivitySource.AddActivityListener(listener);

        TraceActivities.Replay(
            Entries,
            Sample.Info,
            "en",
            "1.2.3",
            new SimulatedTime(Sample.Info, new DateOnly(2024, 6, 12))
        );

        DateTime start = new(2024, 6, 12, 2, 0, 0, DateTimeKind.Utc);
        Activity drill = Span("drill");
        Activity phase = Span("phase");
        Activity rule = Span("rule");
        Activity tactic = Span("activity");
        Assert.Equal(4, stopped.Count);
        Assert.Equal((start, TimeSpan.FromSeconds(70)), (drill.StartTimeUtc, drill.Duration));
        Assert.Equal((start, TimeSpan.FromSeconds(70)), (phase.StartTimeUtc, phase.Duration));
        Assert.Equal((start.AddSeconds(1), TimeSpan.FromSeconds(61.5)), (rule.StartTimeUtc, rule.Duration));
        Assert.Equal((start.AddSeconds(2), TimeSpan.FromSeconds(60.5)), (tactic.StartTimeUtc, tactic.Duration));
        Assert.Equal(
            [drill.SpanId, phase.SpanId, phase.SpanId],
            [phase.ParentSpanId, rule.ParentSpanId, tactic.ParentSpanId]
        );
        Assert.All(
            stopped,
            a => Assert.Equal(("EXERCISE", "7"), (a.GetTagItem("sispam.exercise"), a.GetTagItem("sispam.seed")))
        );
        Assert.Equal(["rule_fires", "deploy"], rule.Events.Select(e => e.Name));
        Assert.Equal(Entries.Length, stopped.Sum(a => a.Events.Count()));
        Assert.Null(Activity.Current);

        Activity Span(string sort) => stopped.Single(a => (string?)a.GetTagItem("sispam.sort") == sort);
    }

    [Fact]
    public void Nobody_takes_the_time_of_a_drill_for_a_real_one()
    {
        SimulatedTime time = new(Sample.Info);

        Assert.Equal(new DateTimeOffset(1970, 1, 1, 9, 0, 0, TimeSpan.FromHours(7)), time.Start);
        Assert.Equal(time.Start.AddSeconds(90), time.At(90_000));
        Assert.Equal(TimeSpan.Zero, new SimulatedTime(Sample.Info with { Zone = "", StartsAtMs = -1 }).Start.TimeOfDay);
    }

    private static string Text(Func<Stream, SimulatedTime, TraceWriter> create)
    {
        using MemoryStream output = new();
        using TraceWriter writer = create(output, new SimulatedTime(Sample.Info, new DateOnly(2024, 6, 12)));
        foreach (TraceEntry entry in Entries)
        {
            writer.Write(entry);
        }

        writer.Complete();
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
