using System.Globalization;

namespace SispamLang.Cli.Reporting;

/// <summary>Text from files, made fit to be shown: nothing in it can move the cursor, ring or turn the line around.</summary>
internal static class Visible
{
    /// <summary>One line; what can't be shown becomes U+FFFD, one for one, so that columns stay.</summary>
    public static string Line(string text) => Replace(text, keepTabs: false);

    /// <summary>One line of source; tabs stay.</summary>
    public static string Source(string text) => Replace(text, keepTabs: true);

    /// <summary>How many columns a character takes on a terminal; a surrogate counts for half of its pair.</summary>
    public static int WidthOf(char c) =>
        c < 0x300 ? 1
        : CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format ? 0
        : IsWide(c) ? 2
        : 1;

    private static bool IsWide(char c) =>
        c
            is (>= '\u1100' and <= '\u115F')
                or (>= '\u2E80' and <= '\uA4CF')
                or (>= '\uAC00' and <= '\uD7A3')
                or (>= '\uF900' and <= '\uFAFF')
                or (>= '\uFE30' and <= '\uFE4F')
                or (>= '\uFF00' and <= '\uFF60')
                or (>= '\uFFE0' and <= '\uFFE6');

    private static string Replace(string text, bool keepTabs)
    {
        var first = 0;
        while (first < text.Length && !IsHarmful(text[first], keepTabs))
        {
            first++;
        }

        if (first == text.Length)
        {
            return text;
        }

        return string.Create(
            text.Length,
            (text, keepTabs),
            static (shown, from) =>
            {
                for (var i = 0; i < shown.Length; i++)
                {
                    shown[i] = IsHarmful(from.text[i], from.keepTabs) ? '\uFFFD' : from.text[i];
                }
            }
        );
    }

    // Control characters, and those that change the direction of what follows.
    private static bool IsHarmful(char c, bool keepTabs) =>
        c < ' ' ? c != '\t' || !keepTabs
        : c < '\u007F' ? false
        : c <= '\u009F' || c is '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
