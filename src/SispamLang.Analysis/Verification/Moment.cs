namespace SispamLang.Analysis.Verification;

/// <summary>A state taken apart: for each slot how long it is pending and with which others exactly.</summary>
internal sealed class Moment
{
    /// <summary>A slot in which nothing is pending.</summary>
    public const int Off = -1;

    private readonly int[] _pending;

    /// <summary>A state with so many words and slots.</summary>
    public Moment(int words, int slots)
    {
        Words = new ulong[words];
        Left = new int[slots];
        Class = new int[slots];
        Bound = new int[slots];
        Width = new int[slots];
        _pending = new int[slots];
        Array.Fill(Left, Off);
    }

    /// <summary>The packed state. What it says of slots and of the clock may be past.</summary>
    public ulong[] Words { get; }

    /// <summary>Changes with what the words say beside slots and clock.</summary>
    public long Version { get; set; }

    /// <summary>How long each slot is still pending, in steps; of a time that is left open, at most.</summary>
    public int[] Left { get; }

    /// <summary>How much shorter that can be, see <see cref="OpenTimes"/>; 0: it is so long exactly.</summary>
    public int[] Width { get; }

    /// <summary>
    /// Slots of one class differ by a whole number of steps exactly, whatever chance gave: those that are due at one step
    /// are due at one instant. Of slots of different classes nothing is known. Of a time that is left open it is the class of the
    /// instant in which it began.
    /// </summary>
    public int[] Class { get; }

    /// <summary>
    /// What is known of a slot's class beside another, see <see cref="ClassBound"/>; at the first slot of the class, 0 at others.
    /// </summary>
    public int[] Bound { get; }

    /// <summary>The slots that are pending, in order; some of them may have passed.</summary>
    public ReadOnlySpan<int> Pending => _pending.AsSpan(0, PendingCount);

    /// <summary>How many those are.</summary>
    public int PendingCount { get; private set; }

    /// <summary>Whether the time is part of the state.</summary>
    public bool HasClock { get; set; }

    /// <summary>The time, in steps; without a clock, from when the state was reached.</summary>
    public int Clock { get; set; }

    /// <summary>The clock time that is now has passed.</summary>
    public bool ClockHasPassed { get; set; }

    /// <summary>Nothing is pending.</summary>
    public void Clear()
    {
        foreach (int slot in Pending)
        {
            Left[slot] = Off;
        }

        PendingCount = 0;
    }

    /// <summary>A slot is pending, behind those that are already.</summary>
    public void Add(int slot, int left, int width, int group, int bound)
    {
        _pending[PendingCount++] = slot;
        Left[slot] = left;
        Width[slot] = width;
        Class[slot] = group;
        Bound[slot] = bound;
    }

    /// <summary>Takes over another.</summary>
    public void CopyFrom(Moment other)
    {
        other.Words.CopyTo(Words, 0);
        Clear();
        foreach (int slot in other.Pending)
        {
            Add(slot, other.Left[slot], other.Width[slot], other.Class[slot], other.Bound[slot]);
        }

        Class[SlotTable.End] = other.Class[SlotTable.End];
        Version = other.Version;
        HasClock = other.HasClock;
        Clock = other.Clock;
        ClockHasPassed = other.ClockHasPassed;
    }
}
