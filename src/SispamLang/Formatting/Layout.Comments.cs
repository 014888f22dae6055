using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Formatting;

/// <summary>New lines, and the comments and empty lines before them.</summary>
internal sealed partial class Layout
{
    /// <summary>A comment that is not laid out yet.</summary>
    private readonly record struct CommentLine(TextSpan Span, int Column, bool StartsLine, bool IsAfterBlankLine);

    // A token on a line of its own, below the comments that stand before it.
    private Doc OnNewLine(int index, bool isFirstOfBlock = false)
    {
        List<Doc> parts = [];
        var keepsBlankLine = !isFirstOfBlock;
        var comments = CommentsBefore(index, out var isAfterBlankLine);
        foreach (var comment in comments)
        {
            AddComment(parts, comment, keepsBlankLine);
            keepsBlankLine |= comment.StartsLine;
        }

        parts.Add(NewLine(isAfterBlankLine && keepsBlankLine));
        _next = index;
        _position = _tokens[index].Start;
        return Doc.Concat(parts);
    }

    // Comments below the last line of a block belong to it as long as they are as deep.
    private Doc EndOfBlock(BlockSyntax block)
    {
        var first = block.FirstToken + 1;
        while (!_tokens[first].StartsLine)
        {
            first++;
        }

        List<Doc> parts = [];
        foreach (var comment in CommentsBefore(block.EndToken, out _))
        {
            if (comment.StartsLine && comment.Column < _tokens[first].Column)
            {
                break;
            }

            AddComment(parts, comment, keepsBlankLine: true);
            _position = comment.Span.End;
        }

        return Doc.Concat(parts);
    }

    private Doc End()
    {
        List<Doc> parts = [];
        foreach (var comment in CommentsBefore(_tokens.Count - 1, out _))
        {
            AddComment(parts, comment, keepsBlankLine: true);
        }

        parts.Add(NewLine(isAfterBlankLine: false));
        return Doc.Concat(parts);
    }

    private void AddComment(List<Doc> parts, CommentLine comment, bool keepsBlankLine)
    {
        // At the start of the file there may have been a sign before it, which layout leaves out.
        parts.Add(comment.StartsLine || _isStart ? NewLine(comment.IsAfterBlankLine && keepsBlankLine) : Doc.Blank);
        var text = _tokens.Text.ToString(comment.Span).TrimEnd();
        parts.Add(new TextDoc(text, comment.Span, 0));
    }

    private Doc NewLine(bool isAfterBlankLine)
    {
        if (!_isStart)
        {
            return new HardLineDoc(isAfterBlankLine);
        }

        _isStart = false;
        return _fixedLines.KeepsEmptyStart ? new HardLineDoc(AfterBlankLine: false) : Doc.Empty;
    }

    private bool HasCommentBefore(int index)
    {
        foreach (var trivia in _tokens.TriviaBefore(index))
        {
            if (trivia.Kind == TriviaKind.Comment)
            {
                return true;
            }
        }

        return false;
    }

    private List<CommentLine> CommentsBefore(int index, out bool isAfterBlankLine)
    {
        List<CommentLine> comments = [];
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
                        comments.Add(new CommentLine(trivia.Span, column, startsLine, lineEnds > 1));
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
        return comments;
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
