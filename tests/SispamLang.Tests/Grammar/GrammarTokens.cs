using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Tests.Grammar;

/// <summary>A text as the grammar sees it: tokens, and between lines <c>NEWLINE</c>, <c>INDENT</c> and <c>DEDENT</c>.</summary>
internal sealed class GrammarTokens
{
    private const int NoToken = -1;

    private static readonly Dictionary<string, TokenKind> Signs = new(StringComparer.Ordinal)
    {
        [":"] = TokenKind.Colon,
        ["->"] = TokenKind.Arrow,
        [";"] = TokenKind.Semicolon,
        [","] = TokenKind.Comma,
        ["/"] = TokenKind.Slash,
        [".."] = TokenKind.Range,
        ["%"] = TokenKind.Percent,
        ["="] = TokenKind.Equal,
        ["!="] = TokenKind.NotEqual,
        ["<"] = TokenKind.Less,
        ["<="] = TokenKind.LessOrEqual,
        [">"] = TokenKind.Greater,
        [">="] = TokenKind.GreaterOrEqual,
    };

    private readonly TokenList _tokens;
    private readonly bool _isSound;

    // The name of what stands between lines, or a token by its index.
    private readonly List<(string Layout, int Token)> _items = [];

    public GrammarTokens(SourceText text)
    {
        var diagnostics = new DiagnosticBag(text);
        _tokens = Lexer.Tokenize(text, diagnostics);
        _isSound = diagnostics.ToImmutable().All(d => d.Severity != DiagnosticSeverity.Error) && AddItems();
    }

    /// <summary>How many there are.</summary>
    public int Count => _items.Count;

    /// <summary>Characters, texts and indentation are well-formed.</summary>
    public bool IsSound => _isSound;

    /// <summary>How many tokens of this terminal stand here; 0 if something else does.</summary>
    public int Match(Expression terminal, int index) =>
        terminal switch
        {
            Expression.Named { Name: "NEWLINE" or "INDENT" or "DEDENT" } layout => _items[index].Layout == layout.Name
                ? 1
                : 0,
            Expression.Named token => IsA(token.Name, index) ? 1 : 0,
            Expression.Quoted { Text: var text } when Keywords.IsKeyword(text) => MatchKeyword(text, index),
            Expression.Quoted sign => KindAt(index) == Signs[sign.Text] ? 1 : 0,
            _ => 0,
        };

    private bool IsA(string token, int index) =>
        token switch
        {
            "WORD" => KindAt(index) == TokenKind.Word
                && MatchForms(Words.FormsOf(WordPosition.Structure), index) == 0
                && MatchKeyword("in", index) == 0,
            "FIGURE" => KindAt(index) == TokenKind.Number && !Counts(index),
            "NUMBER" => KindAt(index) == TokenKind.Number && !HasPoint(index),
            "DECIMAL" => KindAt(index) == TokenKind.Number && HasPoint(index),
            "TIME" => KindAt(index) == TokenKind.Clock,
            "DATE" => KindAt(index) == TokenKind.Date,
            "STRING" => KindAt(index) == TokenKind.String,
            _ => throw new ArgumentException(token),
        };

    private bool Counts(int number) =>
        KindAt(number + 1) is TokenKind.Percent or TokenKind.Range
        || MatchForms(Words.FormsOf(WordPosition.Count), number + 1) > 0
        || MatchForms(Words.FormsOf(WordPosition.TimeUnit), number + 1) > 0;

    private int MatchKeyword(string keyword, int index)
    {
        int length = MatchForms(Keywords.FormsOf(keyword), index);
        int next = index + length;
        bool fits = keyword switch
        {
            "in" => KindAt(next) == TokenKind.Number && KindAt(next + 1) == TokenKind.Percent,
            "objective" => KindAt(next) == TokenKind.String,
            "no" => MatchForms(Keywords.FormsOf("no threat"), index) == 0,
            _ => true,
        };
        return fits ? length : 0;
    }

    private int MatchForms(ImmutableArray<WordForm> forms, int index)
    {
        foreach (WordForm form in forms)
        {
            if (Enumerable.Range(0, form.Words.Length).All(i => WordAt(index + i) == form.Words[i]))
            {
                return form.Words.Length;
            }
        }

        return 0;
    }

    private int WordAt(int index) => KindAt(index) == TokenKind.Word ? _tokens[_items[index].Token].Word : 0;

    private TokenKind? KindAt(int index) =>
        index < _items.Count && _items[index].Token != NoToken ? _tokens[_items[index].Token].Kind : null;

    private bool HasPoint(int index) => _tokens.TextOf(_items[index].Token).Contains('.', StringComparison.Ordinal);

    private bool AddItems()
    {
        var columns = new Stack<int>([0]);
        int line = 0;
        for (int i = 0; i < _tokens.Count - 1; i++)
        {
            Token token = _tokens[i];
            bool continues = i > 0 && _tokens[i - 1].Kind == TokenKind.Comma && token.Column > _tokens[line].Column;
            if (token.StartsLine && !continues)
            {
                line = i;
                if (!AddLayout(token.Column, columns, isFirst: i == 0))
                {
                    return false;
                }
            }

            bool isSemicolonAgain =
                token.Kind == TokenKind.Semicolon && i > line && _tokens[i - 1].Kind == TokenKind.Semicolon;
            if (!isSemicolonAgain)
            {
                _items.Add(("", i));
            }
        }

        _items.AddRange(Enumerable.Repeat(("DEDENT", NoToken), columns.Count - 1));
        return true;
    }

    private bool AddLayout(int column, Stack<int> columns, bool isFirst)
    {
        if (column > columns.Peek())
        {
            columns.Push(column);
            _items.Add(("INDENT", NoToken));
            return true;
        }

        while (column < columns.Peek())
        {
            columns.Pop();
            _items.Add(("DEDENT", NoToken));
        }

        if (!isFirst)
        {
            _items.Add(("NEWLINE", NoToken));
        }

        return column == columns.Peek();
    }
}
