using System.Diagnostics;

namespace SispamLang.Interpreter;

// docs/execution.md, sections 5, 8 and 9: rules fire, and their procedures run.
public sealed partial class DrillInterpreter
{
    /// <summary>What a step gives when it takes time.</summary>
    private const int Stays = -1;

    private void TriggerRule(int rule, int cause)
    {
        if (!HoldsOrNone(_program.Rules[rule].Guard))
        {
            return;
        }

        if (State.Procedures[rule].IsUnderWay)
        {
            Write(TraceCode.IgnoredTrigger, rule, cause: cause, site: _program.Rules[rule].Site);
            return;
        }

        Fire(rule, cause);
    }

    /// <summary>The condition of an <c>if</c> rule has come true.</summary>
    private void FireRise(int rule, int cause)
    {
        if (!HoldsOrNone(_program.Rules[rule].Guard))
        {
            return;
        }

        ref ProcedureState procedure = ref State.Procedures[rule];
        if (procedure.IsUnderWay)
        {
            procedure.RiseIsPending = true;
            procedure.RiseEntry = cause;
            return;
        }

        Fire(rule, cause);
    }

    private void Fire(int rule, int cause)
    {
        Begin(rule, cause);
        RunSteps(rule);
    }

    private void Begin(int rule, int cause)
    {
        ref ProcedureState procedure = ref State.Procedures[rule];
        procedure.Firing = Write(TraceCode.RuleFires, rule, cause: cause, site: _program.Rules[rule].Site);
        procedure.Step = 0;
    }

    /// <summary>A procedure that stood in a step goes on at another.</summary>
    private void GoOn(int rule, int step)
    {
        ref ProcedureState procedure = ref State.Procedures[rule];
        procedure.Stands = false;
        procedure.WayOn = -1;
        procedure.UntilHasCome = false;
        procedure.Step = step;
        TurnOff(new(TimerKind.RuleStep, rule));
        RunSteps(rule);
    }

    private void RunSteps(int rule)
    {
        RuleSpec spec = _program.Rules[rule];
        ref ProcedureState procedure = ref State.Procedures[rule];
        while (true)
        {
            while (procedure.Step < spec.Body.Length)
            {
                int next = Execute(rule, spec.Body[procedure.Step]);
                if (next == Stays)
                {
                    procedure.Stands = true;
                    return;
                }

                procedure.Step = next;
            }

            procedure.Step = -1;
            if (!procedure.RiseIsPending)
            {
                return;
            }

            procedure.RiseIsPending = false;
            if (!Holds(((RiseTrigger)spec.Trigger).Condition) || !HoldsOrNone(spec.Guard))
            {
                return;
            }

            Begin(rule, procedure.RiseEntry);
        }
    }

    /// <summary>Carries out one step.</summary>
    /// <returns>The step that follows at once, or <see cref="Stays"/>.</returns>
    internal int Execute(int rule, Instruction instruction)
    {
        int next = State.Procedures[rule].Step + 1;
        int firing = State.Procedures[rule].Firing;
        switch (instruction)
        {
            case Deploy i:
                Order(i, rule);
                return next;

            case Withdraw i:
                CallBack(i, firing);
                return next;

            case Announce i:
                Write(TraceCode.Announce, i.Text, by: i.By, cause: firing, site: i.Site);
                return next;

            case SendInject i:
                int sent = Write(TraceCode.InjectSent, i.Inject, cause: firing, site: i.Site);
                if (_program.Injects[i.Inject].Within is { } within)
                {
                    Set(new(TimerKind.InjectDue, i.Inject), within, sent, sent);
                }

                return next;

            case RaiseEvent i:
                Enqueue(new(SignalKind.EventHappens, i.Event, 0, i.By, firing, i.Site));
                return next;

            case CrowdHappens i:
                long argument = i.Argument?.In(State.Params) ?? NoArgument;
                Enqueue(new(i.Kind, i.Crowd, argument, i.By, firing, i.Site));
                return next;

            case AddToCounter i:
                SetCounterTo(i.Counter, State.Counters[i.Counter] + i.Value.In(State.Params), firing, i.Site);
                return next;

            case SetCounter i:
                SetCounterTo(i.Counter, i.Value.In(State.Params), firing, i.Site);
                return next;

            case TakeControl i:
                Run.ControlledBy = i.Role;
                int taken = Write(TraceCode.ControlTaken, i.Role, cause: firing, site: i.Site);
                Enqueue(new(SignalKind.ControlTaken, i.Role, 0, Nobody, taken, i.Site));
                return next;

            case Leave i:
                OrderLeave(i.Kind, i.Phase, i.By, firing, i.Site);
                return next;

            case StopActivities i:
                Stop(i, firing);
                return next;

            case Jump i:
                return i.Target;

            case JumpUnless i:
                return Holds(i.Condition) ? next : i.Target;

            case Chance i:
                return ComesTrue(i.Percentage, i.Stream, firing, out _) ? next : i.Target;

            case SetCount i:
                State.Procedures[rule].Count = i.Value.In(State.Params);
                return next;

            case CountDown i:
                return --State.Procedures[rule].Count > 0 ? next : i.Target;

            case MarkNext i:
                State.Procedures[rule].Noted = Run.Now + Length(i.Period, firing);
                return next;

            case Begin i:
                BeginActivity(i, rule);
                return next;

            case Finish i:
                FinishActivity(i, rule);
                return next;

            case CutShort i:
                Cut(rule, i);
                return next;

            case Yield:
                State.Procedures[rule].WayOn = next;
                Enqueue(new(ItemKinds.StepEnds, rule, 0, Nobody, firing, -1));
                return Stays;

            case Wait i:
                return Stand(rule, Length(i.Time, firing), next);

            case WaitForNext i:
                return UntilHolds(i.Until, rule) ? i.Target : Stand(rule, State.Procedures[rule].Noted - Run.Now, next);

            case WaitUntil i:
                return UntilHolds(i.Until, rule) ? next
                    : i.Timeout is { } timeout ? Stand(rule, Length(timeout, firing), i.Target)
                    : Stays;

            case Pause i:
                long length = Length(i.Time, firing);
                Write(TraceCode.OrderPause, c: length, by: i.By, cause: firing, site: i.Site);
                Run.PauseOrdered = Math.Max(Run.PauseOrdered, length);
                return length == 0 ? next : Stays;

            case Muster i:
                return AfterMuster(i, rule, next);

            case Last i:
                return UntilHolds(i.Until, rule)
                    ? i.CutTarget
                    : Stand(rule, Length(i.Time, State.Procedures[rule].ActivityStart), next);

            case AwaitHandOver i:
                return AfterHandOver(i, rule, next);

            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Takes time, if there is any to take.</summary>
    private int Stand(int rule, long length, int target)
    {
        if (length <= 0)
        {
            return target;
        }

        Set(new(TimerKind.RuleStep, rule), length, State.Procedures[rule].Firing);
        return Stays;
    }

    /// <summary>A procedure stands in a step: whether it goes on now.</summary>
    private void LookAgain(int rule)
    {
        int step = State.Procedures[rule].Step;
        int next = _program.Rules[rule].Body[step] switch
        {
            WaitForNext i => UntilHolds(i.Until, rule) ? i.Target : Stays,
            WaitUntil i => UntilHolds(i.Until, rule) ? step + 1 : Stays,
            Last i => UntilHolds(i.Until, rule) ? i.CutTarget : Stays,
            Muster i => AfterMuster(i, rule, step + 1),
            AwaitHandOver i => AfterHandOver(i, rule, step + 1),
            _ => Stays,
        };
        if (next != Stays)
        {
            GoOn(rule, next);
        }
    }

    private int TargetForTime(int rule)
    {
        int step = State.Procedures[rule].Step;
        return _program.Rules[rule].Body[step] is WaitUntil wait ? wait.Target : step + 1;
    }

    private static Until? UntilOf(Instruction instruction) =>
        instruction switch
        {
            WaitForNext i => i.Until,
            WaitUntil i => i.Until,
            Last i => i.Until,
            Muster i => i.Until,
            _ => null,
        };

    private void StopProcedure(int rule)
    {
        ref ProcedureState procedure = ref State.Procedures[rule];
        if (!procedure.IsUnderWay)
        {
            return;
        }

        if (procedure.Activity >= 0)
        {
            Cut(rule, CutOf(rule));
        }

        procedure.Step = -1;
        procedure.Stands = false;
        procedure.WayOn = -1;
        procedure.UntilHasCome = false;
        procedure.RiseIsPending = false;
        TurnOff(new(TimerKind.RuleStep, rule));
    }
}
