using static SispamLang.Interpreter.Tests.DrillBuilder;

namespace SispamLang.Interpreter.Tests;

public class CrowdTests
{
    [Fact]
    public void The_ladder_goes_one_step_at_a_time_and_beyond_its_ends_an_event_is_ignored()
    {
        DrillBuilder drill = new();
        drill.Crowd(gathersIn: Mood.Unruly);
        drill.OpenPhase();
        drill.Rule(0, On(SignalKind.CrowdEscalates), drill.Say("rule"));

        Assert.Equal(
            [
                "0 Phase Rekap starts",
                "0 Massa gathers, 100 people",
                "0 Massa is now unruly",
                "0 Situation yellow, active threat",
                "1 Massa escalates, by the controller",
                "1 Massa is now anarchic",
                "1 Situation red, aggressive threat",
                "1 Announce: rule",
                "2 Massa escalates: ignored, nothing to change",
                "3 Massa calms, by the controller",
                "3 Massa is now unruly",
                "3 Situation yellow, active threat",
            ],
            new Played(drill.Build()).At(1, "Massa escalates").At(2, "Massa escalates").At(3, "Massa calms").Story
        );
    }

    [Fact]
    public void Whatever_happens_to_a_crowd_that_is_not_there_is_ignored_but_for_gathering()
    {
        DrillBuilder drill = new();
        drill.Crowd(phase: -1);
        drill.OpenPhase();

        Played played = new Played(drill.Build())
            .At(1, "Massa throws")
            .At(2, "Massa gathers")
            .At(3, "Massa gathers")
            .At(4, "Massa disperses")
            .At(5, "Massa grows")
            .At(6, "Massa gathers");
        Assert.Equal(
            [
                "1 Massa throws: ignored, nothing to change",
                "2 Massa gathers, 100 people, by the controller",
                "3 Massa gathers: ignored, nothing to change",
                "4 Massa disperses, by the controller",
                "5 Massa grows: ignored, nothing to change",
                "6 Massa gathers, 100 people, by the controller",
            ],
            played.Only("throws", "gathers", "disperses", "grows")
        );
    }

    [Fact]
    public void No_mood_colour_threat_or_size_of_an_absent_crowd_holds_but_dispersed_of_a_dispersed_one()
    {
        DrillBuilder drill = new();
        drill.Crowd(phase: -1);
        drill.OpenPhase();
        drill.Rule(0, new RiseTrigger(new MoodCondition(0, Mood.Dispersed)), drill.Say("dispersed"));
        drill.Rule(0, new RiseTrigger(new SituationCondition(0, Situation.Green)), drill.Say("green"));
        drill.Rule(0, new RiseTrigger(new ThreatCondition(0, Comparison.Equal, Threat.None)), drill.Say("no threat"));
        drill.Rule(0, new RiseTrigger(new SizeCondition(0, Comparison.Less, new(500))), drill.Say("small"));
        drill.Rule(0, new RiseTrigger(new SituationCondition(-1, Situation.Green)), drill.Say("drill green"));

        Assert.Equal(
            [
                "0 Announce: drill green",
                "1 Announce: green",
                "1 Announce: no threat",
                "1 Announce: small",
                "2 Announce: dispersed",
            ],
            new Played(drill.Build()).At(1, "Massa gathers").At(2, "Massa disperses").Only("Announce")
        );
    }

    [Fact]
    public void A_crowd_gathers_in_its_phase_after_its_time()
    {
        DrillBuilder drill = new();
        drill.Crowd(phase: 1, gathersAfter: 30);
        drill.Phase("A", 60);
        drill.Phase("B", 60);

        Assert.Equal(["90 Massa gathers, 100 people"], Played.ToEnd(drill).Only("gathers"));
    }

    [Fact]
    public void Growth_is_ten_equal_steps_on_whole_seconds_rounded_down()
    {
        DrillBuilder drill = new();
        drill.Crowd(people: 100, growth: new GrowthSpec(new(205), Seconds(25), -1));
        drill.Phase("A", 60);

        // n tenths of 25 s, and 100 + n tenths of 105.
        Assert.Equal(
            [
                "2 Massa grows to 110 people",
                "5 Massa grows to 121 people",
                "7 Massa grows to 131 people",
                "10 Massa grows to 142 people",
                "12 Massa grows to 152 people",
                "15 Massa grows to 163 people",
                "17 Massa grows to 173 people",
                "20 Massa grows to 184 people",
                "22 Massa grows to 194 people",
                "25 Massa grows to 205 people",
            ],
            Played.ToEnd(drill).Only("grows")
        );
    }

    [Fact]
    public void Growth_steps_less_than_a_second_apart_come_together()
    {
        DrillBuilder drill = new();
        drill.Crowd(people: 0, growth: new GrowthSpec(new(100), Seconds(2), -1));
        drill.Phase("A", 60);

        string[] steps = Played.ToEnd(drill).Only("grows");
        Assert.Equal(
            ["0 Massa grows to 10 people", "0 Massa grows to 20 people", "0 Massa grows to 30 people"],
            steps.Take(3)
        );
        Assert.Equal(["1 Massa grows to 50 people", "1 Massa grows to 60 people"], steps.Skip(4).Take(2));
        Assert.Equal("2 Massa grows to 100 people", steps[9]);
        Assert.Equal(10, steps.Length);
    }

    [Fact]
    public void A_bare_grows_is_a_tenth_rounded_up()
    {
        DrillBuilder drill = new();
        drill.Crowd(people: 101);
        drill.OpenPhase();
        Assert.Equal(
            ["1 Massa grows to 112 people, by the controller"],
            new Played(drill.Build()).At(1, "Massa grows").Only("grows")
        );
    }

    [Fact]
    public void A_crowd_that_joins_another_gives_it_its_people_and_the_worse_mood_and_is_absent()
    {
        DrillBuilder drill = new();
        int one = drill.Crowd("One", 100, gathersIn: Mood.Unruly);
        int two = drill.Crowd("Two", 50);
        drill.OpenPhase();
        drill.Rule(
            0,
            new AfterTrigger(Seconds(1)),
            new CrowdHappens(SignalKind.CrowdJoins, one, new Amount(two), -1, -1)
        );
        drill.Rule(
            0,
            new AfterTrigger(Seconds(2)),
            new CrowdHappens(SignalKind.CrowdJoins, one, new Amount(two), -1, -1)
        );

        Played played = new(drill.Build());
        played.Runner.AdvanceTo(10_000);
        Assert.Equal(
            [
                "1 One joins Two",
                "1 One is now absent",
                "1 Two is now 150 people",
                "1 Two is now unruly",
                "2 One joins another crowd: ignored, nothing to change",
            ],
            played.Story.Where(s => s[0] != '0')
        );
    }

    [Fact]
    public void What_a_crowd_does_in_a_mood_is_counted_from_when_that_begins()
    {
        DrillBuilder drill = new();
        drill.Crowd(behaviours: Certainly(SignalKind.CrowdThrows, 10, Mood.Tense));
        drill.OpenPhase();

        Played played = new Played(drill.Build())
            .At(3, "Massa escalates")
            .At(25, "Massa calms")
            .At(30, "Massa escalates")
            .At(41, "Massa disperses");
        played.Runner.AdvanceTo(100_000);
        Assert.Equal(["13 Massa throws", "23 Massa throws", "40 Massa throws"], played.Only("throws"));
    }

    [Fact]
    public void A_crowd_leaves_when_it_has_been_in_a_mood_so_long_without_a_break()
    {
        DrillBuilder drill = new();
        drill.Crowd(behaviours: Leaves(Mood.Calm, 20));
        drill.OpenPhase();

        Played played = new Played(drill.Build()).At(15, "Massa escalates").At(18, "Massa calms");
        played.Runner.AdvanceTo(100_000);
        Assert.Equal(["38 Massa disperses, leaving by itself"], played.Only("disperses"));
    }

    [Fact]
    public void A_life_threatening_crowd_is_so_while_it_is_anarchic()
    {
        DrillBuilder drill = new();
        drill.Crowd(gathersIn: Mood.Unruly, lifeThreatening: true);
        drill.OpenPhase();
        Assert.Equal(
            ["0 Situation yellow, active threat", "1 Situation red, life-threatening"],
            new Played(drill.Build()).At(1, "Massa escalates").Only("Situation")
        );
    }

    [Fact]
    public void The_situation_is_the_worst_of_the_crowds_present()
    {
        DrillBuilder drill = new();
        drill.Crowd("One", gathersIn: Mood.Tense);
        drill.Crowd("Two", gathersIn: Mood.Anarchic);
        drill.OpenPhase();
        Assert.Equal(
            [
                "0 Situation yellow, passive threat",
                "0 Situation red, aggressive threat",
                "1 Situation yellow, passive threat",
            ],
            new Played(drill.Build()).At(1, "Two disperses").Only("Situation")
        );
    }
}
