using SispamLang.Analysis.Verification;
using SispamLang.Programs;
using SispamLang.Runtime;
using SispamLang.Text;

namespace SispamLang.Analysis.Tests.Verification;

public class VerifierTests
{
    private const string Line = """
        unit Dalmas Lanjut: 38 personnel, ready in 2..3 min
        unit AWC: 1 vehicle, ready in 3 min
        role Danki commands Dalmas Lanjut, AWC
        temper jumpy: escalates every 2..3 min 60%, calms 20%
        crowd Massa: 100 people, jumpy
        phase Rekap for 12 min:
          crowd gathers -> deploy Dalmas Lanjut and AWC
          if anarchic ->
            warn crowd 3 times every 30 s
            water cannon by Danki
          Dalmas Lanjut arrives -> push back crowd by Danki
        require warn crowd 3 times before water cannon
        never push back while calm
        """;

    [Fact]
    public void What_is_found_does_not_depend_on_how_many_states_are_looked_at_at_a_time()
    {
        VerificationResult alone = Verify(Line, new() { Jobs = 1 });
        VerificationResult together = Verify(Line, new() { Jobs = 4, IsExact = true });

        Assert.Null(alone.Obstacle);
        Assert.Equal(alone.States, together.States);
        Assert.Equal(alone.Transitions, together.Transitions);
        Assert.Equal(alone.Depth, together.Depth);
        Assert.Equal([Verdict.Proved, Verdict.Refuted], alone.Properties.Select(p => p.Verdict));
        Assert.Equal(alone.Properties[1].Course, together.Properties[1].Course);
        Assert.Equal(0, together.ChanceOfMiss);
    }

    [Fact]
    public void A_time_that_can_be_as_long_as_is_allowed_is_in_time() =>
        Assert.Equal(
            Verdict.Proved,
            VerdictOf("expect Alpha arrives within 3 min", "unit Alpha: 9 personnel, ready in 1..3 min")
        );

    [Fact]
    public void Times_that_fall_together_for_certain_come_in_the_order_of_the_source() =>
        Assert.Equal(
            Verdict.Proved,
            VerdictOf(
                "require Alpha arrives before Bravo arrives",
                "unit Alpha: 9 personnel, ready in 2 min\nunit Bravo: 9 personnel, ready in 2 min"
            )
        );

    [Fact]
    public void Times_that_may_fall_together_come_in_any_order() =>
        Assert.Equal(
            Verdict.Refuted,
            VerdictOf(
                "require Alpha arrives before Bravo arrives",
                "unit Alpha: 9 personnel, ready in 1..3 min\nunit Bravo: 9 personnel, ready in 2 min"
            )
        );

    [Theory]
    [InlineData(100, 1L << 30, Obstacle.StateLimit)]
    [InlineData(1_000_000, 1L << 20, Obstacle.MemoryLimit)]
    public void A_limit_ends_the_search_and_not_the_program(int states, long bytes, Obstacle obstacle)
    {
        VerificationResult result = Verify(Line, new() { MaxStates = states, MaxMemoryBytes = bytes });

        Assert.Equal(obstacle, result.Obstacle);
        Assert.Equal(Verdict.Undecided, result.Properties[0].Verdict);
        Assert.InRange(result.States, 1, states);
    }

    [Fact]
    public void Somebody_who_has_seen_enough_can_stop_it_and_has_what_was_found()
    {
        using CancellationTokenSource source = new();
        source.Cancel();

        VerificationResult result = Verifier.Verify(Compile(Line), cancellationToken: source.Token);

        Assert.Equal(Obstacle.Interrupted, result.Obstacle);
        Assert.Equal(Verdict.Undecided, result.Properties[0].Verdict);
    }

    [Fact]
    public void A_drill_is_verified_with_the_values_that_its_params_are_set_to()
    {
        DrillProgram program = Compile(
            """
            param way = 2 min from 1 min to 9 min
            unit Alpha: 9 personnel, ready in way
            phase A for 9 min: at start -> deploy Alpha
            expect Alpha arrives within 3 min
            """
        );

        Assert.Equal(Verdict.Proved, Verifier.Verify(program).Properties[0].Verdict);
        Assert.Equal(Verdict.Refuted, Verifier.Verify(program, new() { Params = [4 * 60_000] }).Properties[0].Verdict);
    }

    [Fact]
    public void A_growth_that_is_left_to_chance_is_not_decided_if_something_depends_on_it()
    {
        const string text = """
            crowd Massa: 100 people, scripted, grows to 300 over 5..9 min
            phase A for 10 min: crowd grows if crowd > 200 -> announce "Large"
            never crowd > 250
            """;

        Assert.Equal(Obstacle.DrawnGrowth, Verify(text).Obstacle);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_a_rule_changes_is_seen_by_the_rules_before_and_behind_it_however_many_there_are(bool isBackwards)
    {
        const int rules = 70;
        IEnumerable<string> chain = Enumerable.Range(1, rules).Select(i => $"  if steps >= {i} -> add 1 to steps");
        string text = $"""
            unit Alpha: 9 personnel, ready in 2 min
            counter steps: 0..200
            phase A for 9 min:
              at start -> add 1 to steps
            {string.Join('\n', isBackwards ? chain.Reverse() : chain)}
              if steps > {rules} -> deploy Alpha
            expect Alpha arrives within 3 min
            """;

        Assert.Equal(Verdict.Proved, Verify(text).Properties[0].Verdict);
    }

    // Then time goes on and no instant tells it.
    [Theory]
    [InlineData("rain within 1 min of not shove under way")]
    [InlineData("rain within 2 min of not shove under way")]
    [InlineData("rain within 1 min")]
    public void A_deadline_passes_while_the_controller_does_nothing(string expectation)
    {
        VerificationResult result = Verify(
            $"""
            drill "S":
              ends after 4 min
            unit Alpha: 10 personnel, as Dalmas Awal, ready in 1 min
            tactic shove: force 3, uses Dalmas Awal, lasts 1 min
            event rain: when raised
            phase One for 3 min: at start -> announce "x"
            expect {expectation}
            """,
            new() { HasController = true }
        );

        Assert.Equal(Verdict.Refuted, result.Properties[0].Verdict);
    }

    [Theory]
    [InlineData("never lapis ganti Dalmas Awal to Dalmas Lanjut while anarchic")]
    [InlineData("require negotiate before water cannon")]
    [InlineData("never calm while water cannon under way")]
    [InlineData("expect negotiate within 5 min of water cannon")]
    [InlineData("always not water cannon under way")]
    public void What_nothing_in_the_drill_can_break_is_proved_however_few_states_are_looked_at(string property)
    {
        string text = $"""
            unit Dalmas Awal: 38 personnel, ready in 2..3 min
            unit Dalmas Lanjut: 38 personnel, ready in 2..3 min
            unit AWC: 1 vehicle, ready in 3 min
            event signal: when raised
            temper jumpy: escalates every 2..3 min 60%, calms 20%
            crowd Massa: 100 people, jumpy
            phase Rekap for 12 min:
              crowd gathers -> deploy Dalmas Awal
              signal -> water cannon, lapis ganti Dalmas Awal to Dalmas Lanjut
            {property}
            never anarchic
            """;
        VerificationOptions few = new() { MaxStates = 2 };

        Assert.Equal([Verdict.Proved, Verdict.Undecided], Verdicts(few));
        Assert.Equal([Verdict.Undecided, Verdict.Undecided], Verdicts(few with { Reduces = false }));
        Assert.Equal([Verdict.Undecided, Verdict.Undecided], Verdicts(few with { HasController = true }));

        IEnumerable<Verdict> Verdicts(VerificationOptions options) =>
            Verify(text, options).Properties.Select(p => p.Verdict);
    }

    // The first way to where it is broken asks the controller to be late and early at once; there are others.
    [Fact]
    public void Where_one_course_can_not_be_others_are_tried()
    {
        VerificationResult result = Verify(
            """
            drill "S":
              ends after 5 min
            place Hall
            unit Bravo: 20 personnel, ready in 1..2 min
            crowd Mob: 100 people, scripted, gathers unruly
            event bomb: when raised
            throughout:
              every 3 min -> deploy Bravo
            phase One for 1 min:
              at start -> crowd escalates 2 times every 1 min
            phase Two:
              at start -> wait 1 min
            never crowd calms while Bravo at Hall
            """,
            new() { HasController = true }
        );

        Assert.Equal(Verdict.Refuted, result.Properties[0].Verdict);
        Assert.Equal(TraceCode.PropertyBroken, result.Properties[0].Course[^1].Code);
    }

    // Who raises the alarm before 3 min has it noted before 4 min, and nobody arrives before that.
    [Theory]
    [InlineData("", Verdict.Proved)]
    [InlineData("  flood -> pause for 1..2 min\n", Verdict.Coincidence)]
    public void What_only_courses_break_that_can_not_be_is_proved_unless_pauses_are_left_to_chance(
        string rule,
        Verdict expected
    )
    {
        VerificationResult result = Verify(
            $"""
            drill "S":
              ends after 5 min
            unit Bravo: 20 personnel, ready in 1..2 min
            crowd Mob: 100 people, scripted
            event alarm: when raised
            event flood: when raised
            counter early: 0..1
            counter late: 0..1
            throughout:
              after 3 min -> deploy Bravo
              alarm ->
                if not Bravo on the way: add 1 to early
                wait 1 min
                add 1 to late
            {rule}phase One: at start -> announce "x"
            never Bravo arrives while early >= 1 and late < 1
            """,
            new() { HasController = true }
        );

        Assert.Equal(expected, result.Properties[0].Verdict);
    }

    private static Verdict VerdictOf(string property, string units) =>
        Verify($"{units}\nphase A for 9 min: at start -> deploy {Units(units)}\n{property}\n").Properties[0].Verdict;

    private static string Units(string units) =>
        string.Join(" and ", units.Split('\n').Select(line => line.Split(' ')[1].TrimEnd(':')));

    private static VerificationResult Verify(string text, VerificationOptions? options = null) =>
        Verifier.Verify(Compile(text), options);

    private static DrillProgram Compile(string text) =>
        Compilation.Create(new SourceText("a.sispam", text + "\n"), UseResult.None).Program
        ?? throw new InvalidOperationException(text);
}
