using SispamLang.Interpreter;
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

    private void ReadSlots(Moment before, DrillState state)
    {
        _classNow = ClassNow(before);
        _fresh = FirstFresh;
        long untilMs = state.Run.PausedUntil;
        _pause = untilMs > _now && !HasMark(untilMs - _now) ? untilMs - _now : 0;
        KeepBounds(before, group => _isDue.Contains(group) ? _classNow : group);
        int pauseClass = _drill.DrawsPauses ? _fresh++ : _classNow;
        for (int slot = 0; slot < _slots.All.Length; slot++)
        {
            long due = DueAfter(slot, state);
            _spans[slot] = null;
            if (due == Runner.Never)
            {
                _fates[slot] = SlotFate.Off;
                _after.Left[slot] = Moment.Off;
                continue;
            }

            _after.Left[slot] = (int)((due - _now + (_step / 2)) / _step);
            _fates[slot] = FateOf(slot, due, before, state);
            int group = _fates[slot] switch
            {
                SlotFate.Kept or SlotFate.Later => ClassOf(before, slot),
                SlotFate.Noted => ClassOf(before, _slots.OfNoted[_program.Timers[_slots.All[slot].Index].Subject]),
                SlotFate.WithPause => pauseClass,
                SlotFate.AtClock => ClassOf(before, SlotTable.End),
                _ => _spans[slot] is { } span && _drill.Grid.IsDrawn(span) ? _fresh++ : _classNow,
            };
            bool isMoved =
                _drill.DrawsPauses && _pause > 0 && IsMovedByPause(slot) && _fates[slot] != SlotFate.WithPause;
            _after.Class[slot] = isMoved ? group + Moved : group;
            if (_spans[slot] is { } drawn && group >= FirstFresh && _pause == 0 && IsSure(slot))
            {
                NoteBound(group, drawn, _after.Left[slot] * _step);
            }
        }

        _after.Left[SlotTable.End] = _drill.HasEnd ? _drill.Ends - before.Clock : Moment.Off;
        _after.Class[SlotTable.End] = ClassOf(before, SlotTable.End);
        if (_slots.HasClock)
        {
            bool hasPassed = _isStart || Get(before, _cells.ClockHasPassed) == 1 || IsDue(before, SlotTable.Clock);
            SetClock(_after, hasPassed);
        }
    }

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
            _bounds[group] = new ClassBound(_classNow, IsLater: false);
        }
        else if (length == 0 || length == span.Low.In(_drill.Params))
        {
            _bounds[group] = new ClassBound(_classNow, IsLater: true);
        }
    }

    private void KeepBounds(Moment moment, Func<int, int> nameNow)
    {
        _bounds.Clear();
        for (int slot = 0; slot < moment.Left.Length && !(_pause > 0 && _drill.DrawsPauses); slot++)
        {
            if (!_isStart && ClassBound.FromNumber(moment.Bound[slot]) is { } bound)
            {
                int group = nameNow(moment.Class[slot]);
                int other = nameNow(bound.Other);
                if (group != other)
                {
                    _bounds.TryAdd(group, bound with { Other = other });
                }
            }
        }
    }

    // All that is due now is of one class from now on.
    private int ClassOf(Moment before, int slot) =>
        _isStart ? 0
        : _isDue.Contains(before.Class[slot]) ? _classNow
        : before.Class[slot];

    private int ClassNow(Moment before)
    {
        if (_isStart)
        {
            return 0;
        }

        int least = int.MaxValue;
        foreach (int group in _isDue)
        {
            least = Math.Min(least, group);
        }

        return least == int.MaxValue ? FirstFresh - 1 : least;
    }

    private long DueAfter(int slot, DrillState state)
    {
        Slot s = _slots.All[slot];
        switch (s.Kind)
        {
            case SlotKind.Timer:
                return state.Timers[s.Index].Due;
            case SlotKind.For:
                return state.Run.ForIsOver;
            case SlotKind.Pause:
                return state.Run.PausedUntil > _now ? state.Run.PausedUntil : Runner.Never;
            case SlotKind.Noted:
                ProcedureState procedure = state.Procedures[s.Index];
                bool isRead = _cells.Rules[s.Index].Flow.ReadsNoted(procedure.Step) && procedure.Noted > _now;
                return isRead ? procedure.Noted : Runner.Never;
            case SlotKind.Deadline:
                return DeadlineAfter(s.Index, ref state.Properties[s.Index]);
            default:
                return Runner.Never;
        }
    }

    // A deadline that is now has passed: no instant comes at this very time any more.
    private long DeadlineAfter(int number, ref PropertyState property)
    {
        if (_isSettled[number])
        {
            return Runner.Never;
        }

        if (property.Deadline <= _now)
        {
            _broken.Add(number);
            property.Deadline = Runner.Never;
            property.IsDone = true;
            property.IsAsked = false;
        }

        return property.Deadline;
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

    private SlotFate FateOf(int slot, long due, Moment before, DrillState state)
    {
        Slot s = _slots.All[slot];
        bool isMoved = _pause > 0 && IsMovedByPause(slot);
        bool isOld = !_isStart && HasMark(due - _now - (isMoved ? _pause : 0));
        if (s.Kind == SlotKind.Timer)
        {
            TimerSlot timer = _program.Timers[s.Index];
            if (timer.Kind == TimerKind.RuleStep)
            {
                return FateOfStep(slot, timer.Subject, isOld, before, state);
            }

            if (_pause > 0 && IsClock(s.Index) && due == state.Run.PausedUntil)
            {
                return SlotFate.WithPause;
            }

            if (!isOld)
            {
                _spans[slot] = SpanOf(timer);
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
                    _spans[slot] = _program.Phases[state.Run.Phase].For;
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

    private SlotFate FateOfStep(int slot, int rule, bool isOld, Moment before, DrillState state)
    {
        int step = state.Procedures[rule].Step;
        Instruction instruction = _program.Rules[rule].Body[step];
        if (instruction is Pause)
        {
            return isOld ? SlotFate.Kept : SlotFate.WithPause;
        }

        if (isOld)
        {
            bool stoodThere = before.Left[slot] != Moment.Off && before.Cells[_cells.Rules[rule].Step] == step + 1;
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

    private Span? SpanOf(TimerSlot timer) =>
        timer.Kind switch
        {
            TimerKind.CrowdGathers => _program.Crowds[timer.Subject].GathersAfter,
            TimerKind.CrowdBehaves => _program.Crowds[timer.Subject].Behaviours[timer.Clause].Every,
            TimerKind.UnitArrives => _program.Units[timer.Subject].ReadyIn,
            TimerKind.EventRolls => _program.Events[timer.Subject].Every,
            TimerKind.RuleTrigger => _program.Rules[timer.Subject].Trigger switch
            {
                AfterTrigger after => after.Delay,
                EveryTrigger every => every.Period,
                _ => null,
            },
            _ => null,
        };

    private static Span? Fixed(Amount? amount) => amount is { } a ? new Span(a, a) : null;
}
