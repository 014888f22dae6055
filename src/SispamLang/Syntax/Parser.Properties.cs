using SispamLang.Collections;
using SispamLang.Diagnostics;
using SispamLang.Dialects;

namespace SispamLang.Syntax;

/// <summary>Properties, doctrines and waivers.</summary>
internal sealed partial class Parser
{
    // The keyword has been read: never P, always C, expect P [within D [of P]], require P [then P] before [each] P;
    // each with a scope and a share of runs behind it.
    private void ParseProperty(Concept kind, PooledList<SyntaxNode> children)
    {
        ParseHappening(children);
        switch (kind)
        {
            case Concept.Expect when TryKeyword(Concept.Within) is { } within:
                children.Add(Clause(within, ParseDuration()));
                if (TryKeyword(Concept.Of) is { } of)
                {
                    children.Add(ParseHappeningClause(of));
                }

                break;
            case Concept.Require:
                if (TryKeyword(Concept.Then) is { } then)
                {
                    children.Add(ParseHappeningClause(then));
                }

                if ((TryKeyword(Concept.BeforeEach) ?? TryKeyword(Concept.Before)) is { } before)
                {
                    children.Add(ParseHappeningClause(before));
                }
                else
                {
                    Expected(Words.Canonical(Concept.Before, _dialect ?? Dialect.English));
                }

                break;
        }

        if (TryKeyword(Concept.During) is { } during)
        {
            children.Add(Clause(during, ParsePhrase(Term.APhase)));
        }
        else if (AtKeyword(Concept.While))
        {
            children.Add(ParseConditionClause(Concept.While));
        }

        if (IsShare(_position) && !AtLineEnd)
        {
            children.Add(ParseShare());
        }
        else
        {
            ExpectedAt(_position)?.Note(Concept.InShare);
        }
    }

    // What may come to pass, how often and by whom: warn crowd 3 times by PHH.
    private void ParseHappening(PooledList<SyntaxNode> children)
    {
        children.Add(ParseCondition(Term.AnEventOrCondition));
        if (At(TokenKind.Number) && FormAt(_position + 1, Concept.Times) is not null)
        {
            var number = ParseNumber();
            children.Add(Clause(Concept.Times, number, TryKeyword(Concept.Times)!)); // Just looked.
            if (TryKeyword(Concept.By) is { } by)
            {
                children.Add(Clause(by, ParsePhrase(Term.ARole)));
            }
        }
    }

    private ClauseSyntax ParseHappeningClause(KeywordSyntax keyword)
    {
        var parts = Rent();
        parts.Add(keyword);
        ParseHappening(parts);
        return new ClauseSyntax(keyword.Concept, Finish(parts));
    }

    // in 90% of runs
    private ClauseSyntax ParseShare()
    {
        var keyword = TryKeyword(Concept.InShare)!; // The caller has looked.
        var percentage = ParsePercentage();
        if (TryKeyword(Concept.OfRuns) is { } ofRuns)
        {
            return Clause(Concept.InShare, keyword, percentage, ofRuns);
        }

        Expected(Words.Canonical(Concept.OfRuns, _dialect ?? Dialect.English));
        return Clause(keyword, percentage);
    }

    // NAME, NAME
    private ClauseSyntax ParseNames(KeywordSyntax keyword, Term what)
    {
        var parts = Rent();
        parts.Add(keyword);
        parts.Add(ParsePhrase(what));
        while (At(TokenKind.Comma))
        {
            parts.Add(TakeSign());
            parts.Add(ParsePhrase(what));
        }

        return new ClauseSyntax(keyword.Concept, Finish(parts));
    }

    // waive DOCTRINE/RULE "reason" [by ROLE]
    private void ParseWaiver(PooledList<SyntaxNode> children)
    {
        children.Add(ParsePhrase(Term.ADoctrine));
        children.AddIfAny(ExpectSign(TokenKind.Slash, "/"));
        children.Add(ParsePhrase(Term.ADoctrineRule));
        children.Add(ParseString());
        if (TryKeyword(Concept.By) is { } by)
        {
            children.Add(Clause(by, ParsePhrase(Term.ARole)));
        }
    }

    // edition 2019, or: rule-id "art. 11(1)", confidence high, reason "…": PROPERTY or check NAME
    private SyntaxBranch ParseDoctrineItem()
    {
        if (TryKeyword(Concept.Edition) is { } edition)
        {
            return Clause(edition, ParseNumber());
        }

        var children = Rent();
        var name = ParsePhrase(Term.ADoctrineRule);
        children.Add(name);
        children.Add(ParseString());
        while (At(TokenKind.Comma))
        {
            children.Add(TakeSign());
            children.AddIfAny(ParseDoctrineClause());
        }

        if (At(TokenKind.Colon))
        {
            var asked = ParseBlock(BlockKind.Promises);
            children.Add(asked);
            if (
                asked.Children.Where(c => c is DeclarationSyntax or ClauseSyntax).Skip(1).FirstOrDefault() is { } second
            )
            {
                _diagnostics.Report(
                    DiagnosticCode.UnexpectedRest,
                    second.Span,
                    "“" + Shortened(second.ToString()) + "”"
                );
            }
        }
        else
        {
            Expected(Term.AColon);
            children.AddIfAny(SkipTo(TokenKind.Semicolon));
        }

        return new DeclarationSyntax(Concept.None, name, Finish(children));
    }

    private ClauseSyntax? ParseDoctrineClause()
    {
        if (TryKeyword(Concept.Confidence) is { } confidence)
        {
            if (TryKeyword(WordPosition.ConfidenceLevel) is { } level)
            {
                return Clause(confidence, level);
            }

            var levels = Words
                .FormsOf(WordPosition.ConfidenceLevel)
                .Where(f => f.Dialect == (_dialect ?? Dialect.English));
            Expected(string.Join(" / ", levels.Select(f => f.Text)));
            return Clause(Concept.Confidence, confidence);
        }

        if (TryKeyword(Concept.Reason) is { } reason)
        {
            return Clause(reason, ParseString());
        }

        Expected(Term.AClause);
        return null;
    }

    // What a rule of a doctrine asks for.
    private SyntaxNode ParsePromise()
    {
        if (TryKeyword(Concept.Check) is { } check)
        {
            if (TryKeyword(WordPosition.BuiltInCheck) is { } named)
            {
                return Clause(check, named);
            }

            var names = Words.FormsOf(WordPosition.BuiltInCheck).Where(f => f.Dialect == (_dialect ?? Dialect.English));
            Expected(string.Join(" / ", names.Select(f => f.Text)));
            return Clause(Concept.Check, check);
        }

        return ParsePropertyHere() ?? (SyntaxNode?)SkipTo(TokenKind.Semicolon) ?? Nothing();
    }

    // A property where the grammar wants one; null, and a message, where there is none.
    private DeclarationSyntax? ParsePropertyHere()
    {
        foreach (var kind in PropertyKinds)
        {
            if (TryKeyword(kind) is { } keyword)
            {
                var children = Rent();
                children.Add(keyword);
                ParseProperty(kind, children);
                return new DeclarationSyntax(kind, null, Finish(children));
            }
        }

        Expected(Term.AProperty);
        return null;
    }

    private static readonly Concept[] PropertyKinds = [Concept.Never, Concept.Always, Concept.Expect, Concept.Require];
}
