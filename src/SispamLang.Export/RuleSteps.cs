using System.Collections.Immutable;
using SispamLang.Binding;

namespace SispamLang.Export;

/// <summary>One thing that a rule has done, wherever in the rule it stands.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Number">The rule's number in the drill.</param>
/// <param name="Text">What is done, in a sentence.</param>
/// <param name="Action">What is done.</param>
/// <param name="Under">The branches it stands in, the outermost first.</param>
internal sealed record RuleStep(BoundRule Rule, int Number, string Text, BoundAction Action, ImmutableArray<Step> Under)
{
    /// <summary>The role that orders it, or null.</summary>
    public RoleSymbol? By =>
        Action switch
        {
            BoundDeploy deploy => deploy.By,
            BoundWithdraw withdraw => withdraw.By,
            BoundHandOver handOver => handOver.By,
            BoundTactic tactic => tactic.By,
            BoundAnnounce announce => announce.By,
            BoundCrowdAction crowd => crowd.By,
            BoundRaise raise => raise.By,
            BoundLeave leave => leave.By,
            BoundStop stop => stop.By,
            BoundPause pause => pause.By,
            _ => null,
        };
}

/// <summary>All that the rules of a drill have done.</summary>
internal static class RuleSteps
{
    /// <summary>In source order, without the heads of branches.</summary>
    public static IReadOnlyList<RuleStep> Of(DrillPaper paper) =>
        [.. paper.Drill.Rules.SelectMany((rule, i) => Flat(rule, i, paper.Prose.Steps(rule.Body), []))];

    private static IEnumerable<RuleStep> Flat(
        BoundRule rule,
        int number,
        ImmutableArray<Step> steps,
        ImmutableArray<Step> under
    ) =>
        steps.SelectMany(step =>
            (
                step.Under.IsEmpty
                    ? [new RuleStep(rule, number, step.Text, step.Action, under)]
                    : Flat(rule, number, step.Under, under.Add(step))
            ).Concat(step.Otherwise is { } rest ? Flat(rule, number, rest.Under, under.Add(rest)) : [])
        );
}
