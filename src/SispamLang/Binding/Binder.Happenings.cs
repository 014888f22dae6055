using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>What a phrase says that happens: what crowds and units do, tactics, phases, events.</summary>
internal sealed partial class Binder
{
    private ImmutableArray<BoundEvent>? TryBindEvents(ConditionSyntax syntax) =>
        syntax is PredicateSyntax { Phrase.IsMissing: false } predicate ? TryBindEvents(predicate) : null;

    private ImmutableArray<BoundEvent>? TryBindEvents(PredicateSyntax syntax)
    {
        if (syntax.Comparison is not null || syntax.Clause(Concept.At) is not null)
        {
            return null;
        }

        var first = syntax.Phrase.FirstToken;
        var end = syntax.Phrase.EndToken;
        if (TryResolve<EventSymbol>(first, end) is { } declared)
        {
            return [new BoundEvent(SignalKind.EventHappens, declared, null, BindBy(syntax), syntax)];
        }

        if (TryBindCrowdEvent(syntax, first, end) is { } crowdEvents)
        {
            return crowdEvents;
        }

        var happening = WordAtEnd(first, end, WordPosition.Happening, out var start);
        if (start > first)
        {
            if (TryBindHappening(syntax, happening, first, start) is { } events)
            {
                TakeWord(happening, start, end);
                return events;
            }
        }

        return TryBindOrder(syntax, first, end);
    }

    private ImmutableArray<BoundEvent>? TryBindCrowdEvent(PredicateSyntax syntax, int first, int end)
    {
        var concept = WordAtEnd(first, end, WordPosition.CrowdEvent, out var start);
        if (SignalOf(concept) is not { } kind || start == first || ReadCrowd(first, start) is not { } reference)
        {
            return null;
        }

        TakeWord(concept, start, end);
        if (reference.IsEach)
        {
            return OfEachCrowd(kind, syntax);
        }

        return TheCrowd(reference, syntax) is { } single ? [new BoundEvent(kind, single, null, null, syntax)] : [];
    }

    private ImmutableArray<BoundEvent> OfEachCrowd(SignalKind kind, PredicateSyntax syntax) =>
        [.. _crowds.Select(crowd => new BoundEvent(kind, crowd, null, null, syntax))];

    private ImmutableArray<BoundEvent>? TryBindHappening(PredicateSyntax syntax, Concept happening, int first, int end)
    {
        switch (happening)
        {
            case Concept.Arrives when TryResolve<FormationSymbol>(first, end) is { } formation:
                return [new BoundEvent(SignalKind.FormationArrives, formation, null, null, syntax)];
            case Concept.Arrives:
                return Resolve<UnitSymbol>(first, end, Term.AUnitOrFormation, syntax) is { } unit
                    ? [new BoundEvent(SignalKind.UnitArrives, unit, null, null, syntax)]
                    : [];
            case Concept.Changes when TryResolve<CounterSymbol>(first, end) is { } counter:
                return [new BoundEvent(SignalKind.CounterChanges, counter, null, null, syntax)];
            case Concept.TakesControl:
                return Resolve<RoleSymbol>(first, end, Term.ARole, syntax) is { } role
                    ? [new BoundEvent(SignalKind.ControlTaken, role, null, null, syntax)]
                    : [];
            case Concept.Ends when ReadActivity(first, end, syntax) is { } activity:
                return [new BoundEvent(SignalKind.ActivityEnds, null, activity, BindBy(syntax), syntax)];
            default:
                return null;
        }
    }

    // deploy X, withdraw X, water cannon, lapis ganti A to B
    private ImmutableArray<BoundEvent>? TryBindOrder(PredicateSyntax syntax, int first, int end)
    {
        var verb = WordAtStart(first, end, WordPosition.Verb, out var next);
        if (verb is Concept.Deploy or Concept.Withdraw)
        {
            TakeWord(verb, first, next);
            var kind = verb == Concept.Deploy ? SignalKind.UnitDeployed : SignalKind.UnitWithdrawn;
            return OfEachUnit(kind, ResolveUnits(next, end, syntax.Phrase), syntax);
        }

        // Under way it is a state, which the caller tries next.
        return
            WordAtEnd(first, end, WordPosition.State, out _) != Concept.UnderWay
            && ReadActivity(first, end, syntax) is { } activity
            ? [new BoundEvent(SignalKind.ActivityStarts, null, activity, BindBy(syntax), syntax)]
            : null;
    }

    private ImmutableArray<BoundEvent> OfEachUnit(
        SignalKind kind,
        ImmutableArray<UnitSymbol> units,
        PredicateSyntax syntax
    )
    {
        var by = BindBy(syntax);
        return [.. units.Select(unit => new BoundEvent(kind, unit, null, by, syntax))];
    }
}
