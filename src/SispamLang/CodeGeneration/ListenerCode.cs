using System.Collections.Immutable;
using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Writes who listens to a signal: steps and phases that end by it, and rules that it triggers.</summary>
internal static class ListenerCode
{
    /// <summary>Whether some step of a rule ends by this signal.</summary>
    public static bool EndsStep(RuleSpec rule, SignalKind kind, int subject) =>
        rule.Body.Any(step => Match(Features.UntilOf(step)?.Signals, kind, subject) is not null);

    // Steps and phases whose until names this signal note that it came.
    public static void WriteMarks(Emission emission, SignalKind kind, int subject)
    {
        var (program, code) = (emission.Program, emission.Out);
        for (var rule = 0; rule < program.Rules.Length; rule++)
        {
            var body = program.Rules[rule].Body;
            for (var step = 0; step < body.Length; step++)
            {
                if (Match(Features.UntilOf(body[step])?.Signals, kind, subject) is { } by)
                {
                    code.Open($"if ({And($"s.At{rule} == {step + 1}", by)})");
                    code.Line($"s.UntilCame{rule} = 1;");
                    code.Close();
                    code.Blank();
                }
            }
        }

        for (var phase = 0; phase < program.Phases.Length; phase++)
        {
            if (Match(program.Phases[phase].Until?.Signals, kind, subject) is { } by)
            {
                code.Open($"if ({And($"s.Phase == {phase} && s.PhaseEnding == 0 && s.UntilCame == 0", by)})");
                code.Line("s.UntilCame = 1;");
                code.Open("if (TSink.IsOn)");
                code.Line("_causes.UntilEntry = entry;");
                code.Close();
                code.Close();
                code.Blank();
            }
        }
    }

    public static void WriteRules(Emission emission, SignalKind kind, int subject)
    {
        var (program, code) = (emission.Program, emission.Out);
        for (var number = 0; number < program.Rules.Length; number++)
        {
            var rule = program.Rules[number];
            if (rule.Trigger is not SignalTrigger trigger || Match(trigger.Signals, kind, subject) is not { } by)
            {
                continue;
            }

            var listens = kind switch
            {
                SignalKind.PhaseStarts or SignalKind.PhaseEnds when rule.Phase >= 0 => rule.Phase == subject
                    ? ""
                    : null,
                SignalKind.DrillEnds when rule.Phase < 0 => "",
                _ => RuleCode.Listens(rule),
            };
            if (listens is null)
            {
                continue;
            }

            var condition = And(listens, by);
            if (condition.Length == 0)
            {
                code.Line($"Trigger{number}<TSink>(ref s, entry);");
                continue;
            }

            code.Open($"if ({condition})");
            code.Line($"Trigger{number}<TSink>(ref s, entry);");
            code.Close();
            code.Blank();
        }
    }

    // Null: no pattern fits. Otherwise what else has to hold: nothing, or by whom it was.
    public static string? Match(ImmutableArray<SignalPattern>? patterns, SignalKind kind, int subject)
    {
        if (patterns is not { } all)
        {
            return null;
        }

        var fitting = all.Where(pattern =>
                pattern.Kind == kind
                && (kind is SignalKind.DrillStarts or SignalKind.DrillEnds || pattern.Subject == subject)
            )
            .ToList();
        if (fitting.Count == 0)
        {
            return null;
        }

        return fitting.Any(pattern => pattern.By < 0)
            ? ""
            : "(" + string.Join(" || ", fitting.Select(pattern => $"by == {pattern.By}").Distinct()) + ")";
    }

    private static string And(string left, string right) =>
        left.Length == 0 ? right
        : right.Length == 0 ? left
        : left + " && " + right;
}
