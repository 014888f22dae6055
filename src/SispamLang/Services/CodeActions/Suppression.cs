using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services.CodeActions;

/// <summary>Silences a message by a comment on the line above.</summary>
internal static class Suppression
{
    public static IEnumerable<Fix> Of(FixContext context, Diagnostic diagnostic)
    {
        var line = context.LineStart(diagnostic.Span.Start);
        var indent = context.IndentAt(line);
        var isComment = context.Text.Slice(new TextSpan(line + indent.Length, 1)).StartsWith("#".AsSpan());
        var isDecision = diagnostic.Code == DiagnosticCode.Waived;
        if (isComment || isDecision || DiagnosticCatalogue.Get(diagnostic.Code).Severity == DiagnosticSeverity.Error)
        {
            yield break; // Errors can't be ignored, no comment speaks of another, and what is decided is to be seen.
        }

        var comment =
            $"{SyntaxTree.ToolMark} {context.Word(Concept.Ignore)} {diagnostic.Id} {context.Say(Wording.ReasonHere)}";
        yield return new Fix(
            Wording.Ignore,
            new TextEdit(new TextSpan(line + indent.Length, 0), comment + context.NewLine + indent),
            diagnostic.Id
        );
    }
}
