using System.Collections.Immutable;
using SispamLang.Services;

namespace SispamLang.Export;

/// <summary>Ways from one phase to another, told once for both ends.</summary>
/// <param name="From">The number of the phase that is left.</param>
/// <param name="To">The number of the one that follows; that of the end is one more than the last phase's.</param>
/// <param name="Labels">What brings it about.</param>
internal sealed record PhaseWay(int From, int To, ImmutableArray<string> Labels)
{
    /// <summary>The ways of a drill.</summary>
    public static ImmutableArray<PhaseWay> Of(DrillPaper paper)
    {
        var graph = PhaseGraph.Of(paper.Drill);
        return
        [
            .. graph
                .Changes.GroupBy(change => (From: graph.Phases.IndexOf(change.From), To: Number(graph, change)))
                .Select(ways => new PhaseWay(
                    ways.Key.From,
                    ways.Key.To,
                    [.. ways.Select(change => Label(paper, change)).Distinct(StringComparer.Ordinal)]
                )),
        ];
    }

    private static int Number(PhaseGraph graph, PhaseChange change) =>
        change.To is null ? graph.Phases.Length : graph.Phases.IndexOf(change.To);

    private static string Label(DrillPaper paper, PhaseChange change) =>
        change switch
        {
            { Kind: PhaseChangeKind.Until, From.Until: { } until } => paper.Texts.Say(
                "phases.until",
                paper.Prose.Until(until)
            ),
            { Kind: PhaseChangeKind.Time, From.For: { } time } => paper.Texts.Say(
                "phases.time",
                paper.Prose.Time(time)
            ),
            { Rule: { } rule } => paper.Prose.When(rule),
            _ => paper.Texts["phases.quiet"],
        };
}
