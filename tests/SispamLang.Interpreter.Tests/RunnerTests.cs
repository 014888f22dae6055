using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using static SispamLang.Interpreter.Tests.DrillBuilder;

namespace SispamLang.Interpreter.Tests;

public class RunnerTests
{
    [Fact]
    public void A_run_goes_on_from_a_snapshot_as_it_would_have_gone_on()
    {
        DrillProgram program = Busy().Build();
        List<TraceEntry> whole = Run(new(program));

        for (int steps = 0; ; steps++)
        {
            DrillInterpreter runner = new(program);
            List<TraceEntry> entries = [];
            runner.Trace = entries.Add;
            runner.Start(3);
            bool ended = false;
            for (int i = 0; i < steps && !ended; i++)
            {
                ended = !runner.Step();
            }

            byte[] snapshot = runner.Snapshot();
            DrillInterpreter other = new(program) { Trace = entries.Add };
            other.Restore(snapshot);
            Assert.Equal(snapshot, other.Snapshot());
            Assert.Equal(runner.NextDue, other.NextDue);
            other.RunToEnd();
            Assert.Equal(whole, entries);
            if (ended)
            {
                Assert.True(steps > 20);
                return;
            }
        }

        static List<TraceEntry> Run(DrillInterpreter runner)
        {
            List<TraceEntry> entries = [];
            runner.Trace = entries.Add;
            runner.Start(3);
            runner.RunToEnd();
            return entries;
        }
    }

    [Fact]
    public void A_runner_takes_no_snapshot_but_its_own()
    {
        DrillInterpreter runner = new(Busy().Build());
        runner.Start(1);
        byte[] snapshot = runner.Snapshot();
        Assert.Throws<ArgumentException>(() => runner.Restore([]));
        Assert.Throws<ArgumentException>(() => runner.Restore(snapshot.AsSpan(1)));
        Assert.Throws<ArgumentException>(() => new DrillInterpreter(new DrillBuilder().Build()).Restore(snapshot));
    }

    [Fact]
    public void The_same_seed_gives_the_same_run_and_a_runner_can_start_again()
    {
        DrillProgram program = Busy().Build();
        Played first = new Played(program, 7).End();
        List<TraceEntry> entries = [];
        first.Runner.Trace = entries.Add;
        first.Runner.Start(7);
        first.Runner.RunToEnd();
        Assert.Equal(first.Entries, entries);
        Assert.NotEqual(first.Entries, new Played(program, 8).End().Entries);
    }

    [Fact]
    public void Causes_come_before_what_they_led_to_and_numbers_have_no_gaps()
    {
        Played played = new Played(Busy().Build()).End();
        Assert.Equal(Enumerable.Range(0, played.Entries.Count), played.Entries.Select(e => e.Seq));
        Assert.All(played.Entries, e => Assert.True(e.Cause < e.Seq));
    }

    [Fact]
    public void Before_the_start_there_is_no_state_and_indexes_are_checked()
    {
        DrillInterpreter runner = new(new DrillBuilder().Build());
        Assert.Throws<InvalidOperationException>(() => runner.Now);
        Assert.Throws<InvalidOperationException>(() => runner.Step());
        runner.Start(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => runner.MoodOf(7));
        Assert.Throws<ArgumentOutOfRangeException>(() => runner.Raise(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => runner.SetParam(0, 1));
    }

    [Fact]
    public void Nothing_happens_after_the_end()
    {
        Played played = new Played(new DrillBuilder().Build()).End();
        int count = played.Entries.Count;
        Assert.True(played.Runner.Raise("nobody gathers"));
        Assert.False(played.Runner.Raise("no such thing"));
        Assert.False(played.Runner.Step());
        played.Runner.AdvanceTo(1_000_000);
        Assert.Equal(count, played.Entries.Count);
        Assert.Equal(0, played.Runner.Now);
    }

    [Fact]
    public void Every_instruction_condition_and_trigger_of_the_program_is_handled()
    {
        DrillBuilder drill = new();
        drill.OpenPhase();
        drill.Rule(0, On(SignalKind.DrillEnds), new Jump(1, -1));
        DrillInterpreter runner = new(drill.Build());
        runner.Start(1);

        Assert.All(Records<Instruction>(), i => Handles(() => runner.Execute(0, i)));
        Assert.All(Records<Condition>(), c => Handles(() => runner.Holds(c)));
        Assert.All(Records<Trigger>(), t => Handles(() => runner.SetTrigger(new(TimerKind.RuleTrigger, 0), t, 0)));
        Assert.All(
            Enum.GetValues<SignalKind>(),
            k => Handles(() => runner.TryChangeState(new(k, 0, 0, -1, 0, -1), out _))
        );
        Assert.All(Enum.GetValues<TimerKind>(), k => Handles(() => runner.IsDue(new(k, 0), 0)));

        static IEnumerable<T> Records<T>()
            where T : class =>
            typeof(T).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(T))).Select(t => (T)Empty(t));

        static object Empty(Type type)
        {
            object record = RuntimeHelpers.GetUninitializedObject(type);
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic))
            {
                if (field.FieldType == typeof(Condition))
                {
                    field.SetValue(record, new ConstantCondition(true));
                }
            }

            return record;
        }

        // An empty record may well not run; what counts is that it is not unknown.
        static void Handles(Action action) => Assert.IsNotType<UnreachableException>(Record.Exception(action));
    }

    [Fact]
    public void The_enumerations_of_program_and_runtime_have_the_same_numbers()
    {
        Assert.All(
            typeof(DrillProgram)
                .Assembly.GetExportedTypes()
                .Where(t => t.IsEnum)
                .Select(t => (t, typeof(Runner).Assembly.GetType("SispamLang.Runtime." + t.Name)))
                .Where(p => p.Item2 is { IsEnum: true }),
            p => Assert.Equal(Members(p.t), Members(p.Item2!))
        );

        static IEnumerable<string> Members(Type type) =>
            type.GetFields(BindingFlags.Static | BindingFlags.Public)
                .Select(f => $"{f.Name} = {(int)f.GetRawConstantValue()!}");
    }

    /// <summary>A drill in which a bit of everything goes on.</summary>
    private static DrillBuilder Busy()
    {
        DrillBuilder drill = new() { EndsAfter = 900 };
        int tempo = drill.Stream("escalates/every", isRange: true);
        int roll = drill.Stream("escalates/roll");
        int alarm = drill.Stream("alarm/roll");
        int ready = drill.Stream("ready", isRange: true);
        drill.Crowd(
            growth: new GrowthSpec(new(300), Seconds(100), -1),
            behaviours:
            [
                new(
                    new(new(5000), new(30_000), tempo),
                    Mood.Absent,
                    [new(SignalKind.CrowdEscalates, new(5000)), new(SignalKind.CrowdCalms, new(2000))],
                    false,
                    roll,
                    -1
                ),
                Certainly(SignalKind.CrowdThrows, 7, Mood.Anarchic),
            ]
        );
        int dalmas = drill.Unit(new("Dalmas", "", "", "", 1, 0, 0, false, false, new(new(0), new(9000), ready), -1));
        int a = drill.Event("alarm", Seconds(40), 30, alarm);
        int hurt = drill.Counter("hurt", 0, 5);
        int warn = drill.Tactic("warn", effects: new Outcome(SignalKind.CrowdCalms, new(10_000)));
        drill.Phase("A", 200);
        drill.Phase("B", null, new Until([], new CounterCondition(hurt, Comparison.Equal, new(5)), -1));
        drill.Rule(-1, On(SignalKind.CrowdThrows), new AddToCounter(hurt, new(1), -1));
        drill.Rule(-1, new RiseTrigger(new MoodCondition(0, Mood.Anarchic)), Do(warn, 15));
        drill.Rule(
            -1,
            On(SignalKind.CrowdEscalates),
            new Deploy(dalmas, new(DestinationKind.Default), -1, false, -1),
            new Wait(Seconds(20), -1),
            new Withdraw(dalmas, -1, false, -1)
        );
        drill.Rule(-1, On(SignalKind.EventHappens, a), new Pause(Seconds(12), -1, -1));
        return drill;
    }
}
