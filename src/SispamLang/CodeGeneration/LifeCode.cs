using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Writes how the drill and its phases start and end.</summary>
internal static class LifeCode
{
    public static void WriteDrillStarts(Emission emission)
    {
        var program = emission.Program;
        emission.Out.Line(SignalCode.CauseIsEntry);
        for (var i = 0; i < program.Events.Length; i++)
        {
            TimerCode.Set(emission, emission.Uses.Timer(TimerKind.EventRolls, i), "entry");
            TimerCode.Set(emission, emission.Uses.Timer(TimerKind.EventAtClock, i), "entry");
        }

        WriteTriggers(emission, -1);
    }

    public static void WriteDrillEnds(Emission emission)
    {
        emission.Out.Line(SignalCode.CauseIsEntry);
        emission.Out.Line("s.DrillEnding = 1;");
        WriteStop(emission, -1);
    }

    public static void WritePhaseStarts(Emission emission, int phase)
    {
        var (program, code) = (emission.Program, emission.Out);
        for (var i = 0; i < program.Rules.Length; i++)
        {
            // Only what the end of a phase triggered can still be under way when the next one starts.
            if (
                program.Rules[i] is { Phase: >= 0, Trigger: SignalTrigger trigger } rule
                && Features.TakesTime(rule)
                && trigger.Signals.Any(signal => signal.Kind == SignalKind.PhaseEnds)
            )
            {
                code.Line($"Stop{i}<TSink>(ref s);");
            }
        }

        ExploredCode.Note(emission, $"HasStarted[{phase}] = true;");
        code.Line($"s.Phase = {phase};");
        code.Line("s.PhaseEnding = 0;");
        code.Line("s.Order = 0;");
        code.Line("s.UntilCame = 0;");
        if (emission.Uses.LifeThreateningEvents)
        {
            code.Line("s.LifeThreatened = 0;");
        }

        code.Line($"int entry = {SignalCode.TellItem("PhaseStarts", phase)};");
        MeasureCode.WritePhaseStarts(emission);
        code.Open("if (TSink.IsOn)");
        code.Line("_causes.PhaseEntry = entry;");
        code.Close();
        code.Blank();
        foreach (var rule in emission.Uses.RulesOf(phase))
        {
            if (Features.HasRise(program.Rules[rule]) || Features.WhileOf(program.Rules[rule]) is not null)
            {
                code.Line($"s.Held{rule} = 0;");
            }

            TimerCode.Off(emission, emission.Uses.Timer(TimerKind.RuleTrigger, rule));
        }

        if (program.Phases[phase].For is { } length)
        {
            code.Line($"s.ForOver = s.Now + {ChanceCode.Span(emission, length, "entry")};");
        }

        for (var crowd = 0; crowd < program.Crowds.Length; crowd++)
        {
            if (program.Crowds[crowd].Phase == phase)
            {
                code.Open($"if (s.Expected{crowd} != 0)");
                code.Line($"s.Expected{crowd} = 0;");
                TimerCode.Set(emission, emission.Uses.Timer(TimerKind.CrowdGathers, crowd), "entry");
                code.Close();
                code.Blank();
            }
        }

        WriteTriggers(emission, phase);
    }

    public static void WritePhaseEnds(Emission emission, int phase)
    {
        var code = emission.Out;
        code.Line($"int entry = {SignalCode.TellItem("PhaseEnds", phase, "(int)argument")};");
        MeasureCode.WritePhaseEnds(emission, phase);
        code.Open("if (TSink.IsOn)");
        code.Line("_causes.PhaseEndEntry = entry;");
        code.Close();
        code.Blank();
        code.Line("s.EndReason = (int)argument;");
        code.Line("s.PhaseEnding = 1;");
        code.Line("s.ForOver = long.MaxValue;");
        WriteStop(emission, phase);
    }

    private static void WriteTriggers(Emission emission, int phase)
    {
        foreach (var rule in emission.Uses.RulesOf(phase))
        {
            if (Features.WhileOf(emission.Program.Rules[rule]) is null)
            {
                TimerCode.Set(emission, emission.Uses.Timer(TimerKind.RuleTrigger, rule), "entry");
            }
        }
    }

    private static void WriteStop(Emission emission, int phase)
    {
        foreach (var rule in emission.Uses.RulesOf(phase))
        {
            if (Features.TakesTime(emission.Program.Rules[rule]))
            {
                emission.Out.Line($"Stop{rule}<TSink>(ref s);");
            }

            TimerCode.Off(emission, emission.Uses.Timer(TimerKind.RuleTrigger, rule));
        }
    }
}
