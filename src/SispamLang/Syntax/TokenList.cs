using SispamLang.Collections;
using SispamLang.Text;

namespace SispamLang.Syntax;

/// <summary>
/// All tokens of a text. Nothing is lost: the trivia before each token and the tokens, put back together, are the text.
/// </summary>
public sealed class TokenList
{
    private readonly BlockList<Token> _tokens;

    // The first lines that are indented so, by their first tokens.
    private int _firstTab = int.MaxValue;
    private int _firstBlank = int.MaxValue;

    internal TokenList(SourceText text)
    {
        Text = text;
        _tokens = new BlockList<Token>();
    }

    /// <summary>The first tokens of an earlier list, as those of a text that starts like that one.</summary>
    internal TokenList(SourceText text, TokenList earlier, int count)
    {
        Text = text;
        _tokens = new BlockList<Token>(earlier._tokens, count);
        _firstTab = earlier._firstTab < count ? earlier._firstTab : int.MaxValue;
        _firstBlank = earlier._firstBlank < count ? earlier._firstBlank : int.MaxValue;
    }

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

    /// <summary>Some lines are indented with tabs, some with blanks.</summary>
    internal bool IsIndentMixed => _firstTab != int.MaxValue && _firstBlank != int.MaxValue;

    internal void Add(in Token token) => _tokens.Add(token);

    /// <summary>The next token starts a line that is indented so.</summary>
    internal void NoteIndent(ReadOnlySpan<char> indent)
    {
        foreach (var c in indent)
        {
            if (c == '\t')
            {
                _firstTab = Math.Min(_firstTab, Count);
            }
            else if (c == ' ')
            {
                _firstBlank = Math.Min(_firstBlank, Count);
            }
        }
    }

    /// <summary>The trivia before a token, in order and without gaps.</summary>
    public TriviaList TriviaBefore(int index) =>
        new(Text, TextSpan.FromBounds(index == 0 ? 0 : this[index - 1].End, this[index].Start));
}
