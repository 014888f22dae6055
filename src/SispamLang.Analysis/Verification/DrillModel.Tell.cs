using System.Runtime.CompilerServices;

namespace SispamLang.Analysis.Verification;

// From what the compiled drill has run to a state.
internal sealed partial class DrillModel
{
    private readonly Moment _after;

    /// <summary>The state before the instant, at its time; null: no instant, time has only gone on.</summary>
    public Moment? Before { get; private set; }

    /// <summary>Tells what has come of an instant.</summary>
    [MethodImpl(Hot.Path)]
    private void Tell(Moment before, ISuccessors successors)
    {
        _runner.Broken.AddRange(_passedBroken);
        if (_leavesOut && _runner.Entered > NearlyFull)
        {
            Obstacle = Verification.Obstacle.QueueNearlyFull;
        }

        Before = before;
        EndReason = _runner.EndReason;
        if (EndReason is not null)
        {
            _after.Clear();
            successors.Add([]);
            return;
        }

        _after.Clock = before.Clock;
        Array.Clear(_after.Words);
        _after.HasClock = _drill.NeedsClock[_runner.Phase];
        bool fits = _runner.Pack(_after.Words, _after.HasClock ? _drill.Ends - before.Clock + 1 : long.MaxValue);
        _after.ClockHasPassed =
            _drill.HasClock && _after.HasClock && (_isStart || before.ClockHasPassed || IsDue(before, SlotTable.Clock));
        if (_drill.DrawsTimes)
        {
            ReadSlots(before);
            fits &= PackTimes();
        }

        Tell(fits, successors);
    }

    private void TellTick(ISuccessors successors)
    {
        _runner.Broken.Clear();
        _runner.Broken.AddRange(_passedBroken);
        Before = null;
        EndReason = null;
        _pause = 0;
        _classes.Clear();
        KeepBounds(_after);
        foreach (ref readonly SlotCell cell in SlotsAfter())
        {
            cell.Cell.Set(_after.Words, 0);
        }

        Tell(PackTimes(), successors);
    }

    private ReadOnlySpan<SlotCell> SlotsAfter() => _cells.Slots[Layout[StateCells.Phase].Get(_after.Words)];

    [MethodImpl(Hot.Path)]
    private void Tell(bool fits, ISuccessors successors)
    {
        if (!fits)
        {
            Obstacle = Verification.Obstacle.NoRoom;
            return;
        }

        if (_after.HasClock)
        {
            Set(_after, _cells.Clock, _after.Clock);
            Set(_after, _cells.ClockHasPassed, _after.ClockHasPassed ? 1 : 0);
        }

        successors.Add(_after.Words);
    }

    // The times are added to what else there is of the state.
    [MethodImpl(Hot.Path)]
    private bool PackTimes()
    {
        NameClasses();
        bool fits = true;
        foreach (ref readonly SlotCell cell in SlotsAfter())
        {
            int left = _after.Left[cell.Slot];
            if (left == Moment.Off)
            {
                continue;
            }

            ulong value = (ulong)(uint)(left + 1);
            fits &= value >> cell.LeftBits == 0;
            value |= (ulong)(uint)_after.Class[cell.Slot] << cell.LeftBits;
            value |= (ulong)(uint)_after.Bound[cell.Slot] << (cell.LeftBits + cell.ClassBits);
            _after.Words[cell.Cell.Word] |= value << cell.Cell.Shift;
        }

        return fits;
    }

    // Classes are numbered in the order of the slots in which they come first; the end of the drill's time has 0. What is
    // due after the end never is, whatever its class. When a time that is left open began is of no interest any more when
    // nothing else is to come at a fixed time from there.
    [MethodImpl(Hot.Path)]
    private void NameClasses()
    {
        int end = _after.Left[SlotTable.End];
        int endClass = _after.Class[SlotTable.End];
        if (_after.HasClock)
        {
            _classes.Name(endClass);
        }

        foreach (int slot in _after.Pending)
        {
            if (_after.Left[slot] == Moment.Off)
            {
                continue;
            }

            int width = _after.Width[slot];
            if (_after.HasClock && _after.Left[slot] - width > end)
            {
                _after.Left[slot] = end + 1 + width;
                _after.Class[slot] = width > 0 ? _classes.None : endClass;
            }

            if (width == 0)
            {
                _classes.Name(_after.Class[slot]);
            }
        }

        // Only once all have a name is it known which are pending at all.
        int named = -1;
        foreach (int slot in _after.Pending)
        {
            _after.Bound[slot] = 0;
            if (_after.Left[slot] == Moment.Off)
            {
                continue;
            }

            int group = _after.Class[slot];
            int name = _classes.NameOf(group);
            if (_after.Width[slot] > 0)
            {
                _after.Class[slot] = name < 0 ? _slots.All.Length : name;
                continue;
            }

            if (name > named)
            {
                named = name;
                _after.Bound[slot] = NameBound(group);
            }

            _after.Class[slot] = name;
        }
    }

    private int NameBound(int group) =>
        _classes.BoundOf(group) is { } bound && _classes.NameOf(bound.Other) is >= 0 and var other
            ? (bound with { Other = other }).ToNumber()
            : 0;
}
