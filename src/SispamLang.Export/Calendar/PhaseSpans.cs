using SispamLang.Runtime;

namespace SispamLang.Export;

/// <summary>From when to when a phase was on.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="FromMs">Its start, in milliseconds from T+00:00.</param>
/// <param name="ToMs">Its end.</param>
internal readonly record struct PhaseSpan(int Phase, long FromMs, long ToMs);

/// <summary>The phases of a run in the order in which they came.</summary>
internal static class PhaseSpans
{
    /// <summary>Those of a run.</summary>
    public static IEnumerable<PhaseSpan> Of(ReferenceRun run)
    {
        var from = 0L;
        foreach (var entry in run.Entries)
        {
            if (entry.Code == TraceCode.PhaseStarts)
            {
                from = entry.TimeMs;
            }
            else if (entry.Code == TraceCode.PhaseEnds)
            {
                yield return new PhaseSpan(entry.A, from, entry.TimeMs);
            }
        }
    }
}
