using System.Globalization;
using SispamLang.Interpreter;
using SispamLang.Programs;
using SispamLang.Runtime;

namespace SispamLang.Compiler.Tests;

/// <summary>Something a host does at a time: raises an outside event, or only lets time pass (-1).</summary>
internal readonly record struct Deed(long TimeMs, int OutsideEvent);

/// <summary>Runs programs in both engines and compares all that can be seen of them.</summary>
internal static class Engines
{
    /// <summary>Both engines give the same trace and state under these deeds.</summary>
    public static void AssertSame(DrillProgram program, ulong seed = 1, params Deed[] deeds) =>
        AssertSame(program, DrillCompiler.Compile(program).Load(), seed, deeds);

    public static void AssertSame(DrillProgram program, LoadedDrill drill, ulong seed, params Deed[] deeds)
    {
        if (Difference(program, drill, seed, deeds) is { } difference)
        {
            Assert.Fail(difference);
        }
    }

    /// <summary>What differs between the engines, or null.</summary>
    public static string? Difference(DrillProgram program, LoadedDrill drill, ulong seed, params Deed[] deeds) =>
        Difference(program, drill, seed, deeds, []);

    /// <summary>What differs between the engines, or null.</summary>
    /// <param name="parameters">The values of the drill's first params; the rest keep theirs.</param>
    public static string? Difference(
        DrillProgram program,
        LoadedDrill drill,
        ulong seed,
        Deed[] deeds,
        long[] parameters
    )
    {
        var (wanted, wantedStates) = Run(With(new DrillInterpreter(program)), seed, deeds);
        var (actual, actualStates) = Run(With(drill.CreateRunner()), seed, deeds);
        if (FirstDifference(wanted, actual) is { } difference)
        {
            return difference;
        }

        // Without a trace, other code runs.
        var (_, untracedStates) = Run(With(drill.CreateRunner()), seed, deeds, traced: false);
        var (_, unwatchedStates) = Run(With(drill.CreateRunner()), seed, deeds, traced: false, watched: false);
        for (var i = 0; i < wantedStates.Count; i++)
        {
            if (wantedStates[i] != actualStates[i])
            {
                return $"state after deed {i}\ninterpreted: {wantedStates[i]}\ncompiled:    {actualStates[i]}";
            }

            if (wantedStates[i] != untracedStates[i])
            {
                return $"state after deed {i}\ninterpreted:        {wantedStates[i]}\ncompiled, no trace: {untracedStates[i]}";
            }

            if (!wantedStates[i].StartsWith(unwatchedStates[i], StringComparison.Ordinal))
            {
                return $"state after deed {i}\ninterpreted:         {wantedStates[i]}\ncompiled, unwatched: {unwatchedStates[i]}";
            }
        }

        // What chance gave in one engine, forced on the other, leads it the same way whatever its own seed is. With the same seed half
        // of it is enough: the rest is the same luck.
        var draws = wanted.Where(e => e.Code == TraceCode.Draw).Select(e => e.C).ToArray();
        var half = draws[..(draws.Length / 2)];
        return Replayed(wanted, draws, With(drill.CreateRunner()), seed + 1, deeds)
            ?? Replayed(wanted, half, With(drill.CreateRunner()), seed, deeds)
            ?? Replayed(wanted, half, With(new DrillInterpreter(program)), seed, deeds);

        Runner With(Runner runner)
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                runner.SetParam(i, parameters[i]);
            }

            return runner;
        }
    }

    private static string? Replayed(List<TraceEntry> wanted, long[] draws, Runner runner, ulong seed, Deed[] deeds)
    {
        Queue<long> forced = new(draws);
        runner.ForcedDraws = _ => forced.TryDequeue(out var value) ? value : null;
        var (replayed, _) = Run(runner, seed, deeds);
        return FirstDifference(Skip(wanted), Skip(replayed));

        // The first entry tells the seed.
        static List<TraceEntry> Skip(List<TraceEntry> trace) => [.. trace.Skip(1)];
    }

    private static string? FirstDifference(List<TraceEntry> wanted, List<TraceEntry> actual)
    {
        for (var i = 0; i < Math.Max(wanted.Count, actual.Count); i++)
        {
            var left = i < wanted.Count ? wanted[i].ToString() : "(nothing)";
            var right = i < actual.Count ? actual[i].ToString() : "(nothing)";
            if (left != right)
            {
                var before = string.Join("\n  ", wanted.Take(i).TakeLast(12));
                return $"entry {i}\n  {before}\ninterpreted: {left}\ncompiled:    {right}";
            }
        }

        return null;
    }

    public static (List<TraceEntry> Trace, List<string> States) Run(
        Runner runner,
        ulong seed,
        IEnumerable<Deed> deeds,
        bool traced = true,
        bool watched = true
    )
    {
        List<TraceEntry> trace = [];
        List<string> states = [];
        runner.WatchesProperties = watched;
        if (traced)
        {
            runner.Trace = trace.Add;
        }

        runner.Start(seed);
        states.Add(StateOf(runner));
        foreach (var deed in deeds)
        {
            runner.AdvanceTo(deed.TimeMs);
            if (deed.OutsideEvent >= 0)
            {
                runner.Raise(deed.OutsideEvent);
            }

            states.Add(StateOf(runner));
        }

        runner.RunToEnd();
        states.Add(StateOf(runner));
        return (trace, states);
    }

    /// <summary>All that a runner shows.</summary>
    public static string StateOf(Runner runner)
    {
        var info = runner.Info;
        return string.Create(
                CultureInfo.InvariantCulture,
                $"""
                ended {runner.HasEnded} now {runner.Now} next {runner.NextDue} phase {runner.Phase} situation {runner.Situation} threat {runner.Threat} control {runner.ControlledBy} 
                """
            )
            + string.Join(
                ' ',
                Enumerable
                    .Range(0, info.Crowds.Count)
                    .Select(c => $"crowd {runner.MoodOf(c)} {runner.SizeOf(c)} {runner.PlaceOfCrowd(c)}")
                    .Concat(
                        Enumerable
                            .Range(0, info.Units.Count)
                            .Select(u => $"unit {runner.PlacementOf(u)} {runner.PlaceOf(u)}")
                    )
                    .Concat(Enumerable.Range(0, info.Counters.Count).Select(c => $"counter {runner.Counter(c)}"))
                    .Concat(Enumerable.Range(0, info.Activities.Count).Select(a => $"activity {runner.IsUnderWay(a)}"))
                    // Last, so that the state of an unwatched run is the start of that of a watched one.
                    .Concat(
                        Enumerable
                            .Range(0, runner.WatchesProperties ? info.Properties.Count : 0)
                            .Select(p => $"property {runner.VerdictOf(p)} {runner.SlowestAnswerOf(p)}")
                    )
            );
    }
}
