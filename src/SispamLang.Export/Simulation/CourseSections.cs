using System.Collections.Immutable;
using SispamLang.Programs;
using SispamLang.Runtime;
using Mood = SispamLang.Runtime.Mood;
using Situation = SispamLang.Runtime.Situation;

namespace SispamLang.Export;

/// <summary>How the drill goes: its end, its colours, its phases and its counters.</summary>
internal static class CourseSections
{
    private const string Yellow = "#d9a400";
    private const string Red = "#b3261e";

    public static StudySection Endings(StudyView view)
    {
        var (words, tallies) = (view.Words, view.Tallies);
        (string Label, long Runs)[] reasons =
        [
            (words["sim.ends.last-phase"], tallies.Endings[(int)DrillEndReason.LastPhase]),
            (words["sim.ends.order"], tallies.Endings[(int)DrillEndReason.Order]),
            (words["sim.ends.time-up"], tallies.Endings[(int)DrillEndReason.TimeUp]),
            (words["sim.ends.does-not-settle"], tallies.Endings[(int)DrillEndReason.DoesNotSettle]),
        ];
        var endings = reasons
            .Where(reason => reason.Runs > 0)
            .Append((words["sim.ends.peaceful"], tallies.Peaceful))
            .ToImmutableArray();
        var moods = view.Program.Crowds.SelectMany(
            (crowd, i) =>
                Enum.GetValues<Mood>()
                    .Where(mood => tallies.FinalMoods[i][(int)mood] > 0)
                    .Select(mood => (crowd.Name + ": " + words.Mood(mood), tallies.FinalMoods[i][(int)mood]))
        );
        ImmutableArray<(string Label, long Runs)> crowds = [.. moods];
        return new StudySection(
            words["sim.ends"],
            [],
            Table(words["sim.ends.reason"], endings),
            Table(words["sim.ends.mood"], crowds),
            new StudyTable(
                1,
                [words["sim.drill-time"], .. words.TimeHeads],
                [
                    [words["sim.drill-time.row"], .. words.Times(view.Of(MeasureKind.DrillTime, -1))],
                ]
            )
        )
        {
            Charts =
            [
                Chart(words["sim.ends.reason"], endings),
                Chart(words["sim.ends.mood"], crowds),
                .. Histogram(view),
            ],
        };

        StudyTable Table(string heading, ImmutableArray<(string Label, long Runs)> rows) =>
            new(
                1,
                [heading, words["sim.of-100"]],
                [.. rows.Select(row => ImmutableArray.Create(row.Label, words.Cell(row.Runs, tallies.Runs)))]
            );

        ShareChart Chart(string title, ImmutableArray<(string Label, long Runs)> rows) =>
            new(
                title + " (" + words["sim.of-100"] + ")",
                [.. rows.Select(row => new ShareBar(row.Label, row.Runs, tallies.Runs))]
            );
    }

    public static StudySection Situation(StudyView view)
    {
        var words = view.Words;
        Situation[] colours = [Runtime.Situation.Yellow, Runtime.Situation.Red];
        var first = colours.Select(colour =>
            (ImmutableArray<string>)
                [
                    words.Situation(colour),
                    view.Cell(MeasureKind.FirstSituation, (int)colour),
                    .. words.Times(view.Of(MeasureKind.FirstSituation, (int)colour)),
                ]
        );
        var lengths = Enum.GetValues<Situation>()
            .Select(colour => (Colour: colour, Times: view.Of(MeasureKind.SituationTime, (int)colour)))
            .Where(row => row.Times is { Most: > 0 })
            .Select(row => (ImmutableArray<string>)[words.Situation(row.Colour), .. words.Times(row.Times)]);
        return new StudySection(
            words["sim.situation"],
            [],
            new StudyTable(1, [words["sim.situation.first"], words["sim.reached"], .. words.TimeHeads], [.. first]),
            new StudyTable(1, [words["sim.situation.lasts"], .. words.TimeHeads], [.. lengths])
        )
        {
            Charts =
            [
                new TimeChart(
                    words["sim.situation.curve"],
                    [
                        .. colours
                            .Where(colour => view.CountOf(MeasureKind.FirstSituation, (int)colour) > 0)
                            .Select(colour => new TimeCurve(
                                words.Situation(colour),
                                colour == Runtime.Situation.Red ? Red : Yellow,
                                view.Tallies.Distributions[
                                    view.Tallies.Measures.NumberOf(MeasureKind.FirstSituation, (int)colour)
                                ],
                                view.Tallies.Runs
                            )),
                    ]
                ),
            ],
        };
    }

    public static StudySection Phases(StudyView view)
    {
        var words = view.Words;
        var rows = view.Program.Phases.Select(
            (phase, i) =>
                (ImmutableArray<string>)
                    [phase.Name, view.Cell(MeasureKind.PhaseTime, i), .. words.Times(view.Of(MeasureKind.PhaseTime, i))]
        );
        return new StudySection(
            words["sim.phases"],
            [],
            new StudyTable(1, [words["sim.phase"], words["sim.reached"], .. words.TimeHeads], [.. rows])
        );
    }

    public static StudySection? Counters(StudyView view)
    {
        var words = view.Words;
        var rows = view
            .Program.Counters.Select((counter, i) => (counter.Name, Values: view.Of(MeasureKind.CounterAtEnd, i)))
            .Where(row => row.Values is not null)
            .Select(row =>
                ImmutableArray.Create(
                    row.Name,
                    words.Number(row.Values?.Mean ?? 0),
                    words.Number(row.Values?.Quantile(50) ?? 0),
                    words.To(words.Number(row.Values?.Quantile(5) ?? 0), words.Number(row.Values?.Quantile(95) ?? 0)),
                    words.Number(row.Values?.Most ?? 0)
                )
            )
            .ToImmutableArray();
        return rows.IsEmpty
            ? null
            : new StudySection(
                words["sim.counters"],
                [],
                new StudyTable(
                    1,
                    [
                        words["sim.counter"],
                        words["sim.counter.mean"],
                        words["sim.counter.half"],
                        words["sim.counter.nine"],
                        words["sim.counter.most"],
                    ],
                    rows
                )
            );
    }

    // Of a drill that always takes as long there is nothing to see.
    private static IEnumerable<StudyChart> Histogram(StudyView view) =>
        view.Of(MeasureKind.DrillTime, -1) is { } times && times.Least < times.Most
            ? [new HistogramChart(view.Words["sim.drill-time"], times, view.Words["sim.drill-time.axis"])]
            : [];
}
