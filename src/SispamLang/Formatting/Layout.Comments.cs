using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Formatting;

/// <summary>New lines, and the comments and empty lines before them.</summary>
internal sealed partial class Layout
{
    /// <summary>A comment that is not laid out yet.</summary>
    private readonly record struct CommentLine(TextSpan Span, int Column, bool StartsLine, bool IsAfterBlankLine);

    // Filled anew for each line.
    private readonly List<CommentLine> _comments = [];

    // A token on a line of its own, below the comments that stand before it.
    private void AddOnNewLine(int index, bool isFirstOfBlock = false)
    {
        var keepsBlankLine = !isFirstOfBlock;
        var comments = CommentsBefore(index, out var isAfterBlankLine);
        foreach (var comment in comments)
        {
            AddComment(comment, keepsBlankLine);
            keepsBlankLine |= comment.StartsLine;
        }

        AddNewLine(isAfterBlankLine && keepsBlankLine);
        _next = index;
        _position = _tokens[index].Start;
    }

    // Comments below the last line of a block belong to it as long as they are as deep.
    private void AddEndOf(BlockSyntax block)
    {
        var first = block.FirstToken + 1;
        while (!_tokens[first].StartsLine)
        {
            first++;
        }

        foreach (var comment in CommentsBefore(block.EndToken, out _))
        {
            if (comment.StartsLine && comment.Column < _tokens[first].Column)
            {
                break;
            }

            AddComment(comment, keepsBlankLine: true);
            _position = comment.Span.End;
        }
    }

    private void AddEnd()
    {
        foreach (var comment in CommentsBefore(_tokens.Count - 1, out _))
        {
            AddComment(comment, keepsBlankLine: true);
        }

        AddNewLine(isAfterBlankLine: false);
    }

    private void AddComment(CommentLine comment, bool keepsBlankLine)
    {
        // At the start of the file there may have been a sign before it, which layout leaves out.
        if (comment.StartsLine || _isStart)
        {
            AddNewLine(comment.IsAfterBlankLine && keepsBlankLine);
        }
        else
        {
            _doc.AddBlank();
        }

        _doc.AddLong(_tokens.Text.ToString(comment.Span).TrimEnd(), comment.Span);
    }

    private void AddNewLine(bool isAfterBlankLine)
    {
        if (!_isStart)
        {
            _doc.AddHardLine(isAfterBlankLine);
        }
        else if (_fixedLines.KeepsEmptyStart)
        {
            _doc.AddHardLine(isAfterBlankLine: false);
        }

        _isStart = false;
    }

    private List<CommentLine> CommentsBefore(int index, out bool isAfterBlankLine)
    {
        _comments.Clear();
        var lineEnds = 0;
        var startsLine = _position == 0;
        var column = 0;
        for (var i = _next; i <= index; i++)
        {
            foreach (var trivia in _tokens.TriviaBefore(i))
            {
                if (trivia.Span.Start < _position)
                {
                    continue;
                }

                switch (trivia.Kind)
                {
                    case TriviaKind.LineEnd:
                        lineEnds++;
                        startsLine = true;
                        column = 0;
                        break;
                    case TriviaKind.WhiteSpace:
                        column = ColumnAfter(trivia.Span);
                        break;
                    default:
                        _comments.Add(new CommentLine(trivia.Span, column, startsLine, lineEnds > 1));
                        lineEnds = 0;
                        break;
                }
            }

            if (i < index)
            {
                // A separator, which layout may leave out.
                (lineEnds, startsLine) = (0, false);
            }
        }

        isAfterBlankLine = lineEnds > 1;
        return _comments;
    }

    private int ColumnAfter(TextSpan blanks)
    {
        var column = 0;
        foreach (var c in _tokens.Text.Slice(blanks))
        {
            column = c == '\t' ? (column / Lexer.TabWidth + 1) * Lexer.TabWidth : column + 1;
        }

        return column;
    }
}
