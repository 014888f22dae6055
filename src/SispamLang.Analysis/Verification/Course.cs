using System.Collections.Immutable;
using SispamLang.Programs;

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
    public static Course? Of(IReadOnlyList<Move> way, VerifiedDrill drill) => new Times(drill).Find(way);

    /// <summary>
    /// The times of instants and of what is pending are unknowns whose differences have bounds; the earliest times that
    /// keep them are found by relaxing all bounds until nothing changes (Bellman and Ford).
    /// </summary>
    private sealed class Times(VerifiedDrill drill)
    {
        private const int Start = 0;

        private readonly List<(int From, int To, long Least)> _bounds = [];
        private readonly int[] _due = new int[drill.Slots.All.Length];
        private int _count = 1;

        public Course? Find(IReadOnlyList<Move> way)
        {
            var instants = new int[way.Count];
            var dues = new int[way.Count][];
            long endMs = drill.Program.Facts.EndsAfter.In(drill.Params);
            _due[SlotTable.End] = At(endMs);
            int before = Start;
            for (int i = 0; i < way.Count; i++)
            {
                if (!way[i].IsInstant)
                {
                    continue;
                }

                int now = i == 0 ? Start : New();
                AtLeast(before, now, i == 0 || way[i].Raised >= 0 ? 0 : 1);
                Bind(way[i], now);
                instants[i] = before = now;
                dues[i] = [.. _due];
            }

            return Earliest() is { } times ? Build(way, instants, dues, times) : null;
        }

        private void Bind(Move move, int now)
        {
            foreach (int slot in move.Passed.Where(s => drill.Slots.All[s].Kind != SlotKind.Clock))
            {
                AtLeast(_due[slot], now, 1);
            }

            foreach (int slot in move.Due.Where(s => drill.Slots.All[s].Kind != SlotKind.Clock))
            {
                AtLeast(_due[slot], now, 0);
                AtLeast(now, _due[slot], 0);
            }

            foreach (int slot in move.Pending.Where(s => drill.Slots.All[s].Kind != SlotKind.Clock))
            {
                AtLeast(now, _due[slot], 1);
            }

            if (move.ClockMs >= 0)
            {
                int clock = At(move.ClockMs);
                AtLeast(clock, now, move.Lateness);
                AtLeast(now, clock, -move.Lateness);
            }

            int paused = move.PauseMs > 0 ? After(now, move.PauseMs, move.PauseMs) : -1;
            int[] old = [.. _due];
            for (int slot = SlotTable.End + 1; slot < _due.Length; slot++)
            {
                SlotChange change = move.Changes[slot];
                _due[slot] = change.Fate switch
                {
                    SlotFate.Set => After(now, change.LeastMs, change.MostMs),
                    SlotFate.Later => After(old[slot], move.PauseMs, move.PauseMs),
                    SlotFate.WithPause => paused,
                    SlotFate.Noted => old[drill.Slots.OfNoted[RuleOf(slot)]],
                    SlotFate.AtClock => At(ClockTimeOf(slot)),
                    _ => old[slot],
                };
            }
        }

        private int RuleOf(int slot) => drill.Program.Timers[drill.Slots.All[slot].Index].Subject;

        private long ClockTimeOf(int slot)
        {
            TimerSlot timer = drill.Program.Timers[drill.Slots.All[slot].Index];
            return timer.Kind == TimerKind.EventAtClock
                ? drill.Program.Events[timer.Subject].AtMs
                : ((ClockTrigger)drill.Program.Rules[timer.Subject].Trigger).AtMs;
        }

        private int New() => _count++;

        private int At(long timeMs) => After(Start, timeMs, timeMs);

        private int After(int from, long leastMs, long mostMs)
        {
            int time = New();
            AtLeast(from, time, leastMs);
            AtLeast(time, from, -mostMs);
            return time;
        }

        private void AtLeast(int from, int to, long leastMs) => _bounds.Add((from, to, leastMs));

        private long[]? Earliest()
        {
            long[] times = new long[_count];
            for (int round = 0; round <= _count; round++)
            {
                bool changed = false;
                foreach ((int from, int to, long least) in _bounds)
                {
                    if (times[from] + least > times[to])
                    {
                        times[to] = times[from] + least;
                        changed = true;
                    }
                }

                if (times[Start] > 0)
                {
                    return null;
                }

                if (!changed)
                {
                    return times;
                }
            }

            return null;
        }

        private Course Build(IReadOnlyList<Move> way, int[] instants, int[][] dues, long[] times)
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
                    if (move.Changes[slot] is { Fate: SlotFate.Set, Stream: >= 0 and var stream } change)
                    {
                        // Of several draws the last one is that of the time that is pending now.
                        int last = draws.Count - 1;
                        while (last >= first && draws[last].Stream != stream)
                        {
                            last--;
                        }

                        if (last >= first)
                        {
                            draws[last] = new ForcedDraw(stream, times[dues[i][slot]] - now - LaterBy(move, slot));
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
        private long LaterBy(Move move, int slot) =>
            move.PauseMs > 0 && drill.Slots.All[slot].Kind is (SlotKind.Timer or SlotKind.For or SlotKind.Noted)
                ? move.PauseMs
                : 0;
    }
}
