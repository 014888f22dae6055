using System.Collections.Immutable;
using SispamLang.Analysis.Simulation;
using SispamLang.Programs;

namespace SispamLang.Export;

/// <summary>What the runs say of the drill's promises and of the rules of its doctrines.</summary>
internal static class PromiseSection
{
    public static StudySection? Of(StudyView view)
    {
        var (words, properties) = (view.Words, view.Program.Properties);
        if (properties.IsEmpty)
        {
            return null;
        }

        var judgements = properties.Select((property, i) => Judgement.Of(property, view.Tallies.Verdicts[i])).ToList();
        var sentences = properties.SelectMany((property, i) => Sentences(view, property, judgements[i], i));
        var rows = properties.Select(
            (property, i) =>
                ImmutableArray.Create(
                    property.Text,
                    property.Doctrine.Length == 0 ? words["sim.promise.own"] : property.Doctrine + "/" + property.Rule,
                    words[JudgementOf(property, judgements[i].Kind)],
                    words.Number(judgements[i].Kept),
                    words.Number(judgements[i].Broken),
                    words.Number(judgements[i].Open),
                    words.Number(judgements[i].NotTested),
                    words.Cell(judgements[i].Kept, judgements[i].Decided),
                    words.Half(view.Of(MeasureKind.SlowestAnswer, i))
                )
        );
        return new StudySection(
            words["sim.promises"],
            [.. sentences],
            new StudyTable(
                3,
                [
                    words["sim.promise"],
                    words["sim.promise.of"],
                    words["sim.promise.judgement"],
                    words["sim.promise.kept"],
                    words["sim.promise.broken"],
                    words["sim.promise.open"],
                    words["sim.promise.not-tested"],
                    words["sim.promise.kept-share"],
                    words["sim.promise.answer"],
                ],
                [.. rows]
            )
        )
        {
            Charts =
            [
                new ShareChart(
                    words["sim.promise.chart"],
                    [
                        .. properties
                            .Select(
                                (property, i) =>
                                    new ShareBar(
                                        property.Doctrine.Length == 0
                                            ? property.Text
                                            : property.Doctrine + "/" + property.Rule,
                                        judgements[i].Kept,
                                        judgements[i].Decided,
                                        property.Share < 0 ? null : property.Share / 10_000.0
                                    )
                            )
                            .Where(bar => bar.Runs > 0),
                    ]
                ),
            ],
        };
    }

    // Of a doctrine's rules only what is out of order; the table has the rest.
    private static IEnumerable<string> Sentences(StudyView view, PropertySpec property, Judgement judgement, int number)
    {
        var words = view.Words;
        var isOwn = property.Doctrine.Length == 0;
        var name = isOwn ? property.Text : $"{property.Text} ({property.Doctrine}/{property.Rule})";
        if (judgement.Kind == JudgementKind.NotTested)
        {
            return isOwn ? [words.Say("sim.promise.says-not-tested", name)] : [];
        }

        if (property.Share >= 0)
        {
            return [Statistical(words, name, property, judgement)];
        }

        var broken = words.Say(
            "sim.promise.says-broken",
            name,
            words.Number(judgement.Broken),
            words.Number(judgement.Decided),
            view.Tallies.FirstBroken[number]
        );
        return view.Of(MeasureKind.SlowestAnswer, number) is { } answers && isOwn
                ?
                [
                    .. judgement.Broken > 0 ? [broken] : (string[])[],
                    words.Say("sim.promise.says-answer", name, words.Half(answers), words.Time(answers.Most)),
                ]
            : judgement.Broken > 0 ? [broken]
            : [];
    }

    private static string Statistical(StudyWords words, string name, PropertySpec property, Judgement judgement)
    {
        var (low, high) = words.Bounds(judgement.Kept, judgement.Decided);
        var says = words.Say(
            judgement.Kind switch
            {
                JudgementKind.Holds => "sim.promise.says-holds",
                JudgementKind.Fails => "sim.promise.says-fails",
                _ => "sim.promise.says-undecided",
            },
            name,
            words.Of100((double)judgement.Kept / judgement.Decided),
            low,
            high,
            words.Percentage(property.Share)
        );
        return judgement.Kind != JudgementKind.Undecided ? says
            : judgement.RunsNeeded is { } needed ? says + " " + words.Say("sim.promise.needs", words.Number(needed))
            : says + " " + words["sim.promise.needs-none"];
    }

    private static string JudgementOf(PropertySpec property, JudgementKind kind) =>
        (kind, property.Share >= 0) switch
        {
            (JudgementKind.Holds, true) => "sim.judged.holds",
            (JudgementKind.Holds, false) => "sim.judged.never-broken",
            (JudgementKind.Fails, true) => "sim.judged.fails",
            (JudgementKind.Fails, false) => "sim.judged.broken",
            (JudgementKind.Undecided, _) => "sim.judged.undecided",
            _ => "sim.judged.not-tested",
        };
}
