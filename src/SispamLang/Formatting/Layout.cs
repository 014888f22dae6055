using SispamLang.Syntax;

namespace SispamLang.Formatting;

/// <summary>
/// Says how a tree is laid out. Lines are never joined, save those that a trailing comma continues; what stood on one line
/// stays there if it fits. This part goes through the declarations.
/// </summary>
internal sealed partial class Layout
{
    private const int Indent = 2;

    // Deeper than a block, so that what goes on does not look like one.
    private const int ContinuationIndent = 4;

    private readonly TokenList _tokens;
    private readonly FixedLines _fixedLines;
    private readonly IReadOnlyDictionary<BlockSyntax, int> _column;

    // What comes next: a token, and the place up to which comments are laid out.
    private int _next;
    private int _position;
    private bool _isStart = true;

    private Layout(SyntaxTree tree)
    {
        _tokens = tree.Tokens;
        _fixedLines = FixedLines.Of(tree);
        _column = UnitColumn.Of(tree);
    }

    /// <summary>The layout of a whole file.</summary>
    public static Doc Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var layout = new Layout(tree);
        List<Doc> parts = [];
        foreach (var passage in Passage.Of(tree))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (passage.IsBroken)
            {
                parts.Add(layout.Verbatim(passage));
                continue;
            }

            foreach (var declaration in passage.Declarations)
            {
                parts.Add(layout.OnNewLine(declaration.FirstToken));
                parts.Add(layout.Node(declaration));
            }
        }

        parts.Add(layout.End());
        return Doc.Concat(parts);
    }

    private Doc Verbatim(Passage passage)
    {
        var lead = OnNewLine(passage.FirstToken);
        _next = passage.EndToken;
        _position = passage.Span.End;
        return Doc.Concat(lead, new TextDoc(_tokens.Text.ToString(passage.Span), passage.Span, 0));
    }

    // The parts of a declaration, statement or condition, on one line but for its blocks and what follows a comma.
    private Doc Node(SyntaxNode node)
    {
        switch (node)
        {
            case BlockSyntax block:
                return Block(block);
            case BranchSyntax branch:
                return Branch(branch);
            case SyntaxLeaf:
                return Leaf(node);
        }

        List<Doc> parts = [];
        foreach (var child in node.Children)
        {
            if (!child.IsMissing)
            {
                if (child.FirstToken != node.FirstToken)
                {
                    parts.Add(Within(child.FirstToken));
                }

                parts.Add(Node(child));
            }
        }

        return Doc.Concat(parts);
    }

    private Doc Leaf(SyntaxNode leaf)
    {
        List<Doc> parts = [];
        for (var i = leaf.FirstToken; i < leaf.EndToken; i++)
        {
            if (i > leaf.FirstToken)
            {
                parts.Add(Within(i));
            }

            parts.Add(TokenAt(i));
        }

        return Doc.Concat(parts);
    }

    private TextDoc TokenAt(int index)
    {
        _next = index + 1;
        _position = _tokens[index].End;
        var text = Spacing.TextOf(_tokens, index);
        return new TextDoc(text, _tokens[index].Span, text.Length);
    }

    // What stands before a token inside a statement.
    private Doc Within(int index)
    {
        ref readonly var left = ref _tokens[index - 1];
        if (HasCommentBefore(index) || _fixedLines.Breaks(index))
        {
            return Doc.Nest(ContinuationIndent, OnNewLine(index));
        }

        if (left.Kind == TokenKind.Comma && !_fixedLines.Joins(index))
        {
            return Doc.Nest(ContinuationIndent, Doc.Group(Doc.Line));
        }

        return Spacing.IsBetween(left.Kind, _tokens[index].Kind) ? Doc.Blank : Doc.Empty;
    }

    private bool StartsLineWithin(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_tokens[i].StartsLine)
            {
                return true;
            }
        }

        return false;
    }
}
