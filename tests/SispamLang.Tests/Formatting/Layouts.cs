using System.Globalization;
using System.Text;
using SispamLang.Diagnostics;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Tests.Formatting;

/// <summary>Lays well-formed texts out as many a hand would: other indentation, blanks, line ends, comments, long lists.</summary>
internal static class Layouts
{
    /// <summary>A text in another layout. The same number gives the same text.</summary>
    public static string Change(string content, int seed)
    {
        var random = new Random(seed);
        var text = new SourceText("", content);
        TokenList tokens = Lexer.Tokenize(text, new DiagnosticBag(text));
        string newLine = random.Next(4) == 0 ? "\r\n" : "\n";
        int step = random.Next(1, 4);
        int oddity = random.Next(4);
        var result = new StringBuilder();
        int column = 0;
        for (int i = 0; i < tokens.Count - 1; i++)
        {
            Token token = tokens[i];
            if (token.StartsLine)
            {
                column = token.Column * step;
                AddTrivia(result, tokens, i, column, newLine, random);
            }
            else if (
                tokens[i - 1].Kind == TokenKind.Comma
                && random.Next(6) == 0
                && !text.LineText(text.PositionOf(token.Start).Line).TrimStart().StartsWith('#')
            )
            {
                result.Append(Comment(random)).Append(newLine).Append(' ', column + random.Next(1, 20));
            }
            else
            {
                bool isGlued = token.Start == tokens[i - 1].End;
                result.Append(
                    ' ',
                    isGlued && random.Next(8) > 0 ? 0
                        : isGlued ? oddity
                        : 1 + random.Next(oddity + 1)
                );
            }

            result.Append(token.Kind == TokenKind.Arrow ? (random.Next(3) == 0 ? "→" : "->") : tokens.TextOf(i));
        }

        AddTrivia(result, tokens, tokens.Count - 1, 0, newLine, random);
        return result.ToString();
    }

    // The comments that are there, and more of them; a line that a comment speaks of stays below it.
    private static void AddTrivia(
        StringBuilder result,
        TokenList tokens,
        int index,
        int column,
        string newLine,
        Random random
    )
    {
        bool startsLine = index == 0;
        bool hasComment = false;
        foreach (Trivia trivia in tokens.TriviaBefore(index))
        {
            if (trivia.Kind == TriviaKind.LineEnd)
            {
                startsLine = true;
                result.Append(newLine);
            }
            else if (trivia.Kind == TriviaKind.Comment)
            {
                hasComment = true;
                result.Append(startsLine ? new string(' ', column) : " ").Append(tokens.Text.Slice(trivia.Span));
            }
        }

        if (!hasComment && index > 0 && random.Next(8) == 0)
        {
            result.Append(' ', random.Next(12)).Append(Comment(random)).Append(newLine);
        }

        result.Append(' ', column);
    }

    private static string Comment(Random random) =>
        random.Next(2) == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"# note {random.Next(100)}");
}
