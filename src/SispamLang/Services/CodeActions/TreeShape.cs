using SispamLang.Syntax;

namespace SispamLang.Services.CodeActions;

/// <summary>Compares trees by what they say, not by how it is laid out.</summary>
internal static class TreeShape
{
    /// <summary>Two nodes say the same: in the same words, with the same parts. The signs between statements may differ.</summary>
    public static bool IsSame(SyntaxNode one, SyntaxNode other)
    {
        if (one.GetType() != other.GetType())
        {
            return false;
        }

        if (one is SyntaxLeaf)
        {
            return IsSameLeaf(one, other);
        }

        using var parts = PartsOf(one).GetEnumerator();
        using var others = PartsOf(other).GetEnumerator();
        while (parts.MoveNext())
        {
            if (!others.MoveNext() || !IsSame(parts.Current, others.Current))
            {
                return false;
            }
        }

        return !others.MoveNext();
    }

    private static IEnumerable<SyntaxNode> PartsOf(SyntaxNode node)
    {
        foreach (var part in node.Children)
        {
            var isSeparator =
                node is BlockSyntax or FileSyntax
                && part is SignSyntax { Kind: TokenKind.Comma or TokenKind.Semicolon };
            if (!isSeparator)
            {
                yield return part;
            }
        }
    }

    private static bool IsSameLeaf(SyntaxNode one, SyntaxNode other)
    {
        var length = one.EndToken - one.FirstToken;
        if (other.EndToken - other.FirstToken != length)
        {
            return false;
        }

        for (var i = 0; i < length; i++)
        {
            var (here, there) = (one.Tokens[one.FirstToken + i].Span, other.Tokens[other.FirstToken + i].Span);
            if (!one.Tokens.Text.Slice(here).SequenceEqual(other.Tokens.Text.Slice(there)))
            {
                return false;
            }
        }

        return true;
    }
}
