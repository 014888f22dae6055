namespace SispamLang.Analysis.Verification;

/// <summary>
/// All that a way to a state says of the times to come: how far now, what is pending and the start of the drill are apart from each
/// other at least. What can follow depends on the state and on this alone.
/// </summary>
/// <remarks>
/// Zones of clock differences: D. Dill, <i>Timing Assumptions and Verification of Finite-State Concurrent Systems</i> (1989).
/// </remarks>
internal sealed class Zone
{
    /// <summary>The unknown that is the time of the last instant.</summary>
    public const int Now = 1;

    private readonly int[] _due;
    private readonly long[] _least;

    /// <summary>What is left of bounds.</summary>
    /// <param name="least">How far any two unknowns are apart at least.</param>
    /// <param name="hasClock">The time since the start still makes a difference.</param>
    /// <param name="now">The unknown that is the time of the last instant.</param>
    /// <param name="due">For each slot the unknown that is its time.</param>
    /// <param name="hasPassed">Something has passed since then.</param>
    public Zone(long[,] least, bool hasClock, int now, ReadOnlySpan<int> due, bool hasPassed)
    {
        List<int> kept = [TimeBounds.Start, now];
        _due = new int[due.Length];
        for (int slot = 0; slot < due.Length; slot++)
        {
            int unknown = slot == SlotTable.End && !hasClock ? TimeBounds.None : due[slot];
            _due[slot] = unknown == TimeBounds.None ? TimeBounds.None : kept.IndexOf(unknown, Now);
            if (unknown != _due[slot] && _due[slot] == TimeBounds.None)
            {
                _due[slot] = kept.Count;
                kept.Add(unknown);
            }
        }

        HasPassed = hasPassed;
        Count = kept.Count;
        _least = new long[Count * Count];
        for (int from = 0; from < Count; from++)
        {
            for (int to = 0; to < Count; to++)
            {
                bool isKnown = hasClock || (from != TimeBounds.Start && to != TimeBounds.Start);
                _least[(from * Count) + to] = isKnown ? least[kept[from], kept[to]] : TimeBounds.Unbounded;
            }
        }
    }

    /// <summary>How many unknowns there are.</summary>
    public int Count { get; }

    /// <summary>The memory that it takes, in bytes.</summary>
    public long Bytes => (sizeof(long) * (long)_least.Length) + (sizeof(int) * (long)_due.Length);

    /// <summary>Since the last instant something has passed, so that the next one is later.</summary>
    public bool HasPassed { get; }

    /// <summary>The unknown at which what is pending in a slot is due.</summary>
    public int DueOf(int slot) => _due[slot];

    /// <summary>How much later one unknown is than another at least.</summary>
    public long Least(int from, int to) => _least[(from * Count) + to];

    /// <summary>Whether all that can follow from another can follow from this.</summary>
    public bool Contains(Zone other)
    {
        if (Count != other.Count || (HasPassed && !other.HasPassed) || !_due.AsSpan().SequenceEqual(other._due))
        {
            return false;
        }

        for (int i = 0; i < _least.Length; i++)
        {
            if (_least[i] > other._least[i])
            {
                return false;
            }
        }

        return true;
    }
}
