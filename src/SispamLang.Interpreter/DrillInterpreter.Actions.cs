using System.Diagnostics;

namespace SispamLang.Interpreter;

// docs/execution.md, sections 8 and 9: orders to units, tactics, hand-overs, counters.
public sealed partial class DrillInterpreter
{
    private void Order(Deploy order, int rule)
    {
        int firing = State.Procedures[rule].Firing;
        int place = order.To.Kind switch
        {
            DestinationKind.Place => order.To.Index,
            DestinationKind.Default => DefaultPlace(),
            DestinationKind.HandOver => State.Procedures[rule].ActivityPlace,
            _ => throw new UnreachableException(),
        };
        ref UnitState unit = ref State.Units[order.Unit];
        if (unit.IsOut && unit.Place == place)
        {
            if (!order.Quietly)
            {
                Write(TraceCode.IgnoredDeploy, order.Unit, place, 0, order.By, firing, order.Site);
            }

            return;
        }

        unit.Placement = Placement.OnTheWay;
        unit.Place = place;
        int entry = Write(TraceCode.Deploy, order.Unit, place, 0, order.By, firing, order.Site);
        Enqueue(new(SignalKind.UnitDeployed, order.Unit, place, order.By, entry, order.Site));
        Set(new(TimerKind.UnitArrives, order.Unit), _program.Units[order.Unit].ReadyIn, entry, entry);
    }

    private void CallBack(Withdraw order, int firing)
    {
        ref UnitState unit = ref State.Units[order.Unit];
        if (!unit.IsOut)
        {
            if (!order.Quietly)
            {
                Write(TraceCode.IgnoredWithdraw, order.Unit, 0, 0, order.By, firing, order.Site);
            }

            return;
        }

        unit.Placement = Placement.Back;
        unit.Place = -1;
        TurnOff(new(TimerKind.UnitArrives, order.Unit));
        int entry = Write(TraceCode.Withdraw, order.Unit, 0, 0, order.By, firing, order.Site);
        Enqueue(new(SignalKind.UnitWithdrawn, order.Unit, 0, order.By, entry, order.Site));
    }

    private int DefaultPlace()
    {
        int present = Array.FindIndex(State.Crowds, c => c.IsPresent);
        return State.Crowds[Math.Max(present, 0)].Place;
    }

    private void SetCounterTo(int counter, long value, int firing, int site)
    {
        CounterSpec spec = _program.Counters[counter];
        long before = State.Counters[counter];
        long now = Math.Clamp(value, spec.Min, spec.Max);
        State.Counters[counter] = now;
        int entry = Write(TraceCode.CounterIs, counter, now == value ? 0 : 1, now, cause: firing, site: site);
        if (now != before)
        {
            Enqueue(new(SignalKind.CounterChanges, counter, now, Nobody, entry, site));
        }
    }

    private int AfterMuster(Muster step, int rule, int next)
    {
        ActivitySpec activity = _program.Activities[step.Activity];
        if (UntilHolds(step.Until, rule))
        {
            return step.Target;
        }

        if (!activity.Effects.IsEmpty && !State.Crowds[activity.Crowd].IsPresent)
        {
            return NotPossible(step, rule, NotPossibleReason.NoCrowd);
        }

        int place = activity.Crowd < 0 ? DefaultPlace() : State.Crowds[activity.Crowd].Place;
        if (activity.Needs.IsEmpty || activity.Needs.Any(u => State.Units[u].IsAt(place)))
        {
            return next;
        }

        return activity.Needs.Any(u => State.Units[u].IsOnTheWayTo(place))
            ? Stays
            : NotPossible(step, rule, NotPossibleReason.NoUnit);
    }

    private int NotPossible(Muster step, int rule, NotPossibleReason reason)
    {
        int firing = State.Procedures[rule].Firing;
        Write(TraceCode.NotPossible, step.Activity, (int)reason, cause: firing, site: step.Site);
        return step.Target;
    }

    private int AfterHandOver(AwaitHandOver step, int rule, int next)
    {
        int place = State.Procedures[rule].ActivityPlace;
        ImmutableArray<int> units = _program.Activities[step.Activity].To;
        return units.Any(u => !State.Units[u].IsOut || State.Units[u].Place != place) ? step.CutTarget
            : units.All(u => State.Units[u].IsAt(place)) ? next
            : Stays;
    }

    private void BeginActivity(Begin step, int rule)
    {
        ref ProcedureState procedure = ref State.Procedures[rule];
        int front = _program.Activities[step.Activity].From.FirstOrDefault(u => State.Units[u].IsOut, -1);
        procedure.ActivityPlace = front < 0 ? DefaultPlace() : State.Units[front].Place;
        procedure.Activity = step.Activity;
        procedure.ActivityStart = Write(
            TraceCode.ActivityStarts,
            step.Activity,
            0,
            0,
            step.By,
            procedure.Firing,
            step.Site
        );
        State.UnderWay[step.Activity]++;
        Enqueue(new(SignalKind.ActivityStarts, step.Activity, 0, step.By, procedure.ActivityStart, step.Site));
    }

    private void FinishActivity(Finish step, int rule)
    {
        ActivitySpec activity = _program.Activities[step.Activity];
        int entry = EndActivity(rule, 0, step.By, step.Site);
        int outcome = Roll(activity.Effects, activity.EffectStream, entry, out int reason);
        if (outcome >= 0)
        {
            SignalKind kind = activity.Effects[outcome].Kind;
            Enqueue(new(kind, activity.Crowd, NoArgument, Nobody, reason, activity.EffectSite));
        }
    }

    private void Cut(int rule, CutShort step) => EndActivity(rule, 1, step.By, step.Site);

    private int EndActivity(int rule, int cutShort, int by, int site)
    {
        ref ProcedureState procedure = ref State.Procedures[rule];
        int activity = procedure.Activity;
        int entry = Write(TraceCode.ActivityEnds, activity, cutShort, 0, by, procedure.ActivityStart, site);
        State.UnderWay[activity]--;
        procedure.Activity = -1;
        Enqueue(new(SignalKind.ActivityEnds, activity, cutShort, by, entry, site));
        return entry;
    }

    private void Stop(StopActivities step, int firing)
    {
        foreach (int activity in step.Activities)
        {
            if (State.UnderWay[activity] == 0)
            {
                continue;
            }

            Write(TraceCode.OrderStop, activity, 0, 0, step.By, firing, step.Site);
            for (int rule = 0; rule < State.Procedures.Length; rule++)
            {
                ref ProcedureState procedure = ref State.Procedures[rule];
                if (procedure.Activity == activity)
                {
                    Cut(rule, CutOf(rule));
                    procedure.Stands = false;
                    TurnOff(new(TimerKind.RuleStep, rule));
                    if (procedure.WayOn < 0)
                    {
                        Enqueue(new(ItemKinds.StepEnds, rule, 0, Nobody, procedure.Firing, -1));
                    }

                    procedure.WayOn = CutTargetOf(rule) + 1;
                }
            }
        }
    }

    private CutShort CutOf(int rule) => (CutShort)_program.Rules[rule].Body[CutTargetOf(rule)];

    /// <summary>Where the step in which a procedure has an activity under way goes if that is cut short.</summary>
    private int CutTargetOf(int rule) =>
        _program.Rules[rule].Body[State.Procedures[rule].Step] switch
        {
            Last i => i.CutTarget,
            AwaitHandOver i => i.CutTarget,
            _ => throw new UnreachableException(),
        };
}
