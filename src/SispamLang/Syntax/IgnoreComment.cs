using SispamLang.Dialects;
using SispamLang.Text;

namespace SispamLang.Syntax;

/// <summary>A comment <c># sispam: ignore CODE reason</c>, as it is written.</summary>
/// <param name="Span">The comment.</param>
/// <param name="Line">The line that it speaks of, counted from 0; null if it does not stand on a line of its own.</param>
/// <param name="Code">The code; empty if it names none.</param>
/// <param name="CodeSpan">Where the code stands.</param>
/// <param name="Reason">The reason; empty if it gives none.</param>
internal sealed record IgnoreComment(TextSpan Span, int? Line, string Code, TextSpan CodeSpan, string Reason)
{
    /// <summary>All of them in a file, in the order of the text.</summary>
    public static IEnumerable<IgnoreComment> In(SyntaxTree tree)
    {
        var text = tree.Text;
        var (above, below) = (-1, 0);
        foreach (var (value, span) in MarkedComments.Of(tree.Tokens, SyntaxTree.ToolMark))
        {
            var (word, tail) = FirstWord(value);
            if (!Words.FormsOf(Concept.Ignore).Any(f => f.Text.Equals(word, StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            var line = text.PositionOf(span.Start).Line;
            if (line <= above || line >= below)
            {
                // Not in the same run of comments as the one before.
                (above, below) = (line, LineBelowComments(text, line));
            }

            var (code, reason) = FirstWord(tail);
            var codeSpan = new TextSpan(span.Start + text.ToString(span).TrimEnd().Length - tail.Length, code.Length);
            yield return new IgnoreComment(span, IsComment(text, line) ? below : null, code, codeSpan, reason);
        }
    }

    // Several comments may stand above one line.
    private static int LineBelowComments(SourceText text, int line)
    {
        do
        {
            line++;
        } while (line < text.LineStarts.Length && IsComment(text, line));

        return line;
    }

    private static bool IsComment(SourceText text, int line)
    {
        var position = text.LineStarts[line];
        while (position < text.Length && text.Content[position] is ' ' or '\t' or '\uFEFF')
        {
            position++;
        }

        return position < text.Length && text.Content[position] == '#';
    }

    private static (string Word, string Tail) FirstWord(string text)
    {
        var end = text.IndexOfAny([' ', '\t']);
        return end < 0 ? (text, "") : (text.Substring(0, end), text.Substring(end).Trim());
    }
}
