using System.Xml.Linq;
using SispamLang.Binding;

namespace SispamLang.Export;

/// <summary>Who may order what, and by which means.</summary>
internal static class CommandSection
{
    public static PlanSection Of(DrillPaper paper)
    {
        var orders = RuleSteps.Of(paper);
        return new PlanSection(
            "command",
            paper.Texts["command.title"],
            [
                paper.Drill.Roles.IsEmpty
                    ? Html.Tag("p.note", paper.Texts["command.none"])
                    : Html.Table(
                        "command",
                        [paper.Texts["command.role"], paper.Texts["command.commands"], paper.Texts["command.orders"]],
                        paper
                            .Drill.Roles.OrderBy(role => role.Commands.IsEmpty)
                            .Select(role => Role(paper, role, orders))
                    ),
                Tactics(paper, orders),
            ]
        );
    }

    private static XElement Role(DrillPaper paper, RoleSymbol role, IReadOnlyList<RuleStep> orders)
    {
        var own = orders
            .Where(step => step.By == role)
            .Select(step => step.Text)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return Html.Row(
            ForcesSection.Named(role.NameIn(paper.Language), role.Title),
            paper.Prose.Units(role.Commands),
            own.Count == 0 ? "" : Html.Tag("ul", own.Select(text => Html.Tag("li", text)))
        );
    }

    private static object[]? Tactics(DrillPaper paper, IReadOnlyList<RuleStep> orders)
    {
        var tactics = orders
            .Select(step => step.Action)
            .OfType<BoundTactic>()
            .Select(t => t.Tactic)
            .Distinct()
            .ToList();
        return tactics.Count == 0
            ? null
            :
            [
                Html.Tag("h3", paper.Texts["command.tactics"]),
                Html.Table(
                    "tactics",
                    [
                        paper.Texts["command.tactic"],
                        paper.Texts["command.force"],
                        paper.Texts["command.done-by"],
                        paper.Texts["command.lasts"],
                        paper.Texts["command.effects"],
                    ],
                    tactics
                        .OrderBy(tactic => tactic.Force)
                        .Select(tactic =>
                            Html.Row(
                                tactic.NameIn(paper.Language),
                                tactic.Force == 0
                                    ? ""
                                    : paper.Texts.Say("command.force-level", tactic.Force, Level(paper, tactic.Force)),
                                paper.Values.Or([.. tactic.Uses]),
                                tactic.Lasts is { } time ? paper.Prose.Time(time) : paper.Texts["command.no-time"],
                                paper.Prose.Effects(tactic.Effects)
                            )
                        )
                ),
            ];
    }

    private static string Level(DrillPaper paper, int force) =>
        paper.Texts[
            force switch
            {
                1 => "force.presence",
                2 => "force.words",
                3 => "force.soft-hand",
                4 => "force.hard-hand",
                5 => "force.blunt",
                _ => "force.firearm",
            }
        ];
}
