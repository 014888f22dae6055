namespace SispamLang.Dialects;

/// <summary>Kit of which a person wears or carries one piece. Its names are free words, so it is known by what they end
/// in (English) or begin with (Indonesian): <c>long shields</c>, <c>tameng panjang</c>.</summary>
internal static class PersonalKit
{
    private static readonly (string English, string[] Indonesian)[] Sorts =
    [
        ("shield", ["tameng", "perisai"]),
        ("baton", ["tongkat", "pentungan"]),
        ("helmet", ["helm"]),
        ("vest", ["rompi"]),
        ("mask", ["masker"]),
        ("launcher", ["pelontar", "pelempar"]),
    ];

    /// <summary>The sort that some kit belongs to, in English; null if people may carry several of it, or none.</summary>
    /// <param name="key">The kit's name, in lower case.</param>
    public static string? SortOf(string key)
    {
        var last = key.Substring(key.LastIndexOf(' ') + 1);
        var first = key.Split(' ')[0];
        foreach (var (english, indonesian) in Sorts)
        {
            if (last == english || last == english + "s" || indonesian.Contains(first, StringComparer.Ordinal))
            {
                return english;
            }
        }

        return null;
    }
}
