using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>What a phrase says that holds: moods, sizes, the situation, the threat, where units are, who is in control.</summary>
internal sealed partial class Binder
{
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
