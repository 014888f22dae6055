using System.Collections.Immutable;

namespace SispamLang.Analysis.Simulation;

/// <summary>
/// What a swept param does to a key figure: the means over all points with the same value of the param, and of these the least and
/// the most. The points have the same seeds, so none of it is a difference of luck.
/// </summary>
/// <param name="Param">The param's number.</param>
/// <param name="Least">The least mean.</param>
/// <param name="AtLeast">The param's value there.</param>
/// <param name="Most">The most.</param>
/// <param name="AtMost">The param's value there.</param>
public sealed record ParamEffect(int Param, double Least, long AtLeast, double Most, long AtMost)
{
    /// <summary>How much it matters.</summary>
    public double Swing => Most - Least;

    /// <summary>The effects on a key figure, the largest first; of params for which no point has the figure there is none.</summary>
    public static ImmutableArray<ParamEffect> On(KeyFigure figure, Study study)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(study);
        return
        [
            .. study
                .Swept.Select(param => Of(param.Param, figure, study))
                .OfType<ParamEffect>()
                .OrderByDescending(effect => effect.Swing)
                .ThenBy(effect => effect.Param),
        ];
    }

    private static ParamEffect? Of(int param, KeyFigure figure, Study study)
    {
        var means = study
            .Points.Select(point => (Value: point.Plan.Params[param], Figure: figure.In(point.Tallies)))
            .Where(point => point.Figure is not null)
            .GroupBy(point => point.Value, point => point.Figure ?? 0)
            .Select(group => (Value: group.Key, Mean: group.Average()))
            .ToList();
        if (means.Count == 0)
        {
            return null;
        }

        var least = means.MinBy(point => point.Mean);
        var most = means.MaxBy(point => point.Mean);
        return new ParamEffect(param, least.Mean, least.Value, most.Mean, most.Value);
    }
}
