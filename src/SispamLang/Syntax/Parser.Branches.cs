using SispamLang.Diagnostics;
using SispamLang.Dialects;

namespace SispamLang.Syntax;

/// <summary>Actions with a block: <c>if</c>, <c>chance</c>, <c>wait until … up to</c>, and <c>otherwise</c>.</summary>
internal sealed partial class Parser
{
    private BranchSyntax ParseBranch(SyntaxNode head)
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
            children.Add(ParseBlock(BlockKind.Actions, Concept.If));
        }
        else
        {
            Expected(Term.AColon);
            children.AddIfAny(SkipTo(TokenKind.Comma));
        }

        if (OtherwiseBelongsTo(head.FirstToken, line))
        {
            children.Add(ParseOtherwise());
        }

        return new BranchSyntax(Finish(children));
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
        var children = Rent();
        children.Add(TryKeyword(Concept.Otherwise)!); // The caller has looked.
        if (At(TokenKind.Colon))
        {
            children.Add(ParseBlock(BlockKind.Actions));
        }
        else
        {
            Expected(Term.AColon);
            children.AddIfAny(SkipTo(TokenKind.Comma));
        }

        return new OtherwiseSyntax(Finish(children));
    }
}
