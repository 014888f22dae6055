using SispamLang.Text;

namespace SispamLang.Syntax;

/// <summary>Comments that mean something: those that start with a mark such as <c># language:</c>.</summary>
internal static class MarkedComments
{
    /// <summary>What stands behind the mark, and the place of the whole comment; in the order of the text.</summary>
    public static IEnumerable<(string Value, TextSpan Span)> Of(TokenList tokens, string mark)
    {
        // Most files have none, so the text is searched before any token is looked at.
        if (tokens.Text.Content.IndexOf(mark, StringComparison.Ordinal) < 0)
        {
            yield break;
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            foreach (var trivia in tokens.TriviaBefore(i))
            {
                if (
                    trivia.Kind == TriviaKind.Comment
                    && tokens.Text.Slice(trivia.Span).StartsWith(mark.AsSpan(), StringComparison.Ordinal)
                )
                {
                    var value = tokens.Text.ToString(trivia.Span).Substring(mark.Length).Trim();
                    yield return (value, trivia.Span);
                }
            }
        }
    }
}
