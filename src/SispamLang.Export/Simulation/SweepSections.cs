using System.Collections.Immutable;
using SispamLang.Analysis.Simulation;

namespace SispamLang.Export;

/// <summary>What a sweep shows: each combination of values, and which param matters most.</summary>
internal static class SweepSections
{
    // Beyond these a table is no longer read across.
    private const int MostFigures = 6;

    // Less is nothing to a planner: one run of 100, a minute.
    private const double LeastShare = 0.01;
    private const double LeastTime = 60_000;

    public static StudySection Points(StudyView view)
    {
        var (words, study) = (view.Words, view.Study);
        var figures = KeyFigure
            .Of(view.Tallies.Measures)
            .Where(figure => Varies(figure, study))
            .Take(MostFigures)
            .ToList();
        var names = study.Swept.Select(param => view.Program.Params[param.Param].Name);
        var rows = study.Points.Select(point =>
            Row(study.Swept.Select(param => Value(view, param.Param, point.Plan.Params[param.Param])), point)
        );
        var standing = words["sim.sweep.as-it-stands"];
        var first = Row(
            study.Swept.Select(param =>
                $"{Value(view, param.Param, study.Base.Plan.Params[param.Param])} ({standing})"
            ),
            study.Base
        );
        return new StudySection(
            words["sim.sweep"],
            [words.Say("sim.sweep.lead", words.Number(Study.CountOf(study.Swept)), words.Number(study.Base.Plan.Runs))],
            new StudyTable(
                study.Swept.Length,
                [.. names, .. figures.Select(figure => NameOf(view, figure))],
                [first, .. rows]
            )
        );

        ImmutableArray<string> Row(IEnumerable<string> values, SimulationResult point) =>
            [.. values, .. figures.Select(figure => Shown(view, figure, figure.In(point.Tallies)))];
    }

    public static StudySection Effects(StudyView view)
    {
        var (words, study) = (view.Words, view.Study);
        var sentences = ImmutableArray.CreateBuilder<string>();
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var charts = ImmutableArray.CreateBuilder<StudyChart>();
        var unchanged = new List<string>();
        foreach (var figure in KeyFigure.Of(view.Tallies.Measures))
        {
            var effects = ParamEffect.On(figure, study);
            var name = NameOf(view, figure);
            if (effects.IsEmpty || effects[0].Swing < (figure.IsShare ? LeastShare : LeastTime))
            {
                // Of a figure that no run has there is nothing to say.
                unchanged.AddRange(effects.IsEmpty ? [] : [name]);
                continue;
            }

            var bars = effects.Select(effect => Bar(view, figure, effect)).ToImmutableArray();
            sentences.Add(
                words.Say(
                    "sim.sweep.matters",
                    bars[0].Label,
                    name,
                    Shown(view, figure, effects[0].Least),
                    Value(view, effects[0].Param, effects[0].AtLeast),
                    Shown(view, figure, effects[0].Most),
                    Value(view, effects[0].Param, effects[0].AtMost)
                )
            );
            rows.AddRange(bars.Select(bar => ImmutableArray.Create(name, bar.Label, bar.LeastLabel, bar.MostLabel)));
            var full = figure.IsShare ? 1 : effects.Max(effect => effect.Most);
            charts.Add(new EffectChart(name, figure.In(study.Base.Tallies), full, bars));
        }

        if (unchanged.Count > 0)
        {
            sentences.Add(words.Say("sim.sweep.nothing", string.Join("; ", unchanged)));
        }

        return new StudySection(
            words["sim.effects"],
            sentences.ToImmutable(),
            new StudyTable(
                4,
                [
                    words["sim.effects.what"],
                    words["sim.effects.param"],
                    words["sim.effects.least"],
                    words["sim.effects.most"],
                ],
                rows.ToImmutable()
            )
        )
        {
            Charts = charts.ToImmutable(),
        };
    }

    private static bool Varies(KeyFigure figure, Study study) =>
        study.Points.Prepend(study.Base).Select(point => figure.In(point.Tallies)).Distinct().Skip(1).Any();

    private static EffectBar Bar(StudyView view, KeyFigure figure, ParamEffect effect) =>
        new(
            view.Program.Params[effect.Param].Name,
            effect.Least,
            view.Words.Say(
                "sim.effects.at",
                Shown(view, figure, effect.Least),
                Value(view, effect.Param, effect.AtLeast)
            ),
            effect.Most,
            view.Words.Say("sim.effects.at", Shown(view, figure, effect.Most), Value(view, effect.Param, effect.AtMost))
        );

    private static string Value(StudyView view, int param, long value) =>
        view.Words.Value(view.Program.Params[param], value);

    private static string Shown(StudyView view, KeyFigure figure, double? value) =>
        value is not { } number ? ""
        : figure.IsShare ? view.Words.Of100(number)
        : view.Words.Time(number);

    private static string NameOf(StudyView view, KeyFigure figure) =>
        figure.Kind switch
        {
            KeyFigureKind.Peaceful => view.Words["sim.figure.peaceful"],
            KeyFigureKind.Red => view.Words["sim.figure.red"],
            KeyFigureKind.FirstRed => view.Words["sim.figure.first-red"],
            KeyFigureKind.DrillTime => view.Words["sim.figure.drill-time"],
            KeyFigureKind.RedBeforeUnit => view.Words.Say(
                "sim.figure.red-before",
                view.Program.Units[figure.Subject].Name
            ),
            _ => view.Words.Say("sim.figure.kept", view.Program.Properties[figure.Subject].Text),
        };
}
