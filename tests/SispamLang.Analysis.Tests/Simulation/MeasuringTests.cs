using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using SispamLang.Analysis.Simulation;
using SispamLang.CodeGeneration;
using SispamLang.Compiler;
using SispamLang.Compiler.Tests;
using SispamLang.Compiler.Tests.RandomDrills;
using SispamLang.Interpreter;
using SispamLang.Programs;
using SispamLang.Runtime;
using SispamLang.Tests.Programs;
using SispamLang.Text;

namespace SispamLang.Analysis.Tests.Simulation;

/// <summary>A runner that measures itself comes to what its trace says, in every value of every run.</summary>
public class MeasuringTests
{
    private const int FewDrills = 5;

    public static TheoryData<string> Examples =>
        ["blitar-kota", "jepara", "malang-kota", "one-line", "pasuruan-kota", "probolinggo-kota"];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Statistics_of_an_example_are_those_of_full_traces(string name)
    {
        var program = Drills.Example(name);
        var plan = Drills.Plan(program, 50);

        Assert.Equal(Json(Drills.Interpreted(program).Run(plan)), Json(Measuring(program).Run(plan)));
    }

    [Fact]
    public void Statistics_of_a_small_drill_are_those_of_full_traces()
    {
        var program = Workload.OneCrowd();
        var plan = Drills.Plan(program, 1000);

        Assert.Equal(Json(Drills.Interpreted(program).Run(plan)), Json(Measuring(program).Run(plan)));
    }

    /// <summary><c>SISPAM_RANDOM_DRILLS</c> says how many, for long runs.</summary>
    [Fact]
    public void Whatever_happens_in_a_random_drill_is_measured_as_the_trace_says()
    {
        var wanted = Environment.GetEnvironmentVariable("SISPAM_RANDOM_DRILLS");
        var count = int.TryParse(wanted, CultureInfo.InvariantCulture, out var asked) ? asked : FewDrills;
        for (var number = 1; number <= count; number++)
        {
            var drill = DrillGenerator.Make(number);
            var text = new SourceText("random.sispam", drill.Text);
            if (Compilation.Create(text, UseResult.None).Program is not { } program)
            {
                continue;
            }

            // These drills are large, but what is written for small ones has to be right for any.
            var options = new EmitOptions { Measures = true, AsIfSmall = number % 2 == 0 };
            var runner = (MeasuringRunner)DrillCompiler.Compile(program, options).CreateRunner(collectible: false);
            for (ulong seed = 1; seed <= 40; seed++)
            {
                var deeds = seed % 2 == 0 ? drill.Deeds : [];
                var watched = seed % 3 != 0;
                var (values, reason) = Traced(program, seed, deeds, watched);

                runner.Trace = null;
                Play(runner, seed, deeds, watched);
                Assert.Equal(values, runner.Measured.ToArray());
                Assert.Equal(reason, runner.Ending);
            }
        }
    }

    private static (long[] Values, DrillEndReason Ending) Traced(
        DrillProgram program,
        ulong seed,
        ImmutableArray<Deed> deeds,
        bool watched
    )
    {
        var measurer = new TraceMeasurer(new MeasureTable(program));
        var runner = new DrillInterpreter(program) { Trace = measurer.Take };
        measurer.Reset();
        Play(runner, seed, deeds, watched);
        measurer.Complete(runner);
        return (measurer.Measured.ToArray(), measurer.Ending);
    }

    private static void Play(Runner runner, ulong seed, ImmutableArray<Deed> deeds, bool watched)
    {
        runner.WatchesProperties = watched;
        if (deeds.IsEmpty)
        {
            runner.RunToEnd(seed);
            return;
        }

        runner.Start(seed);
        foreach (var deed in deeds)
        {
            runner.AdvanceTo(deed.TimeMs);
            if (deed.OutsideEvent >= 0 && runner.Info.OutsideEvents.Count > 0)
            {
                runner.Raise(deed.OutsideEvent % runner.Info.OutsideEvents.Count);
            }
        }

        runner.RunToEnd();
    }

    private static Simulator Measuring(DrillProgram program) =>
        new(program, DrillCompiler.Compile(program, new EmitOptions { Measures = true }).Load().CreateRunner);

    private static string Json(SimulationResult result)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            new ShardFile("", "", new Study(result, [], [])).Write(json, "");
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
