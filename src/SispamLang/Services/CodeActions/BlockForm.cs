using System.Collections.Immutable;
using SispamLang.Dialects;
using SispamLang.Formatting;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services.CodeActions;

/// <summary>Writes a block on one line, or on lines of its own. What it says stays the same: both forms are read again and
/// compared.</summary>
internal sealed class BlockForm(FixContext context)
{
    private const string Deeper = "  ";

    /// <summary>The smallest block around a place that can stand on one line and does not, on one line; null if there is
    /// none.</summary>
    public ImmutableArray<TextEdit>? OnOneLine(TextSpan place) =>
        Find(
            place,
            (owner, block, statement) =>
                !StartsLine(statement) || statement is OtherwiseSyntax ? null
                : IsFirst(block, statement) ? " "
                : SeparatorIn(owner)
        );

    /// <summary>The smallest block around a place that can stand on lines of its own and does not, on such lines; null if
    /// there is none.</summary>
    public ImmutableArray<TextEdit>? OnLines(TextSpan place) =>
        Find(
            place,
            (owner, block, statement) =>
                StartsLine(statement)
                    ? null
                    : context.NewLine
                        + (statement is OtherwiseSyntax ? context.IndentAt(owner.Span.Start) : IndentOf(block))
        );

    // What stands before each statement gives way to what is said; null leaves it as it is.
    private ImmutableArray<TextEdit>? Find(TextSpan place, Func<SyntaxBranch, BlockSyntax, SyntaxNode, string?> before)
    {
        foreach (var owner in context.PathTo(place).OfType<SyntaxBranch>().Reverse())
        {
            if (owner is BlockSyntax || owner.First<BlockSyntax>() is not { } block)
            {
                continue;
            }

            var edits = ImmutableArray.CreateBuilder<TextEdit>();
            var isPossible = true;
            var statements = block.All<SyntaxNode>().Where(node => node is not SignSyntax && !node.IsMissing);
            foreach (var statement in statements.Concat(owner.All<OtherwiseSyntax>()))
            {
                if (before(owner, block, statement) is { } gap)
                {
                    var span = GapBefore(statement);
                    isPossible &= IsEmpty(span);
                    edits.Add(new TextEdit(span, gap));
                }
            }

            if (isPossible && edits.Count > 0 && SaysTheSame(edits, block))
            {
                return edits.ToImmutable();
            }
        }

        return null;
    }

    private bool StartsLine(SyntaxNode statement) => context.Tokens[statement.FirstToken].StartsLine;

    private static bool IsFirst(BlockSyntax block, SyntaxNode statement) =>
        statement.FirstToken == block.FirstToken + 1;

    // Back to the end of what stands before, the sign between them included.
    private TextSpan GapBefore(SyntaxNode statement)
    {
        var last = statement.FirstToken - 1;
        last -= context.Tokens[last].Kind is TokenKind.Comma or TokenKind.Semicolon ? 1 : 0;
        return TextSpan.FromBounds(context.Tokens[last].End, context.Tokens[statement.FirstToken].Start);
    }

    private bool IsEmpty(TextSpan gap) => context.Text.Slice(gap).IndexOf('#') < 0;

    private static string SeparatorIn(SyntaxBranch owner) =>
        owner
            is DeclarationSyntax
            {
                Kind: Concept.Drill or Concept.Phase or Concept.Throughout or Concept.Test or Concept.Doctrine
            }
            ? "; "
            : ", ";

    private string IndentOf(BlockSyntax block)
    {
        var deeper = block.All<SyntaxNode>().FirstOrDefault(node => node is not SignSyntax && StartsLine(node));
        return context.IndentAt(deeper?.Span.Start ?? block.Span.Start) + (deeper is null ? Deeper : "");
    }

    private bool SaysTheSame(IEnumerable<TextEdit> edits, BlockSyntax block)
    {
        // The declaration alone, for the others do not change, and in the language of the file.
        var around = context.PathTo(block.Span)[1].Span;
        var lines = TextSpan.FromBounds(context.LineStart(around.Start), context.LineEnd(around.End));
        var head = $"{SyntaxTree.LanguageMark} {context.Compilation.Dialect.ShortName()}\n";
        var moved = edits.Select(edit => edit with { Span = edit.Span with { Start = edit.Span.Start - lines.Start } });
        var before = context.Text.ToString(lines);
        var one = new SourceText(context.Text.Path, head + before);
        var other = new SourceText(context.Text.Path, head + Edits.Apply(before, moved));
        var line = one.PositionOf(head.Length + block.Span.Start - lines.Start).Line;
        return other.LineText(line).Length <= Formatter.Width
            && SyntaxTree.Parse(one) is var tree
            && SyntaxTree.Parse(other) is var otherTree
            && tree.Diagnostics.Length == otherTree.Diagnostics.Length
            && TreeShape.IsSame(tree.Root, otherTree.Root);
    }
}
