using SispamLang.Programs;

namespace SispamLang.Analysis.Simulation;

/// <summary>Something that is measured in each run.</summary>
/// <param name="Kind">What.</param>
/// <param name="Subject">Of what, an index into the drill's table of it; -1 for the drill itself.</param>
/// <param name="Scale">How its values are sorted.</param>
public sealed record Measure(MeasureKind Kind, int Subject, BinScale Scale)
{
    /// <summary>Its values are milliseconds; if not, they are numbers.</summary>
    public bool IsTime =>
        Kind
            is not (
                MeasureKind.TimesDeployed
                or MeasureKind.TimesStarted
                or MeasureKind.TimesNotPossible
                or MeasureKind.CounterAtEnd
            );
}
