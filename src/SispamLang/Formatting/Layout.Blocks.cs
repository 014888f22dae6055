using SispamLang.Syntax;

namespace SispamLang.Formatting;

/// <summary>Blocks, and branches with two of them.</summary>
internal sealed partial class Layout
{
    private void AddBlock(BlockSyntax block)
    {
        _doc.BeginGroup();
        AddToken(block.FirstToken);
        List<SyntaxNode> statements = [];
        foreach (var child in block.Children)
        {
            if (child is not SignSyntax)
            {
                statements.Add(child);
            }
        }

        if (_fixedLines.Keeps(block.FirstToken + 1) && block.FirstToken + 1 < statements[0].FirstToken)
        {
            // Without the comma the next line would no longer go on with this one, and this one can't be broken.
            AddToken(block.FirstToken + 1);
        }

        _doc.Indent(Indent);
        if (StartsLineWithin(block.FirstToken + 1, block.EndToken))
        {
            AddLines(block, statements);
        }
        else
        {
            AddOneLine(block, statements);
        }

        _doc.Outdent(Indent);
        _doc.EndGroup();
    }

    private void AddOneLine(BlockSyntax block, List<SyntaxNode> statements)
    {
        // The clauses of a declaration are a list, and one deeper line is as good for it as the line of its name. Actions
        // are steps, each worth a line of its own.
        var isList = statements.TrueForAll(statement =>
            statement is ClauseSyntax && _tokens[statement.FirstToken - 1].Kind != TokenKind.Semicolon
        );
        AddSpaceBeforeFirst(block, statements[0]);
        if (isList)
        {
            _doc.BeginGroup();
        }

        AddNode(statements[0]);
        for (var i = 1; i < statements.Count; i++)
        {
            AddSpaceBeforeNext(statements[i]);
            AddNode(statements[i]);
        }

        if (isList)
        {
            _doc.EndGroup();
        }
    }

    private void AddSpaceBeforeFirst(BlockSyntax block, SyntaxNode first)
    {
        if (_column.TryGetValue(block, out var blanks))
        {
            _doc.AddLine(new string(' ', blanks));
        }
        else if (_fixedLines.Joins(first.FirstToken))
        {
            _doc.AddBlank();
        }
        else
        {
            _doc.AddLine();
        }
    }

    private void AddLines(BlockSyntax block, List<SyntaxNode> statements)
    {
        var goesOnFromHead = _fixedLines.Joins(statements[0].FirstToken);
        for (var i = 0; i < statements.Count; )
        {
            var first = statements[i].FirstToken;
            if (i == 0 && goesOnFromHead)
            {
                _doc.AddBlank();
            }
            else
            {
                if (i > 0 && goesOnFromHead && _tokens[first - 1].Kind == TokenKind.Comma)
                {
                    // As above: the list has begun on a line that can't be broken.
                    AddToken(first - 1);
                }

                AddOnNewLine(first, isFirstOfBlock: i == 0);
            }

            _doc.BeginGroup();
            AddNode(statements[i]);
            for (i++; i < statements.Count && IsBesideStatementBefore(statements[i]); i++)
            {
                AddSpaceBeforeNext(statements[i]);
                AddNode(statements[i]);
            }

            _doc.EndGroup();
        }

        AddEndOf(block);
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
            if (_tokens.TriviaBefore(i).HasComment)
            {
                return true;
            }
        }

        return false;
    }

    private void AddSpaceBeforeNext(SyntaxNode statement)
    {
        var sign = _tokens.TextOf(statement.FirstToken - 1);
        if (_fixedLines.Joins(statement.FirstToken))
        {
            _doc.AddText(sign + " ");
        }
        else
        {
            _doc.AddSeparator(sign);
            _doc.AddLine();
        }
    }

    private void AddBranch(BranchSyntax branch)
    {
        // Without errors a branch has a block, and an otherwise too.
        var isOneLine = !StartsLineWithin(branch.FirstToken + 1, branch.EndToken);
        if (isOneLine)
        {
            _doc.BeginGroup();
        }

        AddNode(branch.Head);
        AddSpaceBefore(branch.Body!.FirstToken);
        AddNode(branch.Body);
        if (branch.Otherwise is { } otherwise)
        {
            AddSpaceBeforeOtherwise(otherwise.FirstToken, isOneLine);
            AddNode(otherwise);
        }

        if (isOneLine)
        {
            _doc.EndGroup();
        }
    }

    private void AddSpaceBeforeOtherwise(int index, bool isOneLine)
    {
        if (_fixedLines.Joins(index))
        {
            _doc.AddBlank();
        }
        else if (isOneLine)
        {
            _doc.AddLine();
        }
        else
        {
            AddOnNewLine(index);
        }
    }
}
