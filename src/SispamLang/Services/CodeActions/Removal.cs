using System.Collections.Immutable;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services.CodeActions;

/// <summary>Takes statements, clauses and declarations out, with the signs and lines that they leave behind.</summary>
internal static class Removal
{
    /// <summary>What to take out so that a node is gone; null if what holds it makes no sense without it.</summary>
    /// <param name="context">The file.</param>
    /// <param name="path">The way to the node from the whole file.</param>
    public static TextEdit? Of(FixContext context, ImmutableArray<SyntaxNode> path)
    {
        var node = path[path.Length - 1];
        var outer = path.RemoveAt(path.Length - 1);
        if (outer.Length == 0)
        {
            return null;
        }

        if (outer[outer.Length - 1] is BlockSyntax block && block.All<SyntaxNode>().Count(IsStatement) == 1)
        {
            return OfBlock(context, outer);
        }

        return new TextEdit(SpanOf(context, (SyntaxBranch)outer[outer.Length - 1], node), "");
    }

    private static bool IsStatement(SyntaxNode node) => node is not SignSyntax;

    // A block of one statement goes with it, and with what needs a block.
    private static TextEdit? OfBlock(FixContext context, ImmutableArray<SyntaxNode> path)
    {
        var outer = path.RemoveAt(path.Length - 1);
        return outer[outer.Length - 1] switch
        {
            RuleSyntax or BranchSyntax or OtherwiseSyntax => Of(context, outer),
            DeclarationSyntax
            {
                Kind: Concept.Drill
                    or Concept.Phase
                    or Concept.Place
                    or Concept.Event
                    or Concept.Tactic
                    or Concept.Temper
            } declaration => new TextEdit(SpanOf(context, declaration, path[path.Length - 1]), ""),
            DeclarationSyntax { Kind: Concept.Throughout } => Of(context, outer),
            _ => null,
        };
    }

    private static TextSpan SpanOf(FixContext context, SyntaxBranch parent, SyntaxNode node)
    {
        var tokens = context.Tokens;
        var (first, end) = (node.FirstToken, node.EndToken);
        if (first > parent.FirstToken && IsSeparator(tokens[first - 1].Kind))
        {
            // From the end of what stands before the comma.
            return TextSpan.FromBounds(first > 1 ? tokens[first - 2].End : 0, node.Span.End);
        }

        var isFollowed = end < parent.EndToken && IsSeparator(tokens[end].Kind);
        end += isFollowed ? 1 : 0;
        if (tokens[first].StartsLine && (tokens[end].StartsLine || tokens[end].Kind == TokenKind.EndOfFile))
        {
            return LinesOf(context, TextSpan.FromBounds(tokens[first].Start, tokens[end - 1].End));
        }

        // From the end of what stands before, or if it starts the line, up to what comes next.
        return tokens[first].StartsLine || isFollowed
            ? TextSpan.FromBounds(node.Span.Start, tokens[end].Start)
            : TextSpan.FromBounds(first > 0 ? tokens[first - 1].End : 0, node.Span.End);
    }

    /// <summary>The whole lines of a run of characters, with their line ends.</summary>
    public static TextSpan LinesOf(FixContext context, TextSpan span)
    {
        var starts = context.Text.LineStarts;
        var (first, last) = (context.Text.PositionOf(span.Start).Line, context.Text.PositionOf(span.End).Line);
        if (last + 1 < starts.Length)
        {
            return TextSpan.FromBounds(starts[first], starts[last + 1]);
        }

        // The last line of all: the line end before it goes.
        var start = first == 0 ? 0 : starts[first - 1] + context.Text.LineText(first - 1).Length;
        return TextSpan.FromBounds(start, context.Text.Length);
    }

    private static bool IsSeparator(TokenKind kind) => kind is TokenKind.Comma or TokenKind.Semicolon;
}
