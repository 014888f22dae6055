using SispamLang.Dialects;
using SispamLang.Runtime;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Cli.Running;

/// <summary>Reads values that stand on the command line as they are written in a drill: <c>12</c>, <c>60%</c>,
/// <c>20 min</c>, and <c>20min</c> besides.</summary>
internal static class ValueText
{
    /// <summary>A duration in milliseconds, or null.</summary>
    public static long? Duration(string text) => Read(text) is (ParamKind.Duration, var value) ? value : null;

    /// <summary>A value and what it is; null if it is none.</summary>
    public static (ParamKind Kind, long Value)? Read(string text) =>
        Read(text, Dialect.English) ?? Read(text, Dialect.Indonesian);

    // The language itself reads it, as the value of a param, so that nothing about values is known here.
    private static (ParamKind, long)? Read(string text, Dialect dialect)
    {
        var line = Words.Canonical(Concept.Param, dialect) + " x = " + Spaced(text);
        var tree = SyntaxTree.Parse(new SourceText("", line));
        if (!tree.Diagnostics.IsEmpty)
        {
            return null;
        }

        foreach (var declaration in tree.Root.Declarations)
        {
            foreach (var child in declaration.Children)
            {
                switch (child)
                {
                    case NumberSyntax number:
                        return (ParamKind.Number, number.Value);
                    case PercentageSyntax percentage:
                        return (ParamKind.Percentage, percentage.Hundredths);
                    case DurationSyntax duration when duration.LowMs == duration.HighMs:
                        return (ParamKind.Duration, duration.LowMs);
                }
            }
        }

        return null;
    }

    private static string Spaced(string text)
    {
        var spaced = new System.Text.StringBuilder(text.Length + 4);
        foreach (var c in text)
        {
            // A line end or a comment would be more than a value.
            if (c is '#' or ';' or ',' or ':' || char.IsControl(c))
            {
                return "";
            }

            if (
                spaced.Length > 0
                && char.IsAsciiLetter(c) != char.IsAsciiLetter(spaced[^1])
                && IsWordPart(c, spaced[^1])
            )
            {
                spaced.Append(' ');
            }

            spaced.Append(c);
        }

        return spaced.ToString();
    }

    private static bool IsWordPart(char c, char before) =>
        (char.IsAsciiLetter(c) && char.IsAsciiDigit(before)) || (char.IsAsciiDigit(c) && char.IsAsciiLetter(before));
}
