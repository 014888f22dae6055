using System.Diagnostics;
using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Conditions as C# expressions over the state <c>s</c>. What is known beforehand is folded.</summary>
internal static class ConditionCode
{
    /// <summary>The expression, safe to be put behind <c>!</c> or between operators.</summary>
    public static string Of(Emission emission, Condition condition)
    {
        var program = emission.Program;
        switch (condition)
        {
            case ConstantCondition constant:
                return Literal.Of(constant.Value);
            case NotCondition not:
                return Of(emission, not.Operand) switch
                {
                    "true" => "false",
                    "false" => "true",
                    var operand => "!" + operand,
                };
            case AllCondition all:
                return Join(emission, all.Operands, " && ", neutral: "true", decisive: "false");
            case AnyCondition any:
                return AnyMood(any) ?? Join(emission, any.Operands, " || ", neutral: "false", decisive: "true");
            case MoodCondition mood:
                return $"(s.Mood{mood.Crowd} == {Mood(mood.Mood)})";
            case PresentCondition present:
                return IsPresent(present.Crowd);
            case SituationCondition { Crowd: < 0 } situation:
                return $"(SituationOf(ref s) == Rt::Situation.{situation.Situation})";
            case SituationCondition situation:
                return situation.Situation switch
                {
                    Situation.Green => $"(s.Mood{situation.Crowd} == {Mood(Programs.Mood.Calm)})",
                    Situation.Yellow =>
                        $"(s.Mood{situation.Crowd} is {Mood(Programs.Mood.Tense)} or {Mood(Programs.Mood.Unruly)})",
                    _ => $"(s.Mood{situation.Crowd} == {Mood(Programs.Mood.Anarchic)})",
                };
            case ThreatCondition { Crowd: < 0 } threat:
                return $"(ThreatOf(ref s) {Operator(threat.Comparison)} Rt::Threat.{threat.Threat})";
            case ThreatCondition threat:
                return Threat(program, threat);
            case SizeCondition size:
                return $"({IsPresent(size.Crowd)} && s.Size{size.Crowd} {Operator(size.Comparison)} {emission.Amount(size.Value)})";
            case CounterCondition counter:
                return $"(s.Counter{counter.Counter} {Operator(counter.Comparison)} {emission.Amount(counter.Value)})";
            case PlacementCondition placement:
                return Placement(placement);
            case UnderWayCondition underWay:
                return underWay.Activities.IsEmpty
                    ? "false"
                    : "(" + string.Join(" || ", underWay.Activities.Select(a => $"s.UnderWay{a} != 0")) + ")";
            case ControlCondition control:
                return $"(s.Control == {Literal.Of(control.Role)})";
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>The crowd has gathered and not gone.</summary>
    public static string IsPresent(int crowd) => $"IsPresent(s.Mood{crowd})";

    /// <summary>A mood of the runtime's.</summary>
    public static string Mood(Mood mood) => $"Rt::Mood.{mood}";

    // Several moods of one crowd are one question; otherwise null.
    private static string? AnyMood(AnyCondition any)
    {
        var moods = any.Operands.OfType<MoodCondition>().ToList();
        return moods.Count == any.Operands.Length && moods.Select(mood => mood.Crowd).Distinct().Count() == 1
            ? $"(s.Mood{moods[0].Crowd} is {string.Join(" or ", moods.Select(mood => Mood(mood.Mood)))})"
            : null;
    }

    private static string Join(
        Emission emission,
        IEnumerable<Condition> operands,
        string separator,
        string neutral,
        string decisive
    )
    {
        var parts = operands.Select(operand => Of(emission, operand)).Where(part => part != neutral).ToList();
        return parts.Contains(decisive) ? decisive
            : parts.Count == 0 ? neutral
            : parts.Count == 1 ? parts[0]
            : "(" + string.Join(separator, parts) + ")";
    }

    // The moods of a present crowd for which the comparison holds; the threat follows from the mood alone.
    private static string Threat(DrillProgram program, ThreatCondition threat)
    {
        var moods = new[] { Programs.Mood.Calm, Programs.Mood.Tense, Programs.Mood.Unruly, Programs.Mood.Anarchic }
            .Where(mood => Holds(LevelOf(program.Crowds[threat.Crowd], mood), threat.Comparison, (int)threat.Threat))
            .Select(Mood)
            .ToList();
        return moods.Count switch
        {
            0 => "false",
            4 => IsPresent(threat.Crowd),
            _ => $"(s.Mood{threat.Crowd} is {string.Join(" or ", moods)})",
        };
    }

    private static int LevelOf(CrowdSpec crowd, Mood mood) =>
        mood == Programs.Mood.Anarchic && crowd.IsLifeThreatening
            ? (int)Programs.Threat.LifeThreatening
            : (int)mood - (int)Programs.Mood.Calm;

    private static bool Holds(int left, Comparison comparison, int right) =>
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

    private static string Placement(PlacementCondition placement)
    {
        var units = placement.Units.Select(unit =>
            placement is { Placement: Programs.Placement.AtPlace, Place: >= 0 }
                ? $"s.Placement{unit} == Rt::Placement.AtPlace && s.PlaceOf{unit} == {placement.Place}"
                : $"s.Placement{unit} == Rt::Placement.{placement.Placement}"
        );
        return "(" + string.Join(" && ", units.DefaultIfEmpty("true")) + ")";
    }

    public static string Operator(Comparison comparison) =>
        comparison switch
        {
            Comparison.Equal => "==",
            Comparison.NotEqual => "!=",
            Comparison.Less => "<",
            Comparison.LessOrEqual => "<=",
            Comparison.Greater => ">",
            Comparison.GreaterOrEqual => ">=",
            _ => throw new UnreachableException(),
        };
}
