using System.Text;
using System.Text.Json;

namespace SispamLang.Runtime.Tests;

public class TraceJsonTests
{
    [Fact]
    public void The_first_line_says_what_is_run_and_how()
    {
        TraceEntry start = Sample.Entry(TraceCode.Start, c: unchecked((long)ulong.MaxValue), phase: -1);
        Assert.Equal(
            OneLine(
                """
                {"seq":0,"time_ms":0,"phase":null,"kind":"start","text":"LATIHAN Sispamkota \"Uji\"","cause":null,
                "file":null,"line":null,"column":null,"code":"start","marking":"LATIHAN",
                "drill":"Sispamkota \"Uji\"","source_hash":"0123456789abcdef","doctrines":[],
                "seed":18446744073709551615,"tool_version":"1.2.3","clock":"simulated","params":{"delay":5000}}
                """
            ),
            Lines("id", new Dictionary<string, long> { ["delay"] = 5000 }, start)
        );
    }

    [Fact]
    public void A_line_says_what_where_and_why()
    {
        TraceEntry deploy = Sample.Entry(TraceCode.Deploy, by: 0, cause: 3, site: 1, time: 90_500, seq: 4);
        Assert.Equal(
            OneLine(
                """
                {"seq":4,"time_ms":90500,"phase":"Rekap","kind":"action",
                "text":"Deploy Dalmas Lanjut to KPU, ordered by Danki Lanjut","cause":3,
                "file":"drill.sispam","line":12,"column":5,"code":"deploy","by":"Danki Lanjut",
                "unit":"Dalmas Lanjut","place":"KPU"}
                """
            ),
            Lines("en", null, deploy)
        );
    }

    [Theory]
    [MemberData(nameof(TraceTextTests.Sentences), MemberType = typeof(TraceTextTests))]
    public void Every_entry_is_one_line_of_JSON(TraceCode code, int a, int b, long c, string english, string indonesian)
    {
        Assert.NotEqual(english, indonesian);
        string line = Lines("en", null, Sample.Entry(code, a, b, c));
        Assert.Equal(1, line.Count(ch => ch == '\n'));
        using JsonDocument json = JsonDocument.Parse(line);
        Assert.Equal(english, json.RootElement.GetProperty("text").GetString());
    }

    [Fact]
    public void What_came_from_outside_and_what_chance_decided_is_read_back()
    {
        string lines = Lines(
            "en",
            new Dictionary<string, long> { ["delay"] = 5000 },
            Sample.Entry(TraceCode.Start, c: 7),
            Sample.Entry(TraceCode.Draw, 1, c: 1250),
            Sample.Entry(TraceCode.CrowdEscalates, 1, by: -2, time: 1000),
            Sample.Entry(TraceCode.CrowdEscalates, 0, by: -1, time: 1500),
            Sample.Entry(TraceCode.IgnoredCrowdEvent, 0, (int)TraceCode.CrowdEscalates, by: -2, time: 2000),
            Sample.Entry(TraceCode.IgnoredWhilePaused, 2, by: -2, time: 2500),
            Sample.Entry(TraceCode.EventHappens, 0, by: -2, time: 3000),
            Sample.Entry(TraceCode.Draw, 1, c: 9999),
            Sample.Entry(TraceCode.OrderNextPhase, by: -2, time: 3000),
            Sample.Entry(TraceCode.OrderGoTo, 0, by: -2, time: 4000)
        );

        RecordedRun run = RecordedRun.Read(new StringReader(lines));

        Assert.Equal(7UL, run.Seed);
        Assert.Equal("0123456789abcdef", run.SourceHash);
        Assert.Equal(5000, run.Params["delay"]);
        Assert.Equal(
            [
                new(1000, "Massa Susulan escalates"),
                new(2000, "Massa escalates"),
                new(2500, "bomb threat"),
                new(3000, "bomb threat"),
                new(3000, "next phase"),
                new(4000, "go to Rekap"),
            ],
            run.Events
        );
        Assert.Equal([1250, 9999], run.Draws["water cannon/effect"]);

        Func<int, long?> forced = run.ForcedDraws(Sample.Info);
        Assert.Equal([1250L, 9999L, null], [forced(1), forced(1), forced(1)]);
        Assert.Null(forced(0));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("""{"kind":"draw"}""")]
    [InlineData("""{"kind":"draw","stream":"x","value":"much"}""")]
    [InlineData("""{"kind":"draw","stream":"x","value":1.5}""")]
    [InlineData("""{"kind":"event","outside":true}""")]
    [InlineData("""{"kind":"start","seed":-1}""")]
    public void A_line_that_is_no_entry_is_named(string line)
    {
        InvalidDataException e = Assert.Throws<InvalidDataException>(() =>
            RecordedRun.Read(new StringReader("\n" + line))
        );
        Assert.StartsWith("Line 2: ", e.Message);
    }

    private static string OneLine(string folded) => folded.ReplaceLineEndings("") + "\n";

    private static string Lines(
        string language,
        Dictionary<string, long>? parameters,
        params ReadOnlySpan<TraceEntry> entries
    )
    {
        using MemoryStream stream = new();
        using TraceJson json = new(stream, Sample.Info, language, "1.2.3", parameters);
        foreach (TraceEntry entry in entries)
        {
            json.Write(entry);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
