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
        Compilation compilation = Compilation.Create(new SourceText("drill.sispam", sentence.Drill), UseResult.None);
        Assert.Empty(
            compilation.Diagnostics.Where(d => d.Severity == Diagnostics.DiagnosticSeverity.Error).Select(d => d.Code)
        );

        List<string> trace = [];
        Queue<long> draws = new(sentence.Draws);
        DrillInterpreter runner = new(compilation.Program!);
        runner.Trace = e =>
        {
            if (e.Code is not (TraceCode.Start or TraceCode.RuleFires))
            {
                trace.Add($"{Sentence.Time(e.TimeMs)} {TraceText.Describe(e, runner.Info, "en")}");
            }
        };
        runner.ForcedDraws = _ => draws.TryDequeue(out long value) ? value : null;
        runner.Start(1);
        foreach ((long time, string name) in sentence.Raised)
        {
            runner.AdvanceTo(time);
            Assert.True(runner.Raise(name), name);
        }

        runner.AdvanceTo(sentence.StopsAt ?? long.MaxValue);
        Assert.Equal(sentence.Trace, string.Concat(trace.Select(line => line + "\n")));
        Assert.Empty(draws);
    }
}
