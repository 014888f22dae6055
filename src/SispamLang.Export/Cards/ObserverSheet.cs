using SispamLang.Binding;
using SispamLang.Runtime;

namespace SispamLang.Export;

/// <summary>For those who watch: what the exercise shows, phase by phase; no injects, no chances, no judgement.</summary>
internal static class ObserverSheet
{
    /// <summary>The page.</summary>
    public static string Write(DrillPaper paper) =>
        HtmlPage.Write(
            paper.Texts["observers.title"],
            paper.Marking,
            Html.Tag("p.kind", paper.Texts["observers.title"], " · ", paper.Marking.Exercise),
            Html.Tag("h1", paper.Facts.Title),
            Html.Facts(
                (paper.Texts["plan.date"], paper.Values.Date(paper.Facts.Date)),
                (
                    paper.Texts["plan.starts"],
                    paper.Facts.StartsAtMs is { } start ? paper.Values.Clock(start, paper.Facts.Zone) : ""
                ),
                (paper.Texts["plan.venue"], paper.Facts.Venue),
                (paper.Texts["plan.host"], paper.Facts.Host),
                (paper.Texts["plan.participants"], paper.Facts.Participants)
            ),
            Html.Tag("p", paper.Texts["observers.lead"]),
            paper.Drill.Phases.Select((phase, i) => Phase(paper, phase, i)),
            Html.Tag(
                "div.safety",
                Html.Tag("p", Html.Tag("strong", paper.Texts["plan.safety"])),
                Html.Tag("p", paper.Texts["observers.safety"]),
                paper.Facts.StopWord.Length > 0
                    ? Html.Tag("p", paper.Texts.Say("plan.stop-word", paper.Facts.StopWord))
                    : null
            )
        );

    private static object?[] Phase(DrillPaper paper, PhaseSymbol phase, int number)
    {
        var start = paper.Reference.Entries.FirstOrDefault(e => e.Code == TraceCode.PhaseStarts && e.A == number);
        var steps = RuleSteps.Of(paper).Where(step => step.Rule.Phase == phase && CanBeSeen(step)).ToList();
        return
        [
            Html.Tag(
                "h3",
                paper.Texts.Say("rules.phase", number + 1, phase.NameIn(paper.Language)),
                paper.TitleOf(phase) is { Length: > 0 } title ? " – " + title : null
            ),
            Html.Tag(
                "p.note",
                start.Code == TraceCode.PhaseStarts
                    ? paper.Texts.Say("observers.about", paper.Time(start.TimeMs))
                    : paper.Texts["observers.perhaps"]
            ),
            steps.Count == 0
                ? null
                : Html.Tag("ul", steps.Select(step => step.Text).Distinct().Select(text => Html.Tag("li", text))),
        ];
    }

    private static bool CanBeSeen(RuleStep step) =>
        step.Action is BoundDeploy or BoundWithdraw or BoundHandOver or BoundTactic or BoundAnnounce;
}
