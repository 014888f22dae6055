using System.Collections.Immutable;
using SispamLang.Text;

namespace SispamLang.Syntax;

/// <summary>
/// All tokens of a text. Nothing is lost: the trivia before each token and the tokens, put back together, are the text.
/// </summary>
public sealed class TokenList
{
    // In blocks small enough to stay off the large object heap, which an editor's many short-lived lists would fill.
    private const int BlockBits = 11;
    private const int BlockSize = 1 << BlockBits;
    private Token[][] _blocks = new Token[4][];

    internal TokenList(SourceText text) => Text = text;

    /// <summary>The text they are of.</summary>
    public SourceText Text { get; }

    /// <summary>How many, the end of the file included.</summary>
    public int Count { get; private set; }

    /// <summary>One of them.</summary>
    public ref readonly Token this[int index] => ref _blocks[index >> BlockBits][index & (BlockSize - 1)];

    /// <summary>The characters of a token.</summary>
    public string TextOf(int index) => CharactersOf(index).ToString();

    /// <summary>The characters of a token, where they are.</summary>
    internal ReadOnlySpan<char> CharactersOf(int index)
    {
        ref readonly var token = ref this[index];
        return Text.Content.AsSpan(token.Start, token.Length);
    }

    internal void Add(in Token token)
    {
        var block = Count >> BlockBits;
        var index = Count & (BlockSize - 1);
        if (index == 0)
        {
            if (block == _blocks.Length)
            {
                Array.Resize(ref _blocks, block * 2);
            }

            _blocks[block] = new Token[BlockSize];
        }

        _blocks[block][index] = token;
        Count++;
    }

    /// <summary>The trivia before a token, in order and without gaps.</summary>
    public ImmutableArray<Trivia> TriviaBefore(int index)
    {
        var content = Text.Content;
        var position = index == 0 ? 0 : this[index - 1].End;
        var end = this[index].Start;
        var trivia = ImmutableArray.CreateBuilder<Trivia>();
        while (position < end)
        {
            var start = position;
            TriviaKind kind;
            switch (content[position])
            {
                case '\r' or '\n':
                    position +=
                        content[position] == '\r' && position + 1 < end && content[position + 1] == '\n' ? 2 : 1;
                    kind = TriviaKind.LineEnd;
                    break;
                case '#':
                    while (position < end && content[position] is not ('\r' or '\n'))
                    {
                        position++;
                    }

                    kind = TriviaKind.Comment;
                    break;
                default:
                    while (position < end && content[position] is not ('\r' or '\n' or '#'))
                    {
                        position++;
                    }

                    kind = TriviaKind.WhiteSpace;
                    break;
            }

            trivia.Add(new Trivia(kind, TextSpan.FromBounds(start, position)));
        }

        return trivia.ToImmutable();
    }
}
