using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Writes how each timer is set.</summary>
internal static class TimerSetCode
{
    public static void WriteSet(Emission emission, int timer)
    {
        var (program, code) = (emission.Program, emission.Out);
        var slot = program.Timers[timer];
        Span span;
        switch (slot.Kind)
        {
            case TimerKind.CrowdGathers:
                span = program.Crowds[slot.Subject].GathersAfter;
                break;
            case TimerKind.CrowdBehaves:
                span = program.Crowds[slot.Subject].Behaviours[slot.Clause].Every;
                break;
            case TimerKind.UnitArrives:
                span = program.Units[slot.Subject].ReadyIn;
                break;
            case TimerKind.EventRolls:
                span = program.Events[slot.Subject].Every!.Value;
                break;
            case TimerKind.InjectDue:
                span = program.Injects[slot.Subject].Within!.Value;
                break;
            case TimerKind.RuleTrigger when program.Rules[slot.Subject].Trigger is AfterTrigger after:
                span = after.Delay;
                break;
            case TimerKind.RuleTrigger when program.Rules[slot.Subject].Trigger is EveryTrigger every:
                span = every.Period;
                break;
            case TimerKind.RuleTrigger:
                WriteSetClock(emission, timer, ((ClockTrigger)program.Rules[slot.Subject].Trigger).AtMs);
                return;
            case TimerKind.EventAtClock:
                WriteSetClock(emission, timer, program.Events[slot.Subject].AtMs);
                return;
            case TimerKind.CrowdGrows:
                WriteSetGrowth(emission, timer, slot.Subject);
                return;
            default:
                // The time of a step depends on the step.
                return;
        }

        code.Blank();
        emission.InlineIfSmall();
        code.Open($"private void SetTimer{timer}<TSink>(ref State s, int cause){FileCode.Where}");
        WriteSpan(emission, timer, span, "cause", () => code.Line($"TimerDue{timer}<TSink>(ref s, cause);"));
        code.Close();
    }

    /// <summary>Writes that a timer is set to a span, and what to do at once if the span is zero.</summary>
    public static void WriteSpan(Emission emission, int timer, Span span, string cause, Action atOnce)
    {
        var code = emission.Out;
        switch (ChanceCode.Constant(span))
        {
            case 0:
                code.Line($"s.Due{timer} = long.MaxValue;");
                atOnce();
                return;
            case > 0:
                code.Line($"s.Due{timer} = s.Now + {emission.Amount(span.Low)};");
                KeepCause(emission, timer, cause);
                return;
        }

        code.Open();
        code.Line($"long wait = {ChanceCode.Span(emission, span, cause)};");
        code.Open("if (wait == 0)");
        code.Line($"s.Due{timer} = long.MaxValue;");
        atOnce();
        code.Close();
        code.Open("else");
        code.Line($"s.Due{timer} = s.Now + wait;");
        KeepCause(emission, timer, cause);
        code.Close();
        code.Close();
    }

    private static void WriteSetClock(Emission emission, int timer, long at)
    {
        var code = emission.Out;
        code.Blank();
        emission.InlineIfSmall();
        code.Open($"private void SetTimer{timer}<TSink>(ref State s, int cause){FileCode.Where}");
        code.Open($"if (s.Now < {Literal.Of(at)})");
        code.Line($"s.Due{timer} = {Literal.Of(at)};");
        KeepCause(code, timer);
        code.Close();
        code.Open($"else if (s.Now == {Literal.Of(at)})");
        code.Line($"TimerDue{timer}<TSink>(ref s, cause);");
        code.Close();
        code.Close();
    }

    private static void WriteSetGrowth(Emission emission, int timer, int crowd)
    {
        var code = emission.Out;
        var growth = emission.Program.Crowds[crowd].Growth!;
        code.Blank();
        emission.InlineIfSmall();
        code.Open($"private void SetTimer{timer}<TSink>(ref State s, int cause){FileCode.Where}");
        code.Line($"s.GrowthSteps{crowd} = 0;");
        code.Line($"s.GrowthTime{crowd} = {ChanceCode.Span(emission, growth.Over, "cause")};");
        code.Line($"long wait = s.GrowthTime{crowd} / 10 / 1000 * 1000;");
        code.Open("if (wait == 0)");
        code.Line($"s.Due{timer} = long.MaxValue;");
        code.Line($"TimerDue{timer}<TSink>(ref s, cause);");
        code.Close();
        code.Open("else");
        code.Line($"s.Due{timer} = s.Now + wait;");
        KeepCause(code, timer);
        code.Close();
        code.Close();
    }

    public static void KeepCause(CodeWriter code, int timer, string cause = "cause")
    {
        code.Open("if (TSink.IsOn)");
        code.Line($"_causes.DueCause{timer} = {cause};");
        code.Close();
    }

    public static void KeepCause(Emission emission, int timer, string cause)
    {
        if (emission.Program.Timers[timer].Kind != TimerKind.RuleStep)
        {
            KeepCause(emission.Out, timer, cause);
        }
    }
}
