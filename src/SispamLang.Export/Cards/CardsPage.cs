using System.Xml.Linq;
using SispamLang.Binding;
using SispamLang.Ledger;
using SispamLang.Runtime;

namespace SispamLang.Export;

/// <summary>A sheet for each unit and role: when it acts, on whose order, where and with whom.</summary>
internal static class CardsPage
{
    private const int MostTimes = 3;

    /// <summary>The page, for those whom the paper is for.</summary>
    public static string Write(DrillPaper paper) =>
        paper.Audience == Audience.Observers
            ? ObserverSheet.Write(paper)
            : HtmlPage.Write(paper.Texts["cards.title"], paper.Marking, Cards(paper));

    private static IEnumerable<XElement> Cards(DrillPaper paper)
    {
        var lines = new CardLines(paper);
        return paper
            .Drill.Units.Select(unit => UnitCard(paper, unit, lines))
            .Concat(paper.Drill.Roles.Select(role => RoleCard(paper, role, lines)));
    }

    private static XElement UnitCard(DrillPaper paper, UnitSymbol unit, CardLines lines)
    {
        var own = lines.Of(unit).ToList();
        var strength = new Strength(unit.Personnel, unit.Vehicles, unit.Players);
        return Card(
            paper,
            "cards.unit",
            unit,
            Html.Facts(
                (paper.Texts["forces.agency"], unit.Agency),
                (paper.Texts["cards.strength"], Strong(paper, strength)),
                (
                    paper.Texts["forces.kit"],
                    string.Join(
                        ", ",
                        unit.Kit.Select(kit =>
                            kit.Count == 1 ? kit.Name : paper.Values.Number(kit.Count) + " " + kit.Name
                        )
                    )
                ),
                (paper.Texts["forces.ready-in"], unit.ReadyIn == BoundSpan.Zero ? "" : paper.Prose.Time(unit.ReadyIn)),
                (
                    paper.Texts["cards.commanded-by"],
                    Names(paper, paper.Drill.Roles.Where(r => r.Commands.Contains(unit)))
                ),
                (
                    paper.Texts["cards.formation"],
                    Names(paper, paper.Drill.Formations.Where(f => f.Units.Contains(unit)))
                ),
                (paper.Texts["cards.plays"], Names(paper, paper.Drill.Crowds.Where(c => c.PlayedBy == unit))),
                (paper.Texts["cards.note"], unit.IsStandby ? paper.Texts["cards.standby"] : "")
            ),
            Tasks(paper, own),
            paper.Drill.Crowds.Where(crowd => crowd.PlayedBy == unit).Select(crowd => Temper(paper, crowd)),
            Calls(paper, unit, lines, own)
        );
    }

    private static XElement RoleCard(DrillPaper paper, RoleSymbol role, CardLines lines)
    {
        var own = lines.Of(role).ToList();
        return Card(
            paper,
            "cards.role",
            role,
            Html.Facts(
                (paper.Texts["command.commands"], paper.Prose.Units(role.Commands)),
                (
                    paper.Texts["cards.duty"],
                    CardLines.IsNamed(role, paper.Facts.SafetyOfficer) ? paper.Texts["cards.safety-officer"] : ""
                ),
                (paper.Texts["cards.evaluates"], string.Join("; ", lines.Evaluated(role).Select(paper.Prose.Expected)))
            ),
            Tasks(paper, own),
            Calls(paper, role, lines, own)
        );
    }

    private static XElement Card(DrillPaper paper, string key, Symbol symbol, params object?[] content) =>
        Html.Tag(
            "section.card",
            Html.Tag("p.kind", paper.Texts[key], " · ", paper.Marking.Exercise, " · ", paper.Facts.Title),
            Html.Tag("h2", symbol.NameIn(paper.Language), symbol.Title.Length > 0 ? " – " + symbol.Title : null),
            content,
            Html.Tag(
                "p.stop",
                paper.Facts.StopWord.Length > 0
                    ? paper.Texts.Say("plan.stop-word", paper.Facts.StopWord)
                    : paper.Texts["plan.no-stop-word"]
            )
        );

    private static XElement Tasks(DrillPaper paper, List<CardLine> lines)
    {
        if (lines.Count == 0)
        {
            return Html.Tag("p.note", paper.Texts["cards.nothing"]);
        }

        var isControl = paper.Audience == Audience.Controllers;
        string[] heads =
        [
            paper.Texts["cards.phase"],
            paper.Texts["cards.when"],
            paper.Texts["cards.what"],
            paper.Texts["cards.by"],
            paper.Texts["cards.where"],
            paper.Texts["cards.with"],
            .. isControl ? new[] { paper.Texts["cards.planned"] } : [],
        ];
        return Html.Table(
            "card",
            heads,
            lines.Select(line =>
                Html.Row(
                    Phase(paper, line.Step.Rule),
                    Html.Tag("td", When(paper, line.Step)),
                    line.Step.Text,
                    line.Step.By?.NameIn(paper.Language),
                    line.Place,
                    paper.Prose.Units(line.With),
                    isControl ? new[] { Html.Tag("td", Planned(paper, line.Step.Number)) } : []
                )
            )
        );
    }

    // What chance decides is for the controllers to say; nobody else is to know how likely it is.
    private static IEnumerable<object> When(DrillPaper paper, RuleStep step)
    {
        yield return Prose.Capital(paper.Prose.When(step.Rule));
        foreach (var branch in step.Under)
        {
            var hides = branch.Action is BoundChance && paper.Audience == Audience.Players;
            yield return Html.Tag("p.note", hides ? paper.Texts["cards.on-word"] : branch.Text.TrimEnd(':'));
        }
    }

    /// <summary>The phase of a rule.</summary>
    public static string Phase(DrillPaper paper, BoundRule rule) =>
        rule.Phase?.NameIn(paper.Language) ?? paper.Texts["rules.always"];

    /// <summary>When a rule was carried out in the reference run, the first few times.</summary>
    public static string Planned(DrillPaper paper, int rule)
    {
        var times = paper
            .Reference.Entries.Where(entry => entry.Code == TraceCode.RuleFires && entry.A == rule)
            .Select(entry => PaperValues.Elapsed(entry.TimeMs))
            .ToList();
        return times.Count == 0
            ? paper.Texts["cards.not-in-run"]
            : string.Join(", ", times.Take(MostTimes)) + (times.Count > MostTimes ? ", …" : "");
    }

    private static object[] Temper(DrillPaper paper, CrowdSymbol crowd) =>
        [
            Html.Tag("h3", paper.Texts.Say("cards.temper", crowd.NameIn(paper.Language))),
            Html.Tag("p", paper.Texts["cards.temper-lead"]),
            crowd.Temper is { Behaviours.IsEmpty: false } temper && paper.Audience == Audience.Controllers
                ? Html.Tag("ul", temper.Behaviours.Select(b => Html.Tag("li", paper.Prose.Behaviour(b))))
                : Html.Tag("p", paper.Texts["cards.temper-word"]),
        ];

    private static object[]? Calls(DrillPaper paper, Symbol who, CardLines lines, List<CardLine> own)
    {
        var messages = lines.Messages(who, sent: true).ToList();
        if (paper.Audience == Audience.Controllers)
        {
            messages.AddRange(lines.Messages(who, sent: false));
        }

        var calls = messages
            .Select(message =>
                Html.Row(
                    Phase(paper, message.Step.Rule),
                    Html.Tag(
                        "td",
                        When(paper, message.Step),
                        paper.Audience == Audience.Controllers
                            ? Html.Tag(
                                "p.note",
                                paper.Texts["cards.planned"],
                                ": ",
                                Planned(paper, message.Step.Number)
                            )
                            : null
                    ),
                    message.Inject.From,
                    message.Inject.To,
                    message.Inject.Via,
                    Html.Tag(
                        "td",
                        "“" + message.Inject.Text + "”",
                        message.Inject.Expecting.Length > 0
                            ? Html.Tag(
                                "p.note",
                                paper.Texts.Say("cards.expected", paper.Prose.Expected(message.Inject))
                            )
                            : null
                    )
                )
            )
            .Concat(
                lines
                    .Announcements(own)
                    .Select(step =>
                        Html.Row(
                            Phase(paper, step.Rule),
                            Html.Tag("td", When(paper, step)),
                            step.By?.NameIn(paper.Language),
                            paper.Texts["cards.all"],
                            paper.Texts["cards.announcement"],
                            "“" + ((BoundAnnounce)step.Action).Text + "”"
                        )
                    )
            )
            .ToList();
        return calls.Count == 0
            ? null
            :
            [
                Html.Tag("h3", paper.Texts["cards.calls"]),
                Html.Table(
                    "card",
                    [
                        paper.Texts["cards.phase"],
                        paper.Texts["cards.when"],
                        paper.Texts["cards.from"],
                        paper.Texts["cards.to"],
                        paper.Texts["cards.channel"],
                        paper.Texts["cards.words"],
                    ],
                    calls
                ),
            ];
    }

    private static string Strong(DrillPaper paper, Strength strength)
    {
        (long Count, string Key)[] parts =
        [
            (strength.Personnel, "cards.personnel"),
            (strength.Vehicles, strength.Vehicles == 1 ? "cards.vehicle" : "cards.vehicles"),
            (strength.Players, "cards.players"),
        ];
        return string.Join(
            ", ",
            parts
                .Where(part => part.Count > 0)
                .Select(part => paper.Texts.Say(part.Key, paper.Values.Number(part.Count)))
        );
    }

    private static string Names(DrillPaper paper, IEnumerable<Symbol> symbols) =>
        paper.Values.And([.. symbols.Select(symbol => symbol.NameIn(paper.Language))]);
}
