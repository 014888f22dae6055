using System.Collections.Immutable;
using System.Globalization;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Text;

namespace SispamLang.Syntax;

/// <summary>A parsed file. Any text gives one: what is wrong is in <see cref="Diagnostics"/>.</summary>
public sealed class SyntaxTree
{
    /// <summary>The newest edition of the language that this version knows.</summary>
    public const int Edition = 1;

    /// <summary>What a comment that speaks to the tool starts with.</summary>
    internal const string ToolMark = "# sispam:";

    /// <summary>What the comment that names the language starts with.</summary>
    internal const string LanguageMark = "# language:";

    private SyntaxTree(SourceText text, TokenList tokens, FileSyntax root, ImmutableArray<Diagnostic> diagnostics)
    {
        Text = text;
        Tokens = tokens;
        Root = root;
        Diagnostics = diagnostics;
    }

    /// <summary>The text.</summary>
    public SourceText Text { get; }

    /// <summary>Its tokens.</summary>
    public TokenList Tokens { get; }

    /// <summary>The whole file.</summary>
    public FileSyntax Root { get; }

    /// <summary>What is wrong with its form.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Parses a text.</summary>
    public static SyntaxTree Parse(SourceText text, CancellationToken cancellationToken = default)
    {
        var diagnostics = new DiagnosticBag(text);
        if (text.Length > SourceText.MaxLength)
        {
            diagnostics.Report(DiagnosticCode.TooLong, new TextSpan(0, 0));
            text = new SourceText(text.Path, "");
        }

        var tokens = Lexer.Tokenize(text, diagnostics);
        var dialect = ReadMarks(tokens, diagnostics);
        var root = new Parser(tokens, diagnostics, dialect, cancellationToken).ParseFile();
        return new SyntaxTree(text, tokens, root, diagnostics.ToImmutable());
    }

    /// <summary>Parses what the text has become. The tree is the same as if all of it were read; declarations before the first
    /// change are not, but taken over from this tree, as long as nothing is wrong up to there.</summary>
    public SyntaxTree WithChangedText(SourceText text, CancellationToken cancellationToken = default)
    {
        if (text == Text)
        {
            return this;
        }

        var start = UnchangedStart.Of(this, text);
        if (start.EndToken == 0 || text.Length > SourceText.MaxLength)
        {
            return Parse(text, cancellationToken);
        }

        var diagnostics = new DiagnosticBag(text);
        var tokens = new TokenList(text, Tokens, start.EndToken);
        Lexer.Tokenize(tokens, Tokens[start.EndToken].Start, diagnostics);
        var dialect = ReadMarks(tokens, diagnostics) ?? start.Dialect;
        var root = new Parser(tokens, diagnostics, dialect, cancellationToken).ParseFile(start);
        return new SyntaxTree(text, tokens, root, diagnostics.ToImmutable());
    }

    /// <summary>Where the name of the language stands in the comment that says it; null if none does.</summary>
    internal static TextSpan? LanguageOf(TokenList tokens)
    {
        foreach (var (value, span) in MarkedComments.Of(tokens, LanguageMark))
        {
            if (DialectNames.FromShortName(value) is not null && tokens.Text.PositionOf(span.Start).Line == 0)
            {
                var start = span.Start + tokens.Text.ToString(span).LastIndexOf(value, StringComparison.Ordinal);
                return new TextSpan(start, value.Length);
            }
        }

        return null;
    }

    /// <summary>Reads the comments that say how to read the file: <c># language: id</c> and <c># sispam: 1</c>.</summary>
    private static Dialect? ReadMarks(TokenList tokens, DiagnosticBag diagnostics)
    {
        Dialect? dialect = null;
        foreach (var (value, span) in MarkedComments.Of(tokens, LanguageMark))
        {
            if (tokens.Text.PositionOf(span.Start).Line != 0)
            {
                diagnostics.Report(DiagnosticCode.LanguageLineMisplaced, span);
            }
            else if (DialectNames.FromShortName(value) is { } named)
            {
                dialect = named;
            }
            else
            {
                diagnostics.Report(DiagnosticCode.UnknownLanguage, span, value);
            }
        }

        foreach (var (value, span) in MarkedComments.Of(tokens, ToolMark))
        {
            if (
                value.Length > 0
                && value.All(c => c is >= '0' and <= '9')
                && (
                    !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var edition)
                    || edition > Edition
                )
            )
            {
                diagnostics.Report(
                    DiagnosticCode.NewerEdition,
                    span,
                    value,
                    Edition.ToString(CultureInfo.InvariantCulture)
                );
            }
        }

        return dialect;
    }
}
