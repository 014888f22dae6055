using System.Text;
using System.Text.Json;
using SispamLang.Analysis.Simulation;
using SispamLang.CodeGeneration;
using SispamLang.Programs;
using SispamLang.Runtime;
using Situation = SispamLang.Runtime.Situation;

namespace SispamLang.Analysis.Tests.Simulation;

public class SimulatorTests
{
    private static readonly DrillProgram Program = Drills.Program(Drills.Rally);
    private static readonly Simulator Simulator = Drills.Compiled(Program);

    [Fact]
    public void How_many_runs_are_made_at_a_time_changes_nothing()
    {
        var plan = Drills.Plan(Program, 500);

        var one = Simulator.Run(plan);
        var three = Simulator.Run(plan with { Jobs = 3 });

        Assert.Equal(500, one.Tallies.Runs);
        Assert.Equal(Json(one), Json(three));
    }

    [Fact]
    public void Both_engines_come_to_the_same()
    {
        var plan = Drills.Plan(Program, 200, seed: 7);

        Assert.Equal(Json(Drills.Interpreted(Program).Run(plan)), Json(Simulator.Run(plan)));
    }

    [Fact]
    public void Another_seed_gives_other_runs()
    {
        var one = Simulator.Run(Drills.Plan(Program, 100, seed: 1));
        var other = Simulator.Run(Drills.Plan(Program, 100, seed: 2));

        Assert.NotEqual(Json(one), Json(other));
    }

    [Fact]
    public void A_run_can_be_made_again_alone()
    {
        var plan = Drills.Plan(Program, 300);
        var longest = Simulator.Run(plan).Tallies;
        var runner = new Interpreter.DrillInterpreter(Program);

        runner.Start(plan.SeedOf(longest.Longest));
        runner.RunToEnd();

        Assert.Equal(longest.LongestMs, runner.Now);
    }

    [Fact]
    public void Measures_are_what_the_trace_of_each_run_says()
    {
        const int Runs = 200;
        var awc = Program.Units.Index().Single(unit => unit.Item.Name == "AWC").Index;
        var plan = Drills.Plan(Program, Runs);
        var tallies = Simulator.Run(plan).Tallies;
        long red = 0;
        long firstRed = 0;
        long escalated = 0;
        long thrown = 0;
        long waits = 0;
        long waitedFor = 0;
        long comes = 0;
        var runner = new Interpreter.DrillInterpreter(Program) { WatchesProperties = true };
        for (var run = 0; run < Runs; run++)
        {
            List<TraceEntry> trace = [];
            runner.Trace = trace.Add;
            runner.Start(plan.SeedOf(run));
            runner.RunToEnd();
            thrown += runner.Counter(0);
            escalated += trace.Exists(e => e.Code == TraceCode.Deploy && e.A == awc) ? 1 : 0;
            var turns = trace.FindIndex(e => e.Code == TraceCode.SituationIs && e.A == (int)Situation.Red);
            if (turns >= 0)
            {
                red++;
                firstRed += trace[turns].TimeMs;
                var arrives = trace.FindIndex(e => e.Code == TraceCode.UnitArrives && e.A == awc);
                if (arrives < 0 || arrives > turns)
                {
                    waits++;
                    comes += arrives < 0 ? 0 : 1;
                    waitedFor += (arrives < 0 ? trace[^1] : trace[arrives]).TimeMs - trace[turns].TimeMs;
                }
            }
        }

        Assert.True(red > 10);
        Assert.True(waits > 0);
        Assert.Equal(red, tallies.Of(MeasureKind.FirstSituation, (int)Situation.Red)?.Count);
        Assert.Equal(firstRed, tallies.Of(MeasureKind.FirstSituation, (int)Situation.Red)?.Sum);
        Assert.Equal(escalated, tallies.Of(MeasureKind.FirstDeployed, awc)?.Count);
        Assert.Equal(thrown, tallies.Of(MeasureKind.CounterAtEnd, 0)?.Sum);
        Assert.Equal(waits, tallies.Of(MeasureKind.RedBeforeUnit, awc)?.Count);
        Assert.Equal(comes, tallies.Of(MeasureKind.UnitAfterRed, awc)?.Count);
        Assert.Equal(waitedFor, tallies.Of(MeasureKind.RedBeforeUnit, awc)?.Sum);
    }

    [Fact]
    public void Every_run_is_of_some_colour_all_the_time()
    {
        var tallies = Simulator.Run(Drills.Plan(Program, 100)).Tallies;

        var colours = Enum.GetValues<Situation>()
            .Select(colour => tallies.Of(MeasureKind.SituationTime, (int)colour)?.Sum ?? 0);
        Assert.Equal(tallies.Of(MeasureKind.DrillTime, -1)?.Sum, colours.Aggregate((sum, next) => sum + next));
    }

    [Fact]
    public void An_answer_in_time_is_timed_and_a_run_without_one_is_not()
    {
        var tallies = Simulator.Run(Drills.Plan(Program, 200)).Tallies;

        var answers = tallies.Of(MeasureKind.SlowestAnswer, 0)!;
        Assert.InRange(answers.Count, 1, 199);
        Assert.Equal(12 * 60_000, answers.Most);
        Assert.Null(tallies.Of(MeasureKind.SlowestAnswer, 1));
    }

    [Fact]
    public void Peace_is_a_crowd_that_went_home_and_no_force_used()
    {
        var program = Drills.Program(
            """
            crowd Calm: 10 people, scripted
            event storm: 50% every 1 min
            phase A for 90 s:
              crowd gathers -> announce "here"
              storm -> push back
            """
        );

        var tallies = Drills.Interpreted(program).Run(Drills.Plan(program, 200)).Tallies;

        var pushed = tallies.Of(MeasureKind.FirstStarted, 0)!.Count;
        Assert.InRange(pushed, 50, 150);
        Assert.Equal(200 - pushed, tallies.Peaceful);
    }

    [Fact]
    public void Cancelling_leaves_what_there_is_so_far()
    {
        using var cancellation = new CancellationTokenSource();
        var progress = new Steps(done =>
        {
            if (done >= 50)
            {
                cancellation.Cancel();
            }
        });

        var result = Simulator.Run(Drills.Plan(Program, 1_000_000), progress, cancellation.Token);

        Assert.True(result.IsPartial);
        Assert.True(result.Tallies.Runs >= 50);
        Assert.True(result.Tallies.Runs < 1_000_000);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_entry_and_a_run_allocate_nothing(bool measures)
    {
        var runner = Compiler.DrillCompiler.Compile(Program, new EmitOptions { Measures = measures }).CreateRunner();
        runner.WatchesProperties = true;
        var recorder = new RunRecorder(new Tallies(Simulator.Measures), runner);
        var plan = Drills.Plan(Program, 100);
        recorder.Play(plan, 0, 1, CancellationToken.None);

        var before = GC.GetAllocatedBytesForCurrentThread();
        recorder.Play(plan, 1, plan.EndRun, CancellationToken.None);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static string Json(SimulationResult result)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            new ShardFile("", "", new Study(result, [], [])).Write(json, "");
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private sealed class Steps(Action<long> look) : IProgress<long>
    {
        private long _done;

        public void Report(long value) => look(_done += value);
    }
}
