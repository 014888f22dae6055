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
        WatchItem(item, entry);
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
        WatchState(entry);
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
}
