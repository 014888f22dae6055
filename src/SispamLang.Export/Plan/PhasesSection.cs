using System.Xml.Linq;
using SispamLang.Binding;

namespace SispamLang.Export;

/// <summary>The phases with their rules in sentences.</summary>
internal static class PhasesSection
{
    public static PlanSection Of(DrillPaper paper) =>
        new(
            "phases",
            paper.Texts["rules.title"],
            [
                Html.Tag("p", paper.Texts["rules.lead"]),
                paper.Drill.Phases.Select((phase, i) => Phase(paper, phase, i + 1)),
                Always(paper),
            ]
        )
        {
            IsOnNewPage = true,
        };

    private static object?[] Phase(DrillPaper paper, PhaseSymbol phase, int number)
    {
        var texts = paper.Texts;
        return
        [
            Html.Tag(
                "h3",
                texts.Say("rules.phase", number, phase.NameIn(paper.Language)),
                paper.TitleOf(phase) is { Length: > 0 } title ? " – " + title : null
            ),
            Html.Tag("p.head", Ends(paper, phase)),
            Rules(paper, [.. paper.Drill.Rules.Where(rule => rule.Phase == phase)]),
        ];
    }

    private static string Ends(DrillPaper paper, PhaseSymbol phase) =>
        (phase.For, phase.Until) switch
        {
            ({ } time, { } until) => paper.Texts.Say(
                "rules.for-until",
                paper.Prose.Time(time),
                paper.Prose.Until(until)
            ),
            ({ } time, null) => paper.Texts.Say("rules.for", paper.Prose.Time(time)),
            (null, { } until) => paper.Texts.Say("rules.until", paper.Prose.Until(until)),
            _ => paper.Texts["rules.quiet"],
        };

    private static object[]? Always(DrillPaper paper)
    {
        var rules = paper.Drill.Rules.Where(rule => rule.Phase is null).ToList();
        return rules.Count == 0 ? null : [Html.Tag("h3", paper.Texts["rules.always"]), Rules(paper, rules)];
    }

    private static XElement Rules(DrillPaper paper, List<BoundRule> rules) =>
        rules.Count == 0
            ? Html.Tag("p.note", paper.Texts["rules.none"])
            : Html.Table(
                "rules",
                [paper.Texts["rules.when"], paper.Texts["rules.what"]],
                rules.Select(rule =>
                    Html.Row(
                        Html.Tag("td", Prose.Capital(paper.Prose.When(rule)), Source(paper, rule)),
                        Html.Tag("td", Steps(paper.Prose.Steps(rule.Body)))
                    )
                )
            );

    private static XElement Source(DrillPaper paper, BoundRule rule) =>
        Html.Tag(
            "p.source",
            paper.PlaceOf(rule.Source, rule.Syntax),
            Html.Tag("br"),
            Html.Tag("code", SourcePlaces.TextOf(paper, rule))
        );

    // One step needs no number.
    private static object Steps(IReadOnlyList<Step> steps) =>
        steps is [var only] ? Parts(only) : Html.Tag("ol", steps.Select(step => Html.Tag("li", Parts(step))));

    private static IEnumerable<object> Parts(Step step)
    {
        yield return step.Text;
        if (!step.Under.IsEmpty)
        {
            yield return " ";
            yield return Steps(step.Under);
        }

        if (step.Otherwise is { } rest)
        {
            yield return Html.Tag("div", Parts(rest));
        }
    }
}
