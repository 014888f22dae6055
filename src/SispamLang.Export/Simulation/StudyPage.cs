using System.Xml.Linq;
using SispamLang.Analysis.Simulation;
using SispamLang.Dialects;

namespace SispamLang.Export;

/// <summary>The report of many runs as a page that needs nothing but a browser, to read or to print.</summary>
public static class StudyPage
{
    // A longer cell has to be broken, or the table is wider than a sheet.
    private const int LongestUnbroken = 12;

    /// <summary>The text of the page.</summary>
    /// <param name="study">What the runs came to.</param>
    /// <param name="path">The drill's file, for the commands that make a run again.</param>
    /// <param name="toolVersion">The version of the tool.</param>
    /// <param name="language">Its language.</param>
    public static string Write(Study study, string path, string toolVersion, Dialect language)
    {
        ArgumentNullException.ThrowIfNull(study);
        var report = StudyReport.Of(study, path, language);
        var facts = study.Base.Tallies.Measures.Program.Facts;
        var marking = new Marking(
            facts.Title,
            facts.SourceHash,
            facts.Doctrines,
            study.Base.Plan.Seed,
            toolVersion,
            language
        );
        var drawings = new StudyDrawings(new StudyWords(language));
        return HtmlPage.Write(
            report.Title,
            marking,
            Html.Tag("h1", report.Title),
            Html.Tag("p.lead", facts.Title),
            report.Lead.Select(sentence => Html.Tag("p", sentence)),
            report.Sections.Select(section => Section(section, drawings))
        );
    }

    private static IEnumerable<XElement> Section(StudySection section, StudyDrawings drawings)
    {
        yield return Html.Tag("h2", section.Title);
        if (section.Sentences.Length > 0)
        {
            yield return Html.Tag("ul", section.Sentences.Select(sentence => Html.Tag("li", sentence)));
        }

        foreach (var chart in section.Charts)
        {
            if (drawings.Draw(chart) is { } drawing)
            {
                yield return Html.Tag("figure", Html.Tag("figcaption", chart.Title), drawing);
            }
        }

        foreach (var table in section.Tables.Where(table => table.Rows.Length > 0))
        {
            yield return Html.Table("", table.Headings, table.Rows.Select(row => Row(table, row)));
        }
    }

    private static XElement Row(StudyTable table, IEnumerable<string> cells) =>
        Html.Row([.. cells.Select((cell, i) => Html.Tag(CellOf(i < table.Names, cell), cell))]);

    private static string CellOf(bool isName, string cell) =>
        isName ? "td"
        : cell.Length > LongestUnbroken ? "td.figure"
        : "td.number";
}
