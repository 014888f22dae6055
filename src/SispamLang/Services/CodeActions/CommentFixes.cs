using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services.CodeActions;

/// <summary>Comments that speak to the tool.</summary>
internal static class CommentFixes
{
    public static IEnumerable<Fix> Remove(FixContext context, Diagnostic diagnostic) =>
        [new Fix(Wording.RemoveComment, RemovalOf(context, diagnostic.Span)) { IsPreferred = true }];

    public static IEnumerable<Fix> RespellOrRemove(FixContext context, Diagnostic diagnostic) =>
        WordFixes
            .Suggestion(context, diagnostic)
            .Concat(Remove(context, diagnostic).Select(fix => fix with { IsPreferred = false }));

    public static IEnumerable<Fix> GiveReason(FixContext context, Diagnostic diagnostic)
    {
        var comment = IgnoreComment.In(context.Tree).FirstOrDefault(comment => comment.Span == diagnostic.Span);
        if (comment is { Code.Length: > 0 })
        {
            var end = new TextSpan(diagnostic.Span.Start + context.Text.ToString(diagnostic.Span).TrimEnd().Length, 0);
            yield return new Fix(Wording.GiveReason, new TextEdit(end, " " + context.Say(Wording.ReasonHere)));
        }

        foreach (var fix in Remove(context, diagnostic))
        {
            yield return fix with
            {
                IsPreferred = false,
            };
        }
    }

    public static IEnumerable<Fix> MoveOrRemoveLanguage(FixContext context, Diagnostic diagnostic)
    {
        foreach (var fix in Remove(context, diagnostic))
        {
            yield return fix;
        }

        // Where it names another language the whole file would be read anew.
        var line = $"{SyntaxTree.LanguageMark} {context.Compilation.Dialect.ShortName()}";
        if (context.Text.ToString(diagnostic.Span).TrimEnd() == line && SyntaxTree.LanguageOf(context.Tokens) is null)
        {
            var start = context.Text.Content.StartsWith("\uFEFF", StringComparison.Ordinal) ? 1 : 0;
            yield return new Fix(
                Wording.MoveToFirstLine,
                [],
                [new TextEdit(new TextSpan(start, 0), line + context.NewLine), RemovalOf(context, diagnostic.Span)]
            );
        }
    }

    private static TextEdit RemovalOf(FixContext context, TextSpan comment)
    {
        var start = context.LineStart(comment.Start);
        var before = context.Text.Slice(TextSpan.FromBounds(start, comment.Start));
        return before.TrimStart('\uFEFF').IsWhiteSpace() && before.Length == before.TrimStart('\uFEFF').Length
            ? new TextEdit(Removal.LinesOf(context, comment), "")
            : new TextEdit(TextSpan.FromBounds(start + before.TrimEnd().Length, comment.End), "");
    }
}
