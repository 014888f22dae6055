using System.Globalization;
using System.Xml.Linq;
using SispamLang.Binding;

namespace SispamLang.Export;

/// <summary>What the evaluators look for, as a form to fill in: expected action, observed or not, when, remarks.</summary>
internal static class EvaluationPage
{
    /// <summary>The page.</summary>
    public static string Write(DrillPaper paper)
    {
        return HtmlPage.Write(
            paper.Texts["evaluation.title"],
            paper.Marking,
            Html.Tag(
                "section.wide",
                Html.Tag("p.kind", paper.Texts["evaluation.title"], " · ", paper.Marking.Exercise),
                Html.Tag("h1", paper.Facts.Title),
                Evaluator(paper),
                Html.Tag("p", paper.Texts["evaluation.lead"]),
                Numbered(Groups(paper)).Select(group => Group(paper, group)),
                Closing(paper)
            )
        );
    }

    private static XElement Evaluator(DrillPaper paper) =>
        Html.Tag(
            "table.form",
            Html.Row(
                paper.Texts["evaluation.name"],
                Html.Tag("td.blank"),
                paper.Texts["evaluation.post"],
                Html.Tag("td.blank")
            ),
            Html.Row(
                paper.Texts["plan.date"],
                Html.Tag("td.blank", paper.Values.Date(paper.Facts.Date)),
                paper.Texts["evaluation.unit"],
                Html.Tag("td.blank")
            )
        );

    // What belongs to an objective by its words first; what no objective claims is looked at for all of them.
    private static IEnumerable<(string Title, List<Item> Items)> Groups(DrillPaper paper)
    {
        var injects = Injects(paper).ToList();
        var titles = paper
            .Facts.Objectives.Concat(injects.Select(item => item.Objective).Where(objective => objective.Length > 0))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        foreach (var title in titles)
        {
            var own = injects.Where(item => item.Objective.Equals(title, StringComparison.OrdinalIgnoreCase)).ToList();
            yield return (paper.Texts.Say("evaluation.objective", title), own);
        }

        yield return (
            paper.Texts["evaluation.all-objectives"],
            [.. injects.Where(item => item.Objective.Length == 0), .. Promises(paper)]
        );
        yield return (paper.Texts["evaluation.doctrine"], [.. Doctrine(paper)]);
    }

    private static IEnumerable<Item> Injects(DrillPaper paper) =>
        from step in RuleSteps.Of(paper)
        where step.Action is BoundInject { Expecting.Length: > 0 }
        let inject = (BoundInject)step.Action
        select new Item(
            paper.Prose.Expected(inject),
            paper.Texts.Say("evaluation.after-inject", inject.Text),
            CardsPage.Planned(paper, step.Number),
            inject.Evaluator?.NameIn(paper.Language) ?? "",
            inject.Objective
        );

    private static IEnumerable<Item> Promises(DrillPaper paper) =>
        paper
            .Drill.Properties.Where(property => property.Rule is null && property.Share is null)
            .Select(property => new Item(paper.Prose.Property(property), "", "", "", ""));

    // A rule is asked of each crowd; on paper it is one line.
    private static IEnumerable<Item> Doctrine(DrillPaper paper) =>
        from property in paper.Drill.Properties.DistinctBy(property => (object?)property.Rule ?? property)
        let rule = property.Rule
        where rule is not null && property.Waiver is null
        select new Item(paper.Prose.Property(property), rule.Doctrine + ", " + rule.Article, "", "", "");

    // The lines are counted through, so that a remark can name one.
    private static IEnumerable<(string Title, List<Item> Items, int Before)> Numbered(
        IEnumerable<(string Title, List<Item> Items)> groups
    )
    {
        var before = 0;
        foreach (var (title, items) in groups)
        {
            yield return (title, items, before);
            before += items.Count;
        }
    }

    private static XElement Row(DrillPaper paper, Item item, int number) =>
        Html.Row(
            Html.Tag("td.number", number.ToString(CultureInfo.InvariantCulture)),
            Html.Tag("td", item.Expected, item.Source.Length > 0 ? Html.Tag("p.note", item.Source) : null),
            item.Planned,
            item.Evaluator,
            Html.Tag("td.tick", paper.Texts["evaluation.tick"]),
            Html.Tag("td.blank"),
            Html.Tag("td.blank")
        );

    private static object?[] Group(DrillPaper paper, (string Title, List<Item> Items, int Before) group) =>
        [
            Html.Tag("h3", group.Title),
            group.Items.Count == 0
                ? Html.Tag("p.note", paper.Texts["evaluation.nothing"])
                : Html.Table(
                    "evaluation",
                    [
                        paper.Texts["evaluation.number"],
                        paper.Texts["evaluation.expected"],
                        paper.Texts["cards.planned"],
                        paper.Texts["evaluation.evaluator"],
                        paper.Texts["evaluation.observed"],
                        paper.Texts["evaluation.time"],
                        paper.Texts["evaluation.remarks"],
                    ],
                    group.Items.Select((item, i) => Row(paper, item, group.Before + i + 1))
                ),
        ];

    private static object[] Closing(DrillPaper paper) =>
        [
            Html.Tag("h3", paper.Texts["evaluation.overall"]),
            Html.Tag(
                "table.form.remarks",
                Html.Row(paper.Texts["evaluation.good"], Html.Tag("td.tall")),
                Html.Row(paper.Texts["evaluation.better"], Html.Tag("td.tall")),
                Html.Row(paper.Texts["evaluation.signature"], Html.Tag("td.blank"))
            ),
        ];

    /// <summary>One line of the form.</summary>
    private sealed record Item(string Expected, string Source, string Planned, string Evaluator, string Objective);
}
