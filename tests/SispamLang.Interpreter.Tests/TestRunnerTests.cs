using SispamLang.Interpreter.Testing;
using SispamLang.Text;
using TestResult = SispamLang.Interpreter.Testing.TestResult;

namespace SispamLang.Interpreter.Tests;

public class TestRunnerTests
{
    private const string Drill = """
        drill "D": ends after 2 h
        param talk = 5 min from 1 min to 20 min
        event bell
        event siren: 100% every 1 min
        counter hits: 0..9
        crowd Massa: 100 people, scripted
        tactic push: lasts 1 min, crowd calms 50%
        phase A for 10 min:
          bell -> add 1 to hits
          crowd escalates -> push
          after talk -> add 1 to hits
        phase B for 10 min:
          bell -> add 1 to hits

        """;

    [Theory]
    // Happenings
    [InlineData("bell; expect bell", null)]
    [InlineData("expect bell", TestFailureKind.HappenedOtherwise)]
    [InlineData("bell 2 times; expect bell 2 times", null)]
    [InlineData("bell 3 times; expect bell 2 times", TestFailureKind.HappenedOtherwise, 3)]
    [InlineData("bell; expect bell 2 times", TestFailureKind.HappenedOtherwise, 1)]
    [InlineData("expect no bell", null)]
    [InlineData("bell; expect no bell", TestFailureKind.HappenedOtherwise, 1)]
    [InlineData("crowd escalates; expect push", null)]
    [InlineData("crowd calms; expect push", TestFailureKind.HappenedOtherwise)]
    // Conditions
    [InlineData("expect calm", null)]
    [InlineData("crowd escalates; expect calm", TestFailureKind.DoesNotHold)]
    [InlineData("expect no tense", null)]
    [InlineData("crowd escalates; expect no tense", TestFailureKind.Holds)]
    // Time and phases
    [InlineData("after talk; expect hits = 1", null)]
    [InlineData("after 4 min; expect hits = 1", TestFailureKind.DoesNotHold)]
    [InlineData("expect phase A", null)]
    [InlineData("after 11 min; expect phase B", null)]
    [InlineData("after 11 min; expect phase A", TestFailureKind.OtherPhase, 0, 1)]
    [InlineData("after 30 min; expect phase B", TestFailureKind.OtherPhase)]
    [InlineData("next phase; expect phase B", null)]
    [InlineData("start B; expect phase B", null)]
    [InlineData("start B; after 9 min; expect hits = 0", null)]
    // Chance
    [InlineData("crowd escalates; given chance holds; after 2 min; expect calm", null)]
    [InlineData("crowd escalates; given chance fails; after 2 min; expect tense", null)]
    [InlineData("crowd escalates; given chance fails; after 2 min; expect calm", TestFailureKind.DoesNotHold)]
    // Properties
    [InlineData("never bell", null)]
    [InlineData("bell; never bell", TestFailureKind.Broken)]
    [InlineData("always hits < 2", null)]
    [InlineData("bell 2 times; always hits < 2", TestFailureKind.Broken)]
    [InlineData("bell; crowd escalates; require bell before crowd escalates", null)]
    [InlineData("crowd escalates; bell; require bell before crowd escalates", TestFailureKind.Broken)]
    [InlineData("crowd escalates; bell; expect bell within 5 min of crowd escalates", null)]
    [InlineData("crowd escalates; expect bell within 5 min of crowd escalates", TestFailureKind.Undecided)]
    [InlineData("crowd escalates; after 6 min; expect bell within 5 min of crowd escalates", TestFailureKind.Broken)]
    [InlineData("bell; expect bell within 5 min", null)]
    [InlineData("after 6 min; expect bell within 5 min", TestFailureKind.Broken)]
    [InlineData("expect bell within 5 min", TestFailureKind.Undecided)]
    public void A_step_is_met_or_not(string steps, TestFailureKind? kind, int count = 0, int phase = -1)
    {
        TestFailure? failure = Run(Drill, steps).Failure;

        Assert.Equal(kind, failure?.Kind);
        Assert.Equal(count, failure?.Count ?? 0);
        Assert.Equal(phase, failure?.Phase ?? -1);
    }

    [Fact]
    public void The_first_step_that_is_not_met_ends_the_test_there()
    {
        DrillProgram program = Compile(Drill, "after 1 min; expect bell; bell; after 9 min");
        TestResult result = TestRunner.Run(program, program.Tests[0], TestContext.Current.CancellationToken);

        Assert.Equal("t", result.Name);
        Assert.Equal("expect bell", result.Failure?.Expected);
        Assert.Equal(60_000, result.Failure?.TimeMs);
        Assert.Equal(program.Tests[0].Steps[1].Site, result.Failure?.Site);
        Assert.DoesNotContain(result.Trace, e => e.Code == TraceCode.EventHappens);
    }

    [Fact]
    public void A_crowd_gathers_at_once_and_does_nothing_by_itself_and_nothing_happens_by_chance()
    {
        const string drill = """
            drill "D": ends after 2 h
            event siren: 100% every 1 min
            temper wild: escalates every 2 min, throws every 3 min, gathers after 4 min
            crowd Massa: 100 people, wild, grows to 500 over 20 min
            phase A for 1 h:
              crowd escalates -> announce "Up"
              siren -> announce "Siren"

            """;
        DrillProgram program = Compile(drill, "expect calm; after 50 min; never siren");
        List<TraceCode> codes = [];
        DrillInterpreter runner = new(program) { Trace = e => codes.Add(e.Code) };
        runner.Start(1);
        runner.AdvanceTo(50 * 60_000);
        TraceCode[] byItself = [.. codes.Where(IsByItself).Distinct()];
        Assert.True(byItself.Length >= 4, string.Join(", ", byItself)); // Else the test would show nothing.

        TestResult result = TestRunner.Run(program, program.Tests[0], TestContext.Current.CancellationToken);

        Assert.Null(result.Failure);
        Assert.DoesNotContain(result.Trace, e => IsByItself(e.Code));

        static bool IsByItself(TraceCode code) =>
            code is TraceCode.CrowdEscalates or TraceCode.CrowdThrows or TraceCode.CrowdGrows or TraceCode.EventHappens;
    }

    [Fact]
    public void The_seed_decides_what_is_not_given()
    {
        HashSet<TestFailureKind?> outcomes = [];
        for (int seed = 1; seed <= 20; seed++)
        {
            string steps = $"seed {seed}; crowd escalates; after 2 min; expect calm";
            TestResult result = Run(Drill, steps);
            Assert.Equal(result.Trace, Run(Drill, steps).Trace);
            outcomes.Add(result.Failure?.Kind);
        }

        Assert.Equal(2, outcomes.Count);
        string[] unseeded = ["crowd escalates; after 2 min", "seed 1; crowd escalates; after 2 min"];
        Assert.Equal(Run(Drill, unseeded[0]).Trace, Run(Drill, unseeded[1]).Trace);
    }

    [Theory]
    [InlineData("never bell", "bell", true)]
    [InlineData("always hits < 1", "bell", true)]
    [InlineData("require siren before bell", "bell", true)]
    [InlineData("expect siren within 1 min of bell", "bell; after 2 min", true)]
    // What a test need not show: that something comes at all, and what only many runs can show.
    [InlineData("expect siren", "after 30 min", false)]
    [InlineData("never bell in 90% of runs", "bell", false)]
    public void A_broken_promise_of_the_drill_fails_the_test(string property, string steps, bool fails)
    {
        DrillProgram program = Compile(Drill + property + "\n", steps);

        TestFailure? failure = TestRunner.Run(program, program.Tests[0], TestContext.Current.CancellationToken).Failure;

        Assert.Equal(fails ? TestFailureKind.OwnPropertyBroken : null, failure?.Kind);
        Assert.Equal(fails ? property : null, failure?.Expected);
        Assert.Equal(fails ? program.Properties[0].Site : -1, failure?.Site ?? -1);
    }

    [Fact]
    public void A_test_that_does_not_end_is_stopped()
    {
        const string drill = """
            drill "D": ends after 168 h
            counter hits: 0..9
            phase A for 168 h: every 1 s -> set hits to 1

            """;

        Assert.Equal(TestFailureKind.DoesNotEnd, Run(drill, "after 168 h").Failure?.Kind);
        string steps = string.Join("; ", Enumerable.Repeat("bell 1000 times", (TestRunner.MostInstants / 1000) + 1));
        Assert.Equal(TestFailureKind.DoesNotEnd, Run(Drill, steps).Failure?.Kind);
    }

    [Fact]
    public void A_test_can_be_cancelled()
    {
        DrillProgram program = Compile(Drill, "after 30 min");

        Assert.Throws<OperationCanceledException>(() => TestRunner.Run(program, program.Tests[0], new(canceled: true)));
    }

    [Fact]
    public void Tests_do_not_disturb_each_other()
    {
        DrillProgram program = Compile(Drill, "bell; crowd escalates; after 9 min; expect bell");
        TestResult alone = TestRunner.Run(program, program.Tests[0], TestContext.Current.CancellationToken);
        TestResult[] together = new TestResult[64];

        Parallel.For(
            0,
            together.Length,
            i => together[i] = TestRunner.Run(program, program.Tests[0], TestContext.Current.CancellationToken)
        );

        Assert.All(together, result => Assert.Equal(alone.Trace, result.Trace));
        Assert.All(together, result => Assert.Null(result.Failure));
    }

    [Fact]
    public void What_was_got_is_said_in_both_languages_for_every_kind()
    {
        DrillInfo info = DrillInfoFactory.Create(Compile(Drill, "bell"));
        foreach (TestFailureKind kind in Enum.GetValues<TestFailureKind>())
        {
            TestFailure failure = new(kind, -1, 0, "x", 2, 1);
            Assert.NotEqual(TestText.Got(failure, info, "en"), TestText.Got(failure, info, "id"));
        }

        Assert.Equal("phase B is running", TestText.Got(new(TestFailureKind.OtherPhase, -1, 0, "x", 0, 1), info, "en"));
        Assert.Equal("latihan sudah berakhir", TestText.Got(new(TestFailureKind.OtherPhase, -1, 0, "x"), info, "id"));
    }

    private static TestResult Run(string drill, string steps)
    {
        DrillProgram program = Compile(drill, steps);
        return TestRunner.Run(program, program.Tests[0], TestContext.Current.CancellationToken);
    }

    private static DrillProgram Compile(string drill, string steps)
    {
        string test = "test \"t\":\n" + string.Concat(steps.Split("; ").Select(step => $"  {step}\n"));
        Compilation compilation = Compilation.Create(
            new SourceText("drill.sispam", drill + test),
            UseResult.None,
            TestContext.Current.CancellationToken
        );
        Assert.True(
            compilation.Program is not null,
            string.Join(
                '\n',
                compilation.Diagnostics.Select(d => Diagnostics.DiagnosticCatalogue.Render(d, Dialects.Dialect.English))
            )
        );
        return compilation.Program;
    }
}
