using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services.Completion;

/// <summary>
/// A place in a text: what the grammar wants there, and what it is part of. Only the declaration around it is read, with
/// the word that is being typed left out.
/// </summary>
internal sealed class CompletionContext
{
    private readonly int _offset;

    private CompletionContext(int offset, TokenList tokens, int cursor, TextSpan typed)
    {
        _offset = offset;
        Tokens = tokens;
        Cursor = cursor;
        Typed = typed;
        Expected = new Expectations(cursor);
    }

    /// <summary>The tokens of the declaration; instead of the word that is being typed there is one of no characters.</summary>
    public TokenList Tokens { get; }

    /// <summary>The token that stands for the place.</summary>
    public int Cursor { get; }

    /// <summary>The word that is being typed, in the whole text; zero wide if there is none.</summary>
    public TextSpan Typed { get; }

    /// <summary>What the grammar wants.</summary>
    public Expectations Expected { get; }

    /// <summary>What the place is part of, from the declaration inwards.</summary>
    public ImmutableArray<SyntaxBranch> Path { get; private set; } = [];

    /// <summary>The declaration that the place is in, or null.</summary>
    public DeclarationSyntax? Declaration => Path.IsEmpty ? null : Path[0] as DeclarationSyntax;

    /// <summary>The dialect to write in, if the text tells.</summary>
    public Dialect? Dialect { get; private set; }

    /// <summary>Where the declaration starts in the whole text.</summary>
    public int Start => _offset;

    /// <summary>Reads what stands around a place; null within comments and texts.</summary>
    public static CompletionContext? At(
        SourceText text,
        int position,
        Dialect? dialect,
        CancellationToken cancellationToken
    )
    {
        var (start, end) = DeclarationAround(text.Content, position);
        var part = new SourceText(text.Path, text.Content.Substring(start, end - start));
        var diagnostics = new DiagnosticBag(part);
        var all = Lexer.Tokenize(part, diagnostics);
        if (IsInTextOrComment(all, position - start))
        {
            return null;
        }

        var context = WithCursor(all, position - start, start);
        var parser = new Parser(context.Tokens, diagnostics, dialect, cancellationToken, context.Expected);
        var root = parser.ParseFile();
        context.Dialect = dialect ?? root.Dialect;
        context.Path = PathTo(root, context.Cursor);
        return context;
    }

    /// <summary>If the place is in the text behind <c>use</c>: the characters of that text, without its quotes.</summary>
    public static TextSpan? PathOfUse(SourceText text, int position)
    {
        var (start, end) = DeclarationAround(text.Content, position);
        var part = new SourceText(text.Path, text.Content.Substring(start, end - start));
        var tokens = Lexer.Tokenize(part, new DiagnosticBag(part));
        var isUse = Words.FormsOf(Concept.Use).Any(form => form.Words[0] == tokens[0].Word);
        if (!isUse || tokens.Count < 2 || tokens[1].Kind != TokenKind.String || !IsInText(tokens, 1, position - start))
        {
            return null;
        }

        var literal = tokens[1].Span;
        var last = StringSyntax.IsClosed(part.Slice(literal)) ? literal.End - 1 : literal.End;
        return TextSpan.FromBounds(start + literal.Start + 1, start + last);
    }

    /// <summary>The innermost part of a sort that the place is in, or null.</summary>
    public T? Innermost<T>()
        where T : SyntaxBranch => Path.OfType<T>().LastOrDefault();

    /// <summary>What a condition at the place may be made of.</summary>
    public PhraseUse UseOfCondition
    {
        get
        {
            var use = PhraseUse.Event;
            foreach (var part in Path)
            {
                use = part switch
                {
                    DeclarationSyntax { Kind: Concept.Never or Concept.Expect or Concept.Require } => PhraseUse.Event
                        | PhraseUse.State
                        | PhraseUse.Asked,
                    DeclarationSyntax { Kind: Concept.Always } => PhraseUse.State | PhraseUse.Asked,
                    ClauseSyntax { Kind: Concept.No } => PhraseUse.Event | PhraseUse.State | PhraseUse.Asked,
                    ClauseSyntax { Kind: Concept.Until } => PhraseUse.Event | PhraseUse.State,
                    ClauseSyntax { Kind: Concept.If } => PhraseUse.State,
                    ClauseSyntax { Kind: Concept.While } => PhraseUse.State | (use & PhraseUse.Asked),
                    _ => use,
                };
            }

            return use;
        }
    }

    /// <summary>What an action at the place may be: in a test, what the controller may do.</summary>
    public PhraseUse UseOfAction => Declaration is { Kind: Concept.Test } ? PhraseUse.Raised : PhraseUse.Action;

    /// <summary>The number that ends right at the place, or null.</summary>
    public TextSpan? NumberThatTouches =>
        Cursor > 0 && Tokens[Cursor - 1] is { Kind: TokenKind.Number } number && _offset + number.End == Typed.Start
            ? new TextSpan(_offset + number.Start, number.Length)
            : null;

    /// <summary>The place of a run of tokens up to the end of the word that is being typed, in the whole text.</summary>
    public TextSpan SpanFrom(int token) =>
        token == Cursor ? Typed : TextSpan.FromBounds(_offset + Tokens[token].Start, Typed.End);

    /// <summary>The words from a token up to the place, as names are compared; a blank at the end if one stands there.</summary>
    public string TextFrom(int token)
    {
        if (token == Cursor)
        {
            return "";
        }

        var touches = Tokens[Cursor - 1].End + _offset == Typed.Start && Typed.Length == 0;
        return FoldedHash.Fold(
            string.Join(" ", Enumerable.Range(token, Cursor - token).Select(Tokens.TextOf)) + (touches ? "" : " ")
        );
    }

    private static (int Start, int End) DeclarationAround(string content, int position)
    {
        var start = LineStart(content, position);
        if (start != position)
        {
            while (start > 0 && !StartsDeclaration(content, start))
            {
                start = LineStart(content, start - (start > 1 && content[start - 2] == '\r' ? 2 : 1));
            }
        }

        var end = NextLine(content, position);
        while (start != position && end < content.Length && !StartsDeclaration(content, end))
        {
            end = NextLine(content, end);
        }

        return (start, end);
    }

    private static int LineStart(string content, int position)
    {
        while (position > 0 && content[position - 1] is not ('\n' or '\r'))
        {
            position--;
        }

        return position;
    }

    private static int NextLine(string content, int position)
    {
        while (position < content.Length && content[position] is not ('\n' or '\r'))
        {
            position++;
        }

        var isPair = position + 1 < content.Length && content[position] == '\r' && content[position + 1] == '\n';
        return Math.Min(position + (isPair ? 2 : 1), content.Length);
    }

    private static bool StartsDeclaration(string content, int lineStart) =>
        content[lineStart] is not ('#' or '\n' or '\r') && !char.IsWhiteSpace(content[lineStart]);

    private static bool IsInTextOrComment(TokenList tokens, int position)
    {
        var before = -1;
        while (before + 1 < tokens.Count && tokens[before + 1].Start < position)
        {
            before++;
        }

        if (before >= 0 && IsInText(tokens, before, position))
        {
            return true;
        }

        var isComment = false;
        for (var i = before < 0 ? 0 : tokens[before].End; i < position; i++)
        {
            var c = tokens.Text.Content[i];
            isComment = c is not ('\n' or '\r') && (isComment || c == '#');
        }

        return isComment;
    }

    private static bool IsInText(TokenList tokens, int index, int position)
    {
        var token = tokens[index];
        return token.Kind == TokenKind.String
            && token.Start < position
            && (
                position < token.End || (position == token.End && !StringSyntax.IsClosed(tokens.Text.Slice(token.Span)))
            );
    }

    // The word that touches the place from before is what is being typed; it reaches to its end behind the place.
    private static CompletionContext WithCursor(TokenList all, int position, int offset)
    {
        var content = all.Text.Content;
        var typed = position;
        while (
            typed > 0 && (char.IsLetterOrDigit(content[typed - 1]) || content[typed - 1] is '-' or '\'' or '.' or '&')
        )
        {
            typed--;
        }

        while (typed < position && !char.IsLetter(content[typed]))
        {
            typed++;
        }

        var end = position;
        var tokens = new TokenList(all.Text);
        var cursor = -1;
        for (var i = 0; i < all.Count; i++)
        {
            var token = all[i];
            var isTyped = token.Start >= typed && token.Start < position;
            if (isTyped)
            {
                end = Math.Max(end, token.End);
            }

            var isFirst = cursor < 0 && (isTyped || token.Start >= position);
            if (isFirst)
            {
                cursor = tokens.Count;
                tokens.Add(CursorToken(content, typed, tokens));
            }

            if (!isTyped)
            {
                tokens.Add(isFirst && IsOnLineOf(content, typed, token) ? token with { StartsLine = false } : token);
            }
        }

        return new CompletionContext(offset, tokens, cursor, TextSpan.FromBounds(offset + typed, offset + end));
    }

    // A token that is nothing: the parser can't take it, and notes what it would have taken.
    private static Token CursorToken(string content, int start, TokenList before)
    {
        var lineStart = LineStart(content, start);
        var column = 0;
        for (var i = lineStart; i < start; i++)
        {
            column = content[i] == '\t' ? (column / Lexer.TabWidth + 1) * Lexer.TabWidth : column + 1;
        }

        var startsLine = before.Count == 0 || before[before.Count - 1].Start < lineStart;
        return new Token(TokenKind.Bad, startsLine, 0, start, 0, column, 0);
    }

    private static bool IsOnLineOf(string content, int position, Token token) =>
        token.Kind != TokenKind.EndOfFile && LineStart(content, token.Start) == LineStart(content, position);

    // Of two parts that meet at the cursor it is in the one that begins there.
    private static ImmutableArray<SyntaxBranch> PathTo(FileSyntax root, int cursor)
    {
        var path = ImmutableArray.CreateBuilder<SyntaxBranch>();
        SyntaxBranch? node = root;
        while (node is not null)
        {
            SyntaxBranch? next = null;
            foreach (var child in node.Children)
            {
                if (child is SyntaxBranch branch && branch.FirstToken <= cursor && cursor <= branch.EndToken)
                {
                    next = branch;
                }
            }

            if (next is not null)
            {
                path.Add(next);
            }

            node = next;
        }

        return path.ToImmutable();
    }
}
