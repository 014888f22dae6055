using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services.CodeActions;

/// <summary>Words and names that were probably meant.</summary>
internal static class WordFixes
{
    public static IEnumerable<Fix> Suggestion(FixContext context, Diagnostic diagnostic) =>
        diagnostic.Suggestion is { } word ? [Fix.Replace(diagnostic.SuggestionSpan, word)] : [];

    public static IEnumerable<Fix> Zone(FixContext context, Diagnostic diagnostic) =>
        Words
            .FormsOf(WordPosition.Zone)
            .Where(form => form.Dialect == context.Compilation.Dialect)
            .Select(form => Fix.Replace(diagnostic.Span, form.Text) with { IsPreferred = false });

    /// <summary>The comment that names the language that the file is written in.</summary>
    public static IEnumerable<Fix> Language(FixContext context, Diagnostic diagnostic) =>
        [Fix.Replace(diagnostic.Span, $"{SyntaxTree.LanguageMark} {context.Compilation.Dialect.ShortName()}")];

    public static IEnumerable<Fix> Edition(FixContext context, Diagnostic diagnostic) =>
        [Fix.Replace(diagnostic.Span, $"{SyntaxTree.ToolMark} {SyntaxTree.Edition}") with { IsPreferred = false }];

    /// <summary>Names that could stand where an order lacks one.</summary>
    public static IEnumerable<Fix> MissingName(FixContext context, Diagnostic diagnostic)
    {
        var end = new TextSpan(diagnostic.Span.End, 0);
        return diagnostic.Arguments[1] switch
        {
            Term.APeopleCount => [Sized(context, diagnostic)],
            Term what => Declarable
                .NamesOf(context, what)
                .Select(name => new Fix(Wording.Insert, new TextEdit(end, " " + name), name)),
            _ => [],
        };
    }

    // A crowd without a size; the rest of its clauses stay behind it.
    private static Fix Sized(FixContext context, Diagnostic diagnostic)
    {
        var size = $"100 {context.Word(Concept.People)}";
        var crowd = context.Around<DeclarationSyntax>(diagnostic.Span);
        var body = crowd?.Body;
        var place = body is null ? diagnostic.Span.End : body.Children[0].Span.End;
        var rest = body is { Children.Length: > 1 } ? "," : "";
        return new Fix(
            Wording.Insert,
            new TextEdit(new TextSpan(place, 0), (body is null ? ": " : " ") + size + rest),
            size
        );
    }
}
