using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Text;

namespace SispamLang.Syntax;

/// <summary>Turns text into tokens. Takes any text: what it does not know becomes a <see cref="TokenKind.Bad"/> token.</summary>
public static class Lexer
{
    /// <summary>How far a tab indents at the most.</summary>
    public const int TabWidth = 4;

    /// <summary>All tokens of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="diagnostics">Receives what is wrong with it.</param>
    public static TokenList Tokenize(SourceText text, DiagnosticBag diagnostics) =>
        Tokenize(new TokenList(text), text.Content is ['\uFEFF', ..] ? 1 : 0, diagnostics);

    /// <summary>Adds the tokens that are still to come.</summary>
    /// <param name="tokens">Those before.</param>
    /// <param name="position">Where to go on: the start of a line.</param>
    /// <param name="diagnostics">Receives what is wrong from there on; nothing is before.</param>
    internal static TokenList Tokenize(TokenList tokens, int position, DiagnosticBag diagnostics)
    {
        var content = tokens.Text.Content;
        var lineStart = position;
        var startsLine = true;
        var column = 0;
        var reportedMix = false;
        while (true)
        {
            // Trivia.
            while (position < content.Length)
            {
                var c = content[position];
                if (c == ' ')
                {
                    column++;
                    position++;
                }
                else if (c == '\t')
                {
                    column = (column / TabWidth + 1) * TabWidth;
                    position++;
                }
                else if (c is '\n' or '\r')
                {
                    position++;
                    lineStart = position;
                    column = 0;
                    startsLine = true;
                }
                else if (c == '#')
                {
                    while (position < content.Length && content[position] is not ('\n' or '\r'))
                    {
                        position++;
                    }
                }
                else if (c > 0x7F && char.IsWhiteSpace(c))
                {
                    column++;
                    position++;
                }
                else
                {
                    break;
                }
            }

            if (startsLine && position < content.Length && position > lineStart)
            {
                tokens.NoteIndent(content.AsSpan(lineStart, position - lineStart));
                if (tokens.IsIndentMixed && !reportedMix)
                {
                    reportedMix = true;
                    diagnostics.Report(DiagnosticCode.TabsAndBlanks, TextSpan.FromBounds(lineStart, position));
                }
            }

            if (position >= content.Length)
            {
                tokens.Add(new Token(TokenKind.EndOfFile, true, 0, content.Length, 0, 0, 0));
                return tokens;
            }

            var start = position;
            var end = start; // Apart, so that the position can stay in a register.
            ushort word = 0;
            uint hash = 0;
            var kind = Scan(content, ref end, ref word, ref hash);
            position = end;
            if (kind == TokenKind.Bad)
            {
                diagnostics.Report(
                    DiagnosticCode.UnexpectedCharacter,
                    TextSpan.FromBounds(start, position),
                    Describe(content, start)
                );
            }
            else if (kind == TokenKind.String)
            {
                CheckString(content, start, position, diagnostics);
            }

            tokens.Add(new Token(kind, startsLine, word, start, position - start, column, hash));
            startsLine = false;
        }
    }

    private static TokenKind Scan(string content, ref int position, ref ushort word, ref uint hash)
    {
        var c = content[position];
        if (IsLetter(content, position))
        {
            var start = position;
            hash = ScanWord(content, ref position);
            word = Words.NumberOf(content.AsSpan(start, position - start), hash);
            return TokenKind.Word;
        }

        if (c is >= '0' and <= '9')
        {
            var start = position;
            var kind = ScanNumber(content, ref position);
            hash = FoldedHash.Of(content.AsSpan(start, position - start));
            return kind;
        }

        var next = position + 1 < content.Length ? content[position + 1] : '\0';
        switch (c)
        {
            case '"':
                ScanString(content, ref position);
                return TokenKind.String;
            case ':':
                return One(TokenKind.Colon, ref position);
            case ';':
                return One(TokenKind.Semicolon, ref position);
            case '/':
                return One(TokenKind.Slash, ref position);
            case ',':
                return One(TokenKind.Comma, ref position);
            case '%':
                return One(TokenKind.Percent, ref position);
            case '=':
                return One(TokenKind.Equal, ref position);
            case '→':
                return One(TokenKind.Arrow, ref position);
            case '≥':
                return One(TokenKind.GreaterOrEqual, ref position);
            case '≤':
                return One(TokenKind.LessOrEqual, ref position);
            case '≠':
                return One(TokenKind.NotEqual, ref position);
            case '-' when next == '>':
                return Two(TokenKind.Arrow, ref position);
            case '.' when next == '.':
                return Two(TokenKind.Range, ref position);
            case '!' when next == '=':
                return Two(TokenKind.NotEqual, ref position);
            case '<':
                return next == '=' ? Two(TokenKind.LessOrEqual, ref position) : One(TokenKind.Less, ref position);
            case '>':
                return next == '=' ? Two(TokenKind.GreaterOrEqual, ref position) : One(TokenKind.Greater, ref position);
            default:
                ScanBad(content, ref position);
                return TokenKind.Bad;
        }
    }

    private static TokenKind One(TokenKind kind, ref int position)
    {
        position++;
        return kind;
    }

    private static TokenKind Two(TokenKind kind, ref int position)
    {
        position += 2;
        return kind;
    }

    private static bool IsLetter(string content, int position)
    {
        var c = content[position];
        if (c < 0x80)
        {
            return (uint)((c | 0x20) - 'a') <= 'z' - 'a';
        }

        return char.IsSurrogate(c)
            ? char.IsHighSurrogate(c)
                && position + 1 < content.Length
                && char.IsLowSurrogate(content[position + 1])
                && char.IsLetter(content, position)
            : char.IsLetter(c);
    }

    private static bool IsAsciiWordPart(char c) => (uint)((c | 0x20) - 'a') <= 'z' - 'a' || (uint)(c - '0') <= 9;

    private static bool IsWordPart(string content, int position)
    {
        var c = content[position];
        return c < 0x80
            ? IsAsciiWordPart(c)
            : IsLetter(content, position)
                || char.GetUnicodeCategory(c)
                    is System.Globalization.UnicodeCategory.NonSpacingMark
                        or System.Globalization.UnicodeCategory.SpacingCombiningMark
                        or System.Globalization.UnicodeCategory.DecimalDigitNumber;
    }

    // Most words are ASCII throughout: their hash is made on the way.
    private static uint ScanWord(string content, ref int position)
    {
        var hash = FoldedHash.Basis;
        var i = position;
        while (i < content.Length)
        {
            var c = content[i];
            if (!IsAsciiWordPart(c))
            {
                if (c >= 0x80)
                {
                    return ScanAnyWord(content, ref position);
                }

                if (!IsJoint(c) || i + 1 == content.Length || !IsWordPart(content, i + 1))
                {
                    break;
                }
            }

            hash = FoldedHash.Append(hash, c | 0x20); // Digits and joints have that bit anyway.
            i++;
        }

        position = i;
        return hash;
    }

    private static uint ScanAnyWord(string content, ref int position)
    {
        var start = position;
        while (position < content.Length)
        {
            if (IsWordPart(content, position))
            {
                position += char.IsHighSurrogate(content[position]) ? 2 : 1;
            }
            else if (IsJoint(content[position]) && position + 1 < content.Length && IsWordPart(content, position + 1))
            {
                position++;
            }
            else
            {
                break;
            }
        }

        return FoldedHash.Of(content.AsSpan(start, position - start));
    }

    // Between two parts of a word.
    private static bool IsJoint(char c) => c is '-' or '\'' or '.' or '&';

    private static TokenKind ScanNumber(string content, ref int position)
    {
        var start = position;
        SkipDigits(content, ref position);
        var digits = position - start;
        if (digits == 4 && At(content, position) == '-' && IsDateRest(content, position))
        {
            position += 6;
            return TokenKind.Date;
        }

        if (
            digits <= 2
            && At(content, position) == ':'
            && IsDigit(content, position + 1)
            && IsDigit(content, position + 2)
        )
        {
            position += 3;
            return TokenKind.Clock;
        }

        if (At(content, position) == '.' && IsDigit(content, position + 1))
        {
            position++;
            SkipDigits(content, ref position);
        }

        return TokenKind.Number;
    }

    private static bool IsDateRest(string content, int position) =>
        IsDigit(content, position + 1)
        && IsDigit(content, position + 2)
        && At(content, position + 3) == '-'
        && IsDigit(content, position + 4)
        && IsDigit(content, position + 5);

    private static void SkipDigits(string content, ref int position)
    {
        while (IsDigit(content, position))
        {
            position++;
        }
    }

    private static char At(string content, int position) => position < content.Length ? content[position] : '\0';

    private static bool IsDigit(string content, int position) => At(content, position) is >= '0' and <= '9';

    private static void ScanString(string content, ref int position)
    {
        position++;
        while (position < content.Length && content[position] is not ('\n' or '\r'))
        {
            var c = content[position++];
            if (c == '"')
            {
                return;
            }

            if (c == '\\' && position < content.Length && content[position] is not ('\n' or '\r'))
            {
                position++;
            }
        }
    }

    private static void CheckString(string content, int start, int end, DiagnosticBag diagnostics)
    {
        for (var i = start + 1; i < end; i++)
        {
            if (content[i] == '\\' && i + 1 < end)
            {
                if (content[i + 1] is not ('"' or '\\'))
                {
                    diagnostics.Report(DiagnosticCode.BadEscape, new TextSpan(i, 2), content.Substring(i, 2));
                }

                i++;
            }
            else if (content[i] == '"')
            {
                return;
            }
            else if (char.IsControl(content[i]) && content[i] != '\t')
            {
                diagnostics.Report(DiagnosticCode.UnexpectedCharacter, new TextSpan(i, 1), Describe(content, i));
                return;
            }
        }

        diagnostics.Report(DiagnosticCode.UnclosedString, TextSpan.FromBounds(start, end));
    }

    private static void ScanBad(string content, ref int position)
    {
        // A run of the same kind of rubbish is one token, so that a binary file is not a million messages.
        position += IsPair(content, position) ? 2 : 1;
        while (
            position < content.Length
            && (
                char.IsControl(content[position])
                || content[position] is '\uFFFD'
                || char.IsSurrogate(content[position])
            )
            && content[position] is not ('\n' or '\r' or '\t')
        )
        {
            position += IsPair(content, position) ? 2 : 1;
        }
    }

    private static bool IsPair(string content, int position) =>
        char.IsHighSurrogate(content[position])
        && position + 1 < content.Length
        && char.IsLowSurrogate(content[position + 1]);

    private static string Describe(string content, int position)
    {
        if (IsPair(content, position))
        {
            return content.Substring(position, 2);
        }

        var c = content[position];
        return char.IsControl(c) || char.IsSurrogate(c) || c == '\uFFFD'
            ? "U+" + ((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture)
            : c.ToString();
    }
}
