namespace SispamLang.Interpreter;

// docs/execution.md, sections 10 and 11: pauses, when a phase is quiet, and what comes from outside.
public sealed partial class DrillInterpreter
{
    /// <summary>Everything that is pending comes later by the pause, but for the end of the drill.</summary>
    private void BeginPause()
    {
        long length = Run.PauseOrdered;
        Run.PauseOrdered = 0;
        Run.PausedUntil = Run.Now + length;
        for (int i = 0; i < State.Timers.Length; i++)
        {
            ref TimerState timer = ref State.Timers[i];
            if (timer.Due != Never)
            {
                timer.Due = IsClock(_program.Timers[i]) ? Math.Max(timer.Due, Run.PausedUntil) : timer.Due + length;
            }
        }

        if (Run.ForIsOver != Never)
        {
            Run.ForIsOver += length;
        }

        for (int rule = 0; rule < State.Procedures.Length; rule++)
        {
            ref ProcedureState procedure = ref State.Procedures[rule];
            procedure.Noted += length;
            TimerSlot slot = new(TimerKind.RuleStep, rule);
            if (procedure.Stands && _program.Rules[rule].Body[procedure.Step] is Pause && !IsOn(slot))
            {
                Set(slot, length, procedure.Firing);
            }
        }
    }

    private bool IsClock(TimerSlot slot) =>
        slot.Kind == TimerKind.EventAtClock
        || (slot.Kind == TimerKind.RuleTrigger && _program.Rules[slot.Subject].Trigger is ClockTrigger);

    private bool IsQuiet()
    {
        bool anyPending = _program
            .Timers.Where((_, i) => State.Timers[i].Due != Never)
            .Any(slot =>
                slot.Kind == TimerKind.RuleTrigger
                && _program.Rules[slot.Subject].Trigger is AfterTrigger or ClockTrigger
            );
        return !anyPending
            && !State.Procedures.Any(p => p.IsUnderWay)
            && !State.Units.Any(u => u.Placement == Placement.OnTheWay)
            && !_program.Phases[Run.Phase].Waits.Where((waits, crowd) => (waits & CanDo(crowd)) != 0).Any();
    }

    private CrowdEvents CanDo(int crowd)
    {
        CrowdSpec spec = _program.Crowds[crowd];
        if (State.Crowds[crowd].IsPresent)
        {
            return CanDo(spec, State.Crowds[crowd].Mood)
                | (IsOn(new(TimerKind.CrowdGrows, crowd)) ? CrowdEvents.Grows : CrowdEvents.None);
        }

        return IsOn(new(TimerKind.CrowdGathers, crowd))
            ? CrowdEvents.Gathers
                | CanDo(spec, spec.GathersIn)
                | (spec.Growth is null ? CrowdEvents.None : CrowdEvents.Grows)
            : CrowdEvents.None;
    }

    /// <summary>What a crowd's behaviours can do from a mood and from the moods that they can bring about.</summary>
    private CrowdEvents CanDo(CrowdSpec crowd, Mood from)
    {
        HashSet<Mood> moods = [from];
        CrowdEvents events = CrowdEvents.None;
        for (int before = -1; before != moods.Count; )
        {
            before = moods.Count;
            foreach (Mood mood in Ladder.Moods.Where(moods.Contains))
            {
                foreach (BehaviourSpec b in crowd.Behaviours.Where(b => b.While == Mood.Absent || b.While == mood))
                {
                    events |= CanDo(b, mood, moods);
                }
            }
        }

        return events;
    }

    private CrowdEvents CanDo(BehaviourSpec behaviour, Mood mood, HashSet<Mood> moods)
    {
        if (behaviour.Leaves)
        {
            return CrowdEvents.Disperses;
        }

        CrowdEvents events = CrowdEvents.None;
        foreach (Outcome outcome in behaviour.Outcomes.Where(o => o.Chance.In(State.Params) > 0))
        {
            switch (outcome.Kind)
            {
                case SignalKind.CrowdEscalates when mood != Mood.Anarchic:
                    moods.Add(mood + 1);
                    events |= CrowdEvents.Escalates;
                    break;

                case SignalKind.CrowdCalms when mood != Mood.Calm:
                    moods.Add(mood - 1);
                    events |= CrowdEvents.Calms;
                    break;

                case SignalKind.CrowdGrows:
                    events |= CrowdEvents.Grows;
                    break;

                case SignalKind.CrowdThrows:
                    events |= CrowdEvents.Throws;
                    break;

                case SignalKind.CrowdDisperses:
                    events |= CrowdEvents.Disperses;
                    break;
            }
        }

        return events;
    }

    private void CarryOut(OutsideEventSpec outside)
    {
        switch (outside.Kind)
        {
            case OutsideKind.NextPhase:
                OrderLeave(LeaveKind.NextPhase, -1, FromOutside, -1, -1);
                break;

            case OutsideKind.GoTo:
                OrderLeave(LeaveKind.GoTo, outside.Subject, FromOutside, -1, -1);
                break;

            case OutsideKind.EndDrill:
                OrderLeave(LeaveKind.EndDrill, -1, FromOutside, -1, -1);
                break;

            default:
                Enqueue(new(SignalOf(outside.Kind), outside.Subject, NoArgument, FromOutside, -1, -1));
                break;
        }
    }

    private static SignalKind SignalOf(OutsideKind kind) =>
        kind switch
        {
            OutsideKind.CrowdGathers => SignalKind.CrowdGathers,
            OutsideKind.CrowdEscalates => SignalKind.CrowdEscalates,
            OutsideKind.CrowdCalms => SignalKind.CrowdCalms,
            OutsideKind.CrowdGrows => SignalKind.CrowdGrows,
            OutsideKind.CrowdThrows => SignalKind.CrowdThrows,
            OutsideKind.CrowdDisperses => SignalKind.CrowdDisperses,
            OutsideKind.EventHappens => SignalKind.EventHappens,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
