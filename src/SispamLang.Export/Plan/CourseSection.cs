namespace SispamLang.Export;

/// <summary>The course of the drill: how phases follow each other, and one run of it on a scale of time.</summary>
internal static class CourseSection
{
    public static PlanSection Of(DrillPaper paper) =>
        new(
            "course",
            paper.Texts["course.title"],
            [
                Html.Tag("p", paper.Texts["course.lead"]),
                Html.Tag(
                    "figure",
                    PhaseDrawing.Draw(paper, isAlone: false),
                    Html.Tag("figcaption", paper.Texts["phases.title"])
                ),
                Html.Tag(
                    "section.page",
                    Html.Tag("h3", paper.Texts["timeline.title"]),
                    Html.Tag("p", paper.Texts.Say("course.run", paper.Reference.Seed)),
                    Html.Tag("figure", TimelineDrawing.Draw(paper, isAlone: false))
                ),
            ]
        )
        {
            IsOnNewPage = true,
        };
}
