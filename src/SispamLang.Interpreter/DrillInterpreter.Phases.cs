using System.Diagnostics;

namespace SispamLang.Interpreter;

// docs/execution.md, sections 6, 9, 10 and 11: the drill and its phases start and end.
public sealed partial class DrillInterpreter
{
    private void BeginDrill(int entry)
    {
        Run.DrillHasStarted = true;
        for (int i = 0; i < _program.Events.Length; i++)
        {
            EventSpec spec = _program.Events[i];
            if (spec.Every is { } every)
            {
                Set(new(TimerKind.EventRolls, i), every, entry, entry);
            }

            if (spec.AtMs >= 0)
            {
                SetClock(new(TimerKind.EventAtClock, i), spec.AtMs, entry);
            }
        }

        SetTriggers(-1, entry);
    }

    private int BeginPhase(Item item)
    {
        for (int rule = 0; rule < _program.Rules.Length; rule++)
        {
            if (_program.Rules[rule].Phase >= 0)
            {
                StopProcedure(rule);
            }
        }

        ClosePhaseScopes();
        Run.Phase = item.Subject;
        Run.PhaseIsEnding = false;
        Run.HasOrder = false;
        Run.UntilHasCome = false;
        Run.LifeIsThreatened = false;
        int entry = WriteItem(TraceCode.PhaseStarts, item);
        Run.PhaseStart = entry;
        for (int rule = 0; rule < _program.Rules.Length; rule++)
        {
            if (_program.Rules[rule].Phase == item.Subject)
            {
                State.Procedures[rule].Held = false;
                TurnOff(new(TimerKind.RuleTrigger, rule));
            }
        }

        Run.ForIsOver = _program.Phases[item.Subject].For is { } length ? Run.Now + Length(length, entry) : Never;
        for (int i = 0; i < _program.Crowds.Length; i++)
        {
            if (_program.Crowds[i].Phase == item.Subject && State.Crowds[i].IsExpected)
            {
                State.Crowds[i].IsExpected = false;
                Set(new(TimerKind.CrowdGathers, i), _program.Crowds[i].GathersAfter, entry, entry);
            }
        }

        SetTriggers(item.Subject, entry);
        return entry;
    }

    private void SetTriggers(int phase, int entry)
    {
        for (int rule = 0; rule < _program.Rules.Length; rule++)
        {
            if (_program.Rules[rule].Phase != phase)
            {
                continue;
            }

            SetTrigger(new(TimerKind.RuleTrigger, rule), _program.Rules[rule].Trigger, entry);
        }
    }

    internal void SetTrigger(TimerSlot slot, Trigger trigger, int entry)
    {
        switch (trigger)
        {
            case AfterTrigger after:
                Set(slot, after.Delay, entry, entry);
                break;

            case EveryTrigger { While: null } every:
                Set(slot, every.Period, entry, entry);
                break;

            case ClockTrigger clock:
                SetClock(slot, clock.AtMs, entry);
                break;

            // Their time begins in the sweep, or they have none.
            case EveryTrigger
            or SignalTrigger
            or RiseTrigger:
                break;

            default:
                throw new UnreachableException();
        }
    }

    private int EndPhase(Item item)
    {
        int entry = WriteItem(TraceCode.PhaseEnds, item, (int)item.Argument);
        Run.PhaseEnd = entry;
        Run.PhaseEndReason = (PhaseEndReason)item.Argument;
        Run.PhaseIsEnding = true;
        Run.ForIsOver = Never;
        StopRules(item.Subject);
        return entry;
    }

    private void StopDrill()
    {
        Run.DrillIsEnding = true;
        StopRules(-1);
    }

    private void StopRules(int phase)
    {
        for (int rule = 0; rule < _program.Rules.Length; rule++)
        {
            if (_program.Rules[rule].Phase == phase)
            {
                StopProcedure(rule);
                TurnOff(new(TimerKind.RuleTrigger, rule));
            }
        }
    }

    /// <summary>What follows when there is nothing left to take.</summary>
    /// <returns>True if something has entered the queue; false if time moves on.</returns>
    private bool WhenQueueIsEmpty()
    {
        if (Run.DrillIsEnding)
        {
            EndDrill(Run.EndReason, Run.PhaseEnd);
            return false;
        }

        if (Run.PauseOrdered > 0)
        {
            BeginPause();
        }

        bool timeIsUp = Run.Now >= _program.Facts.EndsAfter.In(State.Params);
        bool isPaused = Run.Now < Run.PausedUntil;
        if (isPaused && !timeIsUp)
        {
            return false;
        }

        if (Run.PhaseIsEnding)
        {
            LeavePhase();
            return true;
        }

        if (isPaused || WhyPhaseEnds() is not var (reason, cause))
        {
            if (!timeIsUp)
            {
                return false;
            }

            (reason, cause) = (PhaseEndReason.TimeUp, -1);
        }

        int site = _program.Phases[Run.Phase].Site;
        Enqueue(new(SignalKind.PhaseEnds, Run.Phase, (int)reason, Nobody, cause, site));
        return true;
    }

    private (PhaseEndReason Reason, int Cause)? WhyPhaseEnds()
    {
        PhaseSpec phase = _program.Phases[Run.Phase];
        if (Run.HasOrder)
        {
            return (PhaseEndReason.Order, Run.OrderEntry);
        }

        if (Run.UntilHasCome)
        {
            return (PhaseEndReason.Until, Run.UntilEntry);
        }

        if (phase.Until?.Condition is { } condition && Holds(condition))
        {
            return (PhaseEndReason.Until, Run.LastItemEntry);
        }

        if (Run.ForIsOver <= Run.Now)
        {
            return (PhaseEndReason.For, Run.PhaseStart);
        }

        return phase.For is null && phase.Until is null && IsQuiet() ? (PhaseEndReason.Quiet, -1) : null;
    }

    private void LeavePhase()
    {
        bool goesTo = Run.HasOrder && Run.Order == LeaveKind.GoTo;
        int next = goesTo ? Run.OrderedPhase : Run.Phase + 1;
        DrillEndReason? end =
            Run.PhaseEndReason == PhaseEndReason.TimeUp ? DrillEndReason.TimeUp
            : Run.HasOrder && Run.Order == LeaveKind.EndDrill ? DrillEndReason.Order
            : next == _program.Phases.Length ? DrillEndReason.LastPhase
            : null;
        if (end is null)
        {
            int site = _program.Phases[next].Site;
            Enqueue(new(SignalKind.PhaseStarts, next, 0, Nobody, Run.PhaseEnd, site));
        }
        else
        {
            Run.EndReason = end.Value;
            Enqueue(new(SignalKind.DrillEnds, -1, 0, Nobody, Run.PhaseEnd, -1));
        }
    }

    /// <summary>An order to leave the phase.</summary>
    private void OrderLeave(LeaveKind kind, int phase, int by, int cause, int site)
    {
        if (Run.HasOrder && (kind != LeaveKind.EndDrill || Run.Order == LeaveKind.EndDrill))
        {
            Write(TraceCode.IgnoredLeave, kind == LeaveKind.GoTo ? phase : -1, 0, 0, by, cause, site);
            return;
        }

        Run.OrderEntry = kind switch
        {
            LeaveKind.NextPhase => Write(TraceCode.OrderNextPhase, by: by, cause: cause, site: site),
            LeaveKind.GoTo => Write(TraceCode.OrderGoTo, phase, by: by, cause: cause, site: site),
            _ => Write(TraceCode.OrderEndDrill, by: by, cause: cause, site: site),
        };
        Run.HasOrder = true;
        Run.Order = kind;
        Run.OrderedPhase = phase;
    }

    private void EndUnsettled()
    {
        _queue.Clear();
        if (Run.Phase >= 0 && !Run.PhaseIsEnding)
        {
            int reason = (int)PhaseEndReason.DoesNotSettle;
            int site = _program.Phases[Run.Phase].Site;
            Write(TraceCode.PhaseEnds, Run.Phase, reason, cause: Run.NextEntry - 1, site: site);
        }

        EndDrill(DrillEndReason.DoesNotSettle, Run.NextEntry - 1);
    }

    private void EndDrill(DrillEndReason reason, int cause)
    {
        CloseAllScopes(cause);
        Write(TraceCode.End, (int)reason, cause: cause);
        Run.HasEnded = true;
        Run.Phase = -1;
        Run.ForIsOver = Never;
        foreach (ref TimerState timer in State.Timers.AsSpan())
        {
            timer.Due = Never;
        }

        foreach (ref ProcedureState procedure in State.Procedures.AsSpan())
        {
            procedure.Step = -1;
            procedure.Stands = false;
        }

        State.UnderWay.AsSpan().Clear();
    }
}
