using System.Collections.Immutable;
using SispamLang.Programs;
using SispamLang.Runtime;
using Situation = SispamLang.Runtime.Situation;

namespace SispamLang.Export;

/// <summary>The report in a few sentences.</summary>
internal static class ShortSection
{
    private const int MostUnits = 3;

    public static StudySection Of(StudyView view)
    {
        var (words, tallies) = (view.Words, view.Tallies);
        var sentences = ImmutableArray.CreateBuilder<string>();
        if (tallies.Runs == 0)
        {
            return new StudySection(words["sim.short"], []);
        }

        sentences.Add(words.Say("sim.short.peaceful", words.Share(tallies.Peaceful, tallies.Runs)));
        sentences.Add(First(view, Situation.Yellow, "sim.short.yellow", "sim.short.never-yellow"));
        sentences.Add(First(view, Situation.Red, "sim.short.red", "sim.short.never-red"));
        sentences.AddRange(RedBefore(view));
        if (view.Of(MeasureKind.DrillTime, -1) is { } time)
        {
            sentences.Add(
                time.Least == time.Most
                    ? words.Say("sim.short.drill-fixed", words.Time(time.Least))
                    : words.Say(
                        "sim.short.drill",
                        words.Time(time.Quantile(50)),
                        words.Time(time.Quantile(5)),
                        words.Time(time.Quantile(95))
                    )
            );
        }

        if (tallies.Endings[(int)DrillEndReason.DoesNotSettle] is > 0 and var unsettled)
        {
            sentences.Add(words.Say("sim.short.unsettled", words.Share(unsettled, tallies.Runs)));
        }

        if (Promises(view) is { } promises)
        {
            sentences.Add(promises);
        }

        return new StudySection(words["sim.short"], sentences.ToImmutable());
    }

    private static string First(StudyView view, Situation situation, string some, string none)
    {
        var words = view.Words;
        var share = words.Share(view.CountOf(MeasureKind.FirstSituation, (int)situation), view.Tallies.Runs);
        return view.Of(MeasureKind.FirstSituation, (int)situation) is { } times
            ? words.Say(
                some,
                share,
                words.Time(times.Quantile(50)),
                words.Time(times.Quantile(5)),
                words.Time(times.Quantile(95))
            )
            : words.Say(none, share);
    }

    // Of those units that do come then, at least sometimes; the table has all.
    private static IEnumerable<string> RedBefore(StudyView view) =>
        view
            .Tallies.Measures.All.Where(measure => measure.Kind == MeasureKind.UnitAfterRed)
            .Where(measure => view.CountOf(measure.Kind, measure.Subject) > 0)
            .Select(measure => measure.Subject)
            .OrderByDescending(unit => view.CountOf(MeasureKind.RedBeforeUnit, unit))
            .ThenBy(unit => unit)
            .Take(MostUnits)
            .Select(unit =>
            {
                var late = view.CountOf(MeasureKind.RedBeforeUnit, unit);
                var comes = view.Of(MeasureKind.UnitAfterRed, unit);
                return view.Words.Say(
                    "sim.short.red-before",
                    view.Words.Share(late, view.Tallies.Runs),
                    view.Program.Units[unit].Name,
                    view.Words.Of100((double)(comes?.Count ?? 0) / late),
                    view.Words.Half(comes)
                );
            });

    private static string? Promises(StudyView view)
    {
        var own = view
            .Program.Properties.Index()
            .Where(property => property.Item is { Doctrine.Length: 0, Share: < 0 })
            .Select(property => view.Tallies.Verdicts[property.Index][(int)PropertyVerdict.Broken])
            .ToList();
        var broken = own.Count(count => count > 0);
        return own.Count == 0 ? null
            : broken == 0 ? view.Words["sim.short.kept"]
            : view.Words.Say("sim.short.broken", broken, own.Count, view.Words["sim.promises"]);
    }
}
