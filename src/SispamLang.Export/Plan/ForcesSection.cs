using System.Collections.Immutable;
using System.Xml.Linq;
using SispamLang.Binding;
using SispamLang.Ledger;

namespace SispamLang.Export;

/// <summary>The order of battle, and whether the figures add up.</summary>
internal static class ForcesSection
{
    public static PlanSection Of(DrillPaper paper)
    {
        var ledger = paper.Ledger;
        return new PlanSection(
            "forces",
            paper.Texts["forces.title"],
            [
                Html.Tag("p.lead", Announced(paper)),
                Units(paper, ledger.Units, ledger.Total),
                Apart(paper, "forces.standby", ledger.Standby),
                Apart(paper, "forces.assumed", ledger.Assumed),
                Sums(paper, "forces.by-agency", ledger.ByAgency),
                Kit(paper),
                Formations(paper),
            ]
        )
        {
            IsOnNewPage = true,
        };
    }

    private static string Announced(DrillPaper paper)
    {
        var (texts, values) = (paper.Texts, paper.Values);
        if (paper.Ledger.Announced is not { } sum)
        {
            return texts.Say(
                "forces.sum",
                values.Number(paper.Ledger.Total.Personnel),
                values.Number(paper.Ledger.Total.Players)
            );
        }

        var counted = texts[sum.WithPlayers ? "forces.with-players" : "forces.personnel-alone"];
        return texts.Say(
            sum.Surplus switch
            {
                0 => "forces.fits",
                > 0 => "forces.too-many",
                _ => "forces.too-few",
            },
            values.Number(sum.Announced.Figure),
            counted,
            values.Number(sum.Sum),
            values.Number(Math.Abs(sum.Surplus))
        );
    }

    private static XElement Units(DrillPaper paper, ImmutableArray<LedgerUnit> units, Strength total)
    {
        var rows = units.Select(unit => Row(paper, unit)).ToList();
        rows.Add(
            Html.Tag(
                "tr.sum",
                Html.Tag("td", new XAttribute("colspan", "3"), paper.Texts["forces.together"]),
                Figures(paper, total),
                Html.Tag("td", new XAttribute("colspan", "2"))
            )
        );
        return Html.Table("forces", Heads(paper), rows);
    }

    private static string[] Heads(DrillPaper paper) =>
        [
            paper.Texts["forces.unit"],
            paper.Texts["forces.kind"],
            paper.Texts["forces.agency"],
            paper.Texts["forces.personnel"],
            paper.Texts["forces.vehicles"],
            paper.Texts["forces.players"],
            paper.Texts["forces.ready-in"],
            paper.Texts["forces.kit"],
        ];

    private static XElement Row(DrillPaper paper, LedgerUnit entry)
    {
        var unit = paper.Drill.Units.First(unit => unit.Name == entry.Name);
        return Html.Row(
            Named(unit.NameIn(paper.Language), unit.Title),
            entry.Kind == entry.Name ? "" : entry.Kind,
            entry.Agency,
            Figures(paper, entry.Strength),
            unit.ReadyIn == BoundSpan.Zero ? paper.Texts["forces.at-once"] : paper.Prose.Time(unit.ReadyIn),
            string.Join(
                ", ",
                unit.Kit.Select(kit => kit.Count == 1 ? kit.Name : paper.Values.Number(kit.Count) + " " + kit.Name)
            )
        );
    }

    private static IEnumerable<XElement> Figures(DrillPaper paper, Strength strength) =>
        new[] { strength.Personnel, strength.Vehicles, strength.Players }.Select(count =>
            Html.Tag("td.number", count == 0 ? "" : paper.Values.Number(count))
        );

    /// <summary>A name, and a longer one below it.</summary>
    public static object[] Named(string name, string title) =>
        title.Length == 0 ? [name] : [name, Html.Tag("br"), Html.Tag("span.title", title)];

    private static object[]? Apart(DrillPaper paper, string key, ImmutableArray<LedgerUnit> units) =>
        units.IsEmpty
            ? null
            :
            [
                Html.Tag("h3", paper.Texts[key]),
                Html.Table("forces", Heads(paper), units.Select(unit => Row(paper, unit))),
            ];

    private static object[]? Sums(DrillPaper paper, string key, ImmutableArray<LedgerSum> sums) =>
        sums.Length < 2
            ? null
            :
            [
                Html.Tag("h3", paper.Texts[key]),
                Html.Table(
                    "narrow",
                    [
                        paper.Texts["forces.agency"],
                        paper.Texts["forces.units"],
                        paper.Texts["forces.personnel"],
                        paper.Texts["forces.vehicles"],
                        paper.Texts["forces.players"],
                    ],
                    sums.Select(sum =>
                        Html.Row(
                            sum.Name.Length == 0 ? paper.Texts["forces.no-agency"] : sum.Name,
                            Html.Tag("td.number", paper.Values.Number(sum.Units)),
                            Figures(paper, sum.Strength)
                        )
                    )
                ),
            ];

    private static object[]? Kit(DrillPaper paper) =>
        paper.Ledger.Kit.IsEmpty
            ? null
            :
            [
                Html.Tag("h3", paper.Texts["forces.kit-title"]),
                Html.Table(
                    "narrow",
                    [paper.Texts["forces.kit"], paper.Texts["forces.pieces"], paper.Texts["forces.carriers"]],
                    paper.Ledger.Kit.Select(kit =>
                        Html.Row(
                            kit.Name,
                            Html.Tag("td.number", paper.Values.Number(kit.Count)),
                            Html.Tag("td.number", paper.Values.Number(kit.People))
                        )
                    )
                ),
            ];

    private static object[]? Formations(DrillPaper paper) =>
        paper.Drill.Formations.IsEmpty
            ? null
            :
            [
                Html.Tag("h3", paper.Texts["forces.formations"]),
                Html.Tag(
                    "ul",
                    paper.Drill.Formations.Select(formation =>
                        Html.Tag(
                            "li",
                            Html.Tag("strong", formation.NameIn(paper.Language)),
                            ": ",
                            paper.Values.And([.. formation.Units.Select(unit => unit.NameIn(paper.Language))])
                        )
                    )
                ),
            ];
}
