using System.Collections;
using SispamLang.Dialects;

namespace SispamLang.Binding;

/// <summary>The built-in words that stand in the phrases of a file; those of the grammar are in its tree.</summary>
/// <remarks>Beside each token there is room for the word that starts with it, in blocks that are made where there is one: nearly
/// every line has such words, and a table of them all would grow again and again.</remarks>
internal sealed class BuiltInWords(int tokenCount) : IEnumerable<BuiltInWord>
{
    private const int BlockBits = 9;
    private const int BlockSize = 1 << BlockBits;

    private readonly Entry[]?[] _blocks = new Entry[(tokenCount >> BlockBits) + 1][];

    /// <summary>A run of tokens turns out to be this word; what was read before from its first token on counts no more.</summary>
    public void Set(int first, int end, Concept concept)
    {
        var block = _blocks[first >> BlockBits] ??= new Entry[BlockSize];
        block[first & (BlockSize - 1)] = new Entry((ushort)(end - first), concept);
    }

    /// <summary>The word that starts with a token, or null.</summary>
    public BuiltInWord? At(int first)
    {
        var entry = _blocks[first >> BlockBits]?[first & (BlockSize - 1)] ?? default;
        return entry.Length == 0 ? null : new BuiltInWord(first, first + entry.Length, entry.Concept);
    }

    /// <summary>All of them, in the order of the text.</summary>
    public IEnumerator<BuiltInWord> GetEnumerator()
    {
        for (var i = 0; i < _blocks.Length; i++)
        {
            if (_blocks[i] is not { } block)
            {
                continue;
            }

            for (var j = 0; j < BlockSize; j++)
            {
                if (block[j].Length > 0)
                {
                    var first = (i << BlockBits) + j;
                    yield return new BuiltInWord(first, first + block[j].Length, block[j].Concept);
                }
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // How many tokens the word has, 0 for no word.
    private readonly record struct Entry(ushort Length, Concept Concept);
}

/// <summary>A built-in word as it was read.</summary>
/// <param name="FirstToken">Its first token.</param>
/// <param name="EndToken">The token after its last.</param>
/// <param name="Concept">What it means there.</param>
internal readonly record struct BuiltInWord(int FirstToken, int EndToken, Concept Concept);
