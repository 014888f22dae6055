using System.Collections.Immutable;
using SispamLang.Analysis.Simulation;
using SispamLang.Programs;

namespace SispamLang.Export;

/// <summary>What is done: which units go out, and which tactics are used.</summary>
internal static class DeedSections
{
    public static StudySection? Units(StudyView view)
    {
        var words = view.Words;
        var units = view
            .Tallies.Measures.All.Where(measure => measure.Kind == MeasureKind.FirstDeployed)
            .Select(measure => measure.Subject)
            .ToImmutableArray();
        if (units.IsEmpty)
        {
            return null;
        }

        var turnsRed = view.Tallies.FirstRed != Tallies.NoRun;
        var rows = units.Select(unit =>
            Cells(
                turnsRed,
                view.Program.Units[unit].Name,
                view.Cell(MeasureKind.FirstDeployed, unit),
                words.Half(view.Of(MeasureKind.FirstDeployed, unit)),
                Mean(view, MeasureKind.TimesDeployed, unit),
                view.Cell(MeasureKind.RedBeforeUnit, unit),
                words.Cell(view.CountOf(MeasureKind.UnitAfterRed, unit), view.CountOf(MeasureKind.RedBeforeUnit, unit)),
                words.Half(view.Of(MeasureKind.UnitAfterRed, unit))
            )
        );
        var headings = Cells(
            turnsRed,
            words["sim.unit"],
            words["sim.unit.sent"],
            words["sim.unit.first"],
            words["sim.unit.times"],
            words["sim.unit.red-before"],
            words["sim.unit.comes"],
            words["sim.unit.then"]
        );
        return new StudySection(
            words["sim.units"],
            turnsRed ? [words["sim.units.lead"]] : [],
            new StudyTable(1, headings, [.. rows])
        )
        {
            Charts = turnsRed
                ?
                [
                    new ShareChart(
                        words["sim.unit.chart"],
                        [
                            .. units.Select(unit => new ShareBar(
                                view.Program.Units[unit].Name,
                                view.CountOf(MeasureKind.RedBeforeUnit, unit),
                                view.Tallies.Runs
                            )),
                        ]
                    ),
                ]
                : [],
        };
    }

    public static StudySection? Tactics(StudyView view)
    {
        var words = view.Words;
        var rows = view.Program.Activities.Select(
            (activity, i) =>
                ImmutableArray.Create(
                    activity.Label,
                    view.Cell(MeasureKind.FirstStarted, i),
                    words.Half(view.Of(MeasureKind.FirstStarted, i)),
                    Mean(view, MeasureKind.TimesStarted, i),
                    view.CountOf(MeasureKind.TimesNotPossible, i) == 0 ? "" : view.Cell(MeasureKind.TimesNotPossible, i)
                )
        );
        return view.Program.Activities.IsEmpty
            ? null
            : new StudySection(
                words["sim.tactics"],
                [],
                new StudyTable(
                    1,
                    [
                        words["sim.tactic"],
                        words["sim.tactic.used"],
                        words["sim.tactic.first"],
                        words["sim.tactic.times"],
                        words["sim.tactic.not-possible"],
                    ],
                    [.. rows]
                )
            )
            {
                Charts =
                [
                    new ShareChart(
                        words["sim.tactic.used"],
                        [
                            .. view.Program.Activities.Select(
                                (activity, i) =>
                                    new ShareBar(
                                        activity.Label,
                                        view.CountOf(MeasureKind.FirstStarted, i),
                                        view.Tallies.Runs
                                    )
                            ),
                        ]
                    ),
                ],
            };
    }

    // The last three are of red.
    private static ImmutableArray<string> Cells(bool turnsRed, params ReadOnlySpan<string> cells) =>
        [.. turnsRed ? cells : cells[..^3]];

    private static string Mean(StudyView view, MeasureKind kind, int subject) =>
        view.Of(kind, subject) is { } values ? view.Words.Number(values.Mean) : "";
}
