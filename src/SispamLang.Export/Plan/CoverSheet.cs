using System.Xml.Linq;
using SispamLang.Programs;

namespace SispamLang.Export;

/// <summary>The first page of the plan: what the exercise is, and who stops it.</summary>
internal static class CoverSheet
{
    public static XElement Of(DrillPaper paper)
    {
        var (facts, texts) = (paper.Facts, paper.Texts);
        return Html.Tag(
            "section.cover",
            Html.Tag("p.exercise", paper.Marking.Exercise),
            Html.Tag("p.kind", texts["plan.title"]),
            Html.Tag("h1", facts.Title),
            facts.Operation.Length > 0 ? Html.Tag("p.lead", texts.Say("plan.operation", facts.Operation)) : null,
            Html.Facts(
                (texts["plan.date"], paper.Values.Date(facts.Date)),
                (texts["plan.starts"], facts.StartsAtMs is { } start ? paper.Values.Clock(start, facts.Zone) : ""),
                (texts["plan.ends-after"], paper.Prose.Time(paper.Drill.EndsAfter)),
                (texts["plan.venue"], facts.Venue),
                (texts["plan.host"], facts.Host),
                (texts["plan.participants"], facts.Participants),
                (texts["plan.observers"], facts.Observers),
                (texts["plan.strength"], Announced(paper)),
                (
                    texts["plan.doctrines"],
                    paper.Drill.Doctrines.IsEmpty
                        ? texts["plan.none"]
                        : Html.Tag(
                            "ul.plain",
                            paper.Drill.Doctrines.Select(d => Html.Tag("li", d.NameAndEdition, " – ", d.Title))
                        )
                )
            ),
            Html.Tag(
                "div.safety",
                Html.Tag("p", Html.Tag("strong", texts["plan.safety"])),
                Html.Tag(
                    "p",
                    facts.StopWord.Length > 0 ? texts.Say("plan.stop-word", facts.StopWord) : texts["plan.no-stop-word"]
                ),
                Html.Tag(
                    "p",
                    facts.SafetyOfficer.Length > 0
                        ? texts.Say("plan.safety-officer", facts.SafetyOfficer)
                        : texts["plan.no-safety-officer"]
                )
            ),
            Html.Tag("p.note", paper.Marking.Footer)
        );
    }

    private static string Announced(DrillPaper paper) =>
        paper.Facts.Personnel is not { } announced
            ? ""
            : paper.Texts.Say(
                announced.Exactness switch
                {
                    Exactness.About => "plan.strength-about",
                    Exactness.Over => "plan.strength-over",
                    _ => "plan.strength-exact",
                },
                paper.Values.Number(announced.Figure)
            );
}
