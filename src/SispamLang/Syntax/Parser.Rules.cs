using SispamLang.Diagnostics;
using SispamLang.Dialects;

namespace SispamLang.Syntax;

/// <summary>Rules and what triggers them.</summary>
internal sealed partial class Parser
{
    private SyntaxBranch ParsePhaseItem()
    {
        if (AtKeyword(Concept.Until))
        {
            return ParseConditionClause(Concept.Until);
        }

        if (TryKeyword(Concept.Risk) is { } risk)
        {
            return Clause(Concept.Risk, risk, ParseMixedPhrase(Term.ARiskOfPlace));
        }

        return ParseRule();
    }

    private RuleSyntax ParseRule()
    {
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
                children.AddIfAny(SkipTo(TokenKind.Semicolon));
                if (AtLineEnd && _lineOfOutermostBlock != _lineStart)
                {
                    children.AddIfAny(SkipLine(andDeeper: true));
                }
            }
        }

        return new RuleSyntax(Finish(children));
    }

    private SyntaxNode ParseTrigger()
    {
        if (AtKeyword(Concept.If))
        {
            return ParseConditionClause(Concept.If);
        }

        if ((TryKeyword(Concept.AtStart) ?? TryKeyword(Concept.AtEnd)) is { } moment)
        {
            return Clause(moment.Concept, moment);
        }

        if (TryKeyword(Concept.At) is { } at)
        {
            return Clause(Concept.At, at, ParseClock());
        }

        if (TryKeyword(Concept.After) is { } after)
        {
            return Clause(Concept.After, after, ParseDuration());
        }

        if (TryKeyword(Concept.Every) is { } every)
        {
            var period = ParseDuration();
            return AtKeyword(Concept.While)
                ? Clause(Concept.Every, every, period, ParseConditionClause(Concept.While))
                : Clause(Concept.Every, every, period);
        }

        return ParseCondition(Term.ATrigger);
    }
}
