using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>Conditions as they are joined, events to wait for, and what may be either.</summary>
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
}
