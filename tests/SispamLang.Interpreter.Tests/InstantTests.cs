using static SispamLang.Interpreter.Tests.DrillBuilder;

namespace SispamLang.Interpreter.Tests;

public class InstantTests
{
    [Fact]
    public void A_drill_starts_with_its_first_phase_and_ends_after_its_last()
    {
        DrillBuilder drill = new();
        int phase = drill.Phase();
        drill.Rule(phase, On(SignalKind.PhaseStarts, phase), drill.Say("begin"));
        drill.Rule(phase, On(SignalKind.PhaseEnds, phase), drill.Say("over"));
        drill.Rule(-1, On(SignalKind.DrillStarts), drill.Say("first"));
        drill.Rule(-1, On(SignalKind.DrillEnds), drill.Say("last"));

        Assert.Equal(
            [
                "0: 0 Start 0 0 1 < -1",
                "1: 0 RuleFires 2 0 0 < 0",
                "2: 0 Announce 2 0 0 < 1",
                "3: 0 PhaseStarts 0 0 0 < 0",
                "4: 0 RuleFires 0 0 0 < 3",
                "5: 0 Announce 0 0 0 < 4",
                "6: 0 PhaseEnds 0 3 0 < -1",
                "7: 0 RuleFires 1 0 0 < 6",
                "8: 0 Announce 1 0 0 < 7",
                "9: 0 RuleFires 3 0 0 < 6",
                "10: 0 Announce 3 0 0 < 9",
                "11: 0 End 0 0 0 < 6",
            ],
            Played.ToEnd(drill).Numbers
        );
    }

    [Fact]
    public void What_happens_on_the_way_enters_the_queue_at_its_back()
    {
        DrillBuilder drill = new();
        int first = drill.Event("first");
        int second = drill.Event("second");
        int third = drill.Event("third");
        drill.Rule(0, On(SignalKind.PhaseStarts), new RaiseEvent(first, -1, -1), new RaiseEvent(second, -1, -1));
        drill.Rule(0, On(SignalKind.EventHappens, first), new RaiseEvent(third, -1, -1));

        Assert.Equal(["0 first happens", "0 second happens", "0 third happens"], Played.ToEnd(drill).Only("happens"));
    }

    [Fact]
    public void Rules_that_match_run_in_source_order_and_ifs_come_after_them()
    {
        DrillBuilder drill = new();
        int hurt = drill.Counter("hurt", 0, 9);
        int alarm = drill.Event();
        drill.OpenPhase();
        drill.Rule(0, new RiseTrigger(new CounterCondition(hurt, Comparison.Greater, new(0))), drill.Say("if"));
        drill.Rule(0, On(SignalKind.EventHappens, alarm), new AddToCounter(hurt, new(1), -1), drill.Say("one"));
        drill.Rule(0, On(SignalKind.EventHappens, alarm), drill.Say("two"));

        Played played = new Played(drill.Build()).At(5, "alarm");
        Assert.Equal(
            [
                "0: 0 Start 0 0 1 < -1",
                "1: 0 PhaseStarts 0 0 0 < 0",
                "2: 5 EventHappens 0 0 0 < -1",
                "3: 5 RuleFires 1 0 0 < 2",
                "4: 5 CounterIs 0 0 1 < 3",
                "5: 5 Announce 1 0 0 < 3",
                "6: 5 RuleFires 2 0 0 < 2",
                "7: 5 Announce 2 0 0 < 6",
                "8: 5 RuleFires 0 0 0 < 2",
                "9: 5 Announce 0 0 0 < 8",
            ],
            played.Numbers
        );
    }

    [Fact]
    public void An_if_fires_once_per_rise_and_when_it_holds_as_the_phase_starts()
    {
        DrillBuilder drill = new();
        drill.Crowd(gathersIn: Mood.Tense);
        drill.OpenPhase();
        drill.Rule(0, new RiseTrigger(new NotCondition(new MoodCondition(0, Mood.Unruly))), drill.Say("not unruly"));
        drill.Rule(0, new RiseTrigger(new MoodCondition(0, Mood.Unruly)), drill.Say("unruly"));

        Played played = new Played(drill.Build())
            .At(1, "Massa escalates")
            .At(2, "Massa throws")
            .At(3, "Massa calms")
            .At(4, "Massa escalates");
        Assert.Equal(
            ["0 Announce: not unruly", "1 Announce: unruly", "3 Announce: not unruly", "4 Announce: unruly"],
            played.Only("Announce")
        );
    }

    [Fact]
    public void A_trigger_that_comes_while_the_procedure_is_under_way_is_recorded_as_ignored()
    {
        DrillBuilder drill = new();
        int alarm = drill.Event();
        drill.OpenPhase();
        drill.Rule(0, On(SignalKind.EventHappens, alarm), new Wait(Seconds(10), -1), drill.Say("done"));

        Played played = new Played(drill.Build()).At(1, "alarm").At(5, "alarm").At(20, "alarm");
        Assert.Equal(
            ["5 Ignored, as it is still under way: rule 0", "11 Announce: done"],
            played.Only("Ignored", "Announce")
        );
    }

    [Fact]
    public void An_if_that_rose_meanwhile_and_still_holds_when_the_body_ends_fires_then()
    {
        DrillBuilder drill = new();
        drill.Crowd(gathersIn: Mood.Unruly);
        drill.OpenPhase();
        drill.Rule(
            0,
            new RiseTrigger(new MoodCondition(0, Mood.Anarchic)),
            new Wait(Seconds(10), -1),
            drill.Say("done")
        );

        Played played = new Played(drill.Build())
            .At(1, "Massa escalates")
            .At(2, "Massa calms")
            .At(3, "Massa escalates")
            .At(12, "Massa calms")
            .End();
        // It rose at 1 s and 3 s; at 11 s it still holds, at 21 s nothing has risen again.
        Assert.Equal(["11 Announce: done", "21 Announce: done"], played.Only("Announce", "Ignored"));
    }

    [Fact]
    public void An_if_that_rose_meanwhile_but_no_longer_holds_does_not_fire()
    {
        DrillBuilder drill = new();
        drill.Crowd(gathersIn: Mood.Unruly);
        drill.OpenPhase();
        drill.Rule(
            0,
            new RiseTrigger(new MoodCondition(0, Mood.Anarchic)),
            new Wait(Seconds(10), -1),
            drill.Say("done")
        );

        Played played = new Played(drill.Build())
            .At(1, "Massa escalates")
            .At(2, "Massa calms")
            .At(3, "Massa escalates")
            .At(4, "Massa calms")
            .End();
        Assert.Equal(["11 Announce: done"], played.Only("Announce", "Ignored"));
    }

    [Fact]
    public void The_guard_is_read_after_the_event_has_changed_the_state()
    {
        DrillBuilder drill = new();
        drill.Crowd();
        drill.OpenPhase();
        drill.Rule(0, On(SignalKind.CrowdEscalates), new MoodCondition(0, Mood.Calm), drill.Say("calm"));
        drill.Rule(0, On(SignalKind.CrowdEscalates), new MoodCondition(0, Mood.Tense), drill.Say("tense"));

        Played played = new Played(drill.Build()).At(1, "Massa escalates");
        Assert.Equal(["1 Announce: tense"], played.Only("Announce"));
    }

    [Fact]
    public void An_instant_holds_256_events_and_one_more_ends_the_drill()
    {
        DrillBuilder drill = new();
        int alarm = drill.Event();
        drill.OpenPhase();
        drill.Rule(0, On(SignalKind.EventHappens, alarm), new RaiseEvent(alarm, -1, -1));

        Played played = new Played(drill.Build()).At(1, "alarm");
        Assert.Equal(256, played.Entries.Count(e => e.Code == TraceCode.EventHappens));
        Assert.Equal(["514: 1 PhaseEnds 0 5 0 < 513", "515: 1 End 3 0 0 < 514"], played.Numbers.TakeLast(2));
        Assert.True(played.Runner.HasEnded);
        Assert.Equal(-1, played.Runner.Phase);
        Assert.Null(played.Runner.NextDue);
    }

    [Fact]
    public void An_instant_may_hold_exactly_256_events()
    {
        DrillBuilder drill = new();
        int alarm = drill.Event();
        int count = drill.Counter("count", 0, 1000);
        drill.OpenPhase();
        drill.Rule(
            0,
            On(SignalKind.EventHappens, alarm),
            new CounterCondition(count, Comparison.Less, new(127)),
            new AddToCounter(count, new(1), -1),
            new RaiseEvent(alarm, -1, -1)
        );

        // 127 times a change of the counter and one more alarm; with the first that is 255. Then one beside.
        int other = drill.Event("other");
        drill.Rule(0, On(SignalKind.EventHappens, other), new RaiseEvent(alarm, -1, -1));
        Assert.False(new Played(drill.Build()).At(1, "alarm").Runner.HasEnded);
        Assert.False(new Played(drill.Build()).At(1, "other").Runner.HasEnded);
        drill.Rule(0, On(SignalKind.EventHappens, other), new AddToCounter(count, new(0), -1));
        Assert.False(new Played(drill.Build()).At(1, "other").Runner.HasEnded);
        drill.Rule(0, On(SignalKind.EventHappens, other), new CrowdHappens(SignalKind.CrowdThrows, 0, null, -1, -1));
        Assert.True(new Played(drill.Build()).At(1, "other").Runner.HasEnded);
    }

    [Fact]
    public void A_step_s_end_that_an_until_overtakes_in_the_same_instant_is_dropped()
    {
        DrillBuilder drill = new();
        int alarm = drill.Event("alarm", at: 10);
        drill.OpenPhase();
        drill.Rule(
            0,
            On(SignalKind.PhaseStarts),
            new WaitUntil(UntilEvent(alarm), Seconds(10), 3, -1),
            drill.Say("came"),
            new Wait(Seconds(5), -1),
            drill.Say("on")
        );

        // Events are before rules in the program's timers: the alarm is taken first.
        Assert.Equal(["10 Announce: came", "15 Announce: on"], Played.ToEnd(drill).Only("Announce"));
    }
}
