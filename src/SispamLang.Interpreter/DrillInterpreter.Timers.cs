using System.Diagnostics;

namespace SispamLang.Interpreter;

// docs/execution.md, section 4: timers.
public sealed partial class DrillInterpreter
{
    private const int GrowthSteps = 10;

    private long EarliestDue()
    {
        long earliest = Math.Min(_program.Facts.EndsAfter.In(State.Params), Run.ForIsOver);
        foreach (TimerState timer in State.Timers)
        {
            earliest = Math.Min(earliest, timer.Due);
        }

        return earliest;
    }

    private void CollectDue()
    {
        for (int i = 0; i < State.Timers.Length; i++)
        {
            if (State.Timers[i].Due == Run.Now)
            {
                State.Timers[i].Due = Never;
                IsDue(_program.Timers[i], State.Timers[i].Cause);
            }
        }
    }

    private bool IsOn(TimerSlot slot) => _timers.TryGetValue(slot, out int i) && State.Timers[i].Due != Never;

    private void TurnOff(TimerSlot slot)
    {
        if (_timers.TryGetValue(slot, out int i))
        {
            State.Timers[i].Due = Never;
        }
    }

    private void Set(TimerSlot slot, Span span, int drawCause, int cause) => Set(slot, Length(span, drawCause), cause);

    private void Set(TimerSlot slot, long length, int cause)
    {
        TurnOff(slot);
        if (length == 0)
        {
            IsDue(slot, cause);
        }
        else
        {
            State.Timers[_timers[slot]] = new() { Due = Run.Now + length, Cause = cause };
        }
    }

    private void SetClock(TimerSlot slot, long at, int cause)
    {
        if (at >= Run.Now)
        {
            Set(slot, at - Run.Now, cause);
        }
    }

    internal void IsDue(TimerSlot slot, int cause)
    {
        int subject = slot.Subject;
        switch (slot.Kind)
        {
            case TimerKind.CrowdGathers:
                Enqueue(new(SignalKind.CrowdGathers, subject, -1, Nobody, cause, _program.Crowds[subject].Site));
                break;

            case TimerKind.CrowdGrows:
                Grow(subject, cause);
                break;

            case TimerKind.CrowdBehaves:
                Behave(slot, cause);
                break;

            case TimerKind.UnitArrives:
                Enqueue(new(SignalKind.UnitArrives, subject, 0, Nobody, cause, _program.Units[subject].Site));
                break;

            case TimerKind.EventRolls:
                EventSpec rolled = _program.Events[subject];
                Repeat(
                    slot,
                    rolled.Every!.Value,
                    cause,
                    () =>
                    {
                        if (ComesTrue(rolled.Chance, rolled.Stream, cause, out int draw))
                        {
                            Enqueue(new(SignalKind.EventHappens, subject, 0, Nobody, draw, rolled.Site));
                        }
                    }
                );
                break;

            case TimerKind.EventAtClock:
                Enqueue(new(SignalKind.EventHappens, subject, 0, Nobody, cause, _program.Events[subject].Site));
                break;

            case TimerKind.RuleTrigger:
                Enqueue(new(ItemKinds.RuleDue, subject, 0, Nobody, cause, _program.Rules[subject].Site));
                break;

            case TimerKind.RuleStep:
                State.Procedures[subject].WayOn = TargetForTime(subject);
                Enqueue(new(ItemKinds.StepEnds, subject, 0, Nobody, cause, -1));
                break;

            case TimerKind.InjectDue:
                Enqueue(new(ItemKinds.InjectDue, subject, 0, Nobody, cause, _program.Injects[subject].Site));
                break;

            default:
                throw new UnreachableException();
        }
    }

    private void Grow(int crowd, int cause)
    {
        CrowdSpec spec = _program.Crowds[crowd];
        GrowthSpec growth = spec.Growth!;
        ref CrowdState state = ref State.Crowds[crowd];
        int step = ++state.GrowthSteps;
        long people = spec.People.In(State.Params);
        long size = people + ((growth.To.In(State.Params) - people) * step / GrowthSteps);
        Enqueue(new(SignalKind.CrowdGrows, crowd, size, Nobody, cause, growth.Site));
        if (step < GrowthSteps)
        {
            long pause = GrowthOffset(state.GrowthTime, step + 1) - GrowthOffset(state.GrowthTime, step);
            Set(new(TimerKind.CrowdGrows, crowd), pause, cause);
        }
    }

    /// <summary>When a growth step is due, from the gathering: on whole seconds.</summary>
    private static long GrowthOffset(long over, int step) => over * step / GrowthSteps / 1000 * 1000;

    private void Behave(TimerSlot slot, int cause)
    {
        BehaviourSpec behaviour = _program.Crowds[slot.Subject].Behaviours[slot.Clause];
        if (behaviour.Leaves)
        {
            Enqueue(new(SignalKind.CrowdDisperses, slot.Subject, 1, Nobody, cause, behaviour.Site));
            return;
        }

        Repeat(
            slot,
            behaviour.Every,
            cause,
            () =>
            {
                int outcome = Roll(behaviour.Outcomes, behaviour.Stream, cause, out int reason);
                if (outcome >= 0)
                {
                    SignalKind kind = behaviour.Outcomes[outcome].Kind;
                    Enqueue(new(kind, slot.Subject, NoArgument, Nobody, reason, behaviour.Site));
                }
            }
        );
    }

    // Rolls and sets the timer again. A time of zero means that it is due again at once.
    private void Repeat(TimerSlot slot, Span every, int cause, Action roll)
    {
        long wait;
        do
        {
            roll();
            wait = Length(every, cause);
        } while (wait == 0 && !_isOverfull);

        if (wait != 0)
        {
            Set(slot, wait, cause);
        }
    }
}
