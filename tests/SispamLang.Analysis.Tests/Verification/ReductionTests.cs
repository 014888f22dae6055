using SispamLang.Analysis.Verification;
using SispamLang.Interpreter;
using SispamLang.Programs;
using SispamLang.Text;

namespace SispamLang.Analysis.Tests.Verification;

public class ReductionTests
{
    private const int Drills = 60;
    private const int MostStates = 10_000;

    [Fact]
    public void What_is_left_out_of_states_changes_no_verdict()
    {
        int compared = 0;
        int fewer = 0;
        for (int seed = 1; compared < Drills; seed++)
        {
            if (
                Compilation.Create(new SourceText("small.sispam", SmallDrills.Make(seed)), UseResult.None).Program
                is not { } program
            )
            {
                continue;
            }

            VerificationOptions options = new() { MaxStates = MostStates };
            VerificationResult reduced = Verifier.Verify(program, options);
            VerificationResult whole = Verifier.Verify(program, options with { Reduces = false });
            if (reduced.Obstacle is null && whole.Obstacle is null)
            {
                compared++;
                Assert.Equal(Told(whole), Told(reduced));
                Assert.InRange(reduced.States, 0, whole.States);
                fewer += reduced.States < whole.States ? 1 : 0;
            }
        }

        Assert.InRange(fewer, 1, Drills);
    }

    [Fact]
    public void A_rule_that_nothing_can_trigger_makes_no_states()
    {
        string without = Text("", "2 h");
        string with = Text("  real emergency -> announce \"No play\", pause for 7 s\n", "2 h");

        Assert.Equal(Verify(without).States, Verify(with).States);
        Assert.Equal(Verify(without).StepMs, Verify(with).StepMs);
        Assert.Single(Verify(with).RulesNever);
        Assert.NotEqual(Verify(without).StepMs, Verify(with, new() { HasController = true, MaxStates = 100 }).StepMs);
    }

    [Fact]
    public void A_drill_whose_time_can_t_run_out_has_no_clock_in_its_states()
    {
        VerificationResult reduced = Verify(Text("", "2 h"));
        VerificationResult whole = Verify(Text("", "2 h"), new() { Reduces = false });
        VerificationResult shorter = Verify(Text("", "15 min"));

        Assert.Equal(reduced.States, Verify(Text("", "3 h")).States);
        Assert.InRange(reduced.States, 1, whole.States - 1);
        Assert.Equal(Told(whole), Told(reduced));
        Assert.Contains(Runtime.DrillEndReason.TimeUp, shorter.Endings);
    }

    [Fact]
    public void The_clock_is_in_states_as_long_as_a_rule_that_waits_for_it_can_still_come()
    {
        string text = Text("", "2 h") + "phase C for 5 min: at 09:14 -> crowd calms\n";
        VerificationResult reduced = Verify(text);

        Assert.Equal(Told(Verify(text, new() { Reduces = false })), Told(reduced));
        Assert.Empty(reduced.RulesNever);
        Assert.Equal([2], Verify(text.Replace("09:14", "09:30", StringComparison.Ordinal)).RulesNever);
    }

    [Fact]
    public void A_roll_that_can_bring_nothing_about_makes_no_steps()
    {
        const string text = """
            temper jumpy: escalates every 1 min 50%
            crowd Mob: 100 people, jumpy, gathers anarchic
            crowd Others: 100 people, jumpy
            phase One for 3 min:
              if Others anarchic -> announce "Now"

            """;
        VerificationResult reduced = Verify(text);
        VerificationResult whole = Verify(text, new() { Reduces = false });

        Assert.Equal(whole.States, reduced.States);
        Assert.Equal(whole.Transitions, (2 * reduced.Transitions) - 1);
        Assert.Equal(Told(whole), Told(reduced));
    }

    // What it would put into the queue takes a place there all the same, and may be one too many.
    [Fact]
    public void An_instant_that_is_nearly_too_long_settles_as_it_does_in_runs()
    {
        int both = 0;
        for (int items = 245; items < 257; items++)
        {
            string text = $"""
                temper jumpy: escalates every 1 min 50%
                crowd Mob: 100 people, jumpy, gathers anarchic
                crowd Others: 100 people, jumpy
                counter done: 0..1000
                phase One for 90 s:
                  after 1 min -> {string.Join(", ", Enumerable.Repeat("add 1 to done", items))}
                never done > 999

                """;
            DrillProgram program = Compilation.Create(new SourceText("long.sispam", text), UseResult.None).Program!;
            SortedSet<Runtime.DrillEndReason> endings = [];
            for (ulong seed = 1; seed < 40; seed++)
            {
                DrillInterpreter runner = new(program) { Trace = entry => Note(entry, endings) };
                runner.Start(seed);
                runner.RunToEnd();
            }

            Assert.Equal(endings, Verifier.Verify(program).Endings);
            both += endings.Count > 1 ? 1 : 0;
        }

        Assert.Equal(2, both);
    }

    private static void Note(Runtime.TraceEntry entry, SortedSet<Runtime.DrillEndReason> endings)
    {
        if (entry.Code == Runtime.TraceCode.End)
        {
            endings.Add((Runtime.DrillEndReason)entry.A);
        }
    }

    // Its phases take 20 min at most, and the second one begins at any time.
    private static string Text(string rule, string ends) =>
        $"""
            drill "Early":
              starts 09:00
              ends after {ends}
            event real emergency: when raised
            temper own: escalates every 1..4 min 50%
            crowd Mob: 100 people, own
            phase A for 10 min:
              if anarchic -> next phase
            {rule}phase B for 10 min:
              at start -> crowd calms
            never anarchic during B

            """;

    private static VerificationResult Verify(string text, VerificationOptions? options = null) =>
        Verifier.Verify(
            Compilation.Create(new SourceText("early.sispam", text), UseResult.None).Program!,
            options ?? new VerificationOptions()
        );

    private static string Told(VerificationResult result) =>
        $"{string.Join(", ", result.Properties.Select(p => p.Verdict))}; {string.Join(", ", result.RulesNever)}; "
        + string.Join(", ", result.Endings);
}
