using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Writes when a phase without an end of its own is quiet: when nothing more can happen in it.</summary>
internal static class QuietCode
{
    public static void Write(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        var crowds = new SortedSet<int>();
        for (var i = 0; i < program.Phases.Length; i++)
        {
            if (program.Phases[i] is { For: null, Until: null })
            {
                WritePhase(emission, i, crowds);
            }
        }

        foreach (var crowd in crowds)
        {
            WriteCrowd(emission, crowd);
        }
    }

    private static void WritePhase(Emission emission, int number, SortedSet<int> crowds)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Summary($"Nothing more can happen in {program.Phases[number].Name}.");
        emission.InlineIfSmall();
        code.Open($"private static bool IsQuiet{number}(ref State s)");
        var busy = new List<string>();
        for (var rule = 0; rule < program.Rules.Length; rule++)
        {
            if (Features.TakesTime(program.Rules[rule]))
            {
                busy.Add($"s.At{rule} != 0");
            }
        }

        for (var unit = 0; unit < program.Units.Length; unit++)
        {
            busy.Add($"s.Placement{unit} == Rt::Placement.OnTheWay");
        }

        for (var rule = 0; rule < program.Rules.Length; rule++)
        {
            var timer = emission.Uses.Timer(TimerKind.RuleTrigger, rule);
            if (timer >= 0 && program.Rules[rule].Trigger is AfterTrigger or ClockTrigger)
            {
                busy.Add($"s.Due{timer} != long.MaxValue");
            }
        }

        var waits = program.Phases[number].Waits;
        for (var crowd = 0; crowd < waits.Length; crowd++)
        {
            if (waits[crowd] != CrowdEvents.None)
            {
                crowds.Add(crowd);
                busy.Add($"(CanDo{crowd}(ref s) & {(int)waits[crowd]}) != 0");
            }
        }

        foreach (var reason in busy)
        {
            code.Open($"if ({reason})");
            code.Line("return false;");
            code.Close();
            code.Blank();
        }

        code.Line("return true;");
        code.Close();
    }

    private static void WriteCrowd(Emission emission, int number)
    {
        var (program, code) = (emission.Program, emission.Out);
        var crowd = program.Crowds[number];
        var gathers = emission.Uses.Timer(TimerKind.CrowdGathers, number);
        var grows = emission.Uses.Timer(TimerKind.CrowdGrows, number);
        code.Blank();
        code.Summary($"What {crowd.Name} can still do by itself, as a set of bits.");
        emission.InlineIfSmall();
        code.Open($"private static int CanDo{number}(ref State s)");
        code.Open($"if (!{ConditionCode.IsPresent(number)})");
        var set = (int)CrowdEvents.Gathers | (crowd.Growth is null ? 0 : (int)CrowdEvents.Grows);
        code.Line(
            gathers < 0
                ? "return 0;"
                : $"return s.Due{gathers} == long.MaxValue ? 0 : {set} | Behaviours{number}(ref s, {ConditionCode.Mood(crowd.GathersIn)});"
        );
        code.Close();
        code.Blank();
        code.Line(
            grows < 0
                ? $"return Behaviours{number}(ref s, s.Mood{number});"
                : $"return Behaviours{number}(ref s, s.Mood{number}) | (s.Due{grows} == long.MaxValue ? 0 : {(int)CrowdEvents.Grows});"
        );
        code.Close();
        code.Blank();
        code.Summary("What its temper can bring about from a mood, step by step.");
        emission.InlineIfSmall();
        code.Open($"private static int Behaviours{number}(ref State s, Rt::Mood mood)");
        code.Line("int moods = 1 << (int)mood;");
        code.Line("int events = 0;");
        code.Open("for (int round = 0; round < 4; round++)");
        foreach (var behaviour in crowd.Behaviours)
        {
            WriteBehaviour(emission, behaviour);
        }

        code.Close();
        code.Blank();
        code.Line("return events;");
        code.Close();
    }

    private static void WriteBehaviour(Emission emission, BehaviourSpec behaviour)
    {
        var code = emission.Out;
        var during = behaviour.While == Mood.Absent ? "" : $"(moods & {1 << (int)behaviour.While}) != 0";
        if (behaviour.Leaves)
        {
            When(during, $"events |= {(int)CrowdEvents.Disperses};");
            return;
        }

        // The moods from which the roll may be made, and with a step up or down those that it leads to.
        var from = behaviour.While == Mood.Absent ? 0b11110 : 1 << (int)behaviour.While;
        foreach (var outcome in behaviour.Outcomes)
        {
            if (outcome.Chance is { Param: < 0, Constant: <= 0 })
            {
                continue;
            }

            var possible = outcome.Chance.Param < 0 ? "" : $"{emission.Amount(outcome.Chance)} > 0";
            switch (outcome.Kind)
            {
                case SignalKind.CrowdEscalates:
                    Step(from & 0b01110, "<<", CrowdEvents.Escalates);
                    break;
                case SignalKind.CrowdCalms:
                    Step(from & 0b11100, ">>", CrowdEvents.Calms);
                    break;
                default:
                    When(And(during, possible), $"events |= {(int)EventOf(outcome.Kind)};");
                    break;
            }

            void Step(int moods, string shift, CrowdEvents bit)
            {
                code.Open($"if ({And($"(moods & {moods}) != 0", possible)})");
                code.Line($"moods |= (moods & {moods}) {shift} 1;");
                code.Line($"events |= {(int)bit};");
                code.Close();
                code.Blank();
            }
        }

        void When(string condition, string statement)
        {
            if (condition.Length == 0)
            {
                code.Line(statement);
                return;
            }

            code.Open($"if ({condition})");
            code.Line(statement);
            code.Close();
            code.Blank();
        }
    }

    private static string And(string left, string right) =>
        left.Length == 0 ? right
        : right.Length == 0 ? left
        : left + " && " + right;

    private static CrowdEvents EventOf(SignalKind kind) =>
        kind switch
        {
            SignalKind.CrowdGathers => CrowdEvents.Gathers,
            SignalKind.CrowdEscalates => CrowdEvents.Escalates,
            SignalKind.CrowdCalms => CrowdEvents.Calms,
            SignalKind.CrowdGrows => CrowdEvents.Grows,
            SignalKind.CrowdThrows => CrowdEvents.Throws,
            SignalKind.CrowdDisperses => CrowdEvents.Disperses,
            _ => CrowdEvents.None,
        };
}
