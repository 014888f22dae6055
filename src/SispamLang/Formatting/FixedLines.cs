using SispamLang.Syntax;

namespace SispamLang.Formatting;

/// <summary>
/// Lines that a comment speaks of by where they are, so that nothing may come to them or leave them: the line below a
/// comment that silences a message, and one with the comment that names the language.
/// </summary>
internal sealed class FixedLines
{
    private readonly TokenList _tokens;
    private readonly HashSet<int> _lines;

    private FixedLines(TokenList tokens, HashSet<int> lines, bool keepsEmptyStart)
    {
        _tokens = tokens;
        _lines = lines;
        KeepsEmptyStart = keepsEmptyStart;
    }

    /// <summary>The first line with anything on it would name the file's language if it were the first of all, or the stray
    /// mark it starts with would be the file's byte order mark.</summary>
    public bool KeepsEmptyStart { get; }

    /// <summary>Those of a file.</summary>
    public static FixedLines Of(SyntaxTree tree)
    {
        var text = tree.Text;
        HashSet<int> lines = [];
        var first = tree.Tokens[0];
        var keepsEmptyStart =
            text.PositionOf(first.Start).Line > 0
            && text.Slice(first.Span) is ['\uFEFF', ..]
            && IsEmpty(text.Content.AsSpan(0, first.Start));
        foreach (var (_, span) in MarkedComments.Of(tree.Tokens, SyntaxTree.LanguageMark))
        {
            var line = text.PositionOf(span.Start).Line;
            lines.Add(line);
            var above = text.Content.AsSpan(0, text.LineStarts[line]);
            keepsEmptyStart |= line > 0 && IsEmpty(above);
        }

        foreach (var comment in IgnoreComment.In(tree))
        {
            if (comment.Line is { } line)
            {
                lines.Add(line);
            }
        }

        return new FixedLines(tree.Tokens, lines, keepsEmptyStart);
    }

    /// <summary>A token stays on the line of the token before it.</summary>
    public bool Joins(int index) => _lines.Count > 0 && !_tokens[index].StartsLine && IsFixed(index);

    /// <summary>A token stays where it is even if it says nothing.</summary>
    public bool Keeps(int index) => _lines.Count > 0 && IsFixed(index);

    /// <summary>A token stays at the start of its line.</summary>
    public bool Breaks(int index) =>
        _lines.Count > 0 && _tokens[index].StartsLine && (IsFixed(index) || IsFixed(index - 1));

    private static bool IsEmpty(ReadOnlySpan<char> start) => start.TrimStart('\uFEFF').IsWhiteSpace();

    private bool IsFixed(int index) => _lines.Contains(_tokens.Text.PositionOf(_tokens[index].Start).Line);
}
