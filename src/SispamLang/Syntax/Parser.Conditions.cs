using SispamLang.Diagnostics;
using SispamLang.Dialects;

namespace SispamLang.Syntax;

/// <summary>Conditions.</summary>
internal sealed partial class Parser
{
    private ClauseSyntax ParseConditionClause(Concept kind)
    {
        var keyword = TryKeyword(kind)!; // Every caller has looked.
        var condition = ParseCondition(Term.ACondition);
        return Clause(kind, keyword, condition);
    }

    private ConditionSyntax ParseCondition(Term what) => ParseJoined(Concept.Or, what);

    // Parts joined by or are themselves joined by and, which binds them more closely.
    private ConditionSyntax ParseJoined(Concept joint, Term what)
    {
        var left = Part();
        if (!AtKeyword(joint))
        {
            return left;
        }

        var children = Rent();
        children.Add(left);
        while (TryKeyword(joint) is { } keyword)
        {
            children.Add(keyword);
            children.Add(Part());
        }

        return new JoinedConditionSyntax(joint, Finish(children));

        ConditionSyntax Part() => joint == Concept.Or ? ParseJoined(Concept.And, what) : ParseNegated(what);
    }

    private ConditionSyntax ParseNegated(Term what)
    {
        if (TryKeyword(Concept.Not) is not { } not)
        {
            return ParsePredicate(what);
        }

        var operand = ParsePredicate(what);
        return new NotConditionSyntax(_nodes.Keep([not, operand]));
    }

    private PredicateSyntax ParsePredicate(Term what)
    {
        var children = Rent();
        children.Add(ParseMixedPhrase(what));
        while (
            FormAt(_position, WordPosition.Structure)
                is { Concept: Concept.To or Concept.With or Concept.At or Concept.By } form
            // What goes to a number is the action that waits for the condition: crowd grows until calm to 300.
            && _tokens[_position + form.Words.Length].Kind != TokenKind.Number
        )
        {
            var keyword = TakeKeyword(form);
            var name = ParseMixedPhrase(
                keyword.Concept switch
                {
                    Concept.To => Term.AUnitOrFormation,
                    Concept.At => Term.APlace,
                    Concept.By => Term.ARole,
                    _ => Term.AName,
                }
            );
            children.Add(Clause(keyword.Concept, keyword, name));
        }

        if (!AtLineEnd && Current.Kind is >= TokenKind.Equal and <= TokenKind.GreaterOrEqual)
        {
            children.Add(TakeSign());
            children.Add(ParseValue());
        }
        else
        {
            Optional(Term.AComparison);
        }

        return new PredicateSyntax(Finish(children));
    }
}
