using System.Diagnostics;

namespace SispamLang.Interpreter;

// docs/execution.md, sections 2, 5 and 6: one instant.
public sealed partial class DrillInterpreter
{
    private const int Nobody = -1;
    private const int FromOutside = -2;
    private const long NoArgument = -1;

    private readonly Queue<Item> _queue = new(DrillProgram.QueueCapacity);
    private int _entered;
    private bool _isOverfull;

    private void BeginInstant()
    {
        _queue.Clear();
        _entered = 0;
        _isOverfull = false;
    }

    private void Enqueue(Item item)
    {
        if (_entered == DrillProgram.QueueCapacity)
        {
            _isOverfull = true;
            return;
        }

        _entered++;
        _queue.Enqueue(item);
    }

    private void Settle()
    {
        do
        {
            while (!_isOverfull && _queue.TryDequeue(out Item item))
            {
                Take(item);
            }

            if (_isOverfull)
            {
                EndUnsettled();
                return;
            }
        } while (WhenQueueIsEmpty());
    }

    private void Take(Item item)
    {
        if (!TryChangeState(item, out int entry))
        {
            return;
        }

        Run.LastItemEntry = entry;
        WriteSituation(entry, item.Site);
        MarkUntils(item, entry);
        if (item.Kind == ItemKinds.StepEnds)
        {
            GoOn(item.Subject, State.Procedures[item.Subject].WayOn);
        }
        else if (item.Kind == ItemKinds.RuleDue)
        {
            TriggerRule(item.Subject, entry);
        }
        else
        {
            TriggerRules(item, entry);
        }

        Sweep(entry);
    }

    /// <summary>What an item does before any rule sees it.</summary>
    /// <param name="item">The item.</param>
    /// <param name="entry">Its entry: the one it wrote, or the one that stands for it.</param>
    /// <returns>False if there is nothing more to do with it.</returns>
    internal bool TryChangeState(Item item, out int entry)
    {
        entry = item.Cause;
        switch (item.Kind)
        {
            case SignalKind.DrillStarts:
                BeginDrill(entry);
                return true;

            case SignalKind.DrillEnds:
                StopDrill();
                return true;

            case SignalKind.PhaseStarts:
                entry = BeginPhase(item);
                return true;

            case SignalKind.PhaseEnds:
                entry = EndPhase(item);
                return true;

            case SignalKind.CrowdGathers:
            case SignalKind.CrowdEscalates:
            case SignalKind.CrowdCalms:
            case SignalKind.CrowdGrows:
            case SignalKind.CrowdThrows:
            case SignalKind.CrowdMoves:
            case SignalKind.CrowdJoins:
            case SignalKind.CrowdDisperses:
                return TryChangeCrowd(item, out entry);

            case SignalKind.UnitArrives:
                return TryArrive(item, out entry);

            case SignalKind.FormationArrives:
                entry = WriteItem(TraceCode.FormationArrives, item, (int)item.Argument);
                return true;

            case SignalKind.EventHappens:
                entry = WriteItem(TraceCode.EventHappens, item);
                Run.LifeIsThreatened |= _program.Events[item.Subject].IsLifeThreatening;
                return true;

            case ItemKinds.InjectDue:
                entry = WriteItem(TraceCode.InjectDue, item);
                return true;

            // Done with the action already.
            case SignalKind.UnitDeployed:
            case SignalKind.UnitWithdrawn:
            case SignalKind.ActivityStarts:
            case SignalKind.ActivityEnds:
            case SignalKind.CounterChanges:
            case SignalKind.ControlTaken:
                return true;

            case ItemKinds.RuleDue:
                return IsStillDue(item);

            case ItemKinds.StepEnds:
                entry = State.Procedures[item.Subject].Firing;
                return State.Procedures[item.Subject].WayOn >= 0;

            default:
                throw new UnreachableException();
        }
    }

    private int WriteItem(TraceCode code, Item item, int b = 0, long c = 0) =>
        Write(code, item.Subject, b, c, item.By, item.Cause, item.Site);

    private bool TryArrive(Item item, out int entry)
    {
        entry = -1;
        ref UnitState unit = ref State.Units[item.Subject];
        if (unit.Placement != Placement.OnTheWay || IsOn(new(TimerKind.UnitArrives, item.Subject)))
        {
            // It was sent elsewhere or withdrawn in this very instant.
            return false;
        }

        unit.Placement = Placement.AtPlace;
        int place = unit.Place;
        entry = WriteItem(TraceCode.UnitArrives, item, place);
        for (int i = 0; i < _program.Formations.Length; i++)
        {
            FormationSpec formation = _program.Formations[i];
            if (formation.Units.Contains(item.Subject) && formation.Units.All(u => State.Units[u].IsAt(place)))
            {
                Enqueue(new(SignalKind.FormationArrives, i, place, Nobody, entry, formation.Site));
            }
        }

        return true;
    }

    /// <summary>The time of a rule's trigger: whether it still counts; an <c>every</c> starts its time anew.</summary>
    private bool IsStillDue(Item item)
    {
        TimerSlot slot = new(TimerKind.RuleTrigger, item.Subject);
        if (_program.Rules[item.Subject].Trigger is not EveryTrigger every)
        {
            return true;
        }

        if (every.While is not null && (!State.Procedures[item.Subject].Held || IsOn(slot)))
        {
            // The condition fell in this very instant.
            return false;
        }

        Set(slot, every.Period, item.Cause, item.Cause);
        return true;
    }

    private void MarkUntils(Item item, int entry)
    {
        for (int rule = 0; rule < State.Procedures.Length; rule++)
        {
            ref ProcedureState procedure = ref State.Procedures[rule];
            if (procedure.Stands && UntilOf(_program.Rules[rule].Body[procedure.Step]) is { } until)
            {
                procedure.UntilHasCome |= Matches(until.Signals, item);
            }
        }

        if (
            Run.Phase >= 0
            && !Run.PhaseIsEnding
            && !Run.UntilHasCome
            && _program.Phases[Run.Phase].Until is { } end
            && Matches(end.Signals, item)
        )
        {
            Run.UntilHasCome = true;
            Run.UntilEntry = entry;
        }
    }

    private static bool Matches(ImmutableArray<SignalPattern> patterns, Item item)
    {
        foreach (SignalPattern pattern in patterns)
        {
            bool anySubject = item.Kind is SignalKind.DrillStarts or SignalKind.DrillEnds;
            if (
                pattern.Kind == item.Kind
                && (anySubject || pattern.Subject == item.Subject)
                && (pattern.By < 0 || pattern.By == item.By)
            )
            {
                return true;
            }
        }

        return false;
    }

    private void TriggerRules(Item item, int entry)
    {
        for (int rule = 0; rule < _program.Rules.Length; rule++)
        {
            bool atEnd =
                _program.Rules[rule].Phase < 0
                    ? item.Kind == SignalKind.DrillEnds
                    : item.Kind == SignalKind.PhaseEnds && _program.Rules[rule].Phase == Run.Phase;
            if (
                (atEnd || Listens(rule))
                && _program.Rules[rule].Trigger is SignalTrigger trigger
                && Matches(trigger.Signals, item)
            )
            {
                TriggerRule(rule, entry);
            }
        }
    }

    private bool Listens(int rule)
    {
        int phase = _program.Rules[rule].Phase;
        return phase < 0 ? Run.DrillHasStarted && !Run.DrillIsEnding : phase == Run.Phase && !Run.PhaseIsEnding;
    }

    private void Sweep(int entry)
    {
        for (int rule = 0; rule < _program.Rules.Length; rule++)
        {
            if (State.Procedures[rule].Stands)
            {
                LookAgain(rule);
            }

            if (!Listens(rule))
            {
                continue;
            }

            if (_program.Rules[rule].Trigger is RiseTrigger rise)
            {
                if (HasRisen(rule, rise.Condition))
                {
                    FireRise(rule, entry);
                }
            }
            else if (_program.Rules[rule].Trigger is EveryTrigger { While: { } condition } every)
            {
                TimerSlot slot = new(TimerKind.RuleTrigger, rule);
                if (HasRisen(rule, condition))
                {
                    Set(slot, every.Period, entry, entry);
                }
                else if (!State.Procedures[rule].Held)
                {
                    TurnOff(slot);
                }
            }
        }
    }

    /// <summary>Whether the condition holds and did not before; notes it for the next time.</summary>
    private bool HasRisen(int rule, Condition condition)
    {
        ref ProcedureState procedure = ref State.Procedures[rule];
        bool held = procedure.Held;
        procedure.Held = Holds(condition);
        return procedure.Held && !held;
    }
}
