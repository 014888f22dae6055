using System.Runtime.InteropServices;
using SispamLang.Diagnostics;
using SispamLang.Dialects;

namespace SispamLang.Syntax;

/// <summary>Rules, conditions, actions.</summary>
internal sealed partial class Parser
{
    private SyntaxBranch ParsePhaseItem()
    {
        var first = _position;
        if (AtKeyword(Concept.Until))
        {
            return ParseConditionClause(Concept.Until);
        }

        if (TryKeyword(Concept.Risk) is { } risk)
        {
            return Clause(first, Concept.Risk, risk, ParsePhrase(Term.APlace));
        }

        return ParseRule();
    }

    private RuleSyntax ParseRule()
    {
        var first = _position;
        var children = Rent();
        children.Add(ParseTrigger());
        if (AtKeyword(Concept.If))
        {
            children.Add(ParseConditionClause(Concept.If));
        }

        if (At(TokenKind.Arrow))
        {
            children.Add(ParseBlock(BlockKind.Actions));
        }
        else
        {
            Expected(Term.AnArrow);
            if (At(TokenKind.Colon))
            {
                children.Add(ParseBlock(BlockKind.Actions));
            }
            else
            {
                // Without an arrow nobody knows what the deeper lines are.
                AddIfAny(children, SkipTo(() => Current.Kind == TokenKind.Semicolon));
                if (AtLineEnd && _lineOfOutermostBlock != _lineStart)
                {
                    AddIfAny(children, SkipLine(andDeeper: true));
                }
            }
        }

        return new RuleSyntax(_tokens, first, _position, Finish(children));
    }

    private SyntaxNode ParseTrigger()
    {
        var first = _position;
        if (AtKeyword(Concept.If))
        {
            return ParseConditionClause(Concept.If);
        }

        if ((TryKeyword(Concept.AtStart) ?? TryKeyword(Concept.AtEnd)) is { } moment)
        {
            return Clause(first, moment.Concept, moment);
        }

        if (TryKeyword(Concept.At) is { } at)
        {
            return Clause(first, Concept.At, at, ParseClock());
        }

        if (TryKeyword(Concept.After) is { } after)
        {
            return Clause(first, Concept.After, after, ParseDuration());
        }

        if (TryKeyword(Concept.Every) is { } every)
        {
            var period = ParseDuration();
            return AtKeyword(Concept.While)
                ? Clause(first, Concept.Every, every, period, ParseConditionClause(Concept.While))
                : Clause(first, Concept.Every, every, period);
        }

        return ParseCondition(Term.ATrigger);
    }

    private ClauseSyntax Clause(int first, Concept kind, params SyntaxNode[] children) =>
        new(_tokens, first, _position, kind, ImmutableCollectionsMarshal.AsImmutableArray(children));

    private ClauseSyntax ParseConditionClause(Concept kind)
    {
        var first = _position;
        var keyword = TryKeyword(kind)!; // Every caller has looked.
        var condition = ParseCondition(Term.ACondition);
        return Clause(first, kind, keyword, condition);
    }

    // ---- Conditions -------------------------------------------------------------------------------------------------

    private ConditionSyntax ParseCondition(Term what) => ParseJoined(Concept.Or, what);

    // Parts joined by or are themselves joined by and, which binds them more closely.
    private ConditionSyntax ParseJoined(Concept joint, Term what)
    {
        var first = _position;
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

        return new JoinedConditionSyntax(_tokens, first, _position, joint, Finish(children));

        ConditionSyntax Part() => joint == Concept.Or ? ParseJoined(Concept.And, what) : ParseNegated(what);
    }

    private ConditionSyntax ParseNegated(Term what)
    {
        var first = _position;
        if (TryKeyword(Concept.Not) is not { } not)
        {
            return ParsePredicate(what);
        }

        var operand = ParsePredicate(what);
        return new NotConditionSyntax(_tokens, first, _position, [not, operand]);
    }

    private PredicateSyntax ParsePredicate(Term what)
    {
        var first = _position;
        var children = Rent();
        children.Add(ParseMixedPhrase(what));
        while (
            FormAt(_position, WordPosition.Structure)
                is { Concept: Concept.To or Concept.With or Concept.At or Concept.By } form
        )
        {
            var keyword = TakeKeyword(form);
            var name = ParseMixedPhrase(Term.AName);
            children.Add(Clause(keyword.FirstToken, keyword.Concept, keyword, name));
        }

        if (!AtLineEnd && Current.Kind is >= TokenKind.Equal and <= TokenKind.GreaterOrEqual)
        {
            children.Add(TakeSign());
            children.Add(ParseValue());
        }

        return new PredicateSyntax(_tokens, first, _position, Finish(children));
    }

    // ---- Actions ----------------------------------------------------------------------------------------------------

    private SyntaxNode ParseAction()
    {
        var first = _position;
        if (AtKeyword(Concept.If))
        {
            return ParseBranch(first, ParseConditionClause(Concept.If));
        }

        if (TryKeyword(Concept.Chance) is { } chance)
        {
            var percentage = ParseChance();
            return ParseBranch(first, Clause(first, Concept.Chance, chance, percentage));
        }

        var order = ParseOrder();
        return At(TokenKind.Colon) ? ParseBranch(first, order) : order;
    }

    private BranchSyntax ParseBranch(int first, SyntaxNode head)
    {
        // The column of the line on which the branch stands; an otherwise below it stands in the same.
        var line = _lineStart;
        var children = Rent();
        children.Add(head);
        if (At(TokenKind.Arrow))
        {
            _diagnostics.Report(DiagnosticCode.ArrowForColon, Current.Span);
        }

        if (At(TokenKind.Colon) || At(TokenKind.Arrow))
        {
            children.Add(ParseBlock(BlockKind.Actions));
        }
        else
        {
            Expected(Term.AColon);
            AddIfAny(children, SkipTo(() => Current.Kind is TokenKind.Comma or TokenKind.Semicolon));
        }

        if (OtherwiseBelongsTo(first, line))
        {
            children.Add(ParseOtherwise());
        }

        return new BranchSyntax(_tokens, first, _position, Finish(children));
    }

    private bool OtherwiseBelongsTo(int first, int line)
    {
        if (!AtLineEnd)
        {
            return AtKeyword(Concept.Otherwise);
        }

        if (first != line || !Current.StartsLine || Current.Column != _tokens[line].Column)
        {
            return false;
        }

        // On a line of its own, below the if: look as if that line were being read.
        var lineStart = _lineStart;
        _lineStart = _position;
        if (AtKeyword(Concept.Otherwise))
        {
            return true;
        }

        _lineStart = lineStart;
        return false;
    }

    private OtherwiseSyntax ParseOtherwise()
    {
        var first = _position;
        var children = Rent();
        children.Add(TryKeyword(Concept.Otherwise)!); // The caller has looked.
        if (At(TokenKind.Colon))
        {
            if (_tokens[_lineStart].Word != 0 && first != _lineStart && _lineOfOutermostBlock == _lineStart)
            {
                // if X: A otherwise: B on one line: deeper lines go on with the last block.
                _lineOfOutermostBlock = IsOwnLineBranch(first) ? -1 : _lineStart;
            }

            children.Add(ParseBlock(BlockKind.Actions));
        }
        else
        {
            Expected(Term.AColon);
            AddIfAny(children, SkipTo(() => Current.Kind is TokenKind.Comma or TokenKind.Semicolon));
        }

        return new OtherwiseSyntax(_tokens, first, _position, Finish(children));
    }

    // The line starts with the branch itself, so that no block farther out was opened on it.
    private bool IsOwnLineBranch(int otherwise)
    {
        if (
            FormAt(_lineStart, Concept.If) is null
            && FormAt(_lineStart, Concept.Chance) is null
            && FormAt(_lineStart, Concept.Wait) is null
        )
        {
            return false;
        }

        // A long line may hold many an otherwise: each looks only at what those before have not.
        if (_lineSearched != _lineStart)
        {
            _lineSearched = _searchedTo = _lineStart;
        }

        while (_searchedTo < otherwise && _tokens[_searchedTo].Kind != TokenKind.Arrow)
        {
            _searchedTo++;
        }

        return _searchedTo >= otherwise;
    }

    private OrderSyntax ParseOrder()
    {
        var first = _position;
        var children = Rent();
        // What is announced or injected is a text; elsewhere a text in quotes is a name.
        var saysText = AtKeyword(Concept.Announce) || AtKeyword(Concept.Inject);
        children.Add(saysText ? ParsePhrase(Term.AnAction) : ParseMixedPhrase(Term.AnAction));
        while (TryKeyword(Concept.And) is { } and)
        {
            children.Add(and);
            children.Add(ParseMixedPhrase(Term.AnAction));
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
            var start = _position;
            var keyword = TakeKeyword(form);
            SyntaxNode value = form.Concept == Concept.Evaluator ? ParsePhrase(Term.ARole) : ParseString();
            children.Add(Clause(start, form.Concept, keyword, value));
        }

        return new OrderSyntax(_tokens, first, _position, Finish(children));
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
        var first = _position;
        if (At(TokenKind.Number) && FormAt(_position + 1, Concept.Times) is not null)
        {
            var number = ParseNumber();
            return Clause(first, Concept.Times, number, TryKeyword(Concept.Times)!); // Just looked.
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
            case Concept.With or Concept.By or Concept.At or Concept.Via or Concept.From or Concept.Of:
                return Clause(TakeFromOrOf(form), ParsePhrase(Term.AName));
            case Concept.Expecting:
                return Clause(TakeKeyword(form), ParseString());
            case Concept.UpTo:
                return ParseUpTo(first, TakeKeyword(form));
            default:
                return null;
        }
    }

    // Indonesian writes both with one word; in an action it always means from.
    private KeywordSyntax TakeFromOrOf(WordForm form) =>
        form.Concept == Concept.Of && FormAt(_position, Concept.From) is { } from
            ? TakeKeyword(from)
            : TakeKeyword(form);

    private ClauseSyntax ParseUpTo(int first, KeywordSyntax keyword)
    {
        if (At(TokenKind.Number) && FormAt(_position + 1, Concept.Times) is not null)
        {
            var number = ParseNumber();
            var times = TryKeyword(Concept.Times)!; // Just looked.
            return Clause(first, Concept.UpTo, keyword, number, times);
        }

        return Clause(keyword, ParseDuration());
    }

    // The keyword is read before the value, as arguments are evaluated in order.
    private ClauseSyntax Clause(KeywordSyntax keyword, SyntaxNode value) =>
        Clause(keyword.FirstToken, keyword.Concept, keyword, value);
}
