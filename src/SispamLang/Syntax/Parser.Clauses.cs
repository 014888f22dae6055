using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Text;

namespace SispamLang.Syntax;

/// <summary>The clauses of declarations.</summary>
internal sealed partial class Parser
{
    // The words that can start a clause, longer ones first where one begins with another.
    private static readonly Dictionary<Concept, Concept[]> ClauseStarts = new()
    {
        [Concept.Place] = [Concept.Risk],
        [Concept.Unit] = [Concept.ReadyIn, Concept.OnStandby, Concept.As, Concept.With],
        [Concept.Formation] = [],
        [Concept.Role] = [],
        [Concept.Crowd] =
        [
            Concept.GrowsTo,
            Concept.PlayedBy,
            Concept.Gathers,
            Concept.LifeThreateningClause,
            Concept.At,
            Concept.From,
        ],
        [Concept.Temper] =
        [
            Concept.EscalatesEvery,
            Concept.ThrowsEvery,
            Concept.GathersAfter,
            Concept.LeavesWhen,
            Concept.Calms,
        ],
        [Concept.Tactic] = [Concept.Force, Concept.Uses, Concept.Lasts, Concept.As],
        [Concept.Event] = [Concept.WhenRaised, Concept.LifeThreateningClause, Concept.At],
        [Concept.Counter] = [],
    };

    private ClauseSyntax ParseClause(Concept owner)
    {
        if (owner == Concept.Counter)
        {
            return ParseCounterRange();
        }

        foreach (var concept in ClauseStarts[owner])
        {
            if (TryKeyword(concept) is { } keyword)
            {
                return ParseClauseOf(owner, keyword);
            }
        }

        if (owner == Concept.Event && (At(TokenKind.Number) || AtPhrase))
        {
            var percentage = ParseChance();
            if (TryKeyword(Concept.Every) is { } every)
            {
                return Clause(Concept.Every, percentage, every, ParseDuration());
            }

            Expected(Words.Canonical(Concept.Every, _dialect ?? Dialect.English));
            return Clause(Concept.Every, percentage);
        }

        if (At(TokenKind.Number) && owner is Concept.Unit or Concept.Crowd)
        {
            return ParseStrength();
        }

        if (AtPhrase && owner is Concept.Crowd or Concept.Formation or Concept.Tactic)
        {
            if (owner != Concept.Tactic)
            {
                return Clause(Concept.None, ParsePhrase(owner == Concept.Crowd ? Term.ATemper : Term.AUnit));
            }

            // A longer phrase ends in the name of a param: crowd disperses Hope.
            var effect = ParseMixedPhrase(Term.AnEffect);
            return At(TokenKind.Number) || effect.WordCount < 3
                ? Clause(Concept.None, effect, ParsePercentage())
                : Clause(Concept.None, effect);
        }

        ExpectedAt(_position)?.NoteClause(owner);
        ReportUnknownClause(WordPosition.Clause, owner);
        return Clause(Concept.None, SkipTo(TokenKind.Comma) ?? Nothing());
    }

    private void ReportUnknownClause(WordPosition position, Concept owner)
    {
        var dialect = _dialect ?? Dialect.English;
        var candidates =
            position == WordPosition.DrillItem
                ? Words.FormsOf(position).Where(f => f.Dialect == dialect).Select(f => f.Text)
                : ClauseStarts[owner].Select(c => Words.Canonical(c, dialect));
        var span = FoundSpan;
        var nearest = _diagnostics.IsFull ? null : NearestClause(candidates, ref span);
        if (!TakeErrorHere())
        {
            return;
        }

        _diagnostics.Add(
            new Diagnostic(
                DiagnosticCode.UnknownClause,
                _tokens.Text,
                FoundSpan,
                [
                    Found,
                    Words.Canonical(owner, dialect),
                    string.Join(", ", candidates.Distinct(StringComparer.Ordinal)),
                ],
                []
            )
            {
                Suggestion = nearest,
                SuggestionSpan = span,
            }
        );
    }

    // Each of them beside as many words of the line as it has itself.
    private string? NearestClause(IEnumerable<string> candidates, ref TextSpan span)
    {
        foreach (var sameLength in candidates.GroupBy(text => text.Split(' ').Length).OrderByDescending(g => g.Key))
        {
            var end = _position;
            while (end < _position + sameLength.Key && !EndsLine(end))
            {
                end++;
            }

            if (end == _position + sameLength.Key)
            {
                var words = TextSpan.FromBounds(Current.Start, _tokens[end - 1].End);
                if (Nearest.To(_tokens.Text.ToString(words), sameLength) is { } nearest)
                {
                    span = words;
                    return nearest;
                }
            }
        }

        return null;
    }

    private ClauseSyntax ParseClauseOf(Concept owner, KeywordSyntax keyword)
    {
        switch (keyword.Concept)
        {
            case Concept.OnStandby or Concept.LifeThreateningClause or Concept.WhenRaised:
                return Clause(keyword.Concept, keyword);
            case Concept.With:
                return ParseKit(keyword);
            case Concept.ReadyIn or Concept.Lasts or Concept.GathersAfter:
                return Clause(keyword, ParseDuration());
            case Concept.Force:
                return Clause(keyword, ParseNumber());
            case Concept.Uses:
                return ParseAlternatives(keyword);
            case Concept.GrowsTo:
                var size = ParseValue();
                if (TryKeyword(Concept.Over) is { } over)
                {
                    return Clause(Concept.GrowsTo, keyword, size, over, ParseDuration());
                }

                Expected(Words.Canonical(Concept.Over, _dialect ?? Dialect.English));
                return Clause(Concept.GrowsTo, keyword, size);
            case Concept.At when owner == Concept.Event:
                return Clause(keyword, ParseClock());
            case Concept.EscalatesEvery or Concept.ThrowsEvery or Concept.Calms:
                return ParseBehaviour(keyword);
            case Concept.LeavesWhen:
                var mood = ParsePhrase(Term.AMood);
                return mood.WordCount > 1
                    ? Clause(Concept.LeavesWhen, keyword, mood) // It ends in the name of a param.
                    : Clause(Concept.LeavesWhen, keyword, mood, ParseDuration());
            default:
                return Clause(keyword, ParsePhrase(NameIn(owner, keyword.Concept)));
        }
    }

    // What a clause names.
    private static Term NameIn(Concept owner, Concept clause) =>
        clause switch
        {
            Concept.At => Term.APlace,
            Concept.From => Term.APhase,
            Concept.PlayedBy => Term.AUnit,
            Concept.Gathers => Term.AMood,
            Concept.Risk => Term.ARisk,
            Concept.As when owner == Concept.Unit => Term.AKind,
            _ => Term.AName,
        };

    // escalates every 4..8 min 60%; calms 10%; calms every 5 min 20%; throws every 2 min 50% while anarchic
    private ClauseSyntax ParseBehaviour(KeywordSyntax keyword)
    {
        var parts = Rent();
        parts.Add(keyword);
        if (keyword.Concept == Concept.Calms)
        {
            if (TryKeyword(Concept.Every) is { } every)
            {
                parts.Add(Clause(every, ParseDuration()));
            }
        }
        else
        {
            parts.Add(ParseDuration());
        }

        if (At(TokenKind.Number) || AtPhrase)
        {
            parts.Add(ParseChance());
        }
        else
        {
            Optional(Term.APercentage);
        }

        if (keyword.Concept == Concept.ThrowsEvery && TryKeyword(Concept.While) is { } @while)
        {
            parts.Add(Clause(@while, ParsePhrase(Term.AMood)));
        }

        return new ClauseSyntax(keyword.Concept, Finish(parts));
    }

    private ClauseSyntax ParseStrength()
    {
        var number = ParseNumber();
        if (TryKeyword(WordPosition.Strength) is not { } counted)
        {
            Expected(Words.Canonical(Concept.PersonnelCount, _dialect ?? Dialect.English));
            return Clause(Concept.PersonnelCount, number);
        }

        return TryKeyword(Concept.Of) is { } of
            ? Clause(counted.Concept, number, counted, of, ParsePhrase(Term.AName))
            : Clause(counted.Concept, number, counted);
    }

    private ClauseSyntax ParseKit(KeywordSyntax keyword)
    {
        var parts = Rent();
        parts.Add(keyword);
        while (true)
        {
            if (At(TokenKind.Number))
            {
                parts.Add(ParseNumber());
            }

            parts.Add(ParsePhrase(Term.AName));
            if (!At(TokenKind.Comma) || CommaEndsList(Concept.Unit))
            {
                return new ClauseSyntax(Concept.With, Finish(parts));
            }

            parts.Add(TakeSign());
        }
    }

    // The list goes on until an item that starts with a word that can start a clause of the declaration.
    private bool CommaEndsList(Concept owner)
    {
        var next = _position + 1;
        if (
            _tokens[next].Kind is not (TokenKind.Word or TokenKind.Number or TokenKind.String)
            && next != _expectations?.Cursor
        )
        {
            return true;
        }

        var continued = _continued;
        if (_tokens[next].StartsLine)
        {
            _continued = next;
        }

        var ends =
            ClauseStarts[owner].Any(c => FormAt(next, c) is not null)
            || (_tokens[next].Kind == TokenKind.Number && FormAt(next + 1, WordPosition.Strength) is not null);
        _continued = continued;
        return ends;
    }

    private ClauseSyntax ParseList(KeywordSyntax keyword, Concept owner, Term what)
    {
        var parts = Rent();
        parts.Add(keyword);
        parts.Add(ParsePhrase(what));
        while (At(TokenKind.Comma) && !CommaEndsList(owner))
        {
            parts.Add(TakeSign());
            parts.Add(ParsePhrase(what));
        }

        return new ClauseSyntax(keyword.Concept, Finish(parts));
    }

    private ClauseSyntax ParseAlternatives(KeywordSyntax keyword)
    {
        var parts = Rent();
        parts.Add(keyword);
        parts.Add(ParsePhrase(Term.AKind));
        while (TryKeyword(Concept.Or) is { } or)
        {
            parts.Add(or);
            parts.Add(ParsePhrase(Term.AKind));
        }

        return new ClauseSyntax(keyword.Concept, Finish(parts));
    }

    private ClauseSyntax ParseCounterRange()
    {
        var low = ParseNumber();
        if (ExpectSign(TokenKind.Range, "..") is not { } range)
        {
            return Clause(Concept.Counter, low);
        }

        var high = ParseNumber();
        return TryKeyword(Concept.From) is { } from
            ? Clause(Concept.Counter, low, range, high, Clause(from, ParseNumber()))
            : Clause(Concept.Counter, low, range, high);
    }

    private ClauseSyntax Clause(Concept kind, params ReadOnlySpan<SyntaxNode> children) =>
        new(kind, _nodes.Keep(children));

    // The keyword is read before the value, as arguments are evaluated in order.
    private ClauseSyntax Clause(KeywordSyntax keyword, SyntaxNode value) => Clause(keyword.Concept, keyword, value);
}
