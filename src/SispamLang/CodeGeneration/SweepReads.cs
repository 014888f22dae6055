using System.Collections.Immutable;
using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>What a condition can depend on.</summary>
internal enum ReadKind
{
    Mood,
    CrowdPlace,
    Size,
    Unit,
    Counter,
    UnderWay,
    Control,
    LifeThreatened,
}

/// <summary>
/// Which of the rules that each sweep looks at depend on what: each has a bit, or shares one with those beside it, and where
/// something changes the bits of all that depend on it are set. A rule without its bit would be looked at in vain.
/// </summary>
internal sealed class SweepReads
{
    private const int Bits = 64;

    private readonly DrillProgram _program;
    private readonly List<int> _rules;
    private readonly Dictionary<int, ulong> _bits;
    private readonly Dictionary<(ReadKind Kind, int Subject), ulong> _readers = [];

    /// <summary>The rules of a drill.</summary>
    public SweepReads(DrillProgram program)
    {
        _program = program;
        _rules = SweepCode.Swept(program);
        var ofBit = (_rules.Count + Bits - 1) / Bits;
        _bits = Enumerable.Range(0, _rules.Count).ToDictionary(i => _rules[i], i => 1UL << (i / ofBit));
        All = Any(_rules);
        foreach (var rule in _rules)
        {
            Read(program.Rules[rule], BitOf(rule));
        }
    }

    /// <summary>The bits of all rules.</summary>
    public ulong All { get; }

    /// <summary>The bit of a rule that is looked at.</summary>
    public ulong BitOf(int rule) => _bits[rule];

    /// <summary>The bits of that rule and of those before it.</summary>
    public ulong UpTo(int rule) => BitOf(rule) | (BitOf(rule) - 1);

    /// <summary>The bits of the rules that depend on something.</summary>
    public ulong Of(ReadKind kind, int subject = 0) => _readers.TryGetValue((kind, subject), out var bits) ? bits : 0;

    /// <summary>The bits of the rules that depend on what an item of the queue changes by itself.</summary>
    public ulong Of(ItemCode item)
    {
        if (item.Signal is not { } signal)
        {
            return 0;
        }

        var subject = item.Subject;
        var ended = _rules.Where(rule => ListenerCode.EndsStep(_program.Rules[rule], signal, subject));
        return Any(ended)
            | signal switch
            {
                SignalKind.DrillStarts
                or SignalKind.DrillEnds
                or SignalKind.PhaseStarts
                or SignalKind.PhaseEnds
                or SignalKind.CrowdJoins => All,
                SignalKind.CrowdGathers => Of(ReadKind.Mood, subject)
                    | Of(ReadKind.CrowdPlace, subject)
                    | Of(ReadKind.Size, subject),
                SignalKind.CrowdEscalates or SignalKind.CrowdCalms => Of(ReadKind.Mood, subject),
                SignalKind.CrowdDisperses => Of(ReadKind.Mood, subject) | Of(ReadKind.Size, subject),
                SignalKind.CrowdGrows => Of(ReadKind.Size, subject),
                SignalKind.CrowdMoves => Of(ReadKind.CrowdPlace, subject),
                SignalKind.UnitArrives => Of(ReadKind.Unit, subject),
                SignalKind.EventHappens => Of(ReadKind.LifeThreatened),
                _ => 0,
            };
    }

    private ulong Any(IEnumerable<int> rules) => rules.Aggregate(0UL, (bits, rule) => bits | BitOf(rule));

    private void Read(RuleSpec rule, ulong bit)
    {
        Read(SweepCode.ConditionOf(rule), bit);
        foreach (var step in rule.Body)
        {
            Read(Features.UntilOf(step)?.Condition, bit);
            switch (step)
            {
                case Muster muster:
                    var activity = _program.Activities[muster.Activity];
                    ReadPlace(activity.Crowd, bit);
                    ReadAll(ReadKind.Unit, activity.Needs, bit);
                    break;
                case AwaitHandOver await:
                    ReadAll(ReadKind.Unit, _program.Activities[await.Activity].To, bit);
                    break;
            }
        }
    }

    // Where nobody says which crowd, it is the first that is present.
    private void ReadPlace(int crowd, ulong bit)
    {
        ReadMoods(crowd, bit);
        ReadAll(ReadKind.CrowdPlace, Crowds(crowd), bit);
    }

    private void ReadMoods(int crowd, ulong bit) => ReadAll(ReadKind.Mood, Crowds(crowd), bit);

    private IEnumerable<int> Crowds(int crowd) =>
        crowd < 0 ? Enumerable.Range(0, _program.Crowds.Length) : Enumerable.Repeat(crowd, 1);

    private void Read(Condition? condition, ulong bit)
    {
        switch (condition)
        {
            case null or ConstantCondition:
                break;
            case NotCondition not:
                Read(not.Operand, bit);
                break;
            case AllCondition all:
                ReadEach(all.Operands, bit);
                break;
            case AnyCondition any:
                ReadEach(any.Operands, bit);
                break;
            case MoodCondition mood:
                ReadMoods(mood.Crowd, bit);
                break;
            case PresentCondition present:
                ReadMoods(present.Crowd, bit);
                break;
            case SituationCondition situation:
                ReadMoods(situation.Crowd, bit);
                Read(ReadKind.LifeThreatened, 0, bit);
                break;
            case ThreatCondition threat:
                ReadMoods(threat.Crowd, bit);
                Read(ReadKind.LifeThreatened, 0, bit);
                break;
            case SizeCondition size:
                ReadMoods(size.Crowd, bit);
                Read(ReadKind.Size, size.Crowd, bit);
                break;
            case CounterCondition counter:
                Read(ReadKind.Counter, counter.Counter, bit);
                break;
            case PlacementCondition placement:
                ReadAll(ReadKind.Unit, placement.Units, bit);
                break;
            case UnderWayCondition underWay:
                ReadAll(ReadKind.UnderWay, underWay.Activities, bit);
                break;
            case ControlCondition:
                Read(ReadKind.Control, 0, bit);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void ReadEach(ImmutableArray<Condition> conditions, ulong bit)
    {
        foreach (var condition in conditions)
        {
            Read(condition, bit);
        }
    }

    private void ReadAll(ReadKind kind, IEnumerable<int> subjects, ulong bit)
    {
        foreach (var subject in subjects)
        {
            Read(kind, subject, bit);
        }
    }

    private void Read(ReadKind kind, int subject, ulong bit) => _readers[(kind, subject)] = Of(kind, subject) | bit;
}
