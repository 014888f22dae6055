using System.Xml.Linq;
using SispamLang.Binding;
using SispamLang.Programs;

namespace SispamLang.Export;

/// <summary>The places with their risk in each phase, and the crowds.</summary>
internal static class PlacesSection
{
    public static PlanSection Of(DrillPaper paper) =>
        new(
            "places",
            paper.Texts["places.title"],
            [
                paper.Drill.Places.IsEmpty ? Html.Tag("p.note", paper.Texts["places.none"]) : Risks(paper),
                Html.Tag("h3", paper.Texts["places.crowds"]),
                paper.Drill.Crowds.Select(crowd => Crowd(paper, crowd)),
            ]
        );

    private static XElement Risks(DrillPaper paper) =>
        Html.Table(
            "risks",
            [
                paper.Texts["places.place"],
                paper.Texts["places.risk"],
                .. paper.Drill.Phases.Select(phase => phase.NameIn(paper.Language)),
            ],
            paper.Drill.Places.Select(place =>
                Html.Row(
                    ForcesSection.Named(place.NameIn(paper.Language), place.Title),
                    Cell(paper, place.Risk),
                    paper.Drill.Phases.Select(phase => Cell(paper, RiskIn(phase, place)))
                )
            )
        );

    private static Risk RiskIn(PhaseSymbol phase, PlaceSymbol place)
    {
        foreach (var (where, risk) in phase.Risks)
        {
            if (where == place)
            {
                return risk;
            }
        }

        return place.Risk;
    }

    private static XElement Cell(DrillPaper paper, Risk risk) =>
        Html.Tag(
            risk switch
            {
                Risk.Low => "td.low",
                Risk.High => "td.high",
                _ => "td.medium",
            },
            paper.Word(risk.ToConcept())
        );

    private static XElement Crowd(DrillPaper paper, CrowdSymbol crowd)
    {
        var (texts, prose) = (paper.Texts, paper.Prose);
        var place = crowd.Place ?? paper.Drill.Places.FirstOrDefault();
        var phase = paper.Drill.Phases[paper.Program.Crowds[paper.Drill.Crowds.IndexOf(crowd)].Phase];
        return Html.Tag(
            "div.together",
            Html.Tag("h4", crowd.NameIn(paper.Language), crowd.Title.Length > 0 ? " – " + crowd.Title : null),
            Html.Facts(
                (texts["places.people"], prose.Number(crowd.People)),
                (
                    texts["places.growth"],
                    crowd.GrowsTo is { } size
                        ? texts.Say("places.grows-to", prose.Number(size), prose.Time(crowd.GrowsOver))
                        : ""
                ),
                (texts["places.temper"], crowd.Temper?.NameIn(paper.Language)),
                (texts["places.mood"], paper.Word(crowd.GathersIn.ToConcept())),
                (texts["places.where"], place?.NameIn(paper.Language)),
                (texts["places.from"], phase.NameIn(paper.Language)),
                (texts["places.played-by"], crowd.PlayedBy?.NameIn(paper.Language)),
                (texts["places.threat"], crowd.IsLifeThreatening ? texts["places.life-threatening"] : "")
            )
        );
    }
}
