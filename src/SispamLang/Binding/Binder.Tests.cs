using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>The <c>test</c> blocks of the drill's own file.</summary>
internal sealed partial class Binder
{
    private ImmutableArray<BoundTest> BindTests(BoundDrill drill)
    {
        var tests = ImmutableArray.CreateBuilder<BoundTest>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        _asked = new AskedOf(drill);
        foreach (var syntax in _main.Tree.Root.Declarations.Where(d => d.Kind == Concept.Test))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (tests.Count == MostOfAKind)
            {
                var word = Words.Canonical(Concept.Test, _unit.Dialect);
                Report(DiagnosticCode.TooMany, syntax.Span, Text(MostOfAKind), word);
                break;
            }

            if (syntax.Title is { IsMissing: false } title && !names.Add(title.Value))
            {
                Report(DiagnosticCode.DeclaredTwice, title.Span, "“" + Shorten(title.Value) + "”");
            }

            tests.Add(BindTest(syntax));
        }

        _asked = null;
        return tests.ToImmutable();
    }

    private BoundTest BindTest(DeclarationSyntax syntax)
    {
        PhaseSymbol? start = null;
        var seed = 1L;
        var steps = ImmutableArray.CreateBuilder<BoundTestStep>();
        foreach (var child in syntax.Body?.Children ?? [])
        {
            switch (child)
            {
                case ClauseSyntax { Kind: Concept.StartPhase } clause:
                    if (steps.Count > 0 || start is not null)
                    {
                        Report(DiagnosticCode.StartIsFirst, clause.Span, Quoted(clause));
                    }

                    start = clause.First<PhraseSyntax>() is { } phase ? Resolve<PhaseSymbol>(phase, Term.APhase) : null;
                    break;
                case ClauseSyntax { Kind: Concept.Seed } clause:
                    seed = clause.First<NumberSyntax>()?.Value ?? seed;
                    break;
                case SyntaxBranch step when BindStep(step) is { } bound:
                    steps.Add(bound);
                    break;
            }
        }

        return new BoundTest(_unit, syntax.Title?.Value ?? "", start, seed, steps.ToImmutable(), syntax);
    }

    private BoundTestStep? BindStep(SyntaxBranch step)
    {
        switch (step)
        {
            case ClauseSyntax { Kind: Concept.After } after:
                return after.First<ValueSyntax>() is { } time && BindWithin(time) is { } amount
                    ? new BoundTestPass(amount, step)
                    : null;
            case ClauseSyntax { Kind: Concept.ChanceHolds or Concept.ChanceFails } given:
                return new BoundTestChance(given.Kind == Concept.ChanceHolds, step);
            case ClauseSyntax { Kind: Concept.No } no:
                return new BoundTestExpect(BindHappening(no) with { Count = 1 }, 0, step);
            case ClauseSyntax { Kind: Concept.Phase } phase:
                return phase.First<PhraseSyntax>() is { } name && Resolve<PhaseSymbol>(name, Term.APhase) is { } symbol
                    ? new BoundTestPhase(symbol, step)
                    : null;
            case DeclarationSyntax property:
                return BindExpectation(property);
            case OrderSyntax order:
                return BindRaised(order);
            default:
                return null;
        }
    }

    private BoundTestStep BindExpectation(DeclarationSyntax syntax)
    {
        var property = BindProperty(syntax, null);
        if (property.Share is not null)
        {
            var share = syntax.Clause(Concept.InShare) ?? (SyntaxNode)syntax;
            Report(
                DiagnosticCode.ClauseDoesNotFit,
                share.Span,
                Quoted(share),
                Words.Canonical(Concept.Test, _unit.Dialect)
            );
        }

        var isPlain = property is { Pattern: PropertyPattern.Expect, Within: null, During: null, While: null };
        return isPlain
            ? new BoundTestExpect(
                property.First,
                syntax.Clause(Concept.Times) is null ? null : property.First.Count,
                syntax
            )
            : new BoundTestProperty(property, syntax);
    }

    // What a controller may do, and nothing else: a test looks on at what the drill makes of it.
    private BoundTestRaise? BindRaised(OrderSyntax order)
    {
        var asked = _asked;
        _asked = null; // It is said as in a rule.
        var action = BindOrder(order);
        _asked = asked;
        var times = new BoundAmount(1);
        if (action is BoundRepeat { Every: null, Until: null } repeat)
        {
            (action, times) = (repeat.Action, repeat.Count);
        }

        var isRaised = action switch
        {
            BoundCrowdAction crowd => crowd is { Size: null, Target: null, By: null },
            BoundRaise raise => raise.By is null,
            BoundLeave leave => leave.By is null,
            BoundForEach each => each.Parts.All(p => p.Action is BoundCrowdAction { Size: null, Target: null }),
            _ => false,
        };
        if (action is not null && !isRaised)
        {
            Report(DiagnosticCode.NotForTests, order.Span, Quoted(order));
        }

        return action is null || !isRaised ? null : new BoundTestRaise(action, times, order);
    }
}
