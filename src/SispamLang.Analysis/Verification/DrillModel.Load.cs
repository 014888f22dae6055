using System.Runtime.CompilerServices;
using SispamLang.Runtime;

namespace SispamLang.Analysis.Verification;

// From a state to what the compiled drill runs. Where the exact order of two times is free, times are shifted by
// milliseconds, which are rounded off afterwards.
internal sealed partial class DrillModel
{
    /// <summary>The fraction of a step by which everything is late that was pending before: what is set in an instant has
    /// another, so that the two can be told apart.</summary>
    private const long Mark = 4;

    private readonly long[] _before;
    private readonly List<int> _given = [];
    private long _now;

    [MethodImpl(Hot.Path)]
    private void Unpack(ReadOnlySpan<ulong> state, Moment moment)
    {
        moment.Version = ++_versions;
        state.CopyTo(moment.Words);
        moment.Clear();
        int phase = Layout[StateCells.Phase].Get(state);
        moment.HasClock = _drill.NeedsClock[phase];
        moment.Clock = Get(state, _cells.Clock);
        moment.Class[SlotTable.End] = 0;
        AddEnd(moment, Get(state, _cells.ClockHasPassed) == 1);
        foreach (ref readonly SlotCell cell in _cells.Slots[phase].AsSpan())
        {
            ulong value = state[cell.Cell.Word] >> cell.Cell.Shift;
            int left = (int)(value & ((1UL << cell.LeftBits) - 1));
            if (left != 0)
            {
                value = (value & ((1UL << cell.Cell.Bits) - 1)) >> cell.LeftBits;
                int group = (int)(value & ((1UL << cell.ClassBits) - 1));
                int width = _open.Width(cell.Slot, state, _cells);
                bool isNone = width > 0 && group == _slots.All.Length;
                moment.Add(cell.Slot, left - 1, width, isNone ? _classes.None : group, (int)(value >> cell.ClassBits));
            }
        }
    }

    // The class of the drill's end is known already.
    private void AddEnd(Moment moment, bool clockHasPassed)
    {
        if (moment.HasClock)
        {
            moment.Add(SlotTable.End, _drill.Ends - moment.Clock, 0, moment.Class[SlotTable.End], 0);
            if (_drill.HasClock)
            {
                moment.Add(SlotTable.Clock, Moment.Off, 0, 0, 0);
                SetClock(moment, clockHasPassed);
            }
        }
    }

    private void SetClock(Moment moment, bool hasPassed)
    {
        if (_drill.HasClock && moment.HasClock)
        {
            moment.ClockHasPassed = hasPassed;
            bool isPending = !hasPassed && _drill.ClockTimes.Contains(moment.Clock);
            moment.Left[SlotTable.Clock] = isPending ? 0 : Moment.Off;
            moment.Class[SlotTable.Clock] = moment.Class[SlotTable.End];
        }
    }

    private bool IsDue(Moment moment, int slot) => CanBeDue(moment, slot) && _classes.IsDue(GroupOf(moment, slot));

    private static bool CanBeDue(Moment moment, int slot) =>
        moment.Left[slot] != Moment.Off && moment.Left[slot] <= moment.Width[slot];

    // The class of the instant in which a slot is due.
    private int GroupOf(Moment moment, int slot) => moment.Width[slot] > 0 ? _classes.OwnOf(slot) : moment.Class[slot];

    // A time that is left open and takes the least or the most that it can when it ends now. Then it is not before what it would
    // have come with, or not after it.
    private static ClassBound? BoundIfDue(Moment moment, int slot) =>
        moment.Width[slot] > 0 && (moment.Left[slot] == 0 || moment.Left[slot] == moment.Width[slot])
            ? new ClassBound(moment.Class[slot], IsLater: moment.Left[slot] != 0)
            : null;

    // Gives the compiled drill the state and its times.
    [MethodImpl(Hot.Path)]
    private void Load(Moment moment)
    {
        if (_unpacked != moment.Version)
        {
            _runner.Unpack(moment.Words);
            _unpacked = moment.Version;
        }

        _now = (moment.Clock * _step) + Lateness(moment);
        ForgetTimes();
        foreach (int slot in moment.Pending)
        {
            int time = _cells.TimeOf[slot];
            if (time >= 0 && moment.Left[slot] != Moment.Off)
            {
                _before[time] = IsDue(moment, slot) ? _now : _now + (moment.Left[slot] * _step) + Mark;
                _given.Add(time);
            }
        }

        _runner.SetTimes(_now, _before);
    }

    private void ForgetTimes()
    {
        foreach (int time in _given)
        {
            _before[time] = Runner.Never;
        }

        _given.Clear();
    }

    // By how much the instant is late or early for the clock, where it matters: at the end of the drill's time, and at a
    // clock time for which some rule waits.
    private int Lateness(Moment moment) =>
        moment.Left[SlotTable.End] == 0 ? (IsDue(moment, SlotTable.End) ? 0 : -1)
        : !IsNearClock(moment) ? 0
        : moment.Left[SlotTable.Clock] == Moment.Off ? 1
        : IsDue(moment, SlotTable.Clock) ? 0
        : -1;

    private bool IsNearClock(Moment moment) =>
        _drill.HasClock && moment.HasClock && _drill.ClockTimes.Contains(moment.Clock);

    private int Get(ReadOnlySpan<ulong> state, int cell) => cell < 0 ? 0 : Layout[cell].Get(state);

    private void Set(Moment moment, int cell, int value)
    {
        if (cell >= 0)
        {
            Layout[cell].Set(moment.Words, value);
        }
    }
}
