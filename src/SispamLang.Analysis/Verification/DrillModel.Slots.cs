using System.Runtime.CompilerServices;
using SispamLang.Programs;
using SispamLang.Runtime;

namespace SispamLang.Analysis.Verification;

/// <summary>What an instant has done to a slot.</summary>
internal enum SlotFate
{
    /// <summary>Nothing is pending in it.</summary>
    Off,

    /// <summary>It is pending as before.</summary>
    Kept,

    /// <summary>As before, but later by a pause.</summary>
    Later,

    /// <summary>It was set in this instant.</summary>
    Set,

    /// <summary>It was set in this instant to the time that its procedure had noted.</summary>
    Noted,

    /// <summary>It comes with the end of the pause that was ordered in this instant.</summary>
    WithPause,

    /// <summary>It comes at a time of the clock.</summary>
    AtClock,
}

// What is pending after an instant, and what was set in it: that has not the mark of what was pending before.
internal sealed partial class DrillModel
{
    private readonly SlotFate[] _fates;
    private readonly Span?[] _spans;
    private readonly bool[] _waits;
    private readonly long[] _times;
    private readonly ClassTable _classes;
    private int _classNow;
    private long _pause;

    [MethodImpl(Hot.Path)]
    private void ReadSlots(Moment before)
    {
        _runner.ReadTimes(_times);
        _after.Clear();
        _classes.Clear();
        _classNow = ClassNow(before);
        _pause = PauseBegun();
        if (!_isStart)
        {
            KeepBounds(before);
        }

        int pauseClass = _drill.DrawsPauses ? _classes.Fresh() : _classNow;
        _after.Class[SlotTable.End] = ClassOf(before, SlotTable.End);
        AddEnd(_after, _after.ClockHasPassed);
        foreach (ref readonly SlotCell cell in _cells.Slots[_runner.Phase].AsSpan())
        {
            long due = _times[cell.Time];
            if (due == Runner.Never)
            {
                continue;
            }

            int slot = cell.Slot;
            if (due == _before[cell.Time] && _pause == 0 && !_waits[slot] && due > _now)
            {
                _fates[slot] = SlotFate.Kept;
                _after.Add(slot, before.Left[slot], before.Width[slot], ClassOf(before, slot), 0);
            }
            else
            {
                ReadSlot(before, slot, due, pauseClass);
            }
        }
    }

    [MethodImpl(Hot.Path)]
    private void ReadSlot(Moment before, int slot, long due, int pauseClass)
    {
        Slot s = _slots.All[slot];
        if (s.Kind == SlotKind.Noted && !_cells.Flows[s.Index].ReadsNoted(_runner.StepOf(s.Index)))
        {
            return;
        }

        _spans[slot] = null;
        SlotFate fate = FateOf(slot, due, before);
        _fates[slot] = fate;
        int width = fate switch
        {
            SlotFate.Kept or SlotFate.Later => before.Width[slot],
            SlotFate.Set when _spans[slot] is { } span => _open.Width(span),
            _ => 0,
        };
        int group = fate switch
        {
            SlotFate.Kept or SlotFate.Later => ClassOf(before, slot),
            SlotFate.Noted => ClassOf(before, _slots.OfNoted[_program.Timers[s.Index].Subject]),
            SlotFate.WithPause => pauseClass,
            SlotFate.AtClock => ClassOf(before, SlotTable.End),
            _ => width == 0 && _spans[slot] is { } span && _drill.Grid.IsDrawn(span) ? _classes.Fresh() : _classNow,
        };
        bool isMoved = _drill.DrawsPauses && _pause > 0 && IsMovedByPause(slot) && fate != SlotFate.WithPause;
        int left = (int)((due - _now + (_step / 2)) / _step);
        _after.Add(slot, left, width, isMoved ? group + _classes.Moved : group, 0);
        if (_spans[slot] is { } drawn && _classes.IsFresh(group) && _pause == 0 && IsSure(slot))
        {
            NoteBound(group, drawn, left * _step);
        }
    }

    private long PauseBegun()
    {
        if (_slots.Pause < 0)
        {
            return 0;
        }

        long until = _times[_program.Timers.Length + 1];
        return until == Runner.Never || HasMark(until - _now) ? 0 : until - _now;
    }

    // A timer that may be set to the time that its procedure had noted.
    private bool WaitsForNext(Slot slot) =>
        slot.Kind == SlotKind.Noted
        || (
            slot.Kind == SlotKind.Timer
            && _program.Timers[slot.Index] is { Kind: TimerKind.RuleStep } timer
            && _program.Rules[timer.Subject].Body.Any(i => i is WaitForNext)
        );

    // Of several periods of one rule it is not known which was noted.
    private bool IsSure(int slot) =>
        _slots.All[slot] switch
        {
            { Kind: SlotKind.Noted } noted => NotesOnce(noted.Index),
            { Kind: SlotKind.Timer } timer when _program.Timers[timer.Index].Kind == TimerKind.RuleStep => NotesOnce(
                _program.Timers[timer.Index].Subject
            ),
            _ => true,
        };

    private bool NotesOnce(int rule) => _program.Rules[rule].Body.Count(i => i is MarkNext) <= 1;

    // A time that took the least or the most that it could. A pause that is drawn leaves nothing known.
    private void NoteBound(int group, Span span, long length)
    {
        if (length == span.High.In(_drill.Params))
        {
            _classes.Bind(group, new ClassBound(_classNow, IsLater: false));
        }
        else if (length == 0 || length == span.Low.In(_drill.Params))
        {
            _classes.Bind(group, new ClassBound(_classNow, IsLater: true));
        }
    }

    private void KeepBounds(Moment moment)
    {
        if (_pause > 0 && _drill.DrawsPauses)
        {
            return;
        }

        foreach (int slot in moment.Pending)
        {
            if (ClassBound.FromNumber(moment.Bound[slot]) is { } bound)
            {
                KeepBound(NameNow(moment.Class[slot]), bound);
            }

            if (BoundIfDue(moment, slot) is { } own && IsDue(moment, slot))
            {
                KeepBound(_classNow, own);
            }
        }
    }

    private void KeepBound(int group, ClassBound bound)
    {
        int other = NameNow(bound.Other);
        if (group != other && group != _classes.None && _classes.BoundOf(group) is null)
        {
            _classes.Bind(group, bound with { Other = other });
        }
    }

    // All that is due now is of one class from now on.
    private int NameNow(int group) => _classes.IsDue(group) ? _classNow : group;

    private int ClassOf(Moment before, int slot) => _isStart ? 0 : NameNow(before.Class[slot]);

    private int ClassNow(Moment before)
    {
        if (_isStart)
        {
            return 0;
        }

        int least = int.MaxValue;
        foreach (int slot in before.Pending)
        {
            if (IsDue(before, slot))
            {
                least = Math.Min(least, GroupOf(before, slot));
            }
        }

        return least == int.MaxValue ? _classes.Now : least;
    }

    private bool HasMark(long left) => left % _step == Mark;

    private bool IsMovedByPause(int slot) =>
        _slots.All[slot].Kind switch
        {
            SlotKind.Timer => !IsClock(_slots.All[slot].Index),
            SlotKind.For or SlotKind.Noted => true,
            _ => false,
        };

    private bool IsClock(int timer) =>
        _program.Timers[timer] is var slot
        && (
            slot.Kind == TimerKind.EventAtClock
            || (slot.Kind == TimerKind.RuleTrigger && _program.Rules[slot.Subject].Trigger is ClockTrigger)
        );

    private SlotFate FateOf(int slot, long due, Moment before)
    {
        Slot s = _slots.All[slot];
        bool isMoved = _pause > 0 && IsMovedByPause(slot);
        bool isOld = !_isStart && HasMark(due - _now - (isMoved ? _pause : 0));
        if (s.Kind == SlotKind.Timer)
        {
            TimerSlot timer = _program.Timers[s.Index];
            if (timer.Kind == TimerKind.RuleStep)
            {
                return FateOfStep(slot, timer.Subject, isOld, before);
            }

            if (_pause > 0 && IsClock(s.Index) && due == _now + _pause)
            {
                return SlotFate.WithPause;
            }

            if (!isOld)
            {
                _spans[slot] = OpenTimes.SpanOf(_program, timer);
                return IsClock(s.Index) ? SlotFate.AtClock : SlotFate.Set;
            }
        }
        else if (!isOld)
        {
            switch (s.Kind)
            {
                case SlotKind.Pause:
                    return SlotFate.WithPause;
                case SlotKind.For when before.Left[slot] == 0 && isMoved && due == _now + _pause:
                    // It was over as the pause began, which puts it off.
                    return SlotFate.Later;
                case SlotKind.For:
                    _spans[slot] = _program.Phases[_runner.Phase].For;
                    break;
                case SlotKind.Noted:
                    _spans[slot] = PeriodOf(s.Index);
                    break;
                case SlotKind.Deadline:
                    _spans[slot] = Fixed(_program.Properties[s.Index].Within);
                    break;
            }

            return SlotFate.Set;
        }

        return isMoved ? SlotFate.Later : SlotFate.Kept;
    }

    private SlotFate FateOfStep(int slot, int rule, bool isOld, Moment before)
    {
        int step = _runner.StepOf(rule);
        Instruction instruction = _program.Rules[rule].Body[step];
        if (instruction is Pause)
        {
            return isOld ? SlotFate.Kept : SlotFate.WithPause;
        }

        if (isOld)
        {
            bool stoodThere = before.Left[slot] != Moment.Off && StoodAt(before, rule) == step;
            return instruction is WaitForNext && !stoodThere ? SlotFate.Noted
                : _pause > 0 ? SlotFate.Later
                : SlotFate.Kept;
        }

        _spans[slot] = instruction switch
        {
            Wait i => i.Time,
            WaitUntil i => i.Timeout,
            Last i => i.Time,
            WaitForNext => PeriodOf(rule),
            _ => null,
        };
        return SlotFate.Set;
    }

    private int StoodAt(Moment before, int rule) => Get(before.Words, _cells.Steps[rule]) - 1;

    // If a rule has several periods, the one that is drawn: what is not known exactly is no mistake.
    private Span? PeriodOf(int rule)
    {
        Span? period = null;
        foreach (Instruction instruction in _program.Rules[rule].Body)
        {
            if (instruction is MarkNext mark && (period is null || _drill.Grid.IsDrawn(mark.Period)))
            {
                period = mark.Period;
            }
        }

        return period;
    }

    private static Span? Fixed(Amount? amount) => amount is { } a ? new Span(a, a) : null;
}
