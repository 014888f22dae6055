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

    /// <summary>Reads the comments that mean something: <c># language: id</c> and <c># sispam: 1</c>.</summary>
    private static Dialect? ReadMarks(TokenList tokens, DiagnosticBag diagnostics)
    {
        const string LanguageMark = "# language:";
        const string EditionMark = "# sispam:";
        var content = tokens.Text.Content;
        Dialect? dialect = null;
        foreach (var start in Comments(tokens, LanguageMark))
        {
            var (value, span) = ValueAfter(content, start, LanguageMark.Length);
            if (tokens.Text.PositionOf(start).Line != 0)
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

        foreach (var start in Comments(tokens, EditionMark))
        {
            var (value, span) = ValueAfter(content, start, EditionMark.Length);
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

    // Where such a comment starts. Most files have none, so the text is searched before any token is looked at.
    private static IEnumerable<int> Comments(TokenList tokens, string mark)
    {
        if (tokens.Text.Content.IndexOf(mark, StringComparison.Ordinal) < 0)
        {
            yield break;
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            foreach (var trivia in tokens.TriviaBefore(i))
            {
                if (
                    trivia.Kind == TriviaKind.Comment
                    && tokens.Text.Slice(trivia.Span).StartsWith(mark.AsSpan(), StringComparison.Ordinal)
                )
                {
                    yield return trivia.Span.Start;
                }
            }
        }
    }

    private static (string Value, TextSpan Span) ValueAfter(string content, int start, int markLength)
    {
        var end = start + markLength;
        while (end < content.Length && content[end] is not ('\n' or '\r'))
        {
            end++;
        }

        var value = content.Substring(start + markLength, end - start - markLength).Trim();
        return (value, TextSpan.FromBounds(start, end));
    }
}
