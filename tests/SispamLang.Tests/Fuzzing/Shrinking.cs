namespace SispamLang.Tests.Fuzzing;

/// <summary>Makes a text that fails small enough to be understood.</summary>
internal static class Shrinking
{
    /// <summary>The text without what the failure does not need: whole lines, then single characters.</summary>
    public static string Shrink(string content, Func<string, bool> fails)
    {
        List<string> pieces = [.. content.Split('\n').Select(line => line + "\n")];
        pieces[^1] = pieces[^1][..^1];
        pieces = WithoutNeedless(pieces, fails);
        return string.Concat(WithoutNeedless([.. string.Concat(pieces).Select(c => c.ToString())], fails));
    }

    // Halves first, then quarters, down to single pieces.
    private static List<string> WithoutNeedless(List<string> pieces, Func<string, bool> fails)
    {
        for (int size = Math.Max(1, pieces.Count / 2); size > 0; size /= 2)
        {
            for (int start = pieces.Count - size; start >= 0; start -= size)
            {
                List<string> rest = [.. pieces[..start], .. pieces[(start + size)..]];
                if (fails(string.Concat(rest)))
                {
                    pieces = rest;
                }
            }
        }

        return pieces;
    }
}
