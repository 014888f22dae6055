using System.Collections.Immutable;
using SispamLang.Runtime;

namespace SispamLang.Export;

/// <summary>Something that tells how far a run has come, in the plan and as it was.</summary>
/// <param name="Text">What happens.</param>
/// <param name="PlannedMs">When in the reference run, or null.</param>
/// <param name="ActualMs">When in the run that was held, or null.</param>
internal sealed record Milestone(string Text, long? PlannedMs, long? ActualMs)
{
    /// <summary>The milestones of both runs, in the order of the times as they were. The n-th time that something happens in one
    /// is held against the n-th in the other.</summary>
    public static IReadOnlyList<Milestone> Of(DrillPaper paper, ActualRun actual)
    {
        var planned = In(paper.Reference.Entries);
        var held = In(actual.Entries);
        var language = Dialects.DialectNames.ShortName(paper.Language);
        return
        [
            .. planned
                .Keys.Union(held.Keys)
                .Select(key =>
                {
                    var isPlanned = planned.TryGetValue(key, out var before);
                    var isHeld = held.TryGetValue(key, out var after);
                    var text = TraceText.Describe(isHeld ? after : before, paper.Info, language);
                    return new Milestone(text, isPlanned ? before.TimeMs : null, isHeld ? after.TimeMs : null);
                })
                .OrderBy(milestone => milestone.ActualMs ?? milestone.PlannedMs),
        ];
    }

    private static Dictionary<(TraceCode Code, int Subject, int Occurrence), TraceEntry> In(
        ImmutableArray<TraceEntry> entries
    )
    {
        var counts = new Dictionary<(TraceCode, int), int>();
        var milestones = new Dictionary<(TraceCode, int, int), TraceEntry>();
        foreach (var entry in entries.Where(IsOne))
        {
            var count = counts[(entry.Code, entry.A)] = counts.GetValueOrDefault((entry.Code, entry.A)) + 1;
            milestones.Add((entry.Code, entry.A, count), entry);
        }

        return milestones;
    }

    private static bool IsOne(TraceEntry entry) =>
        entry.Code
            is TraceCode.PhaseStarts
                or TraceCode.CrowdGathers
                or TraceCode.CrowdEscalates
                or TraceCode.CrowdDisperses
                or TraceCode.UnitArrives
                or TraceCode.ActivityStarts
                or TraceCode.EventHappens
                or TraceCode.InjectSent
                or TraceCode.ControlTaken
                or TraceCode.End;
}
