namespace SispamLang.Diagnostics;

/// <summary>Finds the name that was probably meant.</summary>
public static class Nearest
{
    private const int LongestCompared = 60;

    /// <summary>The candidate that needs the fewest changes (letters inserted, left out, replaced, or two neighbours
    /// swapped), or null if none is near: at most a third of its letters may differ.</summary>
    public static string? To(string text, IEnumerable<string> candidates)
    {
        if (text.Length is 0 or > LongestCompared)
        {
            return null;
        }

        var folded = text.ToLowerInvariant();
        string? nearest = null;
        var best = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var allowed = Math.Max(1, Math.Max(folded.Length, candidate.Length) / 3);
            if (candidate.Length > LongestCompared || Math.Abs(candidate.Length - folded.Length) > allowed)
            {
                continue;
            }

            var distance = Distance(folded, candidate.ToLowerInvariant());
            if (distance <= allowed && distance < best)
            {
                best = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }

    /// <summary>A name for the gap of a message: in quotation marks, or empty if none is near.</summary>
    public static string InQuotes(string? nearest) => nearest is null ? "" : "“" + nearest + "”";

    /// <summary>True if one change makes one into the other, letters' case aside.</summary>
    public static bool IsOneSlip(string a, string b) => Distance(a.ToLowerInvariant(), b.ToLowerInvariant()) == 1;

    private static int Distance(string a, string b)
    {
        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[b.Length];
    }
}
