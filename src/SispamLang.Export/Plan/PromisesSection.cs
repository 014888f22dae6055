using System.Xml.Linq;
using SispamLang.Binding;
using SispamLang.Diagnostics;
using SispamLang.Runtime;

namespace SispamLang.Export;

/// <summary>What the drill promises, what the doctrines ask of it, and what is waived.</summary>
internal static class PromisesSection
{
    public static PlanSection Of(DrillPaper paper) =>
        new(
            "promises",
            paper.Texts["promises.title"],
            [
                Html.Tag("p", paper.Texts.Say("promises.lead", paper.Reference.Seed)),
                Html.Tag("h3", paper.Texts["promises.own"]),
                Own(paper),
                paper.Drill.Doctrines.Select(doctrine => OfDoctrine(paper, doctrine)),
                paper.Drill.Doctrines.IsEmpty ? Html.Tag("p.note", paper.Texts["promises.no-doctrine"]) : null,
            ]
        )
        {
            IsOnNewPage = true,
        };

    private static XElement Own(DrillPaper paper)
    {
        var rows = PropertyVerdicts.Of(paper, paper.Reference.Verdicts).Where(v => v.Property.Rule is null).ToList();
        return rows.Count == 0
            ? Html.Tag("p.note", paper.Texts["promises.none"])
            : Html.Table(
                "promises",
                [paper.Texts["promises.promise"], paper.Texts["promises.in-run"]],
                rows.Select(row =>
                    Html.Row(
                        Html.Tag(
                            "td",
                            paper.Prose.Property(row.Property),
                            Html.Tag("p.source", Html.Tag("code", row.Property.Text))
                        ),
                        PropertyVerdicts.Word(paper, row.Verdict)
                    )
                )
            );
    }

    private static object[] OfDoctrine(DrillPaper paper, Doctrine doctrine) =>
        [
            Html.Tag("h3", doctrine.NameAndEdition, " – ", doctrine.Title),
            Html.Table(
                "doctrine",
                [
                    paper.Texts["promises.rule"],
                    paper.Texts["promises.asks"],
                    paper.Texts["promises.confidence"],
                    paper.Texts["promises.finding"],
                ],
                doctrine.Rules.Select(rule => Rule(paper, rule))
            ),
        ];

    private static XElement Rule(DrillPaper paper, DoctrineRule rule) =>
        Html.Row(
            ForcesSection.Named(rule.Id, rule.Article),
            Html.Tag("td", Asked(paper, rule)),
            paper.Texts[
                rule.Confidence switch
                {
                    Confidence.High => "confidence.high",
                    Confidence.Medium => "confidence.medium",
                    _ => "confidence.recalled",
                }
            ],
            Html.Tag("td", Finding(paper, rule))
        );

    // The doctrine's own words are in the language that it is written in; the sentence is in that of the paper.
    private static object?[] Asked(DrillPaper paper, DoctrineRule rule)
    {
        var sentences = paper
            .Drill.Properties.Where(property => property.Rule == rule)
            .Select(paper.Prose.Property)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var check = rule.Check switch
        {
            BuiltInCheck.StopWord => "check.stop-word",
            BuiltInCheck.SafetyOfficer => "check.safety-officer",
            BuiltInCheck.WayBackToCalm => "check.way-back",
            _ => null,
        };
        return
        [
            check is null ? null : paper.Texts[check],
            sentences.Count == 1 ? sentences[0] : sentences.Select(text => Html.Tag("p", text)),
            rule.Property is null ? null : Html.Tag("p.source", Html.Tag("code", RuleText(paper, rule))),
        ];
    }

    private static string? RuleText(DrillPaper paper, DoctrineRule rule) =>
        paper.Drill.Properties.FirstOrDefault(property => property.Rule == rule)?.Text;

    private static object Finding(DrillPaper paper, DoctrineRule rule)
    {
        if (paper.Drill.Waivers.FirstOrDefault(waiver => waiver.Rule == rule) is { } waiver)
        {
            return waiver.By is { } by
                ? paper.Texts.Say("promises.waived-by", waiver.Reason, by.NameIn(paper.Language))
                : paper.Texts.Say("promises.waived", waiver.Reason);
        }

        if (rule.Check is not null)
        {
            return paper.Texts[IsFound(paper, rule) ? "promises.not-kept" : "promises.kept"];
        }

        var verdicts = PropertyVerdicts
            .Of(paper, paper.Reference.Verdicts)
            .Where(row => row.Property.Rule == rule)
            .Select(row => row.Verdict)
            .ToList();
        var worst =
            verdicts.Contains(PropertyVerdict.Broken) ? PropertyVerdict.Broken
            : verdicts.Contains(PropertyVerdict.Open) ? PropertyVerdict.Open
            : verdicts.Contains(PropertyVerdict.Kept) ? PropertyVerdict.Kept
            : PropertyVerdict.NotTested;
        return PropertyVerdicts.Word(paper, worst);
    }

    private static bool IsFound(DrillPaper paper, DoctrineRule rule) =>
        paper.Compilation.Diagnostics.Any(diagnostic =>
            diagnostic.Code == DiagnosticCode.DoctrineNotKept
            && diagnostic.Arguments[0] is string name
            && name.Contains(rule.FullName, StringComparison.Ordinal)
        );
}
