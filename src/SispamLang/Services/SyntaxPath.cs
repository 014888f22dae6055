using System.Collections.Immutable;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services;

/// <summary>Finds the parts of a tree at a place.</summary>
internal static class SyntaxPath
{
    /// <summary>The parts that cover a run of characters: the whole file first, then each a child of the one before. Between
    /// two parts a place belongs to the one behind it if that starts with a word.</summary>
    public static ImmutableArray<SyntaxNode> To(SyntaxTree tree, TextSpan span)
    {
        var path = ImmutableArray.CreateBuilder<SyntaxNode>();
        for (SyntaxNode? node = tree.Root; node is not null; node = ChildAt(node, span))
        {
            path.Add(node);
        }

        return path.ToImmutable();
    }

    /// <summary>The first token that starts at a place or behind it; the end of the file if none does.</summary>
    public static int TokenFrom(TokenList tokens, int position)
    {
        var (low, high) = (0, tokens.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].Start < position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static SyntaxNode? ChildAt(SyntaxNode node, TextSpan span)
    {
        SyntaxNode? found = null;
        foreach (var child in node.Children)
        {
            if (child.IsMissing || child.Span.End < span.Start)
            {
                continue;
            }

            if (child.Span.Start > span.Start)
            {
                break;
            }

            if (span.End <= child.Span.End && (found is null || StartsWithWord(child)))
            {
                found = child;
            }
        }

        return found;
    }

    private static bool StartsWithWord(SyntaxNode node) =>
        node.Tokens[node.FirstToken].Kind is TokenKind.Word or TokenKind.Number or TokenKind.String;
}
