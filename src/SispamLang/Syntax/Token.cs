using SispamLang.Text;

namespace SispamLang.Syntax;

/// <summary>The kinds of tokens.</summary>
public enum TokenKind : byte
{
    /// <summary>The end of the text; always the last token, zero wide.</summary>
    EndOfFile,

    /// <summary>A word.</summary>
    Word,

    /// <summary>Digits, perhaps with a point and more digits.</summary>
    Number,

    /// <summary>A clock time such as <c>09:30</c>.</summary>
    Clock,

    /// <summary>A date such as <c>2023-10-16</c>.</summary>
    Date,

    /// <summary>Text in quotes, the quotes included; the closing one may be missing.</summary>
    String,

    /// <summary><c>:</c></summary>
    Colon,

    /// <summary><c>-&gt;</c> or the arrow character.</summary>
    Arrow,

    /// <summary><c>;</c></summary>
    Semicolon,

    /// <summary><c>,</c></summary>
    Comma,

    /// <summary><c>/</c></summary>
    Slash,

    /// <summary><c>..</c></summary>
    Range,

    /// <summary><c>%</c></summary>
    Percent,

    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,

    /// <summary>A character that means nothing here.</summary>
    Bad,
}

/// <summary>One token. What stands between two tokens is trivia: white space, line ends and comments.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="StartsLine">It is the first on its line.</param>
/// <param name="Word">The number of a built-in word (see <see cref="Dialects.Words"/>), or 0.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Column">If it starts a line: how far it is indented, a tab counting to the next multiple of four.</param>
/// <param name="Hash">Of a word or number: the same for words that differ only by case.</param>
public readonly record struct Token(
    TokenKind Kind,
    bool StartsLine,
    ushort Word,
    int Start,
    int Length,
    int Column,
    uint Hash
)
{
    /// <summary>Its characters' place.</summary>
    public TextSpan Span => new(Start, Length);

    /// <summary>The place after it.</summary>
    public int End => Start + Length;
}

/// <summary>The kinds of trivia.</summary>
public enum TriviaKind
{
    /// <summary>Blanks and tabs, or a byte order mark.</summary>
    WhiteSpace,

    /// <summary>The end of a line.</summary>
    LineEnd,

    /// <summary>From <c>#</c> to the end of the line.</summary>
    Comment,
}

/// <summary>A piece of text that is no token.</summary>
public readonly record struct Trivia(TriviaKind Kind, TextSpan Span);
