using System.Text;
using SispamLang.Dialects;
using SispamLang.Tests.Shared;

namespace SispamLang.Tests.Dialects;

/// <summary><c>docs/words.md</c> is made from the tables; <c>SISPAM_UPDATE_BASELINES=1</c> writes it anew.</summary>
public class WordsPageTests
{
    [Fact]
    public void The_page_lists_the_words_of_both_dialects()
    {
        string path = Repository.PathOf("docs/words.md");
        string page = Page();
        if (Environment.GetEnvironmentVariable("SISPAM_UPDATE_BASELINES") == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.Equal(page, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private static string Page()
    {
        var page = new StringBuilder(
            """
            # Words

            Every built-in word of both languages, made from the [table](../src/SispamLang/Dialects/Words.Table.cs) in which they have their
            home. `sispam translate` puts the usual word in the place of any other; where it stands decides which line counts.


            """.ReplaceLineEndings("\n")
        );
        AppendList(page, "English to Bahasa Indonesia", Dialect.English, Dialect.Indonesian);
        page.Append('\n');
        AppendList(page, "Bahasa Indonesia to English", Dialect.Indonesian, Dialect.English);
        return page.ToString();
    }

    private static void AppendList(StringBuilder page, string title, Dialect from, Dialect to)
    {
        page.Append("## ")
            .Append(title)
            .Append("\n\n| word | usual word | where | in the other language |\n| --- | --- | --- | --- |\n");
        foreach (
            WordForm form in Words
                .Concepts.SelectMany(concept => Words.FormsOf(concept))
                .Where(form => form.Dialect == from)
                .OrderBy(form => form.Text, StringComparer.OrdinalIgnoreCase)
                .ThenBy(form => form.Position)
                .ThenBy(form => form.Concept)
        )
        {
            string usual = form.IsCanonical ? "" : Words.Canonical(form.Concept, from);
            page.Append("| ").Append(form.Text).Append(" | ").Append(usual.Length == 0 ? "" : usual + " ");
            page.Append("| ")
                .Append(NameOf(form.Position))
                .Append(" | ")
                .Append(Words.Canonical(form.Concept, to))
                .Append(" |\n");
        }
    }

    private static string NameOf(WordPosition position) =>
        position switch
        {
            WordPosition.Declaration => "starts a declaration",
            WordPosition.DrillItem => "in `drill`",
            WordPosition.PersonnelFigure => "before an announced strength",
            WordPosition.Zone => "time zone",
            WordPosition.Structure => "structural",
            WordPosition.Count => "behind a number",
            WordPosition.TimeUnit => "unit of time",
            WordPosition.Strength => "strength",
            WordPosition.Clause => "in a declaration",
            WordPosition.RiskLevel => "level of risk",
            WordPosition.Trigger => "trigger",
            WordPosition.Branch => "starts a choice",
            WordPosition.Verb => "starts an action",
            WordPosition.Subject => "any crowd",
            WordPosition.CrowdEvent => "what a crowd does",
            WordPosition.Happening => "what happens to something",
            WordPosition.State => "how something is",
            WordPosition.Comment => "comment",
            WordPosition.Share => "before a share of runs",
            WordPosition.DoctrineItem => "in `doctrine`",
            WordPosition.ConfidenceLevel => "confidence",
            WordPosition.BuiltInCheck => "built-in check",
            WordPosition.TestStep => "in `test`",
            WordPosition.Measure => "measure",
            _ => throw new ArgumentOutOfRangeException(nameof(position)),
        };
}
