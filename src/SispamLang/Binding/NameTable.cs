using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Binding;

/// <summary>
/// The names that one file declares. They are found by a hash that is made of their words' hashes, which the lexer has
/// counted already: most phrases name nothing here, and to find that out costs no string.
/// </summary>
internal sealed class NameTable
{
    private readonly Dictionary<uint, List<(string Key, Symbol Symbol)>> _symbols = [];
    private readonly List<Symbol> _all = [];

    /// <summary>All symbols, each once, in the order of their declarations.</summary>
    public IReadOnlyList<Symbol> All => _all;

    public void Add(string name, Symbol symbol)
    {
        if (_all.Count == 0 || _all[_all.Count - 1] != symbol)
        {
            _all.Add(symbol); // A symbol's further names come right after its first.
        }

        var key = Key(name);
        var hash = HashOf(key);
        if (!_symbols.TryGetValue(hash, out var list))
        {
            _symbols.Add(hash, list = []);
        }

        if (!list.Contains((key, symbol)))
        {
            list.Add((key, symbol));
        }
    }

    /// <summary>What has that name.</summary>
    public IEnumerable<Symbol> Find(Name name)
    {
        if (!_symbols.TryGetValue(name.Hash, out var list))
        {
            return [];
        }

        return list.Where(entry => name.Is(entry.Key)).Select(entry => entry.Symbol);
    }

    /// <summary>The first symbol of a sort that has that name, or null.</summary>
    public T? Find<T>(Name name)
        where T : Symbol
    {
        if (_symbols.TryGetValue(name.Hash, out var list))
        {
            foreach (var (key, symbol) in list)
            {
                if (symbol is T found && name.Is(key))
                {
                    return found;
                }
            }
        }

        return null;
    }

    /// <summary>What names are compared by: lower case, NFC, one blank between words.</summary>
    public static string Key(string name)
    {
        var folded = FoldedHash.Fold(name);
        return HasSingleBlanks(folded)
            ? folded
            : string.Join(" ", folded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The hash of a key.</summary>
    public static uint HashOf(string key)
    {
        var hash = 0u;
        var start = 0;
        while (start <= key.Length)
        {
            var end = key.IndexOf(' ', start);
            end = end < 0 ? key.Length : end;
            hash = Combine(hash, FoldedHash.Of(key.AsSpan(start, end - start)));
            start = end + 1;
        }

        return hash;
    }

    /// <summary>The hash of a run of words, from that of the words before and the next one's.</summary>
    public static uint Combine(uint hash, uint word) => unchecked((hash * 31) + word);

    /// <summary>A run of tokens as a name: its words with one blank between them, or the content of the quotes.</summary>
    public static string NameOf(TokenList tokens, int first, int end)
    {
        if (end == first + 1)
        {
            return tokens[first].Kind == TokenKind.String
                ? StringSyntax.Unescape(tokens.CharactersOf(first))
                : tokens.TextOf(first);
        }

        // The text as it stands, if its words are one blank apart; most are.
        var content = tokens.Text.Content;
        var isAsItStands = true;
        for (var i = first + 1; i < end && isAsItStands; i++)
        {
            isAsItStands = tokens[i].Start == tokens[i - 1].End + 1 && content[tokens[i - 1].End] == ' ';
        }

        if (isAsItStands)
        {
            return tokens.Text.ToString(TextSpan.FromBounds(tokens[first].Start, tokens[end - 1].End));
        }

        var words = new string[end - first];
        for (var i = first; i < end; i++)
        {
            words[i - first] = tokens.TextOf(i);
        }

        return string.Join(" ", words);
    }

    // Nothing else is between words, where a text copied from elsewhere may have tabs or blanks that don't break.
    private static bool HasSingleBlanks(string name)
    {
        var isAfterBlank = true;
        foreach (var c in name)
        {
            if (char.IsWhiteSpace(c) && (c != ' ' || isAfterBlank))
            {
                return false;
            }

            isAfterBlank = c == ' ';
        }

        return !isAfterBlank || name.Length == 0;
    }
}

/// <summary>A name to look for, as it stands in the text or as a string.</summary>
internal readonly struct Name
{
    private readonly TokenList? _tokens;
    private readonly int _first;
    private readonly int _end;
    private readonly string? _key;

    public Name(TokenList tokens, int first, int end)
    {
        _tokens = tokens;
        _first = first;
        _end = end;
        if (tokens[first].Kind == TokenKind.String)
        {
            _key = NameTable.Key(NameTable.NameOf(tokens, first, end));
            Hash = NameTable.HashOf(_key);
            return;
        }

        for (var i = first; i < end; i++)
        {
            Hash = NameTable.Combine(Hash, tokens[i].Hash);
        }
    }

    public Name(string name)
    {
        _key = NameTable.Key(name);
        Hash = NameTable.HashOf(_key);
    }

    public uint Hash { get; }

    /// <summary>It is the name with that key.</summary>
    public bool Is(string key)
    {
        if (_key is not null || _tokens is null)
        {
            return string.Equals(_key, key, StringComparison.Ordinal);
        }

        var rest = key.AsSpan();
        for (var i = _first; i < _end; i++)
        {
            var word = _tokens.CharactersOf(i);
            if (i > _first)
            {
                if (rest.IsEmpty || rest[0] != ' ')
                {
                    return false;
                }

                rest = rest.Slice(1);
            }

            if (!StartsWith(rest, word, out var isAscii))
            {
                return !isAscii
                    && string.Equals(
                        NameTable.Key(NameTable.NameOf(_tokens, _first, _end)),
                        key,
                        StringComparison.Ordinal
                    );
            }

            rest = rest.Slice(word.Length);
        }

        return rest.IsEmpty;
    }

    // Beyond ASCII, case and accents need the key: an e may be followed by its accent.
    private static bool StartsWith(ReadOnlySpan<char> folded, ReadOnlySpan<char> word, out bool isAscii)
    {
        isAscii = true;
        var isSame = true;
        for (var i = 0; i < word.Length && isAscii; i++)
        {
            var c = word[i];
            isAscii = c < 0x80;
            isSame = isSame && i < folded.Length && folded[i] == (c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c);
        }

        return isSame && isAscii;
    }
}
