using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Runtime;

namespace SispamLang.Export;

/// <summary>A property and what a run has shown of it.</summary>
/// <param name="Property">The property.</param>
/// <param name="Number">Its number in the run.</param>
/// <param name="Verdict">What the run has shown.</param>
internal sealed record PropertyVerdicts(BoundProperty Property, int Number, PropertyVerdict Verdict)
{
    /// <summary>All that a run watches: those that are waived are not among them.</summary>
    public static IEnumerable<PropertyVerdicts> Of(DrillPaper paper, ImmutableArray<PropertyVerdict> verdicts) =>
        paper
            .Drill.Properties.Where(property => property.Waiver is null)
            .Select((property, i) => new PropertyVerdicts(property, i, verdicts[i]));

    /// <summary>A verdict in words.</summary>
    public static string Word(DrillPaper paper, PropertyVerdict verdict) =>
        paper.Texts[
            verdict switch
            {
                PropertyVerdict.Kept => "verdict.kept",
                PropertyVerdict.Broken => "verdict.broken",
                PropertyVerdict.Open => "verdict.open",
                _ => "verdict.not-tested",
            }
        ];
}
