using System.Diagnostics;
using System.Globalization;
using SispamLang.Compiler;
using SispamLang.Runtime;
using SispamLang.Tests.Programs;

namespace SispamLang.Benchmarks.Runners;

/// <summary>
/// <c>dotnet run -c Release -- ratio</c>: the one-crowd hour as a compiled drill beside the same written by hand, turn by
/// turn in one process, medians of many rounds. Short runs are an hour long; the long one ends only when its time is up.
/// </summary>
internal static class Ratio
{
    private const int Rounds = 15;
    private const int Runs = 200_000;

    public static void Run()
    {
        var program = Workload.OneCrowd();
        var runner = DrillCompiler.Compile(program).CreateRunner(collectible: false);
        var eventsPerRun = CountEvents(runner);
        List<double> compiled = [];
        List<double> byHand = [];
        long allocated = 0;
        for (var round = 0; round < Rounds + 3; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            for (ulong seed = 1; seed <= Runs; seed++)
            {
                runner.Start(seed);
                runner.RunToEnd();
            }

            var took = Stopwatch.GetElapsedTime(start);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;

            HandWritten hand = default;
            start = Stopwatch.GetTimestamp();
            for (ulong seed = 1; seed <= Runs; seed++)
            {
                hand.Run(seed, 60 * ProgramBuilder.Minute);
            }

            var tookByHand = Stopwatch.GetElapsedTime(start);
            if (round >= 3)
            {
                compiled.Add(took.TotalNanoseconds / (eventsPerRun * Runs));
                byHand.Add(tookByHand.TotalNanoseconds / hand.Events);
            }
        }

        Report("one hour", compiled, byHand, allocated);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"events a run: {eventsPerRun:F3}"));
    }

    // A fired timer is an event: an escalation, or the end of a step.
    private static double CountEvents(Runner runner)
    {
        const int Sample = 20_000;
        long events = 0;
        var dispersed = 0;
        for (ulong seed = 1; seed <= Sample; seed++)
        {
            runner.Start(seed);
            while (runner.Step())
            {
                events++;
            }

            dispersed += runner.MoodOf(0) == Mood.Dispersed ? 1 : 0;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"P(dispersed) {(double)dispersed / Sample:F4}"));
        return (double)events / Sample;
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
