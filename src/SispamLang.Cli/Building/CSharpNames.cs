using System.Globalization;

namespace SispamLang.Cli.Building;

/// <summary>What may be a name in C#.</summary>
internal static class CSharpNames
{
    /// <summary>Names joined by dots. Words of C# are names here too: the generator escapes them.</summary>
    public static bool IsNamespace(string text)
    {
        foreach (var part in text.Split('.'))
        {
            if (part.Length == 0 || !IsFirst(part[0]))
            {
                return false;
            }

            foreach (var c in part)
            {
                if (!IsFirst(c) && !IsLater(c))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsFirst(char c) => c == '_' || char.IsLetter(c);

    private static bool IsLater(char c) =>
        char.GetUnicodeCategory(c)
            is UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.ConnectorPunctuation
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark;
}
