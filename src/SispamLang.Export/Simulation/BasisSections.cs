using System.Collections.Immutable;
using SispamLang.Analysis.Simulation;
using SispamLang.Programs;

namespace SispamLang.Export;

/// <summary>What the report rests on: assumptions, and how it is counted.</summary>
internal static class BasisSections
{
    public static StudySection Assumed(StudyView view)
    {
        var words = view.Words;
        var rows = AssumptionList
            .Of(view.Program)
            .Select(one =>
                ImmutableArray.Create(
                    one.Kind == AssumptionKind.Order ? words["sim.assumed.orders"] : one.Subject,
                    Says(view, one),
                    one.Source.IsOwn
                        ? words.Say("sim.assumed.line", one.Source.Path, one.Line)
                        : words.Say("sim.assumed.prelude", one.Line)
                )
            );
        return new StudySection(
            words["sim.assumed"],
            [words["sim.assumed.lead"]],
            new StudyTable(
                3,
                [words["sim.assumed.of"], words["sim.assumed.what"], words["sim.assumed.where"]],
                [.. rows]
            )
        );
    }

    public static StudySection Method(StudyView view)
    {
        var words = view.Words;
        var width = view.Tallies.Distributions[view.Tallies.Measures.NumberOf(MeasureKind.DrillTime, -1)].Scale.Width;
        return new StudySection(
            words["sim.method"],
            [
                words.Say("sim.method.seeds", view.Study.Base.Plan.Seed),
                words["sim.method.interval"],
                words.Say("sim.method.times", words.Time(width)),
                words["sim.method.statistical"],
                words["sim.method.once"],
            ]
        );
    }

    private static string Says(StudyView view, Assumption one)
    {
        var words = view.Words;
        var parameters = view.Study.Base.Plan.Params.AsSpan();
        var time = one.Time is { } span ? words.Span(span, view.Program, parameters) : "";
        return one.Kind switch
        {
            AssumptionKind.Gathers => words.Say("sim.assumed.gathers", time),
            AssumptionKind.Grows => words.Say("sim.assumed.grows", time),
            AssumptionKind.ReadyIn => words.Say("sim.assumed.ready-in", time),
            AssumptionKind.Event => words.Say("sim.assumed.event", time, Chance(view, one.Chance ?? default)),
            AssumptionKind.Lasts => words.Say("sim.assumed.lasts", time),
            AssumptionKind.PhaseTime => words.Say("sim.assumed.phase", time),
            AssumptionKind.Temper when one.While == Mood.Absent => words.Say(
                "sim.assumed.temper",
                time,
                Outcomes(view, one)
            ),
            AssumptionKind.Temper => words.Say(
                "sim.assumed.temper-while",
                time,
                words.Mood((Runtime.Mood)one.While),
                Outcomes(view, one)
            ),
            AssumptionKind.Leaves => words.Say("sim.assumed.leaves", time, words.Mood((Runtime.Mood)one.While)),
            AssumptionKind.Effect => words.Say("sim.assumed.effect", Outcomes(view, one)),
            _ => one.Clause,
        };
    }

    private static string Outcomes(StudyView view, Assumption one) =>
        string.Join(
            ", ",
            one.Outcomes.Select(outcome =>
                view.Words.CrowdEvent(outcome.Kind)
                + (outcome.Chance is { Param: < 0, Constant: 10_000 } ? "" : " " + Chance(view, outcome.Chance))
            )
        );

    private static string Chance(StudyView view, Amount chance)
    {
        var value = view.Words.Percentage(chance.In(view.Study.Base.Plan.Params.AsSpan()));
        return chance.Param < 0
            ? value
            : view.Words.Say("sim.assumed.param", value, view.Program.Params[chance.Param].Name);
    }
}
