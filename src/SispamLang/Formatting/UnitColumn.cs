using SispamLang.Dialects;
using SispamLang.Syntax;

namespace SispamLang.Formatting;

/// <summary>
/// Units on lines right below each other have their strengths in a column, so that they can be added up at a glance. Those
/// with a longer name, on several lines, or too long for it stand among them as they are.
/// </summary>
internal static class UnitColumn
{
    // A comma and a blank.
    private const int Separator = 2;

    /// <summary>How many blanks stand before the strength, by the units' blocks.</summary>
    public static IReadOnlyDictionary<BlockSyntax, int> Of(SyntaxTree tree)
    {
        Dictionary<BlockSyntax, int> blanks = [];
        List<Entry> column = [];
        foreach (var passage in Passage.Of(tree))
        {
            if (passage.IsBroken || IsAfterBlankLine(tree.Tokens, passage.FirstToken))
            {
                EndColumn();
            }

            foreach (var declaration in passage.IsBroken ? [] : passage.Declarations)
            {
                if (declaration.Kind != Concept.Unit)
                {
                    EndColumn();
                }
                else if (EntryOf(tree.Tokens, declaration) is { } entry)
                {
                    column.Add(entry);
                }
            }
        }

        EndColumn();
        return blanks;

        void EndColumn()
        {
            Align(column, blanks);
            column.Clear();
        }
    }

    private static void Align(List<Entry> column, Dictionary<BlockSyntax, int> blanks)
    {
        // What will not stay on one line is not in the way of the others.
        column.RemoveAll(entry => entry.Head + 1 + entry.Number + entry.Rest > Formatter.Width);
        int start;
        do
        {
            start = column.Count == 0 ? 0 : column.Max(entry => entry.Head) + column.Max(entry => entry.Number) + 1;
        } while (column.RemoveAll(entry => start + entry.Rest > Formatter.Width) > 0);

        foreach (var entry in column)
        {
            blanks.Add(entry.Block, start - entry.Head - entry.Number);
        }
    }

    private static Entry? EntryOf(TokenList tokens, DeclarationSyntax unit)
    {
        var block = unit.Body!; // A unit without one is broken.
        // Signs with nothing between them do not stay.
        List<SyntaxNode> clauses = [.. block.Children.Where(child => child is not SignSyntax)];
        var number = clauses[0].FirstToken;
        if (unit.Title is not null || tokens[number].Kind != TokenKind.Number)
        {
            return null;
        }

        for (var i = unit.FirstToken + 1; i < unit.EndToken; i++)
        {
            if (tokens[i].StartsLine)
            {
                return null;
            }
        }

        return new Entry(
            block,
            Spacing.WidthOf(tokens, unit.FirstToken, block.FirstToken + 1),
            tokens[number].Length,
            clauses.Sum(clause => Spacing.WidthOf(tokens, clause.FirstToken, clause.EndToken) + Separator)
                - Separator
                - tokens[number].Length
        );
    }

    private static bool IsAfterBlankLine(TokenList tokens, int index)
    {
        var lineEnds = 0;
        foreach (var trivia in tokens.TriviaBefore(index))
        {
            lineEnds =
                trivia.Kind == TriviaKind.LineEnd ? lineEnds + 1
                : trivia.Kind == TriviaKind.Comment ? 0
                : lineEnds;
            if (lineEnds > 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A unit in the column: how wide what stands before its first number is, that number, and what follows.</summary>
    private sealed record Entry(BlockSyntax Block, int Head, int Number, int Rest);
}
