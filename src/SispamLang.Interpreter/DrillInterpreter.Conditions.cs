using System.Diagnostics;

namespace SispamLang.Interpreter;

// What holds.
public sealed partial class DrillInterpreter
{
    internal bool Holds(Condition condition) =>
        condition switch
        {
            ConstantCondition c => c.Value,
            NotCondition c => !Holds(c.Operand),
            AllCondition c => c.Operands.All(Holds),
            AnyCondition c => c.Operands.Any(Holds),
            MoodCondition c => State.Crowds[c.Crowd].Mood == c.Mood,
            PresentCondition c => State.Crowds[c.Crowd].IsPresent,
            SituationCondition { Crowd: < 0 } c => Run.Situation == c.Situation,
            SituationCondition c => State.Crowds[c.Crowd].IsPresent && SituationOf(c.Crowd) == c.Situation,
            ThreatCondition { Crowd: < 0 } c => Compare((long)Run.Threat, c.Comparison, (long)c.Threat),
            ThreatCondition c => State.Crowds[c.Crowd].IsPresent
                && Compare((long)ThreatOf(c.Crowd), c.Comparison, (long)c.Threat),
            SizeCondition c => State.Crowds[c.Crowd].IsPresent
                && Compare(State.Crowds[c.Crowd].Size, c.Comparison, c.Value.In(State.Params)),
            CounterCondition c => Compare(State.Counters[c.Counter], c.Comparison, c.Value.In(State.Params)),
            PlacementCondition c => c.Units.All(u => IsPlaced(State.Units[u], c)),
            UnderWayCondition c => c.Activities.Any(a => State.UnderWay[a] > 0),
            ControlCondition c => Run.ControlledBy == c.Role,
            _ => throw new UnreachableException(),
        };

    private bool HoldsOrNone(Condition? condition) => condition is null || Holds(condition);

    private bool UntilHolds(Until? until, int rule) =>
        until is not null
        && (State.Procedures[rule].UntilHasCome || (until.Condition is not null && Holds(until.Condition)));

    private static bool IsPlaced(UnitState unit, PlacementCondition condition) =>
        unit.Placement == condition.Placement && (condition.Place < 0 || unit.Place == condition.Place);

    private static bool Compare(long left, Comparison comparison, long right) =>
        comparison switch
        {
            Comparison.Equal => left == right,
            Comparison.NotEqual => left != right,
            Comparison.Less => left < right,
            Comparison.LessOrEqual => left <= right,
            Comparison.Greater => left > right,
            Comparison.GreaterOrEqual => left >= right,
            _ => throw new UnreachableException(),
        };

    private Situation SituationOf(int crowd) => Ladder.SituationOf(State.Crowds[crowd].Mood);

    private Threat ThreatOf(int crowd) =>
        Ladder.ThreatOf(State.Crowds[crowd].Mood, _program.Crowds[crowd].IsLifeThreatening);

    /// <summary>Writes the drill's situation and threat if they are not what they were.</summary>
    private void WriteSituation(int cause, int site)
    {
        (Situation situation, Threat threat) = WorstPresent();
        if (situation != Run.Situation || threat != Run.Threat)
        {
            Run.Situation = situation;
            Run.Threat = threat;
            Write(TraceCode.SituationIs, (int)situation, (int)threat, cause: cause, site: site);
        }
    }

    /// <summary>The drill's situation and threat as its crowds and events make them.</summary>
    private (Situation Situation, Threat Threat) WorstPresent()
    {
        (Situation situation, Threat threat) = Ladder.Floor(Run.LifeIsThreatened);
        for (int i = 0; i < State.Crowds.Length; i++)
        {
            situation = (Situation)Math.Max((int)situation, (int)SituationOf(i));
            threat = (Threat)Math.Max((int)threat, (int)ThreatOf(i));
        }

        return (situation, threat);
    }
}
