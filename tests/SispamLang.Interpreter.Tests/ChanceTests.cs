using System.Text;
using static SispamLang.Interpreter.Tests.DrillBuilder;

namespace SispamLang.Interpreter.Tests;

public class ChanceTests
{
    [Theory]
    [InlineData(5999, "disperses")]
    [InlineData(6000, "calms")]
    [InlineData(8999, "calms")]
    [InlineData(9000, "nothing")]
    public void A_roll_with_several_outcomes_takes_them_in_order(long value, string expected)
    {
        DrillBuilder drill = Cannon();
        Played played = new(drill.Build(), forced: _ => value);
        played.Runner.AdvanceTo(60_000);

        string[] story = played.Only("Chance", "Massa disperses", "Massa calms");
        Assert.Equal(value / 100m, decimal.Parse(story[0].Split("of ")[1].Split('%')[0]));
        Assert.Equal(expected == "nothing" ? [] : [$"10 Massa {expected}"], story.Skip(1));
    }

    [Fact]
    public void A_certain_chance_an_impossible_one_and_a_range_of_one_value_draw_nothing()
    {
        DrillBuilder drill = new();
        int stream = drill.Stream("chance");
        drill.OpenPhase();
        drill.Rule(
            0,
            On(SignalKind.PhaseStarts),
            new Chance(new(10_000), stream, 3, -1),
            drill.Say("certain"),
            new Chance(new(0), stream, 4, -1),
            drill.Say("impossible"),
            new Wait(new(new(5000), new(5000), stream), -1),
            drill.Say("waited")
        );

        Played played = new(drill.Build());
        played.Runner.AdvanceTo(60_000);
        Assert.Equal(["0 Announce: certain", "5 Announce: waited"], played.Only("Announce", "Chance"));
    }

    [Fact]
    public void A_range_is_drawn_from_its_stream_over_whole_milliseconds_both_ends_included()
    {
        DrillBuilder drill = new();
        int stream = drill.Stream("wait", isRange: true);
        drill.OpenPhase();
        drill.Rule(0, On(SignalKind.PhaseStarts), new Wait(new(new(1000), new(3000), stream), -1), drill.Say("x"));

        RandomStream expected = default;
        expected.Seed(42);
        long value = 1000 + (long)expected.NextBelow(2001);
        Played played = new(drill.Build(), seed: 42);
        played.Runner.AdvanceTo(60_000);

        Assert.Equal(value, played.Entries.Single(e => e.Code == TraceCode.Draw).C);
        Assert.Equal(value, played.Entries.Single(e => e.Code == TraceCode.Announce).TimeMs);
    }

    [Fact]
    public void A_run_is_repeated_from_its_trace_without_its_seed()
    {
        DrillProgram program = Cannon().Build();
        using MemoryStream lines = new();
        Played first = new(program, seed: 99);
        using (TraceJson json = new(lines, first.Runner.Info, "en", "1.0"))
        {
            first.At(3, "Massa escalates").At(12, "next phase").End();
            first.Entries.ForEach(json.Write);
        }

        string text = Encoding.UTF8.GetString(lines.ToArray()).Replace("\"seed\":99", "\"seed\":5");
        List<TraceEntry> repeated = [];
        DrillInterpreter runner = new(program) { Trace = repeated.Add };
        RecordedRun.Read(new StringReader(text)).Replay(runner);

        Assert.Contains(first.Entries, e => e.Code == TraceCode.Draw);
        Assert.Equal(first.Entries.Skip(1), repeated.Skip(1));
    }

    private static DrillBuilder Cannon()
    {
        DrillBuilder drill = new();
        drill.Crowd(gathersIn: Mood.Tense);
        int stream = drill.Stream("water cannon/effect");
        int cannon = drill.Tactic(
            "water cannon",
            effects: [new(SignalKind.CrowdDisperses, new(6000)), new(SignalKind.CrowdCalms, new(3000))]
        );
        drill.Draws(cannon, stream);
        drill.OpenPhase();
        drill.Rule(0, On(SignalKind.CrowdGathers), Do(cannon, 10));
        return drill;
    }
}
