using SispamLang.CodeGeneration;
using SispamLang.Interpreter;
using SispamLang.Programs;
using SispamLang.Runtime;
using SispamLang.Tests.Programs;
using SispamLang.Text;
using static SispamLang.Tests.Programs.ProgramBuilder;
using Mood = SispamLang.Programs.Mood;
using OutsideKind = SispamLang.Programs.OutsideKind;

namespace SispamLang.Compiler.Tests;

public class RunnerTests
{
    public static TheoryData<string> Hostile =>
        [
            "\"); System.IO.File.Delete(\"x",
            "*/ } } evil() /*",
            "a\nb\r\nc\u2028d\u2029e\u0085f",
            "#line 1 \"x\"",
            "{0} {{ }} $\"{1}\"",
            "class",
            "\\u0022); //",
            "</summary>]]><evil/>",
            "\uD800 half \uDC00",
            "\0\u0001\u007F",
            "",
            "1st",
            "État 抗議 🚓",
            "State",
            "Runner",
            "Settle",
            "Trigger0",
            "CrowdEscalates0",
            "value__",
        ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void No_name_gets_out_of_its_place(string name)
    {
        var program = Everything(name);
        foreach (
            var options in new[]
            {
                new EmitOptions(),
                new EmitOptions { ClassName = name, Namespace = name },
            }
        )
        {
            var text = CSharpEmitter.Emit(program, options);
            Assert.All(text, c => Assert.True(c is '\n' or (>= ' ' and <= '~')));
            var compiled = DrillCompiler.Compile(program, options).Load();
            var runner = compiled.CreateRunner();
            Assert.Equal(name, runner.Info.Title);
            Assert.Equal(name, runner.Info.Units[0]);
            Assert.Equal(name, runner.Info.Announcements[0]);
            Engines.AssertSame(program, compiled, 1, new Deed(1000, 0));
        }

        DrillCompiler.Compile(program, new EmitOptions { MapPath = _ => name });
    }

    [Fact]
    public void A_long_run_allocates_nothing()
    {
        var runner = DrillCompiler.Compile(Workload.OneCrowd(minutes: 10_000)).CreateRunner(collectible: false);
        Run(1);
        Run(2);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(3);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Run(ulong seed)
        {
            for (var i = 0; i < 100; i++)
            {
                runner.Start(seed + (ulong)i);
                runner.RunToEnd();
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_run_goes_on_from_a_snapshot_as_it_would_have(bool traced)
    {
        var drill = DrillCompiler.Compile(Workload.OneCrowd()).Load();
        List<TraceEntry> straight = [];
        List<TraceEntry> resumed = [];
        var runner = drill.CreateRunner();
        runner.Trace = traced ? straight.Add : null;
        runner.Start(5);
        runner.AdvanceTo(10 * Minute);
        var snapshot = runner.Snapshot();
        var before = straight.Count;
        runner.RunToEnd();

        var other = drill.CreateRunner();
        other.Trace = traced ? resumed.Add : null;
        other.Restore(snapshot);
        Assert.Equal(10 * Minute, other.Now);
        other.RunToEnd();
        Assert.Equal(Engines.StateOf(runner), Engines.StateOf(other));
        Assert.Equal(straight.Skip(before), resumed);
    }

    [Fact]
    public void The_snapshot_of_another_drill_is_refused()
    {
        var runner = DrillCompiler.Compile(Workload.OneCrowd()).CreateRunner();
        var other = DrillCompiler.Compile(Workload.OneCrowd(minutes: 61)).CreateRunner();
        runner.Start(1);
        other.Start(1);
        Assert.Throws<ArgumentException>(() => other.Restore(runner.Snapshot()));
        Assert.Throws<ArgumentException>(() => other.Restore([1, 2, 3]));
    }

    [Theory]
    [InlineData("event stone hits: 50% every 0..8 min\nphase A for 1 h:\n  stone hits -> announce \"x\"\n")]
    [InlineData(
        "temper Nervous: escalates every 0..8 min 50%\ncrowd Massa: 10 people, Nervous\nphase A for 1 h:\n  crowd escalates -> announce \"x\"\n"
    )]
    public void Times_forced_to_nothing_end_the_drill_and_not_the_program(string drill)
    {
        var program = Compilation.Create(new SourceText("drill.sispam", drill), UseResult.None).Program;
        Assert.NotNull(program);
        var runners = new Runner[] { new DrillInterpreter(program), DrillCompiler.Compile(program).CreateRunner() };
        var traces = runners.Select(runner =>
        {
            var trace = new List<TraceEntry>();
            runner.Trace = trace.Add;
            runner.ForcedDraws = _ => 0;
            runner.Start(1);
            runner.RunToEnd();
            return trace;
        });

        var (interpreted, compiled) = (traces.First(), traces.Last());

        Assert.Equal((int)DrillEndReason.DoesNotSettle, interpreted[^1].A);
        Assert.Equal(interpreted, compiled);
    }

    [Fact]
    public void A_runner_that_was_not_started_says_so()
    {
        var runner = DrillCompiler.Compile(Workload.OneCrowd()).CreateRunner();
        Assert.Throws<InvalidOperationException>(() => runner.RunToEnd());
        Assert.Throws<InvalidOperationException>(() => runner.Phase);
        Assert.Throws<ArgumentOutOfRangeException>(() => runner.SetParam(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => runner.Raise(0));
    }

    [Fact]
    public void A_compile_error_is_ours()
    {
        var failure = Assert.Throws<GeneratedCodeException>(() => DrillCompiler.CompileSource("class A : B {}", "A"));
        Assert.Contains("CS0246", failure.Errors.Single(), StringComparison.Ordinal);
    }

    // One of each declaration, all with the same name.
    private static DrillProgram Everything(string name)
    {
        var drill = new ProgramBuilder { Title = name };
        drill.Params.Add(new ParamSpec(name, SispamLang.Programs.ParamKind.Number, 1, 0, 5, drill.Site(name)));
        drill.Place(name);
        drill.Place(name);
        var unit = drill.Unit(name, drill.Range(name, 0, Minute));
        drill.Unit(name);
        drill.Formations.Add(new FormationSpec(name, [0, 1], drill.Site(name)));
        drill.Roles.Add(new RoleSpec(name, name, [], drill.Site(name)));
        var crowd = drill.Crowd(
            name,
            10,
            0,
            drill.Behaviour(drill.Range(name + "!", 0, Minute), SignalKind.CrowdEscalates)
        );
        var tactic = drill.Tactic(name, crowd, new Outcome(SignalKind.CrowdCalms, new Amount(5000)));
        drill.Events.Add(new EventSpec(name, name, null, new Amount(0), -1, -1, false, drill.Site(name)));
        drill.Counters.Add(new CounterSpec(name, 0, 9, new Amount(0, 0), drill.Site(name)));
        drill.Announcements.Add(name);
        drill.Injects.Add(new InjectSpec(name, name, name, name, 0, name, 0, Fixed(Minute), 0, name, drill.Site(name)));
        drill.Outside.Add(new OutsideEventSpec(OutsideKind.EventHappens, 0, [name, name]));
        drill.Outside.Add(new OutsideEventSpec(OutsideKind.CrowdCalms, crowd, [name]));
        drill.Phase(name, Fixed(20 * Minute), new MoodCondition(crowd, Mood.Dispersed));
        drill.Rule(
            0,
            On(SignalKind.EventHappens, 0),
            new Announce(0, 0, drill.Site(name)),
            new SendInject(0, drill.Site(name)),
            new Deploy(unit, new Destination(DestinationKind.Default), 0, false, drill.Site(name)),
            new Muster(tactic, null, 9, drill.Site(name)),
            new Begin(tactic, 0, drill.Site(name)),
            new Last(tactic, Fixed(Minute), null, 8, drill.Site(name)),
            new Finish(tactic, 0, drill.Site(name)),
            new Jump(9, drill.Site(name)),
            new CutShort(tactic, 0, drill.Site(name))
        );
        return drill.Build();
    }
}
