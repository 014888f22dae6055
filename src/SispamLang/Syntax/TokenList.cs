using SispamLang.Collections;
using SispamLang.Text;

namespace SispamLang.Syntax;

/// <summary>
/// All tokens of a text. Nothing is lost: the trivia before each token and the tokens, put back together, are the text.
/// </summary>
public sealed class TokenList
{
    private readonly BlockList<Token> _tokens = new();

    internal TokenList(SourceText text) => Text = text;

    /// <summary>The text they are of.</summary>
    public SourceText Text { get; }

    /// <summary>How many, the end of the file included.</summary>
    public int Count => _tokens.Count;

    /// <summary>One of them.</summary>
    public ref readonly Token this[int index] => ref _tokens[index];

    /// <summary>The characters of a token.</summary>
    public string TextOf(int index) => CharactersOf(index).ToString();

    /// <summary>The characters of a token, where they are.</summary>
    internal ReadOnlySpan<char> CharactersOf(int index)
    {
        ref readonly var token = ref this[index];
        return Text.Content.AsSpan(token.Start, token.Length);
    }

    internal void Add(in Token token) => _tokens.Add(token);

    /// <summary>The trivia before a token, in order and without gaps.</summary>
    public TriviaList TriviaBefore(int index) =>
        new(Text, TextSpan.FromBounds(index == 0 ? 0 : this[index - 1].End, this[index].Start));
}
