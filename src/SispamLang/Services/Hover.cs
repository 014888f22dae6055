using SispamLang.Binding;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services;

/// <summary>What is told of a part of a file while it is pointed at.</summary>
/// <param name="Span">The part.</param>
/// <param name="Markdown">What is told.</param>
public sealed record Hover(TextSpan Span, string Markdown);

/// <summary>Tells what stands at a place: something declared, a doctrine, a built-in word, the code of a message.</summary>
public static class Hovers
{
    /// <summary>What there is to tell, or null.</summary>
    /// <param name="compilation">The drill.</param>
    /// <param name="source">A file of it.</param>
    /// <param name="position">The place.</param>
    /// <param name="language">The reader's language.</param>
    public static Hover? At(Compilation compilation, SourceUnit source, int position, Dialect language)
    {
        if (NameOccurrences.At(source, position) is { } name)
        {
            return new Hover(name.Span, SymbolSummary.Of(name.Symbol, compilation.Drill, language));
        }

        if (DoctrineMentions.At(source, compilation.Drill, position) is { } mention)
        {
            return new Hover(mention.Span, DoctrineSummary.Of(mention, compilation.Drill, language));
        }

        return AtWord(compilation.Drill, source, position, language) ?? AtCode(source, position, language);
    }

    private static Hover? AtWord(BoundDrill drill, SourceUnit source, int position, Dialect language)
    {
        if (WordsInPhrases.At(source, position) is { } word)
        {
            var crowd = WordsInPhrases.CrowdMeant(word.Concept, drill);
            var ofCrowd = crowd is null ? "" : "\n\n" + SymbolSummary.Of(crowd, drill, language);
            return new Hover(word.Span, WordSummary.Of(word.Concept, language) + ofCrowd);
        }

        var path = SyntaxPath.To(source.Tree, new TextSpan(position, 0));
        return path[path.Length - 1] is KeywordSyntax { IsMissing: false } keyword
            ? new Hover(keyword.Span, WordSummary.Of(keyword.Concept, language))
            : null;
    }

    // # sispam: ignore SIS3007 counted by hand
    private static Hover? AtCode(SourceUnit source, int position, Dialect language)
    {
        foreach (var comment in IgnoreComment.In(source.Tree))
        {
            if (
                comment.Span.Start > position
                || position > comment.Span.End
                || DiagnosticCatalogue.FromId(comment.Code) is not { } code
            )
            {
                continue;
            }

            var at = source.Tree.Text.ToString(comment.Span).IndexOf(comment.Code, StringComparison.Ordinal);
            var span = new TextSpan(comment.Span.Start + at, comment.Code.Length);
            if (span.Start <= position && position <= span.End)
            {
                return new Hover(span, CodeSummary(code, language));
            }
        }

        return null;
    }

    private static string CodeSummary(DiagnosticCode code, Dialect language)
    {
        var document = DiagnosticCatalogue.Get(code);
        return "**"
            + DiagnosticCatalogue.IdOf(code)
            + "**: "
            + Markdown.Escape(DiagnosticCatalogue.RenderGaps(document, language))
            + "\n\n"
            + (language == Dialect.English ? document.EnglishText : document.IndonesianText);
    }
}
