using SispamLang.Dialects;

namespace SispamLang.Services;

/// <summary>What a planner wants to know of a built-in word, as Markdown.</summary>
public static class WordSummary
{
    /// <summary>The summary.</summary>
    /// <param name="concept">The word.</param>
    /// <param name="language">The reader's language.</param>
    public static string Of(Concept concept, Dialect language)
    {
        var other = language == Dialect.English ? Dialect.Indonesian : Dialect.English;
        var lines = new List<string>();
        if (MoodColours.Of(concept) is { } mood)
        {
            lines.Add(
                Wording.MoodMeans.In(
                    language,
                    Words.Canonical(mood.Situation, language),
                    Words.Canonical(mood.Threat, language)
                )
            );
        }

        var synonyms = Words.FormsOf(concept).Where(form => form.Dialect == language && !form.IsCanonical).ToList();
        if (synonyms.Count > 0)
        {
            lines.Add(Wording.AlsoCalled.In(language, string.Join(", ", synonyms.Select(form => form.Text))));
        }

        lines.Add(Wording.OtherLanguage.In(language, Words.Canonical(concept, other)));
        return "**"
            + Words.Canonical(concept, language)
            + "**: "
            + WordMeanings.Of(concept, language)
            + "\n\n"
            + Markdown.Items(lines);
    }
}
