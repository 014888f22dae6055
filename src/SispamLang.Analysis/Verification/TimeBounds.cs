using SispamLang.Programs;

namespace SispamLang.Analysis.Verification;

/// <summary>
/// What a way through the states says about times: those of its instants, and of what is pending, are unknowns whose differences
/// have bounds. Nothing else is known of them, and whatever keeps the bounds is a course of events on this way.
/// </summary>
internal sealed class TimeBounds
{
    /// <summary>The unknown that is the start of the drill.</summary>
    public const int Start = 0;

    /// <summary>In place of an unknown: nothing is pending.</summary>
    public const int None = -1;

    /// <summary>In place of the least difference of two unknowns: nothing is known of it.</summary>
    public const long Unbounded = long.MinValue / 4;

    private readonly VerifiedDrill _drill;
    private readonly List<(int From, int To, long Least)> _bounds = [];
    private readonly int[] _due;
    private int _count = 1;
    private bool _hasPassed;

    /// <summary>The bounds before the drill has started.</summary>
    public TimeBounds(VerifiedDrill drill)
    {
        _drill = drill;
        _due = new int[drill.Slots.All.Length];
        Array.Fill(_due, None);
        _due[SlotTable.End] = At(drill.Program.Facts.EndsAfter.In(drill.Params));
    }

    /// <summary>The bounds after a way of which nothing is kept but what they say of the times to come.</summary>
    public TimeBounds(VerifiedDrill drill, Zone zone)
    {
        _drill = drill;
        _due = new int[drill.Slots.All.Length];
        _count = zone.Count;
        _hasPassed = zone.HasPassed;
        Now = Zone.Now;
        for (int slot = 0; slot < _due.Length; slot++)
        {
            _due[slot] = zone.DueOf(slot);
        }

        for (int from = 0; from < zone.Count; from++)
        {
            for (int to = 0; to < zone.Count; to++)
            {
                if (from != to && zone.Least(from, to) > Unbounded)
                {
                    AtLeast(from, to, zone.Least(from, to));
                }
            }
        }
    }

    /// <summary>The time of the last instant.</summary>
    public int Now { get; private set; } = Start;

    /// <summary>The time at which what is pending in a slot is due.</summary>
    public int DueOf(int slot) => _due[slot];

    /// <summary>What one step more says.</summary>
    public void Add(Move move, bool isFirst)
    {
        if (!move.IsInstant)
        {
            Pass(move);
            return;
        }

        int before = Now;
        Now = isFirst ? Start : New();
        AtLeast(before, Now, isFirst || (move.Raised >= 0 && !_hasPassed) ? 0 : 1);
        _hasPassed = false;
        Bind(move);
        Change(move);
    }

    /// <summary>The earliest times that keep all bounds, found by relaxing them until nothing changes (Bellman and Ford).</summary>
    /// <returns>Null: no times do.</returns>
    public long[]? Earliest()
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

    /// <summary>What they say of the times to come.</summary>
    /// <param name="hasClock">The time since the start still makes a difference.</param>
    /// <returns>Null: no times keep them.</returns>
    public Zone? ToZone(bool hasClock)
    {
        long[,] least = Closed();
        for (int i = 0; i < _count; i++)
        {
            if (least[i, i] > 0)
            {
                return null;
            }
        }

        return new Zone(least, hasClock, Now, _due, _hasPassed);
    }

    // The longest chain of bounds between any two (Floyd and Warshall).
    private long[,] Closed()
    {
        long[,] least = new long[_count, _count];
        for (int i = 0; i < _count; i++)
        {
            for (int j = 0; j < _count; j++)
            {
                least[i, j] = i == j ? 0 : Unbounded;
            }
        }

        foreach ((int from, int to, long bound) in _bounds)
        {
            least[from, to] = Math.Max(least[from, to], bound);
        }

        for (int by = 0; by < _count; by++)
        {
            for (int from = 0; from < _count; from++)
            {
                for (int to = 0; to < _count; to++)
                {
                    if (least[from, by] > Unbounded && least[by, to] > Unbounded)
                    {
                        least[from, to] = Math.Max(least[from, to], least[from, by] + least[by, to]);
                    }
                }
            }
        }

        return least;
    }

    // Time goes on without an instant, past what would have been due.
    private void Pass(Move move)
    {
        if (move.Passed.IsEmpty)
        {
            return;
        }

        int before = Now;
        Now = New();
        AtLeast(before, Now, 0);
        foreach (int slot in move.Passed.Where(IsPending))
        {
            AtLeast(_due[slot], Now, 0);
            _due[slot] = None;
        }

        _hasPassed = true;
    }

    private void Bind(Move move)
    {
        foreach (int slot in move.Passed.Where(IsPending))
        {
            AtLeast(_due[slot], Now, 1);
        }

        foreach (int slot in move.Due.Where(IsPending))
        {
            AtLeast(_due[slot], Now, 0);
            AtLeast(Now, _due[slot], 0);
        }

        foreach (int slot in move.Pending.Where(IsPending))
        {
            AtLeast(Now, _due[slot], 1);
        }

        if (move.ClockMs < 0)
        {
            return;
        }

        int clock = At(move.ClockMs);
        if (move.Lateness >= 0)
        {
            AtLeast(clock, Now, move.Lateness);
        }

        if (move.Lateness <= 0)
        {
            AtLeast(Now, clock, -move.Lateness);
        }
    }

    private void Change(Move move)
    {
        int paused = move.PauseMs > 0 ? After(Now, move.PauseMs, move.PauseMs) : None;
        int[] old = [.. _due];
        for (int slot = SlotTable.End + 1; slot < _due.Length; slot++)
        {
            SlotChange change = move.Changes[slot];
            _due[slot] = change.Fate switch
            {
                SlotFate.Off => None,
                SlotFate.Set => After(Now, change.LeastMs, change.MostMs),
                SlotFate.Later => After(old[slot], move.PauseMs, move.PauseMs),
                SlotFate.WithPause => paused,
                SlotFate.Noted => old[_drill.Slots.OfNoted[RuleOf(slot)]],
                SlotFate.AtClock => At(ClockTimeOf(slot)),
                _ => old[slot],
            };
        }
    }

    // A clock time for which a rule waits is no unknown.
    private bool IsPending(int slot) => _due[slot] != None;

    private int RuleOf(int slot) => _drill.Program.Timers[_drill.Slots.All[slot].Index].Subject;

    private long ClockTimeOf(int slot)
    {
        TimerSlot timer = _drill.Program.Timers[_drill.Slots.All[slot].Index];
        return timer.Kind == TimerKind.EventAtClock
            ? _drill.Program.Events[timer.Subject].AtMs
            : ((ClockTrigger)_drill.Program.Rules[timer.Subject].Trigger).AtMs;
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
}
