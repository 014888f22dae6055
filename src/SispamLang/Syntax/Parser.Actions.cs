using SispamLang.Diagnostics;
using SispamLang.Dialects;

namespace SispamLang.Syntax;

/// <summary>Actions: orders.</summary>
internal sealed partial class Parser
{
    private SyntaxNode ParseAction()
    {
        if (AtKeyword(Concept.If))
        {
            return ParseBranch(ParseConditionClause(Concept.If));
        }

        if (TryKeyword(Concept.Chance) is { } chance)
        {
            var percentage = ParseChance();
            return ParseBranch(Clause(Concept.Chance, chance, percentage));
        }

        var order = ParseOrder();
        return At(TokenKind.Colon) ? ParseBranch(order) : order;
    }

    private OrderSyntax ParseOrder()
    {
        var children = Rent();
        // What is announced or injected is a text; elsewhere a text in quotes is a name.
        var saysText = Current.Word != 0 && (AtKeyword(Concept.Announce) || AtKeyword(Concept.Inject));
        children.Add(saysText ? ParsePhrase(Term.AnAction) : ParseMixedPhrase(Term.AnAction));
        while (TryKeyword(Concept.And) is { } and)
        {
            children.Add(and);
            children.Add(ParseMixedPhrase(Term.AUnitOrFormation));
        }

        if (At(TokenKind.String))
        {
            children.Add(ParseString());
        }
        else if (At(TokenKind.Number) && FormAt(_position + 1, WordPosition.Count) is null)
        {
            children.Add(ParseValue());
        }

        while (!AtLineEnd && ParseOrderClause() is { } clause)
        {
            children.Add(clause);
        }

        // A comma ends an action, but evaluator and objective can belong to nothing but the inject before them.
        while (At(TokenKind.Comma) && FormAfterComma() is { } form)
        {
            children.Add(TakeSign());
            var keyword = TakeKeyword(form);
            SyntaxNode value = form.Concept == Concept.Evaluator ? ParsePhrase(Term.ARole) : ParseString();
            children.Add(Clause(form.Concept, keyword, value));
        }

        return new OrderSyntax(Finish(children));
    }

    private WordForm? FormAfterComma()
    {
        // Whether the next line continues this one is decided when the comma is taken; look ahead as if it did.
        var continued = _continued;
        if (_tokens[_position + 1] is { StartsLine: true } next && next.Column > _tokens[_lineStart].Column)
        {
            _continued = _position + 1;
        }

        var form = FormAt(_position + 1, Concept.Evaluator);
        if (form is null && FormAt(_position + 1, Concept.Objective) is { } objective)
        {
            form = _tokens[_position + 1 + objective.Words.Length].Kind == TokenKind.String ? objective : null;
        }

        _continued = continued;
        return form;
    }

    private ClauseSyntax? ParseOrderClause()
    {
        if (At(TokenKind.Number) && FormAt(_position + 1, Concept.Times) is not null)
        {
            var number = ParseNumber();
            return Clause(Concept.Times, number, TryKeyword(Concept.Times)!); // Just looked.
        }

        if (FormAt(_position, WordPosition.Structure) is not { } form)
        {
            return null;
        }

        switch (form.Concept)
        {
            case Concept.Until:
                return ParseConditionClause(Concept.Until);
            case Concept.For or Concept.Over or Concept.Within or Concept.Every:
                return Clause(TakeKeyword(form), ParseDuration());
            case Concept.To:
                return Clause(TakeKeyword(form), ParseValue());
            case Concept.With:
                return Clause(TakeKeyword(form), ParsePhrase(Term.AUnitOrFormation));
            case Concept.By:
                return Clause(TakeKeyword(form), ParsePhrase(Term.ARole));
            case Concept.At:
                return Clause(TakeKeyword(form), ParsePhrase(Term.APlace));
            case Concept.Via or Concept.From or Concept.Of:
                return Clause(TakeFromOrOf(form), ParsePhrase(Term.AName));
            case Concept.Expecting:
                return Clause(TakeKeyword(form), ParseString());
            case Concept.UpTo:
                return ParseUpTo(TakeKeyword(form));
            default:
                return null;
        }
    }

    // Indonesian writes both with one word; in an action it always means from.
    private KeywordSyntax TakeFromOrOf(WordForm form) =>
        form.Concept == Concept.Of && FormAt(_position, Concept.From) is { } from
            ? TakeKeyword(from)
            : TakeKeyword(form);

    private ClauseSyntax ParseUpTo(KeywordSyntax keyword)
    {
        if (At(TokenKind.Number) && FormAt(_position + 1, Concept.Times) is not null)
        {
            var number = ParseNumber();
            var times = TryKeyword(Concept.Times)!; // Just looked.
            return Clause(Concept.UpTo, keyword, number, times);
        }

        return Clause(keyword, ParseDuration());
    }
}
