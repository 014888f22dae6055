using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Interpreter.Tests;

/// <summary>Runs the drills in <c>tests/Sentences</c>.</summary>
public class SentenceTests
{
    public static TheoryData<string> Sentences { get; } = [.. Sentence.All.Keys];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void The_drill_does_what_the_sentence_says(string text)
    {
        Sentence sentence = Sentence.All[text];
        Assert.Equal(sentence.Trace, sentence.TraceOn(new DrillInterpreter(Compile(sentence.Drill))));
    }

    [Fact]
    public void More_than_256_events_in_an_instant_is_the_error_does_not_settle()
    {
        DrillProgram program = Compile(
            """
            crowd Massa: 100 people, scripted
            event ping
            phase Rekap for 10 min:
              ping -> ping
            """
        );
        Played played = new Played(program).At(60, "ping");

        Assert.Equal(256, played.Entries.Count(e => e.Code == TraceCode.EventHappens));
        Assert.Equal(
            [
                "60 Phase Rekap ends: too many events in one instant",
                "60 The drill ends: it does not settle, more than 256 events in one instant (SIS9001)",
            ],
            played.Story.TakeLast(2)
        );
    }

    [Fact]
    public void Adding_a_rule_does_not_reshuffle_the_draws_of_the_others()
    {
        const string Drill = """
            crowd Massa: 100 people, restless
            event rumour: 50% every 5 min
            phase Rekap for 2 h:
              RULE
              every 10 min -> chance 50%: announce "heads"
            """;
        Dictionary<string, string> without = Draws(Drill.Replace("RULE", "after 5 min -> announce \"five\""));
        Dictionary<string, string> with = Draws(
            Drill.Replace("RULE", "after 5 min -> wait 1..9 min, chance 20%: announce \"rare\"")
        );

        Assert.True(without.Count >= 4);
        Assert.True(with.Count > without.Count);
        Assert.All(without, stream => Assert.Equal(stream.Value, with[stream.Key]));

        static Dictionary<string, string> Draws(string text)
        {
            Played played = new Played(Compile(text), seed: 11).End();
            return played
                .Entries.Where(e => e.Code == TraceCode.Draw)
                .GroupBy(e => played.Runner.Info.Streams[e.A].Key)
                .ToDictionary(g => g.Key, g => string.Join(' ', g.Select(e => e.C)));
        }
    }

    private static DrillProgram Compile(string text)
    {
        Compilation compilation = Compilation.Create(new SourceText("drill.sispam", text), UseResult.None);
        Assert.Empty(
            compilation
                .Diagnostics.Where(d => d.Severity == Diagnostics.DiagnosticSeverity.Error)
                .Select(d => $"{d.Code} {text[d.Span.Start..d.Span.End]}")
        );
        return compilation.Program!;
    }
}
