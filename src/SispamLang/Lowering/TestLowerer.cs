using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Programs;
using SispamLang.Syntax;

namespace SispamLang.Lowering;

/// <summary>Turns tests into steps on numbers.</summary>
internal sealed class TestLowerer(
    BoundDrill drill,
    Numbering numbers,
    SiteTable sites,
    RuleLowerer rules,
    ImmutableArray<OutsideEventSpec> outside
)
{
    public ImmutableArray<TestSpec> Lower() => [.. drill.Tests.Select(Lower)];

    private TestSpec Lower(BoundTest test) =>
        new(
            test.Name,
            test.Start is null ? 0 : numbers[test.Start],
            (ulong)test.Seed,
            [.. test.Steps.Select(step => Lower(test, step))],
            sites.Of(test.Source, (test.Syntax.Title ?? (SyntaxNode)test.Syntax).Span)
        );

    private TestStep Lower(BoundTest test, BoundTestStep step)
    {
        var site = sites.Of(test.Source, step.Syntax.Span);
        var text = string.Join(" ", step.Syntax.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return step switch
        {
            BoundTestRaise raise => new RaiseStep([.. Raised(raise.Action)], numbers.Amount(raise.Times), text, site),
            BoundTestPass pass => new PassStep(numbers.Amount(pass.Time), text, site),
            BoundTestChance chance => new ChanceStep(chance.Holds, text, site),
            BoundTestExpect expect => new ExpectStep(
                rules.Lower(expect.What, test.Source),
                expect.Exactly ?? -1,
                text,
                site
            ),
            BoundTestPhase phase => new PhaseStep(numbers[phase.Phase], text, site),
            BoundTestProperty property => new PropertyStep(rules.Lower(property.Property), text, site),
            _ => throw new InvalidOperationException("No step " + step.GetType().Name + "."),
        };
    }

    private IEnumerable<int> Raised(BoundAction action) =>
        action switch
        {
            BoundForEach each => each.Parts.SelectMany(part => Raised(part.Action)),
            BoundCrowdAction crowd => [NumberOf(KindOf(crowd.Kind), numbers[crowd.Crowd])],
            BoundRaise raise => [NumberOf(OutsideKind.EventHappens, numbers[raise.Event])],
            BoundLeave { Kind: LeaveKind.NextPhase } => [NumberOf(OutsideKind.NextPhase, -1)],
            BoundLeave { Kind: LeaveKind.EndDrill } => [NumberOf(OutsideKind.EndDrill, -1)],
            BoundLeave leave => [NumberOf(OutsideKind.GoTo, numbers.OrNone(leave.Phase))],
            _ => throw new InvalidOperationException("No event " + action.GetType().Name + "."),
        };

    private int NumberOf(OutsideKind kind, int subject)
    {
        for (var i = 0; i < outside.Length; i++)
        {
            if (outside[i].Kind == kind && outside[i].Subject == subject)
            {
                return i;
            }
        }

        throw new InvalidOperationException("No outside event " + kind + ".");
    }

    private static OutsideKind KindOf(SignalKind kind) =>
        kind switch
        {
            SignalKind.CrowdGathers => OutsideKind.CrowdGathers,
            SignalKind.CrowdEscalates => OutsideKind.CrowdEscalates,
            SignalKind.CrowdCalms => OutsideKind.CrowdCalms,
            SignalKind.CrowdGrows => OutsideKind.CrowdGrows,
            SignalKind.CrowdThrows => OutsideKind.CrowdThrows,
            _ => OutsideKind.CrowdDisperses,
        };
}
