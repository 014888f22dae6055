using SispamLang.Syntax;

namespace SispamLang.Formatting;

/// <summary>How tokens stand beside each other on a line, and how they are written.</summary>
internal static class Spacing
{
    /// <summary>There is a blank between two tokens.</summary>
    public static bool IsBetween(TokenKind left, TokenKind right) =>
        left is not (TokenKind.Range or TokenKind.Slash)
        && right
            is not (
                TokenKind.Range
                or TokenKind.Slash
                or TokenKind.Percent
                or TokenKind.Comma
                or TokenKind.Semicolon
                or TokenKind.Colon
            );

    /// <summary>A sign that has two forms in the one that every keyboard has; null for any other token.</summary>
    public static string? KeyboardFormOf(TokenKind kind) =>
        kind switch
        {
            TokenKind.Arrow => "->",
            TokenKind.NotEqual => "!=",
            TokenKind.LessOrEqual => "<=",
            TokenKind.GreaterOrEqual => ">=",
            _ => null,
        };

    /// <summary>How long some tokens are on one line.</summary>
    public static int WidthOf(TokenList tokens, int first, int end)
    {
        var width = 0;
        for (var i = first; i < end; i++)
        {
            width += KeyboardFormOf(tokens[i].Kind)?.Length ?? tokens[i].Length;
            width += i > first && IsBetween(tokens[i - 1].Kind, tokens[i].Kind) ? 1 : 0;
        }

        return width;
    }
}
