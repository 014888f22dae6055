using System.Collections.Immutable;

namespace SispamLang.Analysis.Verification;

/// <summary>A course of events to the millisecond: what chance gives, in order, and what comes from outside.</summary>
/// <param name="Draws">The draws in the order in which they are made.</param>
/// <param name="Raised">What is raised, and when.</param>
/// <param name="EndMs">The time of its last instant.</param>
internal sealed record Course(
    ImmutableArray<ForcedDraw> Draws,
    ImmutableArray<(long TimeMs, int OutsideEvent)> Raised,
    long EndMs
)
{
    /// <summary>Finds times for a way through the states, if there are any.</summary>
    /// <returns>Null: the way asks for an order of times that can't be.</returns>
    public static Course? Of(IReadOnlyList<Move> way, VerifiedDrill drill)
    {
        TimeBounds bounds = new(drill);
        var instants = new int[way.Count];
        var dues = new int[way.Count][];
        for (int i = 0; i < way.Count; i++)
        {
            bounds.Add(way[i], isFirst: i == 0);
            instants[i] = bounds.Now;
            dues[i] = [.. Enumerable.Range(0, drill.Slots.All.Length).Select(bounds.DueOf)];
        }

        return bounds.Earliest() is { } times ? Build(way, drill, instants, dues, times) : null;
    }

    private static Course Build(
        IReadOnlyList<Move> way,
        VerifiedDrill drill,
        int[] instants,
        int[][] dues,
        long[] times
    )
    {
        var draws = ImmutableArray.CreateBuilder<ForcedDraw>();
        var raised = ImmutableArray.CreateBuilder<(long, int)>();
        long end = 0;
        for (int i = 0; i < way.Count; i++)
        {
            Move move = way[i];
            if (!move.IsInstant)
            {
                continue;
            }

            long now = end = times[instants[i]];
            int first = draws.Count;
            draws.AddRange(move.Draws);
            for (int slot = 0; slot < move.Changes.Length; slot++)
            {
                if (move.Changes[slot] is { Fate: SlotFate.Set, Stream: >= 0 and var stream })
                {
                    // Of several draws the last one is that of the time that is pending now.
                    int last = draws.Count - 1;
                    while (last >= first && draws[last].Stream != stream)
                    {
                        last--;
                    }

                    if (last >= first)
                    {
                        long length = times[dues[i][slot]] - now - LaterBy(move, drill.Slots.All[slot]);
                        draws[last] = new ForcedDraw(stream, length);
                    }
                }
            }

            if (move.Raised >= 0)
            {
                raised.Add((now, move.Raised));
            }
        }

        return new Course(draws.ToImmutable(), raised.ToImmutable(), end);
    }

    // What a pause that began in the same instant has added to the time drawn.
    private static long LaterBy(Move move, Slot slot) =>
        move.PauseMs > 0 && slot.Kind is (SlotKind.Timer or SlotKind.For or SlotKind.Noted) ? move.PauseMs : 0;
}
