using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services.CodeActions;

/// <summary>Lines that do not stand where they should.</summary>
internal static class LayoutFixes
{
    /// <summary>Blanks in place of the tabs at the start of all lines.</summary>
    public static IEnumerable<Fix> Blanks(FixContext context, Diagnostic diagnostic)
    {
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        foreach (var start in context.Text.LineStarts)
        {
            var indent = context.IndentAt(start);
            if (indent.IndexOf('\t') >= 0)
            {
                edits.Add(new TextEdit(new TextSpan(start, indent.Length), new string(' ', WidthOf(indent))));
            }
        }

        yield return new Fix(Wording.UseBlanks, [], edits.ToImmutable()) { IsPreferred = true };
    }

    /// <summary>A line as deep as the first one of its block, with the deeper lines that belong to it.</summary>
    public static IEnumerable<Fix> Align(FixContext context, Diagnostic diagnostic)
    {
        var path = context.PathTo(diagnostic.Span);
        var block = path.LastOrDefault(node =>
            node is BlockSyntax && ((BlockSyntax)node).All<SyntaxNode>().Any(s => s.Span.Start == diagnostic.Span.Start)
        );
        if (block is not BlockSyntax { } around)
        {
            yield break;
        }

        var tokens = context.Tokens;
        var statements = around.All<SyntaxNode>().Where(node => !node.IsMissing).ToList();
        var first = statements.First(node => tokens[node.FirstToken].StartsLine);
        var misplaced = statements.First(node => node.Span.Start == diagnostic.Span.Start);
        var shift = tokens[first.FirstToken].Column - tokens[misplaced.FirstToken].Column;
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        for (var i = misplaced.FirstToken; i < misplaced.EndToken; i++)
        {
            if (tokens[i].StartsLine)
            {
                var start = context.LineStart(tokens[i].Start);
                var column = Math.Max(0, tokens[i].Column + shift);
                edits.Add(new TextEdit(TextSpan.FromBounds(start, tokens[i].Start), new string(' ', column)));
            }
        }

        yield return new Fix(Wording.AlignLine, [], edits.ToImmutable()) { IsPreferred = true };
    }

    private static int WidthOf(string indent)
    {
        var column = 0;
        foreach (var c in indent)
        {
            column = c == '\t' ? (column / Lexer.TabWidth + 1) * Lexer.TabWidth : column + 1;
        }

        return column;
    }
}
