using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Services;

/// <summary>What to select around a place, more and more of it: word, name, clause, statement, block, declaration, file.</summary>
public static class SelectionRanges
{
    /// <summary>The selections around a place, the smallest first, each within the next.</summary>
    /// <param name="source">The file.</param>
    /// <param name="position">The place; one outside the text is moved into it.</param>
    public static ImmutableArray<TextSpan> At(SourceUnit source, int position)
    {
        position = Math.Min(Math.Max(position, 0), source.Tree.Text.Length);
        var spans = All(source, position)
            .Where(span => span.Length > 0 && span.Start <= position && position <= span.End)
            .OrderBy(span => span.Length);
        var selections = ImmutableArray.CreateBuilder<TextSpan>();
        var last = new TextSpan(position, 0);
        foreach (var span in spans)
        {
            if (span.Start <= last.Start && span.End >= last.End && span != last)
            {
                selections.Add(span);
                last = span;
            }
        }

        return selections.ToImmutable();
    }

    private static IEnumerable<TextSpan> All(SourceUnit source, int position)
    {
        var tokens = source.Tree.Tokens;
        foreach (var node in SyntaxPath.To(source.Tree, new TextSpan(position, 0)))
        {
            yield return node is BlockSyntax block ? ContentOf(block) : node.Span;
            if (node is SyntaxLeaf)
            {
                for (var i = node.FirstToken; i < node.EndToken; i++)
                {
                    yield return tokens[i].Span;
                    yield return InsideQuotes(tokens, i);
                }
            }
        }

        if (NameOccurrences.At(source, position) is { } name)
        {
            yield return name.Span;
        }

        foreach (var word in source.WordsInPhrases)
        {
            yield return TextSpan.FromBounds(tokens[word.FirstToken].Start, tokens[word.EndToken - 1].End);
        }

        foreach (var comment in CommentsAround(tokens, position))
        {
            yield return comment;
        }

        yield return new TextSpan(0, source.Tree.Text.Length);
    }

    // The statements without the sign that opens the block.
    private static TextSpan ContentOf(BlockSyntax block) =>
        block.EndToken - block.FirstToken > 1
            ? TextSpan.FromBounds(block.Tokens[block.FirstToken + 1].Start, block.Span.End)
            : block.Span;

    private static TextSpan InsideQuotes(TokenList tokens, int index)
    {
        ref readonly var token = ref tokens[index];
        return token.Kind == TokenKind.String && StringSyntax.IsClosed(tokens.Text.Slice(token.Span))
            ? new TextSpan(token.Start + 1, token.Length - 2)
            : default;
    }

    // The comments before the next token, each and with those on the lines right above and below it.
    private static IEnumerable<TextSpan> CommentsAround(TokenList tokens, int position)
    {
        TextSpan? run = null;
        var lineEnds = 0;
        foreach (var trivia in tokens.TriviaBefore(SyntaxPath.TokenFrom(tokens, position)))
        {
            if (trivia.Kind == TriviaKind.LineEnd && ++lineEnds > 1 && run is { } above)
            {
                yield return above;
                run = null;
            }
            else if (trivia.Kind == TriviaKind.Comment)
            {
                yield return trivia.Span;
                run = TextSpan.FromBounds(run?.Start ?? trivia.Span.Start, trivia.Span.End);
                lineEnds = 0;
            }
        }

        yield return run ?? default;
    }
}
