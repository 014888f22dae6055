using System.Collections.Immutable;
using SispamLang.Programs;

namespace SispamLang.Tests.Promela;

/// <summary>Conditions as expressions of C.</summary>
internal static class PromelaConditions
{
    /// <summary>What holds if a condition does.</summary>
    public static string Of(Condition condition, DrillProgram program) =>
        condition switch
        {
            ConstantCondition c => c.Value ? "1" : "0",
            NotCondition c => $"!({Of(c.Operand, program)})",
            AllCondition c => Join(" && ", c.Operands.Select(o => Of(o, program)), "1"),
            AnyCondition c => Any(c.Operands.Select(o => Of(o, program))),
            MoodCondition c => IsIn(c.Crowd, c.Mood),
            PresentCondition c => IsPresent(c.Crowd),
            SituationCondition c => SituationIs(c, program),
            ThreatCondition c => ThreatIs(c, program),
            CounterCondition c =>
                $"(count_{c.Counter} + ({program.Counters[c.Counter].Min})) {Sign(c.Comparison)} ({Constant(c.Value)})",
            PlacementCondition c => Join(" && ", c.Units.Select(u => IsPlaced(u, c)), "1"),
            UnderWayCondition c => Any(c.Activities.Select(a => $"under_{a} > 0")),
            _ => throw new NotSupportedException($"a condition: {condition.GetType().Name}"),
        };

    /// <summary>A crowd has gathered and not gone.</summary>
    public static string IsPresent(int crowd) =>
        $"(mood_{crowd} != {(int)Mood.Absent} && mood_{crowd} != {(int)Mood.Dispersed})";

    /// <summary>A number that is known before the run.</summary>
    public static long Constant(Amount amount) =>
        amount.Param < 0 ? amount.Constant : throw new NotSupportedException("a param");

    /// <summary>At least one of them holds.</summary>
    public static string Any(IEnumerable<string> operands) => Join(" || ", operands, "0");

    private static string Join(string sign, IEnumerable<string> operands, string empty)
    {
        ImmutableArray<string> all = [.. operands];
        return all.IsEmpty ? empty : $"({string.Join(sign, all.Select(o => $"({o})"))})";
    }

    private static string IsIn(int crowd, Mood mood) => $"mood_{crowd} == {(int)mood}";

    private static string IsPlaced(int unit, PlacementCondition condition) =>
        condition.Place < 0
            ? $"unit_{unit} == {(int)condition.Placement}"
            : $"unit_{unit} == {(int)condition.Placement} && place_{unit} == {condition.Place + 1}";

    private static string SituationIs(SituationCondition condition, DrillProgram program)
    {
        string red = Worst(condition.Crowd, program, [Mood.Anarchic]);
        string yellow = Worst(condition.Crowd, program, [Mood.Tense, Mood.Unruly]);
        string there = condition.Crowd < 0 ? "1" : IsPresent(condition.Crowd);
        return condition.Situation switch
        {
            Situation.Red => red,
            Situation.Yellow => $"({yellow} && !{red})",
            _ => $"({there} && !{red} && !{yellow})",
        };
    }

    private static string ThreatIs(ThreatCondition condition, DrillProgram program)
    {
        string least = ThreatIsAtLeast(condition.Crowd, (int)condition.Threat, program);
        string more = ThreatIsAtLeast(condition.Crowd, (int)condition.Threat + 1, program);
        string holds = condition.Comparison switch
        {
            Comparison.Equal => $"({least} && !{more})",
            Comparison.NotEqual => $"(!{least} || {more})",
            Comparison.Less => $"(!{least})",
            Comparison.LessOrEqual => $"(!{more})",
            Comparison.Greater => more,
            _ => least,
        };
        return condition.Crowd < 0 ? holds : $"({IsPresent(condition.Crowd)} && {holds})";
    }

    private static string ThreatIsAtLeast(int crowd, int level, DrillProgram program) =>
        level switch
        {
            <= 0 => "(1)",
            1 => Worst(crowd, program, [Mood.Tense, Mood.Unruly, Mood.Anarchic]),
            2 => Worst(crowd, program, [Mood.Unruly, Mood.Anarchic]),
            3 => Worst(crowd, program, [Mood.Anarchic]),
            _ => "(0)",
        };

    private static string Worst(int crowd, DrillProgram program, Mood[] moods) =>
        Any(
            Enumerable
                .Range(0, program.Crowds.Length)
                .Where(c => crowd < 0 || c == crowd)
                .SelectMany(c => moods.Select(mood => IsIn(c, mood)))
        );

    private static string Sign(Comparison comparison) =>
        comparison switch
        {
            Comparison.Equal => "==",
            Comparison.NotEqual => "!=",
            Comparison.Less => "<",
            Comparison.LessOrEqual => "<=",
            Comparison.Greater => ">",
            _ => ">=",
        };
}
