using System.Diagnostics;
using System.Globalization;
using SispamLang.Analysis.Simulation;
using SispamLang.CodeGeneration;
using SispamLang.Compiler;
using SispamLang.Programs;
using SispamLang.Tests.Programs;
using SispamLang.Text;

namespace SispamLang.Benchmarks.Runners;

/// <summary>
/// <c>dotnet run -c Release -- simulate</c>: many runs of the one-crowd hour by hand with nothing but two counters and with the
/// statistics of a simulation, as bare compiled runs, and as a simulation; turn by turn in one process, by the clock and by the
/// processor time, which other work on the machine hardly changes. How one compares with another is the median of what it was in each
/// turn, as the machine's speed changes from turn to turn. Then the same hour in tools of others, and a whole drill. Each turn is so long
/// that what .NET compiles first, and threads that start, do not count.
/// </summary>
internal static class Simulating
{
    private const int Rounds = 15;
    private const int WarmUp = 5;
    private const string Example = "examples/pasuruan-kota.sispam";

    public static void Run()
    {
        Measure("one hour", Workload.OneCrowd(), runs: 2_000_000, byHand: true);
        Peers.Run(runs: 5_000);
        var text = new SourceText(Example, File.ReadAllText(Example));
        var program = Compilation.Create(text, UseResult.None).Program;
        Measure(
            Example,
            program ?? throw new InvalidOperationException(Example + " can't be run."),
            runs: 100_000,
            byHand: false
        );
    }

    private static void Measure(string what, DrillProgram program, int runs, bool byHand)
    {
        var drill = DrillCompiler.Compile(program).Load(collectible: false);
        var runner = drill.CreateRunner();
        var measuring = DrillCompiler.Compile(program, new EmitOptions { Measures = true }).Load(collectible: false);
        var simulator = new Simulator(program, measuring.CreateRunner);
        var plan = new SimulationPlan(runs, 1)
        {
            Params = [.. program.Params.Select(param => param.Default)],
            Jobs = 1,
        };
        List<(string Name, Action Work)> works =
        [
            ("bare compiled runs", () => RunBare(runner, plan)),
            ("simulated, 1 at a time", () => simulator.Run(plan)),
            (
                $"simulated, {Environment.ProcessorCount} at a time",
                () => simulator.Run(plan with { Jobs = Environment.ProcessorCount })
            ),
        ];
        if (byHand)
        {
            Console.WriteLine(RunByHand(plan, new HandStatistics()));
            works.Insert(0, ("by hand, two counters", () => RunByHand(plan, default(TwoCounters))));
            works.Insert(1, ("by hand, the same statistics", () => RunByHand(plan, new HandStatistics())));
        }

        var times = works.ConvertAll(_ => new List<double>());
        var processorTimes = works.ConvertAll(_ => new List<double>());
        for (var round = 0; round < Rounds + WarmUp; round++)
        {
            for (var i = 0; i < works.Count; i++)
            {
                var processorTime = Environment.CpuUsage.TotalTime;
                var start = Stopwatch.GetTimestamp();
                works[i].Work();
                var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
                processorTime = Environment.CpuUsage.TotalTime - processorTime;
                if (round >= WarmUp)
                {
                    times[i].Add(seconds);
                    processorTimes[i].Add(processorTime.TotalSeconds);
                }
            }
        }

        var events = CountEvents(runner, plan);
        for (var i = 0; i < works.Count; i++)
        {
            var median = Median(times[i]);
            var beside = Enumerable
                .Range(0, Math.Min(i, byHand ? 2 : 1))
                .Select(by => $", {Ratio(times[i], times[by]):F2} of {works[by].Name}");
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{what}, {works[i].Name}: {runs / median / 1000:F1} thousand runs/s, {events * runs / median / 1e6:F1} M events/s, {Median(processorTimes[i]) / runs * 1e9:F1} ns of processor time a run{string.Concat(beside)}"
                )
            );
        }
    }

    private static double Ratio(List<double> times, List<double> others) =>
        Median([.. times.Zip(others, (time, other) => time / other)]);

    private static TCounts RunByHand<TCounts>(SimulationPlan plan, TCounts counts)
        where TCounts : struct, IHandCounts
    {
        var hand = new HandWritten<TCounts>(counts);
        for (long run = 0; run < plan.Runs; run++)
        {
            hand.Run(plan.SeedOf(run), 60 * ProgramBuilder.Minute, 8000);
        }

        return hand.Counts;
    }

    private static void RunBare(Runtime.Runner runner, SimulationPlan plan)
    {
        for (long run = 0; run < plan.Runs; run++)
        {
            runner.RunToEnd(plan.SeedOf(run));
        }
    }

    // An event is a step: a timer that fires.
    private static double CountEvents(Runtime.Runner runner, SimulationPlan plan)
    {
        const int Sample = 1_000;
        long events = 0;
        for (var run = 0; run < Sample; run++)
        {
            runner.Start(plan.SeedOf(run));
            while (runner.Step())
            {
                events++;
            }
        }

        return (double)events / Sample;
    }

    private static double Median(IReadOnlyList<double> values) => values.Order().ElementAt(values.Count / 2);
}
