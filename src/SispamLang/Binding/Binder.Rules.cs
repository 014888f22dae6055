using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>Phases and rules.</summary>
internal sealed partial class Binder
{
    private const int MostRules = 10_000;

    private void BindRules()
    {
        var phases = InOrder<PhaseSymbol>(_unit).ToDictionary(phase => phase.Declaration);
        foreach (var declaration in _unit.Tree.Root.Declarations)
        {
            if (declaration.Kind == Concept.Throughout && _unit.Kind != SourceUnitKind.Prelude)
            {
                BindRules(declaration, null);
            }
            else if (_unit.Kind == SourceUnitKind.Main && phases.TryGetValue(declaration, out var phase))
            {
                BindPhase(declaration, phase);
            }
        }
    }

    private void BindPhase(DeclarationSyntax declaration, PhaseSymbol phase)
    {
        if (declaration.Clause(Concept.For)?.First<ValueSyntax>() is { } length)
        {
            phase.For = BindSpan(length);
        }

        var body = declaration.Body;
        var risks = ImmutableArray.CreateBuilder<(PlaceSymbol, Risk)>();
        foreach (var child in body?.Children ?? default)
        {
            if (child is not ClauseSyntax clause)
            {
                continue;
            }

            if (clause.Kind == Concept.Until && clause.First<ConditionSyntax>() is { } condition)
            {
                var until = BindUntil(condition);
                phase.Until = phase.Until is { } earlier ? Either(earlier, until) : until;
            }
            else if (clause.Kind == Concept.Risk && clause.First<PhraseSyntax>() is { IsMissing: false } phrase)
            {
                if (BindPlaceRisk(phrase) is { } risk)
                {
                    risks.Add(risk);
                }
            }
        }

        phase.Risks = risks.ToImmutable();
        BindRules(declaration, phase);
    }

    private static BoundUntil Either(BoundUntil a, BoundUntil b)
    {
        var condition =
            a.Condition is null ? b.Condition
            : b.Condition is null ? a.Condition
            : new BoundJoined(false, [a.Condition, b.Condition]);
        return new BoundUntil(a.Events.AddRange(b.Events), condition, a.Syntax);
    }

    // risk KPU high: a place, then a level.
    private (PlaceSymbol, Risk)? BindPlaceRisk(PhraseSyntax phrase)
    {
        if (WordAtEnd(phrase.FirstToken, phrase.EndToken, WordPosition.RiskLevel, out var start) == Concept.None)
        {
            BindRisk(phrase.EndToken - 1, phrase.EndToken);
            return null;
        }

        var place = Resolve<PlaceSymbol>(phrase.FirstToken, start, Term.APlace, phrase);
        return BindRisk(start, phrase.EndToken) is { } risk && place is not null ? (place, risk) : null;
    }

    private void BindRules(DeclarationSyntax declaration, PhaseSymbol? phase)
    {
        foreach (var child in declaration.Body?.Children ?? default)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (child is not RuleSyntax syntax)
            {
                continue;
            }

            if (_rules.Count == MostRules)
            {
                if (!_reportedRules)
                {
                    _reportedRules = true;
                    Report(DiagnosticCode.TooMany, syntax.Span, Text(MostRules), Shorten(syntax.Trigger.ToOneLine()));
                }

                return;
            }

            if (syntax.Body is null)
            {
                continue; // The parser has said that it is no rule.
            }

            var trigger = BindTrigger(syntax.Trigger);
            var guard = syntax.Guard?.First<ConditionSyntax>() is { } condition ? BindCondition(condition) : null;
            var body = BindBlock(syntax.Body);
            if (trigger is not null)
            {
                _rules.Add(new BoundRule(_unit, phase, trigger, guard, body, syntax));
            }

            if (trigger is BoundMomentTrigger { IsEnd: true })
            {
                foreach (var action in body.Where(TakesTime))
                {
                    Report(DiagnosticCode.TakesTimeAtEnd, action.Syntax.Span, Quoted(action.Syntax));
                }
            }
        }
    }

    private BoundTrigger? BindTrigger(SyntaxNode syntax)
    {
        if (syntax is ConditionSyntax events)
        {
            return BindEvents(events) is { IsEmpty: false } bound ? new BoundEventTrigger(bound) : null;
        }

        var clause = (ClauseSyntax)syntax;
        switch (clause.Kind)
        {
            case Concept.AtStart or Concept.AtEnd:
                return new BoundMomentTrigger(clause.Kind == Concept.AtEnd);
            case Concept.If when clause.First<ConditionSyntax>() is { } condition:
                return new BoundRiseTrigger(BindCondition(condition));
            case Concept.After when clause.First<ValueSyntax>() is { } delay:
                return new BoundAfterTrigger(BindSpan(delay));
            case Concept.Every when clause.First<ValueSyntax>() is { } period:
                var during = clause.Clause(Concept.While)?.First<ConditionSyntax>();
                return new BoundEveryTrigger(BindSpan(period), during is null ? null : BindCondition(during));
            case Concept.At when clause.First<ClockSyntax>() is { } clock:
                NeedStart(clock);
                return new BoundClockTrigger(clock.Ms);
            default:
                return null;
        }
    }

    private ImmutableArray<BoundAction> BindBlock(BlockSyntax? block)
    {
        if (block is null)
        {
            return [];
        }

        var actions = _actions.Rent();
        foreach (var child in block.Children)
        {
            var action = child switch
            {
                OrderSyntax order => BindOrder(order),
                BranchSyntax branch => BindBranch(branch),
                _ => null,
            };
            if (action is not null)
            {
                actions.Add(action);
            }
        }

        return _actions.Finish(actions);
    }

    private BoundAction? BindBranch(BranchSyntax branch)
    {
        var body = BindBlock(branch.Body);
        var otherwise = BindBlock(branch.Otherwise?.Body);
        if (branch.Head is ClauseSyntax { Kind: Concept.If } @if)
        {
            return @if.First<ConditionSyntax>() is { } condition
                ? new BoundIf(BindCondition(condition), body, otherwise, branch.Head)
                : null;
        }

        if (branch.Head is ClauseSyntax chance)
        {
            return chance.First<ValueSyntax>() is { } percentage
                ? new BoundChance(BindPercentage(percentage), body, otherwise, branch.Head)
                : null;
        }

        var head = (OrderSyntax)branch.Head;
        if (BindOrder(head) is BoundWaitUntil { UpTo: not null } wait)
        {
            return wait with { Body = body, Otherwise = otherwise };
        }

        if (branch.Body is { } block)
        {
            // Only a wait with a limit can have a block.
            Report(DiagnosticCode.ClauseDoesNotFit, block.Children[0].Span, "“:”", Quoted(head));
        }

        return null;
    }

    internal static bool TakesTime(BoundAction action) =>
        action switch
        {
            BoundWait or BoundWaitUntil or BoundHandOver or BoundPause => true,
            BoundTactic tactic => (tactic.For ?? tactic.Tactic.Lasts) is not null,
            BoundRepeat repeat => repeat.Every is not null || TakesTime(repeat.Action),
            BoundIf branch => branch.Body.Concat(branch.Otherwise).Any(TakesTime),
            BoundChance branch => branch.Body.Concat(branch.Otherwise).Any(TakesTime),
            BoundForEach each => each.Parts.Any(part => TakesTime(part.Action)),
            _ => false,
        };
}
