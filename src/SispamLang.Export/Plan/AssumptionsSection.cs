using System.Collections.Immutable;
using System.Xml.Linq;
using SispamLang.Binding;
using SispamLang.Programs;
using SispamLang.Syntax;

namespace SispamLang.Export;

/// <summary>Every chance and every length of time that the plan takes for granted, and where it comes from.</summary>
internal static class AssumptionsSection
{
    public static PlanSection Of(DrillPaper paper)
    {
        var rows = Params(paper)
            .Concat(paper.Drill.Units.Where(unit => unit.ReadyIn != BoundSpan.Zero).Select(unit => Ready(paper, unit)))
            .Concat(paper.Drill.Crowds.SelectMany(crowd => OfCrowd(paper, crowd)))
            .Concat(paper.Drill.Events.SelectMany(@event => OfEvent(paper, @event)))
            .Concat(Tactics(paper))
            .Concat(Rules(paper));
        return new PlanSection(
            "assumptions",
            paper.Texts["assumptions.title"],
            [
                Html.Tag("p", paper.Texts["assumptions.lead"]),
                Html.Table(
                    "assumptions",
                    [
                        paper.Texts["assumptions.what"],
                        paper.Texts["assumptions.value"],
                        paper.Texts["assumptions.from"],
                    ],
                    rows
                ),
            ]
        );
    }

    private static XElement Row(DrillPaper paper, string what, string value, SourceUnit source, SyntaxNode syntax) =>
        Html.Row(what, value, Html.Tag("td.note", paper.PlaceOf(source, syntax)));

    private static IEnumerable<XElement> Params(DrillPaper paper) =>
        paper.Drill.Params.Select(param =>
        {
            Func<long, string> text = param.Kind switch
            {
                ParamKind.Number => paper.Values.Number,
                ParamKind.Percentage => paper.Values.Percentage,
                _ => paper.Values.Duration,
            };
            var value =
                param.Min == param.Default && param.Max == param.Default
                    ? text(param.Default)
                    : paper.Texts.Say("assumptions.bounds", text(param.Default), text(param.Min), text(param.Max));
            var what = paper.Texts.Say("assumptions.param", param.NameIn(paper.Language));
            return Row(paper, what, value, param.Source, param.Declaration);
        });

    private static XElement Ready(DrillPaper paper, UnitSymbol unit) =>
        Row(
            paper,
            paper.Texts.Say("assumptions.ready", unit.NameIn(paper.Language)),
            paper.Prose.Time(unit.ReadyIn),
            unit.Source,
            unit.Declaration
        );

    private static IEnumerable<XElement> OfCrowd(DrillPaper paper, CrowdSymbol crowd)
    {
        var name = paper.Prose.Crowd(crowd);
        if (crowd.GrowsTo is { } size)
        {
            yield return Row(
                paper,
                paper.Texts.Say("assumptions.growth", name),
                paper.Texts.Say("places.grows-to", paper.Prose.Number(size), paper.Prose.Time(crowd.GrowsOver)),
                crowd.Source,
                crowd.Declaration
            );
        }

        if (crowd.Temper is not { } temper)
        {
            yield break;
        }

        if (temper.GathersAfter != BoundSpan.Zero)
        {
            var what = paper.Texts.Say("assumptions.gathers", name);
            yield return Row(paper, what, paper.Prose.Time(temper.GathersAfter), temper.Source, temper.Declaration);
        }

        foreach (var behaviour in temper.Behaviours)
        {
            yield return Row(
                paper,
                paper.Texts.Say("assumptions.temper", name, temper.NameIn(paper.Language)),
                paper.Prose.Behaviour(behaviour),
                temper.Source,
                behaviour.Syntax
            );
        }
    }

    private static IEnumerable<XElement> OfEvent(DrillPaper paper, EventSymbol @event)
    {
        if (@event.Every is { } period)
        {
            yield return Row(
                paper,
                paper.Texts.Say("event.happens", @event.NameIn(paper.Language)),
                paper.Texts.Say(
                    "assumptions.chance-every",
                    paper.Prose.Percentage(@event.Chance),
                    paper.Prose.Time(period)
                ),
                @event.Source,
                @event.Declaration
            );
        }
    }

    private static IEnumerable<XElement> Tactics(DrillPaper paper)
    {
        var used = new HashSet<TacticSymbol>();
        paper.Drill.VisitActions(
            (_, action) =>
            {
                if (action is BoundTactic tactic)
                {
                    used.Add(tactic.Tactic);
                }
            }
        );
        foreach (var tactic in used.Where(tactic => tactic.Lasts is not null || !tactic.Effects.IsEmpty))
        {
            ImmutableArray<string> parts =
            [
                tactic.Lasts is { } time ? paper.Texts.Say("assumptions.lasts", paper.Prose.Time(time)) : "",
                paper.Prose.Effects(tactic.Effects),
            ];
            yield return Row(
                paper,
                paper.Texts.Say("assumptions.tactic", tactic.NameIn(paper.Language)),
                string.Join("; ", parts.Where(part => part.Length > 0)),
                tactic.Source,
                tactic.Declaration
            );
        }
    }

    // In rules: every chance, every wait whose length is a range, every hand-over.
    private static List<XElement> Rules(DrillPaper paper)
    {
        var rows = new List<XElement>();
        paper.Drill.VisitActions(
            (rule, action) =>
            {
                var value = action switch
                {
                    BoundChance chance => paper.Texts.Say(
                        "assumptions.chance",
                        paper.Prose.Percentage(chance.Percentage)
                    ),
                    BoundWait wait => paper.Texts.Say("assumptions.wait", paper.Prose.Time(wait.Time)),
                    BoundHandOver handOver => paper.Texts.Say("assumptions.overlap", paper.Prose.Time(handOver.Over)),
                    BoundTactic { For: { } time } tactic => paper.Texts.Say(
                        "assumptions.tactic-for",
                        tactic.Tactic.NameIn(paper.Language),
                        paper.Prose.Time(time)
                    ),
                    _ => null,
                };
                if (value is not null)
                {
                    rows.Add(Row(paper, Prose.Capital(paper.Prose.When(rule)), value, rule.Source, action.Syntax));
                }
            }
        );
        return rows;
    }
}
