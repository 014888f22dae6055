namespace SispamLang.Tests.Shared;

/// <summary>Plays the drill of a <see cref="Sentence"/> on any engine.</summary>
internal static class SentencePlay
{
    /// <summary>The trace in the form in which the sentences' files have it. All draws of the sentence have been made.</summary>
    public static string TraceOn(this Sentence sentence, Runtime.Runner runner)
    {
        List<string> trace = [];
        Queue<long> draws = new(sentence.Draws);
        runner.Trace = e =>
        {
            if (e.Code is not (Runtime.TraceCode.Start or Runtime.TraceCode.RuleFires))
            {
                trace.Add($"{Sentence.Time(e.TimeMs)} {Runtime.TraceText.Describe(e, runner.Info, "en")}\n");
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
        Assert.Empty(draws);
        return string.Concat(trace);
    }
}
