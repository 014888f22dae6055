using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>Conditions, events to wait for, and what may be either.</summary>
internal sealed partial class Binder
{
    private BoundCondition BindCondition(ConditionSyntax syntax)
    {
        switch (syntax)
        {
            case NotConditionSyntax not:
                return new BoundNot(BindCondition(not.Operand));
            case JoinedConditionSyntax joined:
                return new BoundJoined(joined.Joint == Concept.And, BindParts(joined));
            default:
                var predicate = (PredicateSyntax)syntax;
                if (predicate.Phrase.IsMissing)
                {
                    return new BoundErrorCondition();
                }

                if (_asked is not null && TryBindAskedState(predicate) is { } asked)
                {
                    return asked;
                }

                if (TryBindState(predicate) is { } condition)
                {
                    return condition;
                }

                if (TryBindEvents(predicate) is not null)
                {
                    Report(DiagnosticCode.ConditionWanted, predicate.Span, Quoted(predicate));
                }
                else
                {
                    ReportUnknownPredicate(predicate);
                }

                return new BoundErrorCondition();
        }
    }

    private ImmutableArray<BoundCondition> BindParts(JoinedConditionSyntax joined)
    {
        var parts = _conditions.Rent();
        foreach (var child in joined.Children)
        {
            if (child is ConditionSyntax part)
            {
                parts.Add(BindCondition(part));
            }
        }

        return _conditions.Finish(parts);
    }

    /// <summary>Events joined by <c>or</c>.</summary>
    private ImmutableArray<BoundEvent> BindEvents(ConditionSyntax syntax)
    {
        if (syntax is JoinedConditionSyntax { Joint: Concept.Or } joined)
        {
            return [.. joined.Parts.SelectMany(part => BindEvents(part))];
        }

        if (syntax is not PredicateSyntax predicate)
        {
            Report(DiagnosticCode.EventWanted, syntax.Span, Quoted(syntax));
            return [];
        }

        if (predicate.Phrase.IsMissing)
        {
            return [];
        }

        if (TryBindEvents(predicate) is { } events)
        {
            return events;
        }

        if (TryBindState(predicate) is not null)
        {
            Report(DiagnosticCode.EventWanted, predicate.Span, Quoted(predicate));
        }
        else
        {
            ReportUnknownPredicate(predicate);
        }

        return [];
    }

    /// <summary>What ends a wait: parts joined by <c>or</c> may be events.</summary>
    private BoundUntil BindUntil(ConditionSyntax syntax)
    {
        if (syntax is not JoinedConditionSyntax { Joint: Concept.Or } joined)
        {
            return TryBindEvents(syntax) is { } single
                ? new BoundUntil(single, null, syntax)
                : new BoundUntil([], BindCondition(syntax), syntax);
        }

        var events = ImmutableArray.CreateBuilder<BoundEvent>();
        var conditions = ImmutableArray.CreateBuilder<BoundCondition>();
        foreach (var part in joined.Parts)
        {
            if (TryBindEvents(part) is { } happening)
            {
                events.AddRange(happening);
            }
            else
            {
                conditions.Add(BindCondition(part));
            }
        }

        BoundCondition? condition = conditions.Count switch
        {
            0 => null,
            1 => conditions[0],
            _ => new BoundJoined(false, conditions.ToImmutable()),
        };
        return new BoundUntil(events.ToImmutable(), condition, syntax);
    }

    private void ReportUnknownPredicate(PredicateSyntax predicate)
    {
        var phrase = predicate.Phrase.ToString();
        var names = Visible<Symbol>()
            .Where(s => s is EventSymbol or TacticSymbol or CounterSymbol)
            .Select(s => s.Name)
            .Concat(Words.FormsOf(WordPosition.State).Where(f => f.Dialect == _unit.Dialect).Select(f => f.Text))
            .Where(name => !name.Equals(phrase, StringComparison.OrdinalIgnoreCase));
        var nearest = Nearest.To(phrase, names) ?? NearestLastWords(predicate.Phrase);
        _unit.Diagnostics.Add(
            new Diagnostic(
                DiagnosticCode.UnknownCondition,
                _unit.Tree.Text,
                predicate.Span,
                [Quoted(predicate), Nearest.InQuotes(nearest)],
                []
            )
            {
                Suggestion = nearest,
                SuggestionSpan = predicate.Phrase.Span,
            }
        );
    }

    // crowd escalate: the start is right, the words at the end are nearly. If they are quite right, the fault is elsewhere.
    private string? NearestLastWords(PhraseSyntax phrase)
    {
        WordPosition[] positions = [WordPosition.CrowdEvent, WordPosition.Happening, WordPosition.State];
        if (positions.Any(p => WordAtEnd(phrase.FirstToken, phrase.EndToken, p, out _) != Concept.None))
        {
            return null;
        }

        var forms = positions.SelectMany(p => Words.FormsOf(p)).Where(f => f.Dialect == _unit.Dialect).ToList();
        for (var start = phrase.EndToken - 1; start > phrase.FirstToken; start--)
        {
            var words = forms.Where(f => f.Words.Length == phrase.EndToken - start).Select(f => f.Text);
            if (Nearest.To(NameTable.NameOf(Tokens, start, phrase.EndToken), words) is { } nearest)
            {
                return NameTable.NameOf(Tokens, phrase.FirstToken, start) + " " + nearest;
            }
        }

        return null;
    }

    // ---- Events -----------------------------------------------------------------------------------------------------

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

    // ---- States -----------------------------------------------------------------------------------------------------

    private BoundCondition? TryBindState(PredicateSyntax syntax)
    {
        var first = syntax.Phrase.FirstToken;
        var end = syntax.Phrase.EndToken;
        if (syntax.Comparison is { } comparison)
        {
            return TryBindComparison(syntax, Comparison(comparison.Kind), first, end);
        }

        if (syntax.Clause(Concept.At)?.First<PhraseSyntax>() is { } place)
        {
            var units = ResolveUnits(syntax.Phrase);
            return Resolve<PlaceSymbol>(place, Term.APlace) is { } at && !units.IsEmpty
                ? new BoundPlacement(units, Placement.AtPlace, at)
                : new BoundErrorCondition();
        }

        var state = WordAtEnd(first, end, WordPosition.State, out var start);
        if (state == Concept.None)
        {
            return null;
        }

        var condition = TryBindState(syntax, state, first, start);
        if (condition is not null)
        {
            TakeWord(state, start, end);
        }

        return condition;
    }

    private BoundCondition? TryBindState(PredicateSyntax syntax, Concept state, int first, int end)
    {
        switch (state)
        {
            case Concept.OnTheWay:
                return TryUnits(first, end) is { } moving ? new BoundPlacement(moving, Placement.OnTheWay, null) : null;
            case Concept.Back:
                return TryUnits(first, end) is { } back ? new BoundPlacement(back, Placement.Back, null) : null;
            case Concept.UnderWay:
                return first < end && ReadActivity(first, end, syntax) is { } activity
                    ? new BoundUnderWay(activity)
                    : null;
            case Concept.InControl:
                return TryResolve<RoleSymbol>(first, end) is { } role ? new BoundInControl(role) : null;
        }

        if (ReadCrowd(first, end) is not { } reference)
        {
            return null;
        }

        if (MoodOf(state) is null && first == end)
        {
            return OfCrowd(state, null); // The drill's situation or threat.
        }

        if (reference.IsEach)
        {
            return OfEachCrowd(state);
        }

        return TheCrowd(reference, syntax) is { } single ? OfCrowd(state, single) : new BoundErrorCondition();
    }

    private BoundEachCrowd OfEachCrowd(Concept state) =>
        new([.. _crowds.Select(crowd => (crowd, OfCrowd(state, crowd)))]);

    private static BoundCondition OfCrowd(Concept state, CrowdSymbol? crowd) =>
        state switch
        {
            Concept.Green => new BoundSituation(crowd, Situation.Green),
            Concept.Yellow => new BoundSituation(crowd, Situation.Yellow),
            Concept.Red => new BoundSituation(crowd, Situation.Red),
            Concept.NoThreat => new BoundThreat(crowd, Programs.Comparison.Equal, Threat.None),
            Concept.Passive => new BoundThreat(crowd, Programs.Comparison.Equal, Threat.Passive),
            Concept.Active => new BoundThreat(crowd, Programs.Comparison.Equal, Threat.Active),
            Concept.Aggressive => new BoundThreat(crowd, Programs.Comparison.Equal, Threat.Aggressive),
            Concept.LifeThreatening => new BoundThreat(crowd, Programs.Comparison.Equal, Threat.LifeThreatening),
            _ => crowd is not null && MoodOf(state) is { } mood
                ? new BoundMood(crowd, mood)
                : new BoundErrorCondition(),
        };

    private BoundCondition? TryBindComparison(PredicateSyntax syntax, Comparison comparison, int first, int end)
    {
        if (syntax.Value is not { } value)
        {
            return new BoundErrorCondition();
        }

        if (TryResolve<CounterSymbol>(first, end) is { } counter)
        {
            return new BoundCount(counter, comparison, BindNumber(value, 0, 1_000_000_000));
        }

        if (WordAtEnd(first, end, WordPosition.Measure, out var measure) == Concept.ThreatLevel)
        {
            return TryBindThreat(syntax, value, comparison, first, measure);
        }

        if (ReadCrowd(first, end) is { } reference)
        {
            var size = BindNumber(value, 0, MostPeople);
            if (reference.IsEach)
            {
                return OfEachCrowd(comparison, size);
            }

            return TheCrowd(reference, syntax) is { } crowd
                ? new BoundSize(crowd, comparison, size)
                : new BoundErrorCondition();
        }

        Resolve<CounterSymbol>(first, end, Term.ACounter, syntax);
        return new BoundErrorCondition();
    }

    private BoundEachCrowd OfEachCrowd(Comparison comparison, BoundAmount size) =>
        new([.. _crowds.Select(crowd => (crowd, (BoundCondition)new BoundSize(crowd, comparison, size)))]);

    // threat >= active, Massa threat >= active
    private BoundCondition? TryBindThreat(
        PredicateSyntax syntax,
        ValueSyntax level,
        Comparison comparison,
        int first,
        int end
    )
    {
        if (ReadCrowd(first, end) is not { } reference)
        {
            return null;
        }

        if (level.IsMissing)
        {
            return new BoundErrorCondition(); // The parser has reported it.
        }

        var state = WordAtStart(level.FirstToken, level.EndToken, WordPosition.State, out var next);
        if (next != level.EndToken || OfCrowd(state, null) is not BoundThreat threat)
        {
            Report(DiagnosticCode.WrongSortOfValue, level.Span, Quoted(level), Term.AThreat);
            return new BoundErrorCondition();
        }

        TakeWord(Concept.ThreatLevel, end, syntax.Phrase.EndToken);
        TakeWord(state, level.FirstToken, next);
        if (first == end)
        {
            return new BoundThreat(null, comparison, threat.Threat);
        }

        if (reference.IsEach)
        {
            return new BoundEachCrowd([
                .. _crowds.Select(c => (c, (BoundCondition)new BoundThreat(c, comparison, threat.Threat))),
            ]);
        }

        return TheCrowd(reference, syntax) is { } crowd
            ? new BoundThreat(crowd, comparison, threat.Threat)
            : new BoundErrorCondition();
    }

    private static Comparison Comparison(TokenKind kind) =>
        kind switch
        {
            TokenKind.Equal => Programs.Comparison.Equal,
            TokenKind.NotEqual => Programs.Comparison.NotEqual,
            TokenKind.Less => Programs.Comparison.Less,
            TokenKind.LessOrEqual => Programs.Comparison.LessOrEqual,
            TokenKind.Greater => Programs.Comparison.Greater,
            _ => Programs.Comparison.GreaterOrEqual,
        };
}
