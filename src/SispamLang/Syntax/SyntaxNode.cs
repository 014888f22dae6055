using System.Collections.Immutable;
using SispamLang.Dialects;
using SispamLang.Text;

namespace SispamLang.Syntax;

/// <summary>
/// A part of a drill as written. A node covers a run of tokens; its children cover the same run without gaps, down to
/// the leaves. What the grammar asks for and the text lacks is a leaf of no tokens, never null.
/// </summary>
public abstract class SyntaxNode
{
    private protected SyntaxNode() { }

    /// <summary>All tokens of the text it was read from: the file's, or those of an earlier version of it, which was the same up
    /// to the end of the line behind the node (see <see cref="SyntaxTree.WithChangedText"/>).</summary>
    public abstract TokenList Tokens { get; }

    /// <summary>The first token it covers.</summary>
    public abstract int FirstToken { get; }

    /// <summary>The token after the last it covers.</summary>
    public abstract int EndToken { get; }

    /// <summary>It stands for something that the text lacks.</summary>
    public bool IsMissing => FirstToken == EndToken;

    /// <summary>Its characters, without trivia around it. If missing: the place after the token before it.</summary>
    public TextSpan Span =>
        IsMissing
            ? new TextSpan(FirstToken == 0 ? 0 : Tokens[FirstToken - 1].End, 0)
            : TextSpan.FromBounds(Tokens[FirstToken].Start, Tokens[EndToken - 1].End);

    /// <summary>Its parts in the order of the text; none for a leaf.</summary>
    public abstract NodeList Children { get; }

    /// <summary>Its characters as written.</summary>
    public override string ToString() => Tokens.Text.ToString(Span);

    /// <summary>Its characters on one line, with single blanks.</summary>
    internal string ToOneLine() =>
        string.Join(" ", ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A node without children.</summary>
public abstract class SyntaxLeaf : SyntaxNode
{
    private protected SyntaxLeaf(TokenList tokens, int first, int end)
    {
        Tokens = tokens;
        FirstToken = first;
        EndToken = end;
    }

    /// <inheritdoc/>
    public sealed override TokenList Tokens { get; }

    /// <inheritdoc/>
    public sealed override int FirstToken { get; }

    /// <inheritdoc/>
    public sealed override int EndToken { get; }

    /// <inheritdoc/>
    public sealed override NodeList Children => default;
}

/// <summary>A keyword of one or more words.</summary>
public sealed class KeywordSyntax : SyntaxLeaf
{
    internal KeywordSyntax(TokenList tokens, int first, int end, Concept concept)
        : base(tokens, first, end) => Concept = concept;

    /// <summary>What it means.</summary>
    public Concept Concept { get; }
}

/// <summary>A sign such as a comma or an arrow.</summary>
public sealed class SignSyntax : SyntaxLeaf
{
    internal SignSyntax(TokenList tokens, int first, int end)
        : base(tokens, first, end) { }

    /// <summary>Which sign.</summary>
    public TokenKind Kind => Tokens[FirstToken].Kind;
}

/// <summary>Tokens that the parser passed over; a message says why.</summary>
public sealed class SkippedSyntax : SyntaxLeaf
{
    internal SkippedSyntax(TokenList tokens, int first, int end)
        : base(tokens, first, end) { }
}

/// <summary>Something that can stand for a value.</summary>
public abstract class ValueSyntax : SyntaxLeaf
{
    private protected ValueSyntax(TokenList tokens, int first, int end)
        : base(tokens, first, end) { }
}

/// <summary>A run of words, numbers and names in quotes; the binder decides what it means.</summary>
public sealed class PhraseSyntax : ValueSyntax
{
    internal PhraseSyntax(TokenList tokens, int first, int end)
        : base(tokens, first, end) { }

    /// <summary>How many words, numbers included.</summary>
    public int WordCount => EndToken - FirstToken;

    /// <summary>It starts with a name in quotes.</summary>
    public bool IsQuoted => !IsMissing && Tokens[FirstToken].Kind == TokenKind.String;
}

/// <summary>A whole number.</summary>
public sealed class NumberSyntax : ValueSyntax
{
    internal NumberSyntax(TokenList tokens, int first, int end, long? value)
        : base(tokens, first, end)
    {
        Value = value ?? 0;
        IsReadable = value is not null;
    }

    /// <summary>The number; 0 if it is not <see cref="IsReadable"/>.</summary>
    public long Value { get; }

    /// <summary>It is there, whole, and not too large; a message says so where it is not.</summary>
    public bool IsReadable { get; }
}

/// <summary>A percentage.</summary>
public sealed class PercentageSyntax : ValueSyntax
{
    internal PercentageSyntax(TokenList tokens, int first, int end, int hundredths)
        : base(tokens, first, end) => Hundredths = hundredths;

    /// <summary>Hundredths of a percent, 0 to 10,000.</summary>
    public int Hundredths { get; }
}

/// <summary>A duration, or a range of durations.</summary>
public sealed class DurationSyntax : ValueSyntax
{
    internal DurationSyntax(TokenList tokens, int first, int end, long low, long high)
        : base(tokens, first, end)
    {
        LowMs = low;
        HighMs = high;
    }

    /// <summary>The least, in milliseconds.</summary>
    public long LowMs { get; }

    /// <summary>The most, in milliseconds.</summary>
    public long HighMs { get; }
}

/// <summary>A clock time.</summary>
public sealed class ClockSyntax : ValueSyntax
{
    internal ClockSyntax(TokenList tokens, int first, int end, long ms)
        : base(tokens, first, end) => Ms = ms;

    /// <summary>Milliseconds after midnight.</summary>
    public long Ms { get; }
}

/// <summary>A date, <c>yyyy-MM-dd</c>.</summary>
public sealed class DateSyntax : ValueSyntax
{
    internal DateSyntax(TokenList tokens, int first, int end)
        : base(tokens, first, end) { }
}

/// <summary>A text in quotes.</summary>
public sealed class StringSyntax : ValueSyntax
{
    internal StringSyntax(TokenList tokens, int first, int end)
        : base(tokens, first, end) { }

    /// <summary>The text without quotes and escapes.</summary>
    public string Value => IsMissing ? "" : Unescape(Tokens.CharactersOf(FirstToken));

    /// <summary>Whether the literal ends with its closing quote, which an odd number of backslashes would make part of
    /// the text.</summary>
    internal static bool IsClosed(ReadOnlySpan<char> literal)
    {
        if (literal.Length < 2 || literal[literal.Length - 1] != '"')
        {
            return false;
        }

        var inner = literal.Slice(1, literal.Length - 2);
        return (inner.Length - inner.TrimEnd('\\').Length) % 2 == 0;
    }

    internal static string Unescape(ReadOnlySpan<char> literal)
    {
        var end = IsClosed(literal) ? literal.Length - 1 : literal.Length;
        var inner = literal.Slice(1, end - 1);
        if (inner.IndexOf('\\') < 0)
        {
            return inner.ToString();
        }

        var result = new System.Text.StringBuilder(inner.Length);
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] == '\\' && i + 1 < inner.Length && inner[i + 1] is '"' or '\\')
            {
                i++;
            }

            result.Append(inner[i]);
        }

        return result.ToString();
    }
}
