using static SispamLang.Interpreter.Tests.DrillBuilder;

namespace SispamLang.Interpreter.Tests;

public class PhaseTests
{
    private static readonly Until _never = new([], new ConstantCondition(false), -1);

    [Fact]
    public void A_rule_after_ten_minutes_in_a_phase_for_ten_minutes_still_fires()
    {
        DrillBuilder drill = new();
        drill.Phase("Rekap", length: 600);
        drill.Rule(0, new AfterTrigger(Seconds(600)), drill.Say("after"));

        Assert.Equal(
            [
                "0 Phase Rekap starts",
                "600 Announce: after",
                "600 Phase Rekap ends: its time is over",
                "600 The drill ends: the last phase is over",
            ],
            Played.ToEnd(drill).Story
        );
    }

    [Fact]
    public void Of_the_ways_to_end_an_order_comes_before_until_and_until_before_for()
    {
        DrillBuilder ordered = new();
        int alarm = ordered.Event("alarm", at: 60);
        ordered.Phase("Rekap", 60, UntilEvent(alarm));
        ordered.Rule(0, On(SignalKind.EventHappens, alarm), new Leave(LeaveKind.NextPhase, -1, -1, -1));
        Assert.Equal(["60 Phase Rekap ends: ordered"], Played.ToEnd(ordered).Only("Rekap ends"));

        DrillBuilder until = new();
        alarm = until.Event("alarm", at: 60);
        until.Phase("Rekap", 60, UntilEvent(alarm));
        Assert.Equal(["60 Phase Rekap ends: what it waited for has come"], Played.ToEnd(until).Only("Rekap ends"));
    }

    [Fact]
    public void An_until_event_counts_when_it_happens_and_is_looked_at_when_the_queue_is_empty()
    {
        DrillBuilder drill = new();
        int alarm = drill.Event();
        int later = drill.Event("later");
        drill.Phase("Rekap", null, UntilEvent(alarm));
        drill.Rule(0, On(SignalKind.EventHappens, alarm), new RaiseEvent(later, -1, -1));
        drill.Rule(0, On(SignalKind.EventHappens, later), drill.Say("still on"));

        Played played = new Played(drill.Build()).At(7, "alarm");
        Assert.Equal(
            [
                "0: 0 Start 0 0 1 < -1",
                "1: 0 PhaseStarts 0 0 0 < 0",
                "2: 7 EventHappens 0 0 0 < -1",
                "3: 7 RuleFires 0 0 0 < 2",
                "4: 7 EventHappens 1 0 0 < 3",
                "5: 7 RuleFires 1 0 0 < 4",
                "6: 7 Announce 0 0 0 < 5",
                "7: 7 PhaseEnds 0 1 0 < 2",
                "8: 7 End 0 0 0 < 7",
            ],
            played.Numbers
        );
    }

    [Fact]
    public void A_phase_that_ends_stops_its_procedures_and_cuts_short_what_they_have_under_way()
    {
        DrillBuilder drill = new();
        drill.Crowd();
        int cannon = drill.Tactic("water cannon");
        drill.Phase("Rekap", 60);
        drill.Phase("Lanjut", 120);
        drill.Rule(0, On(SignalKind.CrowdGathers), [.. Do(cannon, 300), drill.Say("never")]);
        drill.Rule(-1, On(SignalKind.ActivityEnds, cannon), drill.Say("it ended"));
        drill.Rule(-1, On(SignalKind.CrowdGathers), new Wait(Seconds(100), -1), drill.Say("throughout"));

        Assert.Equal(
            [
                "60 Phase Rekap ends: its time is over",
                "60 water cannon ends, cut short",
                "60 Announce: it ended",
                "60 Phase Lanjut starts",
                "100 Announce: throughout",
                "180 Phase Lanjut ends: its time is over",
                "180 The drill ends: the last phase is over",
            ],
            Played.ToEnd(drill).Story.SkipWhile(s => !s.StartsWith("60", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void While_a_phase_is_ending_only_its_at_end_and_throughout_rules_listen()
    {
        DrillBuilder drill = new();
        int alarm = drill.Event();
        drill.Phase("Rekap", 60);
        drill.Rule(0, On(SignalKind.PhaseEnds, 0), new RaiseEvent(alarm, -1, -1), drill.Say("at end"));
        drill.Rule(0, On(SignalKind.EventHappens, alarm), drill.Say("phase"));
        drill.Rule(-1, On(SignalKind.EventHappens, alarm), drill.Say("throughout"));

        Assert.Equal(["60 Announce: at end", "60 Announce: throughout"], Played.ToEnd(drill).Only("Announce"));
    }

    [Fact]
    public void The_first_order_to_leave_counts_and_the_end_of_the_drill_always()
    {
        DrillBuilder drill = new();
        int alarm = drill.Event();
        drill.OpenPhase("A");
        drill.OpenPhase("B");
        drill.OpenPhase("C");
        drill.Rule(-1, On(SignalKind.EventHappens, alarm), new Leave(LeaveKind.GoTo, 2, -1, -1));
        drill.Rule(-1, On(SignalKind.EventHappens, alarm), new Leave(LeaveKind.NextPhase, -1, -1, -1));
        int end = drill.Event("end");
        drill.Rule(-1, On(SignalKind.EventHappens, end), new Leave(LeaveKind.GoTo, 0, -1, -1));
        drill.Rule(-1, On(SignalKind.EventHappens, end), new Leave(LeaveKind.EndDrill, -1, -1, -1));
        drill.Rule(-1, On(SignalKind.EventHappens, end), new Leave(LeaveKind.EndDrill, -1, -1, -1));

        Assert.Equal(
            [
                "0 Phase A starts",
                "1 alarm happens, by the controller",
                "1 On to phase C",
                "1 An order to leave: ignored, the phase is being left already",
                "1 Phase A ends: ordered",
                "1 Phase C starts",
                "2 end happens, by the controller",
                "2 On to phase A",
                "2 End the drill",
                "2 An order to leave: ignored, the phase is being left already",
                "2 Phase C ends: ordered",
                "2 The drill ends: ordered",
            ],
            new Played(drill.Build()).At(1, "alarm").At(2, "end").Story
        );
    }

    [Fact]
    public void Going_back_to_a_phase_starts_its_rules_afresh_and_leaves_crowds_units_and_counters()
    {
        DrillBuilder drill = new();
        drill.Crowd();
        int hurt = drill.Counter("hurt", 0, 9);
        drill.OpenPhase("A");
        drill.Rule(0, new RiseTrigger(new PresentCondition(0)), new AddToCounter(hurt, new(1), -1));
        drill.Rule(0, new AfterTrigger(Seconds(10)), drill.Say("after"));

        Played played = new Played(drill.Build()).At(4, "Massa escalates").At(5, "go to A");
        played.Runner.AdvanceTo(100_000);
        Assert.Equal(
            ["0 Massa gathers, 100 people", "0 hurt is now 1", "5 hurt is now 2", "15 Announce: after"],
            played.Only("gathers", "hurt", "Announce")
        );
        Assert.Equal(Runtime.Mood.Tense, played.Runner.MoodOf(0));
    }

    [Fact]
    public void When_the_time_is_up_what_is_due_still_happens_and_the_phase_did_not_end()
    {
        DrillBuilder drill = new() { EndsAfter = 60 };
        drill.OpenPhase();
        drill.Rule(0, new AfterTrigger(Seconds(60)), drill.Say("just in time"));
        drill.Rule(0, new AfterTrigger(Seconds(61)), drill.Say("too late"));
        drill.Rule(0, On(SignalKind.PhaseEnds), drill.Say("at end"));

        Assert.Equal(
            [
                "0 Phase Rekap starts",
                "60 Announce: just in time",
                "60 Phase Rekap ends: it did not end, the drill's time is up",
                "60 Announce: at end",
                "60 The drill ends: its time is up",
            ],
            Played.ToEnd(drill).Story
        );
    }

    [Fact]
    public void A_phase_that_ends_of_its_own_when_the_time_is_up_did_end_but_the_next_one_did_not()
    {
        DrillBuilder drill = new() { EndsAfter = 60 };
        drill.Phase("A", 60);
        drill.OpenPhase("B");

        Assert.Equal(
            [
                "0 Phase A starts",
                "60 Phase A ends: its time is over",
                "60 Phase B starts",
                "60 Phase B ends: it did not end, the drill's time is up",
                "60 The drill ends: its time is up",
            ],
            Played.ToEnd(drill).Story
        );
    }

    [Fact]
    public void A_phase_without_an_end_ends_when_no_procedure_unit_or_after_is_pending()
    {
        DrillBuilder drill = new();
        int dalmas = drill.Unit("Dalmas", readyIn: 50);
        drill.Phase();
        drill.Rule(0, new AfterTrigger(Seconds(30)), new Deploy(dalmas, new(DestinationKind.Place, 0), -1, false, -1));
        drill.Rule(0, On(SignalKind.UnitArrives, dalmas), new Wait(Seconds(20), -1));
        drill.Rule(0, new EveryTrigger(Seconds(45), null), drill.Say("every"));

        // 30 s until the order, 50 s on the way, 20 s of waiting.
        Assert.Equal(["100 Phase Rekap ends: nothing more can happen in it"], Played.ToEnd(drill).Only("Rekap ends"));
    }

    [Fact]
    public void A_phase_is_not_quiet_while_a_crowd_can_by_itself_do_what_a_rule_waits_for()
    {
        // The crowd escalates every 10 s; it throws only while anarchic, every 5 s; nothing else is waited for.
        DrillBuilder drill = new() { Waits = CrowdEvents.Throws, EndsAfter = 1000 };
        drill.Crowd(
            behaviours: [Certainly(SignalKind.CrowdEscalates, 10), Certainly(SignalKind.CrowdThrows, 5, Mood.Anarchic)]
        );
        drill.Phase();
        drill.Rule(0, On(SignalKind.CrowdThrows), new CrowdHappens(SignalKind.CrowdDisperses, 0, null, -1, -1));

        Assert.Equal(
            [
                "10 Massa escalates",
                "20 Massa escalates",
                "30 Massa escalates",
                "35 Massa throws",
                "35 Phase Rekap ends: nothing more can happen in it",
            ],
            Played.ToEnd(drill).Only("escalates", "throws", "ends: nothing")
        );
    }

    [Fact]
    public void A_phase_is_quiet_although_a_crowd_still_does_what_nobody_waits_for()
    {
        DrillBuilder drill = new() { Waits = CrowdEvents.Calms };
        drill.Crowd(behaviours: Certainly(SignalKind.CrowdEscalates, 10));

        Assert.Equal(["0 Phase Rekap ends: nothing more can happen in it"], Played.ToEnd(drill).Only("Rekap ends"));
    }

    [Fact]
    public void A_pause_moves_what_is_pending_but_clock_times_only_to_its_end()
    {
        DrillBuilder drill = new() { EndsAfter = 500 };
        drill.Event("at 50", at: 50);
        drill.Event("at 200", at: 200);
        drill.Phase("Rekap", 120, _never);
        drill.Rule(0, new AfterTrigger(Seconds(30)), new Pause(Seconds(60), -1, -1), drill.Say("go on"));
        drill.Rule(0, new AfterTrigger(Seconds(40)), drill.Say("after 40"));
        drill.Rule(0, new EveryTrigger(Seconds(30), null), drill.Say("every 30"));

        Assert.Equal(
            [
                "0 Phase Rekap starts",
                "30 Pause for 1 min",
                "30 Announce: every 30",
                "90 at 50 happens",
                "90 Announce: go on",
                "100 Announce: after 40",
                "120 Announce: every 30",
                "150 Announce: every 30",
                "180 Announce: every 30",
                "180 Phase Rekap ends: its time is over",
                "180 The drill ends: the last phase is over",
            ],
            Played.ToEnd(drill).Story
        );
    }

    [Fact]
    public void Events_from_outside_are_ignored_during_a_pause()
    {
        DrillBuilder drill = new();
        drill.Crowd();
        drill.OpenPhase();
        drill.Rule(0, new AfterTrigger(Seconds(10)), new Pause(Seconds(60), -1, -1));

        Played played = new Played(drill.Build()).At(69, "Massa escalates").At(70, "Massa escalates");
        Assert.Equal(
            ["69 Massa escalates: ignored, the drill is paused", "70 Massa escalates, by the controller"],
            played.Only("escalates")
        );
    }

    [Fact]
    public void A_life_threatening_event_puts_the_threat_there_until_the_phase_ends()
    {
        DrillBuilder drill = new();
        drill.Crowd();
        drill.Event(new EventSpec("bomb", "", null, new(0), -1, -1, true, -1));
        drill.Phase("A", 60);
        drill.Phase("B", 60);

        Assert.Equal(
            ["5 bomb happens, by the controller", "5 Situation red, life-threatening", "60 Situation green, no threat"],
            new Played(drill.Build()).At(5, "bomb").End().Only("bomb", "Situation")
        );
    }
}
