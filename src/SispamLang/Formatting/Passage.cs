using System.Collections.Immutable;
using SispamLang.Diagnostics;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Formatting;

/// <summary>Declarations that share lines with each other, mostly one, or lines that declare nothing.</summary>
/// <param name="FirstToken">The first token.</param>
/// <param name="EndToken">The token after the last.</param>
/// <param name="Span">Whole lines; if broken, with the deeper comments below them, but without what follows the last.</param>
/// <param name="IsBroken">Something is wrong with their form.</param>
/// <param name="Declarations">What is declared.</param>
internal sealed record Passage(
    int FirstToken,
    int EndToken,
    TextSpan Span,
    bool IsBroken,
    ImmutableArray<DeclarationSyntax> Declarations
)
{
    /// <summary>All of a file.</summary>
    public static IEnumerable<Passage> Of(SyntaxTree tree)
    {
        var tokens = tree.Tokens;
        ImmutableArray<Diagnostic> errors =
        [
            .. tree.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error),
        ];
        var children = tree.Root.Children;
        var error = 0;
        // The last child is the end of the file.
        for (var i = 0; i < children.Length - 1; )
        {
            var first = i;
            do
            {
                i++;
            } while (i < children.Length - 1 && !tokens[children[i].FirstToken].StartsLine);

            var nodes = children.Slice(first, i - first);
            var span = TextSpan.FromBounds(LineStart(tree.Text, nodes[0].Span.Start), nodes[nodes.Length - 1].Span.End);
            while (error < errors.Length && errors[error].Span.Start < span.Start)
            {
                error++;
            }

            // A misplaced line below might be meant to belong to it, and would if its end looked otherwise.
            var end = nodes[nodes.Length - 1].EndToken;
            var isBroken =
                (error < errors.Length && errors[error].Span.Start <= span.End)
                || nodes.Any(node => node is SkippedSyntax)
                || tokens[end].Column > 0;
            yield return new Passage(
                nodes[0].FirstToken,
                end,
                isBroken ? TextSpan.FromBounds(span.Start, EndOfDeeperComments(tokens, end)) : span,
                isBroken,
                [.. nodes.OfType<DeclarationSyntax>()]
            );
        }
    }

    private static int LineStart(SourceText text, int position)
    {
        while (position > 0 && text.Content[position - 1] is not ('\n' or '\r' or '\uFEFF'))
        {
            position--;
        }

        return position;
    }

    // Where a broken declaration ends nobody knows; deeper comments below it stay as they are, too.
    private static int EndOfDeeperComments(TokenList tokens, int next)
    {
        var end = tokens[next - 1].End;
        var isDeeper = true;
        foreach (var trivia in tokens.TriviaBefore(next))
        {
            switch (trivia.Kind)
            {
                case TriviaKind.LineEnd:
                    isDeeper = false;
                    break;
                case TriviaKind.WhiteSpace:
                    isDeeper = true;
                    break;
                case TriviaKind.Comment when isDeeper:
                    end = trivia.Span.End;
                    break;
                default:
                    return end;
            }
        }

        return end;
    }
}
