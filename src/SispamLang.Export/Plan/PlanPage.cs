using System.Globalization;
using System.Xml.Linq;

namespace SispamLang.Export;

/// <summary>A part of the plan.</summary>
/// <param name="Id">What links to it name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Content">What is in it.</param>
internal sealed record PlanSection(string Id, string Title, IEnumerable<object?> Content)
{
    /// <summary>It begins a new sheet.</summary>
    public bool IsOnNewPage { get; init; }
}

/// <summary>The exercise plan: the whole drill for those who hold it, to print.</summary>
internal static class PlanPage
{
    /// <summary>The page.</summary>
    public static string Write(DrillPaper paper)
    {
        PlanSection[] sections =
        [
            ObjectivesSection.Of(paper),
            ForcesSection.Of(paper),
            PlacesSection.Of(paper),
            CourseSection.Of(paper),
            PhasesSection.Of(paper),
            CommandSection.Of(paper),
            PromisesSection.Of(paper),
            AssumptionsSection.Of(paper),
        ];
        return HtmlPage.Write(
            paper.Texts["plan.title"],
            paper.Marking,
            CoverSheet.Of(paper),
            Contents(paper, sections),
            sections.Select((section, i) => Section(section, i + 1))
        );
    }

    private static XElement Contents(DrillPaper paper, PlanSection[] sections) =>
        Html.Tag(
            "nav.contents",
            Html.Tag("h2", paper.Texts["plan.contents"]),
            Html.Tag(
                "ol",
                sections.Select(section =>
                    Html.Tag("li", Html.Tag("a", new XAttribute("href", "#" + section.Id), section.Title))
                )
            )
        );

    private static XElement Section(PlanSection section, int number) =>
        Html.Tag(
            section.IsOnNewPage ? "section.page" : "section",
            new XAttribute("id", section.Id),
            Html.Tag("h2", number.ToString(CultureInfo.InvariantCulture) + ". " + section.Title),
            section.Content
        );
}
