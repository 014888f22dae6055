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
    private readonly Doc _doc;
    private readonly FixedLines _fixedLines;
    private readonly IReadOnlyDictionary<BlockSyntax, int> _column;

    // What comes next: a token, and the place up to which comments are laid out.
    private int _next;
    private int _position;
    private bool _isStart = true;

    private Layout(SyntaxTree tree)
    {
        _tokens = tree.Tokens;
        _doc = new Doc(tree.Text);
        _fixedLines = FixedLines.Of(tree);
        _column = UnitColumn.Of(tree);
    }

    /// <summary>The layout of a whole file.</summary>
    public static Doc Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var layout = new Layout(tree);
        foreach (var passage in Passage.Of(tree))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (passage.IsBroken)
            {
                layout.AddVerbatim(passage);
                continue;
            }

            foreach (var declaration in passage.Declarations)
            {
                layout.AddOnNewLine(declaration.FirstToken);
                layout.AddNode(declaration);
            }
        }

        layout.AddEnd();
        return layout._doc;
    }

    private void AddVerbatim(Passage passage)
    {
        AddOnNewLine(passage.FirstToken);
        _next = passage.EndToken;
        _position = passage.Span.End;
        _doc.AddLong(_tokens.Text.ToString(passage.Span), passage.Span);
    }

    // The parts of a declaration, statement or condition, on one line but for its blocks and what follows a comma.
    private void AddNode(SyntaxNode node)
    {
        switch (node)
        {
            case BlockSyntax block:
                AddBlock(block);
                break;
            case BranchSyntax branch:
                AddBranch(branch);
                break;
            case SyntaxLeaf:
                AddLeaf(node);
                break;
            default:
                foreach (var child in node.Children)
                {
                    if (!child.IsMissing)
                    {
                        if (child.FirstToken != node.FirstToken)
                        {
                            AddSpaceBefore(child.FirstToken);
                        }

                        AddNode(child);
                    }
                }

                break;
        }
    }

    private void AddLeaf(SyntaxNode leaf)
    {
        for (var i = leaf.FirstToken; i < leaf.EndToken; i++)
        {
            if (i > leaf.FirstToken)
            {
                AddSpaceBefore(i);
            }

            AddToken(i);
        }
    }

    private void AddToken(int index)
    {
        ref readonly var token = ref _tokens[index];
        _next = index + 1;
        _position = token.End;
        if (Spacing.KeyboardFormOf(token.Kind) is { } form && !_tokens.CharactersOf(index).SequenceEqual(form.AsSpan()))
        {
            _doc.AddText(form, token.Span);
        }
        else
        {
            _doc.AddSource(token.Span);
        }
    }

    // What stands before a token inside a statement.
    private void AddSpaceBefore(int index)
    {
        var left = _tokens[index - 1].Kind;
        if (_tokens.TriviaBefore(index).HasComment || _fixedLines.Breaks(index))
        {
            _doc.Indent(ContinuationIndent);
            AddOnNewLine(index);
            _doc.Outdent(ContinuationIndent);
        }
        else if (left == TokenKind.Comma && !_fixedLines.Joins(index))
        {
            _doc.Indent(ContinuationIndent);
            _doc.BeginGroup();
            _doc.AddLine();
            _doc.EndGroup();
            _doc.Outdent(ContinuationIndent);
        }
        else if (Spacing.IsBetween(left, _tokens[index].Kind))
        {
            _doc.AddBlank();
        }
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
