using System.Collections.Immutable;
using SispamLang.Dialects;
using SispamLang.Syntax;

namespace SispamLang.Services;

/// <summary>Lines that an editor can hide, all but the first.</summary>
/// <param name="FirstLine">The line that stays, counted from 0.</param>
/// <param name="LastLine">The last line that goes.</param>
/// <param name="Kind">What they are.</param>
public readonly record struct FoldingRange(int FirstLine, int LastLine, FoldingKind Kind);

/// <summary>What can be folded.</summary>
public enum FoldingKind
{
    /// <summary>A block.</summary>
    Block,

    /// <summary>Comments on lines below each other.</summary>
    Comments,

    /// <summary>Uses of other files below each other.</summary>
    Uses,
}

/// <summary>Finds what can be folded: blocks with the comments at their ends, runs of comments, runs of uses.</summary>
public sealed class FoldingRanges
{
    private readonly SyntaxTree _tree;

    // By the first line: where two start on one line, the one that reaches farther holds the other.
    private readonly SortedDictionary<int, FoldingRange> _found = [];

    private FoldingRanges(SyntaxTree tree) => _tree = tree;

    /// <summary>All of a file, in the order of the text.</summary>
    public static ImmutableArray<FoldingRange> In(SyntaxTree tree)
    {
        var ranges = new FoldingRanges(tree);
        ranges.AddBlocks(tree.Root);
        ranges.AddComments();
        ranges.AddUses();
        return [.. ranges._found.Values];
    }

    private void AddBlocks(SyntaxNode node)
    {
        if (node is BlockSyntax block)
        {
            Add(LineOf(block.Span.Start), EndOf(block), FoldingKind.Block);
        }

        foreach (var child in node.Children)
        {
            if (child is SyntaxBranch)
            {
                AddBlocks(child);
            }
        }
    }

    // A comment below the last statement belongs to the block if it is deeper than the line that opens it.
    private int EndOf(BlockSyntax block)
    {
        var end = LineOf(block.Span.End);
        var column = IndentOf(LineOf(block.Span.Start));
        foreach (var trivia in _tree.Tokens.TriviaBefore(block.EndToken))
        {
            if (trivia.Kind != TriviaKind.Comment)
            {
                continue;
            }

            var place = _tree.Text.PositionOf(trivia.Span.Start);
            if (place.Line > end && place.Column <= column)
            {
                break;
            }

            end = place.Line;
        }

        return end;
    }

    private int IndentOf(int line)
    {
        var text = _tree.Text.LineText(line);
        return text.Length - text.TrimStart().Length;
    }

    private void AddComments()
    {
        for (var i = 0; i < _tree.Tokens.Count; i++)
        {
            if (!_tree.Tokens[i].StartsLine)
            {
                continue; // A comment ends its line.
            }

            // A run of comments: where it starts, and its last line so far.
            (int First, int Last)? run = null;
            var startsLine = i == 0;
            foreach (var trivia in _tree.Tokens.TriviaBefore(i))
            {
                if (trivia.Kind == TriviaKind.Comment && startsLine)
                {
                    var line = LineOf(trivia.Span.Start);
                    run = run is { } before && before.Last == line - 1 ? (before.First, line) : (line, line);
                    Add(run.Value.First, line, FoldingKind.Comments);
                }

                startsLine |= trivia.Kind == TriviaKind.LineEnd;
            }
        }
    }

    private void AddUses()
    {
        (int First, int Last)? run = null;
        foreach (var use in _tree.Root.Declarations.Where(declaration => declaration.Kind == Concept.Use))
        {
            var line = LineOf(use.Span.Start);
            var first = run is { } before && before.Last == line - 1 ? before.First : line;
            run = (first, LineOf(use.Span.End));
            Add(first, run.Value.Last, FoldingKind.Uses);
        }
    }

    private void Add(int first, int last, FoldingKind kind)
    {
        if (last > first && !(_found.TryGetValue(first, out var other) && other.LastLine >= last))
        {
            _found[first] = new FoldingRange(first, last, kind);
        }
    }

    private int LineOf(int position) => _tree.Text.PositionOf(position).Line;
}
