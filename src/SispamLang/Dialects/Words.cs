using System.Collections.Immutable;
using System.Text;

namespace SispamLang.Dialects;

/// <summary>One way to write a concept.</summary>
/// <param name="Concept">What it means.</param>
/// <param name="Dialect">The dialect it belongs to.</param>
/// <param name="Text">As written, its words separated by one space.</param>
/// <param name="Words">The numbers of its words.</param>
/// <param name="IsCanonical">It is the spelling that translation and formatting produce.</param>
public sealed record WordForm(
    Concept Concept,
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
    private static readonly bool[] IsStructuralWord;
    private static readonly ImmutableArray<WordForm> LongStructuralForms;

    // By word: the positions of which it is the first, or last, word of a form, as bits.
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
            AddForms(forms, concept, Dialect.English, english, numbers);
            AddForms(forms, concept, Dialect.Indonesian, indonesian, numbers);
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

        IsStructuralWord = new bool[numbers.Count + 1];
        foreach (var form in FormsOf(WordPosition.Structure).Where(f => f.Words.Length == 1))
        {
            IsStructuralWord[form.Words[0]] = true;
        }

        Starts = new uint[numbers.Count + 1];
        Ends = new uint[numbers.Count + 1];
        for (var position = 0; position < positions; position++)
        {
            foreach (var form in FormsByPosition[position])
            {
                Starts[form.Words[0]] |= 1u << position;
                Ends[form.Words[form.Words.Length - 1]] |= 1u << position;
            }
        }

        LongStructuralForms = [.. FormsOf(WordPosition.Structure).Where(f => f.Words.Length > 1)];
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

    /// <summary>True if names end at this word.</summary>
    public static bool IsStructural(ushort word) => IsStructuralWord[word];

    /// <summary>True if some form of a position starts with this word.</summary>
    internal static bool CanStart(ushort word, WordPosition position) => (Starts[word] & (1u << (int)position)) != 0;

    /// <summary>True if some form of a position ends with this word.</summary>
    internal static bool CanEnd(ushort word, WordPosition position) => (Ends[word] & (1u << (int)position)) != 0;

    /// <summary>Structural words made of several words.</summary>
    internal static ImmutableArray<WordForm> StructuralPhrases => LongStructuralForms;

    /// <summary>The number of a word, or 0 if it is not a built-in one.</summary>
    /// <param name="word">The characters of the word.</param>
    /// <param name="hash">Its <see cref="FoldedHash"/>.</param>
    internal static ushort NumberOf(ReadOnlySpan<char> word, uint hash)
    {
        for (var i = Buckets[hash % BucketCount]; i != 0; i = NextInBucket[i])
        {
            if (Hashes[i] == hash && word.Equals(WordTexts[i].AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return 0;
    }

    private static void AddForms(
        ImmutableArray<WordForm>.Builder forms,
        Concept concept,
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

            forms.Add(new WordForm(concept, dialect, spelling, words.ToImmutable(), canonical));
            canonical = false;
        }
    }
}

/// <summary>A hash of a word that does not depend on case, nor on how its accents are encoded.</summary>
internal static class FoldedHash
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    public static uint Of(ReadOnlySpan<char> word)
    {
        var hash = Basis;
        foreach (var c in word)
        {
            if (c >= 0x80)
            {
                return OfFolded(Fold(word.ToString()));
            }

            var lower = c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
            hash = (hash ^ lower) * Prime;
        }

        return hash;
    }

    /// <summary>Lower case, Unicode NFC; text that is not well-formed stays as it is.</summary>
    public static string Fold(string text)
    {
        var lower = text.ToLowerInvariant();
        foreach (var c in lower)
        {
            if (c >= 0x80)
            {
                try
                {
                    return lower.Normalize(NormalizationForm.FormC);
                }
                catch (ArgumentException)
                {
                    // A lone surrogate: it equals only itself.
                    return lower;
                }
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
