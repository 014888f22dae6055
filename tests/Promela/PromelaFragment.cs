using SispamLang.Programs;

namespace SispamLang.Tests.Promela;

/// <summary>Which drills can be written as Promela: those whose times are all fixed, and that do nothing of the rest named here.</summary>
internal static class PromelaFragment
{
    /// <summary>Refuses a drill that says something that is not written as Promela.</summary>
    /// <exception cref="NotSupportedException">Names the first such thing.</exception>
    public static void Check(DrillProgram program)
    {
        foreach (TimerSlot timer in program.Timers)
        {
            Refuse(timer.Kind == TimerKind.CrowdGrows, "a crowd grows");
            Refuse(timer.Kind == TimerKind.InjectDue, "an inject with a deadline");
        }

        Refuse(!program.Formations.IsEmpty, "a formation");
        Refuse(program.Events.Any(e => e.IsLifeThreatening), "a life-threatening event");
        Refuse(program.Crowds.Any(c => c.IsLifeThreatening), "a life-threatening crowd");
        Refuse(program.Phases.Any(p => p.For is null && p.Until is null), "a phase without an end");
        foreach (RuleSpec rule in program.Rules)
        {
            Refuse(rule.Trigger is ClockTrigger, "a rule at a clock time");
            foreach (Instruction step in rule.Body)
            {
                Check(step);
            }
        }

        foreach (PropertySpec property in program.Properties)
        {
            Refuse(property.Share >= 0, "a property of many runs");
        }
    }

    /// <summary>A fixed time, in milliseconds.</summary>
    public static long Fixed(Span span)
    {
        long low = PromelaConditions.Constant(span.Low);
        Refuse(PromelaConditions.Constant(span.High) > low, "a time that is left to chance");
        return low;
    }

    /// <summary>Refuses something.</summary>
    public static void Refuse(bool isThere, string what)
    {
        if (isThere)
        {
            throw new NotSupportedException(what + " is not written as Promela.");
        }
    }

    private static void Check(Instruction step)
    {
        Refuse(step is Pause, "a pause");
        Refuse(step is AwaitHandOver, "a hand-over");
        Refuse(step is StopActivities, "an order to stop a tactic");
        Refuse(step is TakeControl, "a change of control");
        Refuse(
            step is CrowdHappens { Kind: SignalKind.CrowdMoves or SignalKind.CrowdJoins },
            "a crowd that moves or joins"
        );
    }
}
