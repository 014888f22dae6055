using System.Globalization;
using System.Text;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Tests.Syntax;

/// <summary>Writes a tree down, one node a line, so that two of them can be compared and one be read.</summary>
internal static class TreeText
{
    /// <summary>The tree, and below it what is reported.</summary>
    public static string Of(SyntaxTree tree)
    {
        var text = new StringBuilder();
        AppendNode(text, tree.Root, 0);
        text.Append("----\n");
        foreach (Diagnostic diagnostic in tree.Diagnostics)
        {
            LinePosition place = tree.Text.PositionOf(diagnostic.Span.Start);
            text.Append(CultureInfo.InvariantCulture, $"{place.Line + 1}:{place.Column + 1}+{diagnostic.Span.Length} ")
                .Append(diagnostic.Id)
                .Append(' ')
                .Append(DiagnosticCatalogue.Render(diagnostic, tree.Root.Dialect ?? Dialect.English))
                .Append('\n');
        }

        return text.ToString();
    }

    private static void AppendNode(StringBuilder text, SyntaxNode node, int depth)
    {
        string name = node.GetType().Name;
        text.Append(' ', depth * 2).Append(name.AsSpan(0, name.Length - "Syntax".Length));
        string detail = node switch
        {
            FileSyntax file => file.Dialect?.ToString() ?? "",
            DeclarationSyntax declaration => declaration.Kind.ToString(),
            ClauseSyntax clause => clause.Kind.ToString(),
            KeywordSyntax keyword => keyword.Concept.ToString(),
            JoinedConditionSyntax joined => joined.Joint.ToString(),
            NumberSyntax number => number.Value.ToString(CultureInfo.InvariantCulture),
            PercentageSyntax percentage => percentage.Hundredths.ToString(CultureInfo.InvariantCulture),
            DurationSyntax duration => string.Create(
                CultureInfo.InvariantCulture,
                $"{duration.LowMs}..{duration.HighMs} ms"
            ),
            ClockSyntax clock => string.Create(CultureInfo.InvariantCulture, $"{clock.Ms} ms"),
            StringSyntax { IsMissing: false } literal => $"[{literal.Value}]",
            _ => "",
        };
        if (detail.Length > 0)
        {
            text.Append(' ').Append(detail);
        }

        if (node is SyntaxLeaf)
        {
            text.Append(node.IsMissing ? " missing" : " ‹" + OneLine(node.ToString()) + "›");
        }

        text.Append('\n');
        foreach (SyntaxNode child in node.Children)
        {
            AppendNode(text, child, depth + 1);
        }
    }

    private static string OneLine(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\r", "\\r", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("\t", "\\t", StringComparison.Ordinal);
}
