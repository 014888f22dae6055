using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Text;

namespace SispamLang.Services;

/// <summary>The built-in words that stand in phrases, by their places.</summary>
internal static class WordsInPhrases
{
    /// <summary>The word at a place, or just before it; null if there is none.</summary>
    public static (Concept Concept, TextSpan Span)? At(SourceUnit source, int position)
    {
        var tokens = source.Tree.Tokens;
        foreach (var word in source.WordsInPhrases)
        {
            var span = TextSpan.FromBounds(tokens[word.FirstToken].Start, tokens[word.EndToken - 1].End);
            if (span.Start <= position && position <= span.End)
            {
                return (word.Concept, span);
            }
        }

        return null;
    }

    /// <summary>The crowd that a word stands for, if the drill has just one; else null.</summary>
    public static CrowdSymbol? CrowdMeant(Concept word, BoundDrill drill) =>
        word == Concept.AnyCrowd && drill.Crowds.Length == 1 ? drill.Crowds[0] : null;
}
