using SispamLang.Analysis.Verification;
using SispamLang.Runtime;
using SispamLang.Text;

namespace SispamLang.Analysis.Tests.Verification;

public class WayBackTests
{
    private const string Temper = "temper jumpy: escalates every 2..3 min 60%\ncrowd Massa: 100 people, jumpy\n";
    private const string Cannon = "tactic cannon: force 5, lasts 1 min, crowd disperses 50%\n";

    [Fact]
    public void Where_a_tactic_is_tried_again_and_again_there_is_always_a_way_back() =>
        Assert.Equal(
            Verdict.Proved,
            Find($"{Temper}{Cannon}phase A for 30 min: every 1 min while not calm -> cannon").Verdict
        );

    [Fact]
    public void Where_it_is_tried_once_there_is_none_after_it_has_failed()
    {
        WayBackResult result = Find($"{Temper}{Cannon}phase A for 30 min: if anarchic -> cannon");

        Assert.Equal(Verdict.Refuted, result.Verdict);
        Assert.Contains(result.Course, entry => entry.Code == TraceCode.ActivityEnds);
        Assert.DoesNotContain(result.Course, entry => entry.Code == TraceCode.CrowdDisperses);
        Assert.True(result.Course[^1].TimeMs < 30 * 60_000);
    }

    [Fact]
    public void Where_nothing_calms_a_crowd_its_first_escalation_has_no_way_back()
    {
        WayBackResult result = Find($"{Temper}phase A for 30 min: at start -> announce \"Go\"");

        Assert.Equal(Verdict.Refuted, result.Verdict);
        Assert.Single(result.Course, entry => entry.Code == TraceCode.CrowdEscalates);
    }

    [Fact]
    public void A_later_phase_can_be_the_way_back() =>
        Assert.Equal(
            Verdict.Proved,
            Find(
                $"{Temper}phase A for 9 min: at start -> announce \"Go\"\nphase B for 1 min: at start -> crowd disperses"
            ).Verdict
        );

    [Fact]
    public void That_the_time_is_up_is_no_want_of_a_way_back() =>
        Assert.Equal(
            Verdict.Proved,
            Find($"{Temper}phase A for 3 min: every 20 min while not calm -> crowd disperses").Verdict
        );

    [Fact]
    public void What_no_run_comes_to_in_its_time_is_not_reported() =>
        Assert.Equal(
            Verdict.Coincidence,
            Find(
                "crowd Massa: 100 people, scripted\nphase A for 3 min: after 9 min -> crowd escalates; crowd gathers -> announce \"Go\""
            ).Verdict
        );

    [Fact]
    public void A_peaceful_end_is_a_way_back() =>
        Assert.Equal(
            Verdict.Proved,
            Find($"{Temper}phase A: if anarchic -> crowd disperses, end drill\n  until crowd disperses").Verdict
        );

    [Theory]
    [InlineData("if tense -> pause for 1 min")]
    [InlineData("at 09:05 -> crowd calms")]
    public void It_is_not_looked_for_where_the_clock_matters(string rule) =>
        Assert.Equal(
            Verdict.NotVerifiable,
            Find($"drill \"A\": starts 09:00\n{Temper}phase A for 3 min\nphase B for 30 min: {rule}").Verdict
        );

    [Theory]
    [InlineData("event real emergency: when raised", "real emergency -> pause for 1 min")]
    [InlineData("event rain: when raised", "at 09:05 -> crowd disperses")]
    public void It_is_looked_for_where_nobody_can_order_the_pause_or_the_clock_rule_s_phase_comes_first(
        string declaration,
        string rule
    ) =>
        Assert.NotEqual(
            Verdict.NotVerifiable,
            Find($"drill \"A\": starts 09:00\n{declaration}\n{Temper}phase A for 30 min: {rule}").Verdict
        );

    [Fact]
    public void A_limit_leaves_it_undecided() =>
        Assert.Equal(
            Verdict.Undecided,
            Find($"{Temper}{Cannon}phase A for 30 min: if anarchic -> cannon", new() { MaxStates = 3 }).Verdict
        );

    private static WayBackResult Find(string text, VerificationOptions? options = null) =>
        Verifier.FindWayBack(
            Compilation.Create(new SourceText("a.sispam", text + "\n"), UseResult.None) is { Program: { } program }
                ? program
                : throw new InvalidOperationException(text),
            options
        );
}
