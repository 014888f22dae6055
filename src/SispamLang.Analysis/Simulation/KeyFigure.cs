using System.Collections.Immutable;
using SispamLang.Programs;
using SispamLang.Runtime;
using Situation = SispamLang.Programs.Situation;

namespace SispamLang.Analysis.Simulation;

/// <summary>One number that tells much of many runs, to compare the points of a sweep by.</summary>
public enum KeyFigureKind
{
    /// <summary>The share of runs that end in peace.</summary>
    Peaceful,

    /// <summary>The share of runs that turn red.</summary>
    Red,

    /// <summary>The mean time of the first red, in milliseconds, in the runs that turn red.</summary>
    FirstRed,

    /// <summary>The mean length of the drill, in milliseconds.</summary>
    DrillTime,

    /// <summary>The share of runs that turn red before the unit <c>Subject</c> is there.</summary>
    RedBeforeUnit,

    /// <summary>The share of runs that keep the drill's own promise <c>Subject</c>, of those that keep or break it.</summary>
    Kept,
}

/// <summary>A key figure.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">Of what; -1 for the drill itself.</param>
public sealed record KeyFigure(KeyFigureKind Kind, int Subject = -1)
{
    /// <summary>It is a share from 0 to 1; if not, a time.</summary>
    public bool IsShare => Kind is not (KeyFigureKind.FirstRed or KeyFigureKind.DrillTime);

    /// <summary>The key figures of a drill.</summary>
    public static ImmutableArray<KeyFigure> Of(MeasureTable measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        var units = measures.All.Where(measure => measure.Kind == MeasureKind.RedBeforeUnit);
        var own = measures.Program.Properties.Index().Where(property => property.Item.Doctrine.Length == 0);
        return
        [
            new KeyFigure(KeyFigureKind.Peaceful),
            new KeyFigure(KeyFigureKind.Red),
            new KeyFigure(KeyFigureKind.FirstRed),
            new KeyFigure(KeyFigureKind.DrillTime),
            .. units.Select(unit => new KeyFigure(KeyFigureKind.RedBeforeUnit, unit.Subject)),
            .. own.Select(property => new KeyFigure(KeyFigureKind.Kept, property.Index)),
        ];
    }

    /// <summary>Its value; null if no run has one.</summary>
    public double? In(Tallies tallies)
    {
        ArgumentNullException.ThrowIfNull(tallies);
        return Kind switch
        {
            KeyFigureKind.Peaceful => Share(tallies.Peaceful, tallies.Runs),
            KeyFigureKind.Red => Share(Count(MeasureKind.FirstSituation, (int)Situation.Red), tallies.Runs),
            KeyFigureKind.FirstRed => Mean(MeasureKind.FirstSituation, (int)Situation.Red),
            KeyFigureKind.DrillTime => Mean(MeasureKind.DrillTime, -1),
            KeyFigureKind.RedBeforeUnit => Share(Count(MeasureKind.RedBeforeUnit, Subject), tallies.Runs),
            _ => Share(
                Verdicts(PropertyVerdict.Kept),
                Verdicts(PropertyVerdict.Kept) + Verdicts(PropertyVerdict.Broken)
            ),
        };

        long Count(MeasureKind kind, int subject) => tallies.Of(kind, subject)?.Count ?? 0;

        double? Mean(MeasureKind kind, int subject) =>
            tallies.Of(kind, subject) is { Count: > 0 } values ? values.Mean : null;

        long Verdicts(PropertyVerdict verdict) => tallies.Verdicts[Subject][(int)verdict];
    }

    private static double? Share(long hits, long runs) => runs == 0 ? null : (double)hits / runs;
}
