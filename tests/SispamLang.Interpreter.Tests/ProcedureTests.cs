using static SispamLang.Interpreter.Tests.DrillBuilder;

namespace SispamLang.Interpreter.Tests;

public class ProcedureTests
{
    private static readonly Destination _kpu = new(DestinationKind.Place, 0);

    [Fact]
    public void An_order_to_a_unit_that_is_there_or_on_its_way_there_is_ignored_and_one_elsewhere_turns_it()
    {
        DrillBuilder drill = new();
        int place = drill.Place("Polres");
        int dalmas = drill.Unit("Dalmas", readyIn: 60);
        drill.OpenPhase();
        drill.Rule(0, On(SignalKind.PhaseStarts), new Deploy(dalmas, _kpu, -1, false, -1));
        drill.Rule(0, new AfterTrigger(Seconds(10)), new Deploy(dalmas, _kpu, -1, false, -1));
        Destination polres = new(DestinationKind.Place, place);
        drill.Rule(0, new AfterTrigger(Seconds(20)), new Deploy(dalmas, polres, -1, false, -1));
        drill.Rule(0, new AfterTrigger(Seconds(90)), new Deploy(dalmas, polres, -1, false, -1));
        drill.Rule(0, new AfterTrigger(Seconds(100)), new Withdraw(dalmas, -1, false, -1));
        drill.Rule(0, new AfterTrigger(Seconds(110)), new Withdraw(dalmas, -1, false, -1));

        Played played = new(drill.Build());
        played.Runner.AdvanceTo(200_000);
        Assert.Equal(
            [
                "0 Deploy Dalmas to KPU",
                "10 Deploy Dalmas to KPU: ignored, it is there or on its way there",
                "20 Deploy Dalmas to Polres",
                "80 Dalmas arrives at Polres",
                "90 Deploy Dalmas to Polres: ignored, it is there or on its way there",
                "100 Withdraw Dalmas",
                "110 Withdraw Dalmas: ignored, it is not out",
            ],
            played.Only("Dalmas")
        );
        Assert.Equal(Runtime.Placement.Back, played.Runner.PlacementOf(dalmas));
    }

    [Fact]
    public void A_unit_without_a_way_arrives_in_the_instant_of_the_order_but_not_if_it_is_withdrawn_before()
    {
        DrillBuilder drill = new();
        int dalmas = drill.Unit("Dalmas");
        int phh = drill.Unit("PHH");
        drill.OpenPhase();
        drill.Rule(
            0,
            On(SignalKind.PhaseStarts),
            new Deploy(dalmas, _kpu, -1, false, -1),
            new Deploy(phh, _kpu, -1, false, -1),
            new Withdraw(phh, -1, false, -1)
        );

        Assert.Equal(
            ["0 Deploy Dalmas to KPU", "0 Deploy PHH to KPU", "0 Withdraw PHH", "0 Dalmas arrives at KPU"],
            new Played(drill.Build()).Only("Dalmas", "PHH")
        );
    }

    [Fact]
    public void A_formation_arrives_when_its_last_unit_does()
    {
        DrillBuilder drill = new();
        int one = drill.Unit("One", 10);
        int two = drill.Unit("Two", 20);
        int both = drill.Formation("Both", one, two);
        drill.OpenPhase();
        drill.Rule(
            0,
            On(SignalKind.PhaseStarts),
            new Deploy(one, _kpu, -1, false, -1),
            new Deploy(two, _kpu, -1, false, -1)
        );
        drill.Rule(0, On(SignalKind.FormationArrives, both), drill.Say("complete"));

        Played played = new(drill.Build());
        played.Runner.AdvanceTo(100_000);
        Assert.Equal(
            ["10 One arrives at KPU", "20 Two arrives at KPU", "20 Both arrives at KPU", "20 Announce: complete"],
            played.Only("arrives", "Announce")
        );
    }

    [Fact]
    public void A_tactic_waits_for_a_unit_on_its_way_and_then_takes_its_time()
    {
        DrillBuilder drill = new();
        drill.Crowd();
        int awc = drill.Unit("AWC", readyIn: 60);
        int cannon = drill.Tactic(
            "water cannon",
            needs: [awc],
            effects: new Outcome(SignalKind.CrowdDisperses, new(10_000))
        );
        drill.OpenPhase();
        drill.Rule(0, On(SignalKind.CrowdGathers), [new Deploy(awc, _kpu, -1, false, -1), .. Do(cannon, 90, at: 1)]);

        Played played = new(drill.Build());
        played.Runner.AdvanceTo(300_000);
        Assert.Equal(
            [
                "0: 0 Start 0 0 1 < -1",
                "1: 0 PhaseStarts 0 0 0 < 0",
                "2: 0 CrowdGathers 0 0 100 < 1",
                "3: 0 MoodIs 0 1 0 < 2",
                "4: 0 RuleFires 0 0 0 < 2",
                "5: 0 Deploy 0 0 0 < 4",
                "6: 60 UnitArrives 0 0 0 < 5",
                "7: 60 ActivityStarts 0 0 0 < 4",
                "8: 150 ActivityEnds 0 0 0 < 7",
                "9: 150 CrowdDisperses 0 0 0 < 8",
                "10: 150 MoodIs 0 5 0 < 9",
            ],
            played.Numbers
        );
    }

    [Fact]
    public void A_tactic_is_not_possible_without_a_unit_or_a_crowd_and_the_procedure_goes_on()
    {
        DrillBuilder drill = new();
        drill.Crowd();
        int awc = drill.Unit("AWC");
        int cannon = drill.Tactic("water cannon", needs: [awc]);
        int warn = drill.Tactic("warn", effects: new Outcome(SignalKind.CrowdCalms, new(10_000)));
        drill.OpenPhase();
        drill.Rule(0, On(SignalKind.CrowdGathers), [.. Do(cannon, 90), drill.Say("on")]);
        drill.Rule(0, On(SignalKind.CrowdDisperses), [.. Do(warn, 90), drill.Say("still on")]);

        Assert.Equal(
            [
                "0 water cannon: not possible, no unit for it is at the crowd's place or on its way there",
                "0 Announce: on",
                "5 warn: not possible, the crowd is not there",
                "5 Announce: still on",
            ],
            new Played(drill.Build()).At(5, "Massa disperses").Only("possible", "Announce", "starts w")
        );
    }

    [Fact]
    public void A_tactic_that_waits_for_a_unit_is_not_possible_once_that_turns_away()
    {
        DrillBuilder drill = new();
        drill.Crowd();
        int awc = drill.Unit("AWC", 60);
        int cannon = drill.Tactic("water cannon", needs: [awc]);
        drill.OpenPhase();
        drill.Rule(0, On(SignalKind.CrowdGathers), [new Deploy(awc, _kpu, -1, false, -1), .. Do(cannon, 90, at: 1)]);
        drill.Rule(0, new AfterTrigger(Seconds(30)), new Withdraw(awc, -1, false, -1));

        Played played = new(drill.Build());
        played.Runner.AdvanceTo(300_000);
        Assert.Equal(
            ["30 water cannon: not possible, no unit for it is at the crowd's place or on its way there"],
            played.Only("cannon")
        );
    }

    [Fact]
    public void Until_cuts_a_tactic_short_without_effect_and_keeps_it_from_starting_if_it_holds_already()
    {
        DrillBuilder drill = new();
        drill.Crowd();
        int talk = drill.Tactic("negotiate", effects: new Outcome(SignalKind.CrowdDisperses, new(10_000)));
        drill.OpenPhase();
        Until until = new([], new MoodCondition(0, Mood.Tense), -1);
        drill.Rule(
            0,
            On(SignalKind.CrowdGathers),
            [.. Do(talk, 300, 0, until), drill.Say("one"), .. Do(talk, 300, 7, until), drill.Say("two")]
        );

        Assert.Equal(
            ["0 negotiate starts", "30 negotiate ends, cut short", "30 Announce: one", "30 Announce: two"],
            new Played(drill.Build()).At(30, "Massa escalates").Only("negotiate", "Announce", "disperses")
        );
    }

    [Fact]
    public void Stop_cuts_it_short_wherever_it_is_under_way_and_the_procedures_go_on_as_events_of_their_own()
    {
        DrillBuilder drill = new();
        drill.Crowd();
        int talk = drill.Tactic("negotiate");
        int alarm = drill.Event();
        drill.OpenPhase();
        drill.Rule(0, On(SignalKind.EventHappens, alarm), new StopActivities([talk], -1, -1), drill.Say("stopped"));
        drill.Rule(0, On(SignalKind.CrowdGathers), [.. Do(talk, 300), drill.Say("first")]);
        drill.Rule(0, On(SignalKind.CrowdGathers), [.. Do(talk, 300), drill.Say("second")]);
        drill.Rule(0, On(SignalKind.ActivityEnds, talk), drill.Say("ended"));

        Assert.Equal(
            [
                "0 negotiate starts",
                "0 negotiate starts",
                "10 Stop negotiate",
                "10 negotiate ends, cut short",
                "10 negotiate ends, cut short",
                "10 Announce: stopped",
                "10 Announce: ended",
                "10 Announce: first",
                "10 Announce: ended",
                "10 Announce: second",
            ],
            new Played(drill.Build()).At(10, "alarm").Only("negotiate", "Announce")
        );
    }

    [Fact]
    public void A_hand_over_brings_B_where_A_is_and_takes_A_back_when_its_time_is_over()
    {
        DrillBuilder drill = new();
        int place = drill.Place("Polres");
        int a = drill.Unit("A");
        int b = drill.Unit("B", 60);
        int relieve = drill.HandOver("relieve A with B", a, b);
        drill.OpenPhase();
        drill.Rule(0, On(SignalKind.PhaseStarts), new Deploy(a, new(DestinationKind.Place, place), -1, false, -1));
        drill.Rule(0, new AfterTrigger(Seconds(10)), HandOverSteps(relieve, a, b, 120));

        Played played = new(drill.Build());
        played.Runner.AdvanceTo(1_000_000);
        Assert.Equal(
            [
                "0 Deploy A to Polres",
                "0 A arrives at Polres",
                "10 relieve A with B starts",
                "10 Deploy B to Polres",
                "70 B arrives at Polres",
                "190 Withdraw A",
                "190 relieve A with B ends",
            ],
            played.Story.Skip(1)
        );
    }

    [Fact]
    public void A_hand_over_ends_and_A_stays_if_B_turns_away()
    {
        DrillBuilder drill = new();
        int a = drill.Unit("A");
        int b = drill.Unit("B", 60);
        int relieve = drill.HandOver("relieve A with B", a, b);
        drill.OpenPhase();
        drill.Rule(0, On(SignalKind.PhaseStarts), new Deploy(a, _kpu, -1, false, -1));
        drill.Rule(0, new AfterTrigger(Seconds(10)), HandOverSteps(relieve, a, b, 120));
        drill.Rule(0, new AfterTrigger(Seconds(40)), new Withdraw(b, -1, false, -1));

        Played played = new(drill.Build());
        played.Runner.AdvanceTo(1_000_000);
        Assert.Equal(["40 Withdraw B", "40 relieve A with B ends, cut short"], played.Story.TakeLast(2));
        Assert.Equal(Runtime.Placement.AtPlace, played.Runner.PlacementOf(a));
    }

    [Fact]
    public void Repetitions_start_a_period_apart_or_when_the_last_has_ended_if_later()
    {
        DrillBuilder drill = new();
        drill.Crowd();
        int shortOne = drill.Tactic("warn");
        int longOne = drill.Tactic("push");
        drill.OpenPhase();
        drill.Rule(0, On(SignalKind.CrowdGathers), Repeat(shortOne, lasts: 10));
        drill.Rule(0, On(SignalKind.CrowdGathers), Repeat(longOne, lasts: 50));

        Played played = new(drill.Build());
        played.Runner.AdvanceTo(1_000_000);
        Assert.Equal(["0 warn starts", "30 warn starts", "60 warn starts"], played.Only("warn starts"));
        Assert.Equal(["0 push starts", "50 push starts", "100 push starts"], played.Only("push starts"));

        static Instruction[] Repeat(int activity, long lasts) =>
            [
                new SetCount(new(3), -1),
                new MarkNext(Seconds(30), -1),
                .. Do(activity, lasts, at: 2),
                new CountDown(11, -1),
                new WaitForNext(null, 11, -1),
                new Jump(1, -1),
            ];
    }

    [Fact]
    public void Wait_until_takes_no_time_if_it_holds_and_goes_elsewhere_when_its_time_is_up()
    {
        DrillBuilder drill = new();
        drill.Crowd();
        int alarm = drill.Event();
        drill.OpenPhase();
        Until present = new([], new PresentCondition(0), -1);
        drill.Rule(
            0,
            On(SignalKind.CrowdGathers),
            new WaitUntil(present, Seconds(10), 3, -1),
            drill.Say("at once"),
            new WaitUntil(UntilEvent(alarm), Seconds(10), 4, -1),
            drill.Say("not this"),
            drill.Say("time is up"),
            new WaitUntil(UntilEvent(alarm), null, -1, -1),
            drill.Say("came")
        );

        Assert.Equal(
            ["0 Announce: at once", "10 Announce: time is up", "25 Announce: came"],
            new Played(drill.Build()).At(25, "alarm").Only("Announce")
        );
    }

    [Fact]
    public void A_counter_stays_at_its_bounds_and_the_trace_says_so()
    {
        DrillBuilder drill = new();
        int hurt = drill.Counter("hurt", 0, 2);
        drill.OpenPhase();
        drill.Rule(
            0,
            On(SignalKind.PhaseStarts),
            new AddToCounter(hurt, new(5), -1),
            new AddToCounter(hurt, new(1), -1)
        );
        drill.Rule(0, On(SignalKind.CounterChanges, hurt), drill.Say("changed"));

        Assert.Equal(
            ["0 hurt is now 2, at its bound", "0 hurt is now 2, at its bound", "0 Announce: changed"],
            new Played(drill.Build()).Only("hurt", "Announce")
        );
    }

    [Fact]
    public void A_pattern_with_a_role_matches_only_what_that_role_ordered()
    {
        DrillBuilder drill = new();
        int danki = drill.Role("Danki");
        int dalmas = drill.Unit("Dalmas", 60);
        int phh = drill.Unit("PHH", 60);
        drill.OpenPhase();
        drill.Rule(
            0,
            On(SignalKind.PhaseStarts),
            new Deploy(dalmas, _kpu, danki, false, -1),
            new Deploy(phh, _kpu, -1, false, -1)
        );
        drill.Rule(0, On(SignalKind.UnitDeployed, dalmas, danki), drill.Say("dalmas"));
        drill.Rule(0, On(SignalKind.UnitDeployed, phh, danki), drill.Say("phh"));

        Assert.Equal(
            ["0 Deploy Dalmas to KPU, ordered by Danki", "0 Deploy PHH to KPU", "0 Announce: dalmas"],
            new Played(drill.Build()).Only("Deploy", "Announce")
        );
    }

    [Fact]
    public void The_deadline_of_an_inject_goes_on_after_its_phase()
    {
        DrillBuilder drill = new();
        int stone = drill.Inject("Officer hurt", Seconds(90));
        drill.Phase("A", 60);
        drill.Phase("B", 60);
        drill.Rule(0, On(SignalKind.PhaseStarts), new SendInject(stone, -1));

        Assert.Equal(
            ["0 Inject: Officer hurt", "90 Time to respond is over: Officer hurt"],
            Played.ToEnd(drill).Only("Officer")
        );
    }
}
