using System.Collections.Immutable;
using SispamLang.Programs;

namespace SispamLang.Analysis.Verification;

/// <summary>
/// What of a drill anything can read: what nothing reads makes no difference between two states, and is left out of them.
/// </summary>
internal sealed class Relevance
{
    private readonly DrillProgram _program;
    private readonly HashSet<(SignalKind Kind, int Subject)> _signals = [];
    private readonly bool[] _sizes;
    private readonly bool[] _counters;

    private readonly bool _isAll;

    /// <summary>Looks at all rules, phases and properties of a drill.</summary>
    /// <param name="program">The drill.</param>
    /// <param name="isAll">Everything is taken to make a difference.</param>
    public Relevance(DrillProgram program, bool isAll)
    {
        _program = program;
        _isAll = isAll;
        Control = isAll;
        _sizes = new bool[program.Crowds.Length];
        _counters = new bool[program.Counters.Length];
        ReadRules();
        foreach (PhaseSpec phase in program.Phases)
        {
            Read(phase.Until);
        }

        foreach (PropertySpec property in program.Properties)
        {
            Read(property.While);
            Read(property.First);
            Read(property.Then);
            Read(property.Target);
        }

        SpreadSizes();
    }

    /// <summary>Whether somebody asks who is in control.</summary>
    public bool Control { get; private set; }

    /// <summary>Whether a crowd's size is compared with something, or adds to one that is.</summary>
    public bool Size(int crowd) => _isAll || _sizes[crowd];

    /// <summary>Whether it makes a difference that a crowd grows by itself.</summary>
    public bool Growth(int crowd) =>
        _program.Crowds[crowd].Growth is not null
        && (
            _isAll
            || _sizes[crowd]
            || _signals.Contains((SignalKind.CrowdGrows, crowd))
            || _program.Phases.Any(p => crowd < p.Waits.Length && p.Waits[crowd].HasFlag(CrowdEvents.Grows))
        );

    /// <summary>Whether a counter's value is compared with something, or somebody waits for it to change.</summary>
    public bool Counter(int counter) =>
        _isAll || _counters[counter] || _signals.Contains((SignalKind.CounterChanges, counter));

    /// <summary>Whether somebody orders a crowd to another place.</summary>
    public bool Moves(int crowd) =>
        Instructions(_program).OfType<CrowdHappens>().Any(i => i.Kind == SignalKind.CrowdMoves && i.Crowd == crowd);

    /// <summary>Whether something is left out that takes a place in the queue of an instant all the same.</summary>
    public bool LeavesOut =>
        Enumerable.Range(0, _program.Crowds.Length).Any(c => _program.Crowds[c].Growth is not null && !Growth(c))
        || Enumerable.Range(0, _program.Counters.Length).Any(c => !Counter(c))
        || _program.Injects.Any(i => i.Within is not null);

    /// <summary>All steps of all procedures.</summary>
    public static IEnumerable<Instruction> Instructions(DrillProgram program) => program.Rules.SelectMany(r => r.Body);

    private void ReadRules()
    {
        foreach (RuleSpec rule in _program.Rules)
        {
            Read(rule.Guard);
            switch (rule.Trigger)
            {
                case SignalTrigger signal:
                    Read(signal.Signals);
                    break;
                case RiseTrigger rise:
                    Read(rise.Condition);
                    break;
                case EveryTrigger every:
                    Read(every.While);
                    break;
            }

            foreach (Instruction instruction in rule.Body)
            {
                if (instruction is JumpUnless jump)
                {
                    Read(jump.Condition);
                }

                Read(UntilOf(instruction));
            }
        }
    }

    private static Until? UntilOf(Instruction instruction) =>
        instruction switch
        {
            WaitForNext i => i.Until,
            WaitUntil i => i.Until,
            Muster i => i.Until,
            Last i => i.Until,
            _ => null,
        };

    private void Read(Until? until)
    {
        if (until is not null)
        {
            Read(until.Signals);
            Read(until.Condition);
        }
    }

    private void Read(Happening? happening)
    {
        if (happening is not null)
        {
            Read(happening.Signals);
            Read(happening.Condition);
        }
    }

    private void Read(ImmutableArray<SignalPattern> signals)
    {
        foreach (SignalPattern signal in signals)
        {
            _signals.Add((signal.Kind, signal.Subject));
        }
    }

    private void Read(Condition? condition)
    {
        switch (condition)
        {
            case NotCondition c:
                Read(c.Operand);
                break;
            case AllCondition c:
                ReadAll(c.Operands);
                break;
            case AnyCondition c:
                ReadAll(c.Operands);
                break;
            case SizeCondition c:
                _sizes[c.Crowd] = true;
                break;
            case CounterCondition c:
                _counters[c.Counter] = true;
                break;
            case ControlCondition:
                Control = true;
                break;
        }
    }

    private void ReadAll(ImmutableArray<Condition> conditions)
    {
        foreach (Condition condition in conditions)
        {
            Read(condition);
        }
    }

    // A crowd that joins another adds its size to that one's.
    private void SpreadSizes()
    {
        for (bool changed = true; changed; )
        {
            changed = false;
            foreach (CrowdHappens join in Instructions(_program).OfType<CrowdHappens>())
            {
                if (
                    join is { Kind: SignalKind.CrowdJoins, Argument: { } other }
                    && _sizes[other.Constant]
                    && !_sizes[join.Crowd]
                )
                {
                    _sizes[join.Crowd] = changed = true;
                }
            }
        }
    }
}
