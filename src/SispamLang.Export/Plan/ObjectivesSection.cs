namespace SispamLang.Export;

/// <summary>What the exercise is for.</summary>
internal static class ObjectivesSection
{
    public static PlanSection Of(DrillPaper paper) =>
        new(
            "objectives",
            paper.Texts["objectives.title"],
            paper.Facts.Objectives.IsEmpty
                ? [Html.Tag("p.note", paper.Texts["objectives.none"])]
                :
                [
                    Html.Tag("p", paper.Texts["objectives.lead"]),
                    Html.Tag("ol", paper.Facts.Objectives.Select(objective => Html.Tag("li", objective))),
                ]
        );
}
