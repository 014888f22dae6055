using System.Collections.Immutable;
using SispamLang.Text;

namespace SispamLang.Dialects;

/// <summary>One way to write a concept.</summary>
/// <param name="Concept">What it means.</param>
/// <param name="Position">Where it has that meaning.</param>
/// <param name="Dialect">The dialect it belongs to.</param>
/// <param name="Text">As written, its words separated by one space.</param>
/// <param name="Words">The numbers of its words.</param>
/// <param name="IsCanonical">It is the spelling that translation and formatting produce.</param>
public sealed record WordForm(
    Concept Concept,
    WordPosition Position,
    Dialect Dialect,
    string Text,
    ImmutableArray<ushort> Words,
    bool IsCanonical
);

/// <summary>Every built-in word of both dialects: the one place where they are written down.</summary>
/// <remarks>Each single word has a number above 0; the lexer marks word tokens with it, so that the parser compares
/// numbers. Words are compared without regard to case; all are ASCII.</remarks>
public static partial class Words
{
    private const int BucketCount = 1024;
    private const int LongestForm = 4;

    private static readonly string[] WordTexts;
    private static readonly ushort[] Buckets = new ushort[BucketCount];
    private static readonly ushort[] NextInBucket;
    private static readonly uint[] Hashes;
    private static readonly ImmutableArray<WordForm>[] FormsByConcept;
    private static readonly WordPosition[] PositionByConcept;
    private static readonly ImmutableArray<WordForm>[] FormsByPosition;

    // By word: the forms that it is the first, or last, word of, and their positions as bits.
    private static readonly ImmutableArray<WordForm>[] FormsByFirstWord;
    private static readonly ImmutableArray<WordForm>[] FormsByLastWord;
    private static readonly uint[] Starts;
    private static readonly uint[] Ends;

    static Words()
    {
        var numbers = new Dictionary<string, ushort>(StringComparer.Ordinal);
        var concepts = Enum.GetNames(typeof(Concept)).Length;
        var positions = Enum.GetNames(typeof(WordPosition)).Length;
        FormsByConcept = new ImmutableArray<WordForm>[concepts];
        PositionByConcept = new WordPosition[concepts];
        var byPosition = new List<WordForm>[positions];
        foreach (var (position, concept, english, indonesian) in Table)
        {
            var forms = ImmutableArray.CreateBuilder<WordForm>();
            AddForms(forms, concept, position, Dialect.English, english, numbers);
            AddForms(forms, concept, position, Dialect.Indonesian, indonesian, numbers);
            FormsByConcept[(int)concept] = forms.ToImmutable();
            PositionByConcept[(int)concept] = position;
            (byPosition[(int)position] ??= []).AddRange(forms);
        }

        FormsByConcept[(int)Concept.None] = [];
        // Longer forms first, so that no keyword hides behind a shorter one.
        FormsByPosition = new ImmutableArray<WordForm>[positions];
        for (var position = 0; position < positions; position++)
        {
            var sorted = ImmutableArray.CreateBuilder<WordForm>();
            for (var length = LongestForm; length > 0; length--)
            {
                sorted.AddRange(byPosition[position].Where(form => form.Words.Length == length));
            }

            FormsByPosition[position] = sorted.ToImmutable();
        }

        WordTexts = new string[numbers.Count + 1];
        WordTexts[0] = "";
        Hashes = new uint[numbers.Count + 1];
        NextInBucket = new ushort[numbers.Count + 1];
        foreach (var pair in numbers)
        {
            WordTexts[pair.Value] = pair.Key;
            var hash = FoldedHash.Of(pair.Key.AsSpan());
            Hashes[pair.Value] = hash;
            NextInBucket[pair.Value] = Buckets[hash % BucketCount];
            Buckets[hash % BucketCount] = pair.Value;
        }

        FormsByFirstWord = new ImmutableArray<WordForm>[numbers.Count + 1];
        FormsByLastWord = new ImmutableArray<WordForm>[numbers.Count + 1];
        FormsByFirstWord.AsSpan().Fill([]);
        FormsByLastWord.AsSpan().Fill([]);
        Starts = new uint[numbers.Count + 1];
        Ends = new uint[numbers.Count + 1];
        for (var length = LongestForm; length > 0; length--)
        {
            foreach (var forms in FormsByPosition)
            {
                foreach (var form in forms)
                {
                    if (form.Words.Length == length)
                    {
                        AddToEnds(form);
                    }
                }
            }
        }
    }

    private static void AddToEnds(WordForm form)
    {
        var first = form.Words[0];
        FormsByFirstWord[first] = FormsByFirstWord[first].Add(form);
        Starts[first] |= 1u << (int)form.Position;
        var last = form.Words[form.Words.Length - 1];
        FormsByLastWord[last] = FormsByLastWord[last].Add(form);
        Ends[last] |= 1u << (int)form.Position;
    }

    /// <summary>All concepts that have words, in the order of the table.</summary>
    public static IEnumerable<Concept> Concepts => Table.Select(row => row.Concept);

    /// <summary>Every form of a concept, English first, canonical spellings first.</summary>
    public static ImmutableArray<WordForm> FormsOf(Concept concept) => FormsByConcept[(int)concept];

    /// <summary>Every form that may stand in a position, longer ones first.</summary>
    public static ImmutableArray<WordForm> FormsOf(WordPosition position) => FormsByPosition[(int)position];

    /// <summary>The position of a concept.</summary>
    public static WordPosition PositionOf(Concept concept) => PositionByConcept[(int)concept];

    /// <summary>The canonical spelling of a concept.</summary>
    public static string Canonical(Concept concept, Dialect dialect)
    {
        foreach (var form in FormsByConcept[(int)concept])
        {
            if (form.Dialect == dialect && form.IsCanonical)
            {
                return form.Text;
            }
        }

        return "";
    }

    /// <summary>True if some form of a position starts with this word.</summary>
    internal static bool CanStart(ushort word, WordPosition position) => (Starts[word] & (1u << (int)position)) != 0;

    /// <summary>True if some form of a position ends with this word.</summary>
    internal static bool CanEnd(ushort word, WordPosition position) => (Ends[word] & (1u << (int)position)) != 0;

    /// <summary>Every form that starts with a word, longer ones first; none for 0.</summary>
    internal static ImmutableArray<WordForm> FormsFrom(ushort word) => FormsByFirstWord[word];

    /// <summary>Every form that ends with a word, longer ones first; none for 0.</summary>
    internal static ImmutableArray<WordForm> FormsUpTo(ushort word) => FormsByLastWord[word];

    /// <summary>The number of a word, or 0 if it is not a built-in one.</summary>
    /// <param name="word">The characters of the word.</param>
    /// <param name="hash">Its <see cref="FoldedHash"/>.</param>
    internal static ushort NumberOf(ReadOnlySpan<char> word, uint hash)
    {
        for (var i = Buckets[hash % BucketCount]; i != 0; i = NextInBucket[i])
        {
            if (Hashes[i] == hash && Is(word, WordTexts[i]))
            {
                return i;
            }
        }

        return 0;
    }

    // Built-in words are small letters and hyphens, and no capital but a letter's own becomes one of them by this bit.
    private static bool Is(ReadOnlySpan<char> word, string text)
    {
        if (word.Length != text.Length)
        {
            return false;
        }

        for (var i = 0; i < word.Length; i++)
        {
            if ((word[i] | 0x20) != text[i])
            {
                return false;
            }
        }

        return true;
    }

    private static void AddForms(
        ImmutableArray<WordForm>.Builder forms,
        Concept concept,
        WordPosition position,
        Dialect dialect,
        string spellings,
        Dictionary<string, ushort> numbers
    )
    {
        var canonical = true;
        foreach (var spelling in spellings.Split('|'))
        {
            var words = ImmutableArray.CreateBuilder<ushort>();
            foreach (var word in spelling.ToLowerInvariant().Split(' '))
            {
                if (!numbers.TryGetValue(word, out var number))
                {
                    number = (ushort)(numbers.Count + 1);
                    numbers.Add(word, number);
                }

                words.Add(number);
            }

            forms.Add(new WordForm(concept, position, dialect, spelling, words.ToImmutable(), canonical));
            canonical = false;
        }
    }
}

/// <summary>A hash of a word that does not depend on case, nor on how its accents are encoded.</summary>
internal static class FoldedHash
{
    /// <summary>The hash of no characters.</summary>
    public const uint Basis = 2166136261;

    private const uint Prime = 16777619;

    /// <summary>The hash of some characters and one more, which is ASCII and no capital.</summary>
    public static uint Append(uint hash, int c) => (hash ^ (uint)c) * Prime;

    public static uint Of(ReadOnlySpan<char> word)
    {
        var hash = Basis;
        foreach (var c in word)
        {
            if (c >= 0x80)
            {
                return OfFolded(Fold(word.ToString()));
            }

            hash = Append(hash, c is >= 'A' and <= 'Z' ? c | 0x20 : c);
        }

        return hash;
    }

    /// <summary>Lower case, letters and their marks composed.</summary>
    public static string Fold(string text)
    {
        var lower = text.ToLowerInvariant();
        foreach (var c in lower)
        {
            if (c >= 0x80)
            {
                return Composition.Compose(lower);
            }
        }

        return lower;
    }

    private static uint OfFolded(string folded)
    {
        var hash = Basis;
        foreach (var c in folded)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }
}
