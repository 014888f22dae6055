using System.Xml.Linq;
using SispamLang.Dialects;
using SispamLang.Runtime;

namespace SispamLang.Export;

/// <summary>What was planned beside what came, why, and a form for what is learnt from it.</summary>
internal static class AfterActionPage
{
    private const int MostLinks = 12;
    private const int Lessons = 6;

    /// <summary>The page.</summary>
    public static string Write(DrillPaper paper)
    {
        var actual = paper.Actual ?? throw new InvalidOperationException("An after-action report needs a run.");
        return HtmlPage.Write(
            paper.Texts["after.title"],
            paper.Marking,
            Html.Tag("p.kind", paper.Texts["after.title"], " · ", paper.Marking.Exercise),
            Html.Tag("h1", paper.Facts.Title),
            Html.Facts(
                (paper.Texts["plan.date"], paper.Values.Date(paper.Facts.Date)),
                (paper.Texts["plan.venue"], paper.Facts.Venue),
                (paper.Texts["plan.host"], paper.Facts.Host),
                (paper.Texts["after.planned"], paper.Texts.Say("after.planned-seed", paper.Reference.Seed)),
                (paper.Texts["after.lasted"], paper.Values.Duration(Seconds(actual.Entries[^1].TimeMs))),
                (paper.Texts["after.ended"], Ended(paper, actual))
            ),
            Html.Tag("h2", paper.Texts["after.expectations"]),
            Expectations(paper, actual),
            Html.Tag("h2", paper.Texts["after.course"]),
            Html.Tag("p", paper.Texts["after.course-lead"]),
            Course(paper, actual),
            Html.Tag("section.page", Html.Tag("h2", paper.Texts["after.causes"]), Causes(paper, actual)),
            Html.Tag("section.page", Html.Tag("h2", paper.Texts["after.lessons"]), LessonsForm(paper))
        );
    }

    private static string Ended(DrillPaper paper, ActualRun actual) =>
        actual.HasEnded ? Sentence(paper, actual.Entries[^1]) : paper.Texts["after.cut"];

    private static XElement Expectations(DrillPaper paper, ActualRun actual)
    {
        var rows = PropertyVerdicts
            .Of(paper, actual.Verdicts)
            .Where(row => row.Property.Share is null)
            .OrderBy(row => row.Property.Rule is not null)
            .Select(row =>
                Html.Row(
                    Html.Tag(
                        "td",
                        paper.Prose.Property(row.Property),
                        row.Property.Rule is { } rule ? Html.Tag("p.note", rule.FullName, ", ", rule.Article) : null
                    ),
                    PropertyVerdicts.Word(paper, paper.Reference.Verdicts[row.Number]),
                    Html.Tag(
                        row.Verdict == PropertyVerdict.Broken ? "td.high" : "td",
                        PropertyVerdicts.Word(paper, row.Verdict)
                    )
                )
            )
            .ToList();
        return rows.Count == 0
            ? Html.Tag("p.note", paper.Texts["promises.none"])
            : Html.Table(
                "risks",
                [paper.Texts["after.expected"], paper.Texts["after.in-plan"], paper.Texts["after.as-it-was"]],
                rows
            );
    }

    private static XElement Course(DrillPaper paper, ActualRun actual) =>
        Html.Table(
            "",
            [
                paper.Texts["after.what"],
                paper.Texts["after.in-plan"],
                paper.Texts["after.as-it-was"],
                paper.Texts["after.deviation"],
            ],
            Milestone
                .Of(paper, actual)
                .Select(milestone =>
                    Html.Row(
                        milestone.Text,
                        Html.Tag("td.nowrap", milestone.PlannedMs is { } planned ? PaperValues.Elapsed(planned) : "–"),
                        Html.Tag("td.nowrap", milestone.ActualMs is { } was ? PaperValues.Elapsed(was) : "–"),
                        Deviation(paper, milestone)
                    )
                )
        );

    private static string Deviation(DrillPaper paper, Milestone milestone)
    {
        if (milestone.PlannedMs is not { } planned)
        {
            return paper.Texts["after.not-planned"];
        }

        if (milestone.ActualMs is not { } actual)
        {
            return paper.Texts["after.did-not-come"];
        }

        var difference = Seconds(actual) - Seconds(planned);
        return difference switch
        {
            0 => paper.Texts["after.as-planned"],
            > 0 => paper.Texts.Say("after.later", paper.Values.Duration(difference)),
            _ => paper.Texts.Say("after.earlier", paper.Values.Duration(-difference)),
        };
    }

    // Why what was promised was not kept, why it came to red, and why the drill ended.
    private static IEnumerable<object> Causes(DrillPaper paper, ActualRun actual)
    {
        var red = actual
            .Entries.Where(entry => entry is { Code: TraceCode.SituationIs, A: (int)Situation.Red })
            .Take(1);
        var ends = actual
            .Entries.Where(entry => entry.Code is TraceCode.PropertyBroken)
            .DistinctBy(entry => entry.A)
            .Concat(red)
            .Concat(actual.Entries.Where(entry => entry.Code == TraceCode.CrowdDisperses).Take(1))
            .OrderBy(entry => entry.Seq)
            .ToList();
        return ends.Count == 0
            ? [Html.Tag("p.note", paper.Texts["after.no-causes"])]
            : ends.SelectMany(entry => Chain(paper, actual, entry));
    }

    private static object[] Chain(DrillPaper paper, ActualRun actual, TraceEntry end)
    {
        var links = new List<TraceEntry>();
        for (var cause = end.Cause; cause >= 0 && links.Count < MostLinks; cause = actual.Entries[cause].Cause)
        {
            links.Add(actual.Entries[cause]);
            // What came before the phase is of no interest to it.
            if (actual.Entries[cause].Code == TraceCode.PhaseStarts)
            {
                break;
            }
        }

        return
        [
            Html.Tag("h4", PaperValues.Elapsed(end.TimeMs), " ", Sentence(paper, end)),
            Html.Tag(
                "ul",
                links.Select(link =>
                    Html.Tag(
                        "li",
                        paper.Texts.Say("after.because", PaperValues.Elapsed(link.TimeMs), Sentence(paper, link))
                    )
                )
            ),
        ];
    }

    private static object[] LessonsForm(DrillPaper paper) =>
        [
            Html.Tag("p", paper.Texts["after.lessons-lead"]),
            Html.Table(
                "lessons",
                [
                    paper.Texts["after.observation"],
                    paper.Texts["after.why"],
                    paper.Texts["after.change"],
                    paper.Texts["after.who"],
                    paper.Texts["after.until"],
                ],
                Enumerable.Repeat(0, Lessons).Select(_ => Html.Row(Html.Tag("td.tall"), "", "", "", ""))
            ),
            Html.Tag(
                "table.form.remarks",
                Html.Row(paper.Texts["after.kept"], Html.Tag("td.tall")),
                Html.Row(paper.Texts["evaluation.signature"], Html.Tag("td.blank"))
            ),
        ];

    private static string Sentence(DrillPaper paper, TraceEntry entry) =>
        TraceText.Describe(entry, paper.Info, paper.Language.ShortName());

    private static long Seconds(long ms) => ms / 1000 * 1000;
}
