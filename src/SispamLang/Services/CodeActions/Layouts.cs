using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Formatting;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services.CodeActions;

/// <summary>Sees to the layout of what a code action makes.</summary>
internal static class Layouts
{
    /// <summary>A file that was laid out before the change is so after it. Any other, and one with syntax errors, is left as
    /// its writer has it.</summary>
    public static CodeChange Keep(SyntaxTree tree, ImmutableArray<TextEdit> edits, CancellationToken cancellationToken)
    {
        var before = tree.Text.Content;
        if (
            HasErrors(tree)
            || !string.Equals(Formatter.Format(tree, cancellationToken), before, StringComparison.Ordinal)
        )
        {
            return CodeChange.Of(tree.Text, edits);
        }

        var changed = Edits.Apply(before, edits);
        var after = Formatter.Format(
            SyntaxTree.Parse(new SourceText(tree.Text.Path, changed), cancellationToken),
            cancellationToken
        );
        return string.Equals(after, changed, StringComparison.Ordinal)
            ? CodeChange.Of(tree.Text, edits)
            : CodeChange.Of(tree.Text, [Edits.Between(before, after)]);
    }

    private static bool HasErrors(SyntaxTree tree) =>
        tree.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
