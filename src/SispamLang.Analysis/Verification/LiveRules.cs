using System.Collections.Immutable;
using SispamLang.Programs;

namespace SispamLang.Analysis.Verification;

/// <summary>
/// Which rules can fire at all, and which properties something can break. A rule that waits for what nothing brings about never fires: an event "when raised" that no rule that
/// can fire raises and no controller may, an arrival of a unit that nobody sends.
/// </summary>
/// <remarks>
/// Signals come from the drill's start and its phases, from crowds by themselves, from events with a time, and from what the bodies
/// of rules do that can fire themselves; guards and draws are taken to allow everything. So a rule that is left out here fires in
/// no run, and nothing in a run depends on its body: not whether there are pauses, which times the grid must know, what is compared
/// with a size.
/// </remarks>
internal sealed class LiveRules
{
    private readonly DrillProgram _program;
    private readonly long[] _params;
    private readonly HashSet<(SignalKind Kind, int Subject)> _signals = [];

    private LiveRules(DrillProgram program, long[] parameters)
    {
        _program = program;
        _params = parameters;
    }

    /// <summary>
    /// The drill, with the bodies and guards of rules that never fire left empty; rules keep their numbers. And the numbers of its
    /// properties that something can break.
    /// </summary>
    public static (DrillProgram Program, ImmutableArray<int> Breakable) Only(DrillProgram program, long[] parameters)
    {
        LiveRules rules = new(program, parameters);
        bool[] isLive = rules.Find();
        DrillProgram live = program with
        {
            Rules = [.. program.Rules.Select((rule, i) => isLive[i] ? rule : rule with { Guard = null, Body = [] })],
            Timers = [.. program.Timers.Where(timer => timer.Kind != TimerKind.RuleStep || isLive[timer.Subject])],
        };
        return (
            live,
            [.. Enumerable.Range(0, program.Properties.Length).Where(i => rules.CanBreak(program.Properties[i]))]
        );
    }

    // What breaks a property, or asks for an answer, has to come to pass first.
    private bool CanBreak(PropertySpec property) =>
        CanHold(property.While)
        && property.Pattern switch
        {
            PropertyPattern.Expect => true,
            PropertyPattern.Require => CanComeToPass(property.Target),
            _ => CanComeToPass(property.First),
        };

    private bool CanComeToPass(Happening? happening) =>
        happening is null
        || happening.Signals.Any(CanHappen)
        || (happening.Condition is not null && CanHold(happening.Condition));

    private bool CanHold(Condition? condition) =>
        condition switch
        {
            ConstantCondition { Value: var holds } => holds,
            NotCondition not => !MustHold(not.Operand),
            AllCondition all => all.Operands.All(CanHold),
            AnyCondition any => any.Operands.Any(CanHold),
            UnderWayCondition underWay => underWay.Activities.Any(activity =>
                _signals.Contains((SignalKind.ActivityStarts, activity))
            ),
            _ => true,
        };

    private bool MustHold(Condition condition) =>
        condition switch
        {
            ConstantCondition { Value: var holds } => holds,
            NotCondition not => !CanHold(not.Operand),
            AllCondition all => all.Operands.All(MustHold),
            AnyCondition any => any.Operands.Any(MustHold),
            _ => false,
        };

    private bool[] Find()
    {
        for (int i = 0; i < _program.Crowds.Length; i++)
        {
            AddCrowd(_program.Crowds[i], i);
        }

        for (int i = 0; i < _program.Events.Length; i++)
        {
            EventSpec happening = _program.Events[i];
            if (happening.AtMs >= 0 || (happening.Every is not null && happening.Chance.In(_params) > 0))
            {
                _signals.Add((SignalKind.EventHappens, i));
            }
        }

        bool[] isLive = new bool[_program.Rules.Length];
        for (bool changed = true; changed; )
        {
            changed = false;
            for (int i = 0; i < isLive.Length; i++)
            {
                if (!isLive[i] && CanFire(_program.Rules[i].Trigger))
                {
                    isLive[i] = changed = true;
                    foreach (Instruction instruction in _program.Rules[i].Body)
                    {
                        Add(instruction);
                    }
                }
            }
        }

        return isLive;
    }

    private bool CanFire(Trigger trigger) =>
        trigger is not SignalTrigger { Signals: var signals } || signals.Any(CanHappen);

    private bool CanHappen(SignalPattern signal) =>
        signal.Kind
            is SignalKind.DrillStarts
                or SignalKind.DrillEnds
                or SignalKind.PhaseStarts
                or SignalKind.PhaseEnds
                or SignalKind.CrowdGathers
        || _signals.Contains((signal.Kind, signal.Subject));

    private void AddCrowd(CrowdSpec crowd, int number)
    {
        if (crowd.Growth is not null)
        {
            _signals.Add((SignalKind.CrowdGrows, number));
        }

        foreach (BehaviourSpec behaviour in crowd.Behaviours)
        {
            if (behaviour.Leaves)
            {
                _signals.Add((SignalKind.CrowdDisperses, number));
            }

            AddOutcomes(behaviour.Outcomes, number);
        }
    }

    private void AddOutcomes(ImmutableArray<Outcome> outcomes, int crowd)
    {
        foreach (Outcome outcome in outcomes.Where(o => o.Chance.In(_params) > 0))
        {
            _signals.Add((outcome.Kind, crowd));
        }
    }

    private void Add(Instruction instruction)
    {
        switch (instruction)
        {
            case Deploy i:
                _signals.Add((SignalKind.UnitDeployed, i.Unit));
                _signals.Add((SignalKind.UnitArrives, i.Unit));
                for (int formation = 0; formation < _program.Formations.Length; formation++)
                {
                    if (_program.Formations[formation].Units.Contains(i.Unit))
                    {
                        _signals.Add((SignalKind.FormationArrives, formation));
                    }
                }

                break;
            case Withdraw i:
                _signals.Add((SignalKind.UnitWithdrawn, i.Unit));
                break;
            case RaiseEvent i:
                _signals.Add((SignalKind.EventHappens, i.Event));
                break;
            case CrowdHappens i:
                _signals.Add((i.Kind, i.Crowd));
                break;
            case AddToCounter i:
                _signals.Add((SignalKind.CounterChanges, i.Counter));
                break;
            case SetCounter i:
                _signals.Add((SignalKind.CounterChanges, i.Counter));
                break;
            case TakeControl i:
                _signals.Add((SignalKind.ControlTaken, i.Role));
                break;
            case Begin i:
                ActivitySpec activity = _program.Activities[i.Activity];
                _signals.Add((SignalKind.ActivityStarts, i.Activity));
                _signals.Add((SignalKind.ActivityEnds, i.Activity));
                AddOutcomes(activity.Effects, activity.Crowd);
                break;
        }
    }
}
