using System.Globalization;

namespace SispamLang.Interpreter.Tests;

/// <summary>A run, with its trace in a form that is easy to write down by hand.</summary>
internal sealed class Played
{
    public Played(DrillProgram program, ulong seed = 1, Func<int, long?>? forced = null)
    {
        Runner = new(program) { Trace = Entries.Add, ForcedDraws = forced };
        Runner.Start(seed);
    }

    public DrillInterpreter Runner { get; }

    public List<TraceEntry> Entries { get; } = [];

    /// <summary>Each entry as <c>seconds sentence</c>, but for the start and the firing of rules.</summary>
    public IEnumerable<string> Story =>
        Entries
            .Where(e => e.Code is not (TraceCode.Start or TraceCode.RuleFires))
            .Select(e => $"{Time(e)} {TraceText.Describe(e, Runner.Info, "en")}");

    /// <summary>Each entry as <c>number: seconds code A B C &lt; cause</c>.</summary>
    public IEnumerable<string> Numbers =>
        Entries.Select(e => $"{e.Seq}: {Time(e)} {e.Code} {e.A} {e.B} {e.C} < {e.Cause}");

    public static Played ToEnd(DrillBuilder drill, ulong seed = 1, Func<int, long?>? forced = null)
    {
        Played played = new(drill.Build(), seed, forced);
        played.Runner.RunToEnd();
        return played;
    }

    /// <summary>Lets time pass to a second of the drill, then raises something.</summary>
    public Played At(long second, string name)
    {
        Runner.AdvanceTo(second * 1000);
        Assert.True(Runner.Raise(name), name);
        return this;
    }

    public Played End()
    {
        Runner.RunToEnd();
        return this;
    }

    /// <summary>The story's lines that a test is about.</summary>
    public string[] Only(params ReadOnlySpan<string> words)
    {
        string[] wanted = [.. words];
        return [.. Story.Where(line => wanted.Any(w => line.Contains(w, StringComparison.Ordinal)))];
    }

    private static string Time(TraceEntry e) => (e.TimeMs / 1000m).ToString("0.###", CultureInfo.InvariantCulture);
}
