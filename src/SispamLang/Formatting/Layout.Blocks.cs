using SispamLang.Syntax;

namespace SispamLang.Formatting;

/// <summary>Blocks, and branches with two of them.</summary>
internal sealed partial class Layout
{
    private Doc Block(BlockSyntax block)
    {
        Doc opener = TokenAt(block.FirstToken);
        List<SyntaxNode> statements = [.. block.Children.Where(child => child is not SignSyntax)];
        if (_fixedLines.Keeps(block.FirstToken + 1) && block.FirstToken + 1 < statements[0].FirstToken)
        {
            // Without the comma the next line would no longer go on with this one, and this one can't be broken.
            opener = Doc.Concat(opener, TokenAt(block.FirstToken + 1));
        }

        var content = StartsLineWithin(block.FirstToken + 1, block.EndToken)
            ? Lines(block, statements)
            : OneLine(block, statements);
        return Doc.Group(Doc.Concat(opener, Doc.Nest(Indent, content)));
    }

    private Doc OneLine(BlockSyntax block, List<SyntaxNode> statements)
    {
        // The clauses of a declaration are a list, and one deeper line is as good for it as the line of its name. Actions
        // are steps, each worth a line of its own.
        var isList = statements.TrueForAll(statement =>
            statement is ClauseSyntax && _tokens[statement.FirstToken - 1].Kind != TokenKind.Semicolon
        );
        List<Doc> parts = [Node(statements[0])];
        foreach (var statement in statements.Skip(1))
        {
            parts.Add(Beside(statement));
            parts.Add(Node(statement));
        }

        var content = Doc.Concat(parts);
        return Doc.Concat(FirstLine(block, statements[0]), isList ? Doc.Group(content) : content);
    }

    private Doc FirstLine(BlockSyntax block, SyntaxNode first) =>
        _column.TryGetValue(block, out var blanks) ? new LineDoc(new string(' ', blanks))
        : _fixedLines.Joins(first.FirstToken) ? Doc.Blank
        : Doc.Line;

    private Doc Lines(BlockSyntax block, List<SyntaxNode> statements)
    {
        List<Doc> lines = [];
        for (var i = 0; i < statements.Count; )
        {
            var first = statements[i].FirstToken;
            lines.Add(i == 0 && _fixedLines.Joins(first) ? Doc.Blank : OnNewLine(first, isFirstOfBlock: i == 0));
            List<Doc> line = [Node(statements[i])];
            for (i++; i < statements.Count && IsBesideStatementBefore(statements[i]); i++)
            {
                line.Add(Beside(statements[i]));
                line.Add(Node(statements[i]));
            }

            lines.Add(Doc.Group(Doc.Concat(line)));
        }

        lines.Add(EndOfBlock(block));
        return Doc.Concat(lines);
    }

    // A comma puts several statements on a line; what a semicolon separates has lines of its own.
    private bool IsBesideStatementBefore(SyntaxNode statement) =>
        !_tokens[statement.FirstToken].StartsLine
        && !IsAfterComment(statement)
        && (_tokens[statement.FirstToken - 1].Kind == TokenKind.Comma || _fixedLines.Joins(statement.FirstToken));

    // Before the separator, that is.
    private bool IsAfterComment(SyntaxNode statement)
    {
        for (var i = _next; i < statement.FirstToken; i++)
        {
            if (HasCommentBefore(i))
            {
                return true;
            }
        }

        return false;
    }

    private Doc Beside(SyntaxNode statement)
    {
        var sign = Spacing.TextOf(_tokens, statement.FirstToken - 1);
        return _fixedLines.Joins(statement.FirstToken)
            ? new TextDoc(sign + " ", null, sign.Length + 1)
            : Doc.Concat(new SeparatorDoc(sign), Doc.Line);
    }

    private Doc Branch(BranchSyntax branch)
    {
        // Without errors a branch has a block, and an otherwise too.
        var isOneLine = !StartsLineWithin(branch.FirstToken + 1, branch.EndToken);
        List<Doc> parts = [Node(branch.Head), Within(branch.Body!.FirstToken), Node(branch.Body)];
        if (branch.Otherwise is { } otherwise)
        {
            parts.Add(
                _fixedLines.Joins(otherwise.FirstToken) ? Doc.Blank
                : isOneLine ? Doc.Line
                : OnNewLine(otherwise.FirstToken)
            );
            parts.Add(Node(otherwise));
        }

        return isOneLine ? Doc.Group(Doc.Concat(parts)) : Doc.Concat(parts);
    }
}
