using System.Diagnostics;
using System.Globalization;
using SispamLang.Compiler;
using SispamLang.Runtime;
using SispamLang.Tests.Programs;
using SispamLang.Text;

namespace SispamLang.Benchmarks.Runners;

/// <summary>
/// <c>dotnet run -c Release -- ratio</c>: the one-crowd hour as a compiled drill beside the same written by hand, turn by
/// turn in one process, medians of many rounds. Short runs are an hour long. In the long one the water cannon never works, so
/// that it goes on until its time is up and nearly no instant starts or ends anything. Then a whole drill by itself.
/// </summary>
internal static class Ratio
{
    private const int Rounds = 15;
    private const long Events = 2_500_000;
    private const long Cannon = 8000;

    public static void Run()
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"P(dispersed) {ShareDispersed():F4}"));
        Compare("one hour", minutes: 60, Cannon);
        Compare("forty thousand hours", minutes: 40_000 * 60, disperses: 0);
        MeasureExample();
    }

    // A whole drill, which nobody would write by hand.
    private static void MeasureExample()
    {
        const int Runs = 100_000;
        const string Path = "examples/pasuruan-kota.sispam";
        var text = new SourceText(Path, File.ReadAllText(Path));
        var program =
            Compilation.Create(text, UseResult.None).Program
            ?? throw new InvalidOperationException(Path + " can't be run.");
        var runner = DrillCompiler.Compile(program).CreateRunner(collectible: false);
        var eventsPerRun = CountEvents(runner, 200);
        List<double> times = [];
        for (var round = 0; round < Rounds + 3; round++)
        {
            var start = Stopwatch.GetTimestamp();
            for (ulong seed = 1; seed <= Runs; seed++)
            {
                runner.RunToEnd(seed);
            }

            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds / Runs);
        }

        times.Sort();
        var median = times[times.Count / 2];
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Path}: {1 / median / 1000:F0} thousand runs/s, {eventsPerRun / median / 1e6:F1} M events/s, {eventsPerRun:F0} events a run"
            )
        );
    }

    private static void Compare(string what, long minutes, long disperses)
    {
        var program = Workload.OneCrowd(minutes, disperses);
        var runner = DrillCompiler.Compile(program).CreateRunner(collectible: false);
        var eventsPerRun = CountEvents(runner, minutes > 60 ? 1 : 20_000);
        var runs = (ulong)Math.Max(1, Events / eventsPerRun);
        List<double> compiled = [];
        List<double> byHand = [];
        long allocated = 0;
        for (var round = 0; round < Rounds + 3; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            for (ulong seed = 1; seed <= runs; seed++)
            {
                runner.RunToEnd(seed);
            }

            var took = Stopwatch.GetElapsedTime(start);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;

            var hand = new HandWritten<TwoCounters>(default);
            start = Stopwatch.GetTimestamp();
            for (ulong seed = 1; seed <= runs; seed++)
            {
                hand.Run(seed, minutes * ProgramBuilder.Minute, disperses);
            }

            var tookByHand = Stopwatch.GetElapsedTime(start);
            if (round >= 3)
            {
                compiled.Add(took.TotalNanoseconds / (eventsPerRun * runs));
                byHand.Add(tookByHand.TotalNanoseconds / hand.Counts.Events);
            }
        }

        Report($"{what}, {eventsPerRun:F0} events a run", compiled, byHand, allocated);
    }

    // A fired timer is an event: an escalation, or the end of a step.
    private static double CountEvents(Runner runner, int sample)
    {
        long events = 0;
        for (var seed = 1; seed <= sample; seed++)
        {
            runner.Start((ulong)seed);
            while (runner.Step())
            {
                events++;
            }
        }

        return (double)events / sample;
    }

    private static double ShareDispersed()
    {
        const int Sample = 20_000;
        var runner = DrillCompiler.Compile(Workload.OneCrowd()).CreateRunner(collectible: false);
        var dispersed = 0;
        for (ulong seed = 1; seed <= Sample; seed++)
        {
            runner.Start(seed);
            runner.RunToEnd();
            dispersed += runner.MoodOf(0) == Mood.Dispersed ? 1 : 0;
        }

        return (double)dispersed / Sample;
    }

    private static void Report(string what, List<double> compiled, List<double> byHand, long allocated)
    {
        compiled.Sort();
        byHand.Sort();
        var (ours, theirs) = (compiled[compiled.Count / 2], byHand[byHand.Count / 2]);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: compiled {ours:F2} ns ({1000 / ours:F1} M events/s), by hand {theirs:F2} ns ({1000 / theirs:F1} M events/s), ratio {ours / theirs:F2}, {allocated} bytes allocated"
            )
        );
    }
}
