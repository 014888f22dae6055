using SispamLang.Dialects;
using SispamLang.Syntax;

namespace SispamLang.Binding;

/// <summary>The names that one file declares.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, List<Symbol>> _symbols = new(StringComparer.Ordinal);

    public IEnumerable<Symbol> All => _symbols.Values.SelectMany(list => list).Distinct();

    public void Add(string name, Symbol symbol)
    {
        var key = Key(name);
        if (!_symbols.TryGetValue(key, out var list))
        {
            _symbols.Add(key, list = []);
        }

        if (!list.Contains(symbol))
        {
            list.Add(symbol);
        }
    }

    public IReadOnlyList<Symbol> Find(string key) => _symbols.TryGetValue(key, out var list) ? list : [];

    /// <summary>What names are compared by: lower case, NFC, one blank between words.</summary>
    public static string Key(string name)
    {
        var folded = FoldedHash.Fold(name);
        return folded.IndexOf("  ", StringComparison.Ordinal) < 0 && folded.Trim().Length == folded.Length
            ? folded
            : string.Join(" ", folded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The key of a run of tokens; of a text in quotes, its content.</summary>
    public static string Key(TokenList tokens, int first, int end) => Key(NameOf(tokens, first, end));

    /// <summary>A run of tokens as a name: its words with one blank between them, or the content of the quotes.</summary>
    public static string NameOf(TokenList tokens, int first, int end)
    {
        if (end == first + 1)
        {
            return tokens[first].Kind == TokenKind.String
                ? StringSyntax.Unescape(tokens.TextOf(first))
                : tokens.TextOf(first);
        }

        // The text as it stands, if its words are one blank apart; most are.
        var length = 0;
        for (var i = first; i < end; i++)
        {
            length += tokens[i].Length + 1;
        }

        if (length - 1 == tokens[end - 1].End - tokens[first].Start)
        {
            var text = tokens.Text.Content.Substring(tokens[first].Start, length - 1);
            if (text.IndexOf('\t') < 0)
            {
                return text;
            }
        }

        var words = new string[end - first];
        for (var i = first; i < end; i++)
        {
            words[i - first] = tokens.TextOf(i);
        }

        return string.Join(" ", words);
    }
}
