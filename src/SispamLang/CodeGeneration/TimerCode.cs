using System.Diagnostics;
using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Writes the timers: when the next is due, what each does, and how each is set.</summary>
internal static class TimerCode
{
    /// <summary>Up to so many timers are looked at one by one; more are gone through as a span.</summary>
    public const int Few = 12;

    public static void Write(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        WriteNext(emission);
        WriteCollect(emission);
        for (var i = 0; i < program.Timers.Length; i++)
        {
            TimerDueCode.WriteDue(emission, i);
            TimerSetCode.WriteSet(emission, i);
        }

        if (program.Timers.Length > 0)
        {
            code.Blank();
            code.Summary("All timers.");
            code.Line(
                "private static global::System.Span<long> Timers(ref State s) => "
                    + $"global::System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref s.Due0, {program.Timers.Length});"
            );
        }
    }

    /// <summary>A timer for people.</summary>
    public static string Describe(DrillProgram program, int timer)
    {
        var slot = program.Timers[timer];
        return Comment.Plain(
            slot.Kind switch
            {
                TimerKind.CrowdGathers => program.Crowds[slot.Subject].Name + " gathers",
                TimerKind.CrowdGrows => program.Crowds[slot.Subject].Name + " grows",
                TimerKind.CrowdBehaves => program.Crowds[slot.Subject].Name + " behaves",
                TimerKind.UnitArrives => program.Units[slot.Subject].Name + " arrives",
                TimerKind.EventRolls => program.Events[slot.Subject].Name + " may happen",
                TimerKind.EventAtClock => program.Events[slot.Subject].Name + " happens",
                TimerKind.RuleTrigger => "rule fires: " + program.Rules[slot.Subject].Text,
                TimerKind.RuleStep => "step is over: " + program.Rules[slot.Subject].Text,
                TimerKind.InjectDue => "answer is due: " + program.Injects[slot.Subject].Text,
                _ => throw new UnreachableException(),
            }
        );
    }

    /// <summary>Writes that a timer is set by the span that belongs to it.</summary>
    public static void Set(Emission emission, int timer, string cause)
    {
        if (timer >= 0)
        {
            emission.Out.Line($"SetTimer{timer}<TSink>(ref s, {cause});");
        }
    }

    /// <summary>Writes that a timer is off.</summary>
    public static void Off(Emission emission, int timer)
    {
        if (timer >= 0)
        {
            emission.Out.Line($"s.Due{timer} = long.MaxValue;");
        }
    }

    /// <summary>Writes that all timers are off.</summary>
    public static void WriteAllOff(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        if (program.Timers.Length > Few)
        {
            code.Line("Timers(ref s).Fill(long.MaxValue);");
            return;
        }

        for (var i = 0; i < program.Timers.Length; i++)
        {
            Off(emission, i);
        }
    }

    private static bool IsClock(DrillProgram program, TimerSlot slot) =>
        slot.Kind == TimerKind.EventAtClock
        || (slot.Kind == TimerKind.RuleTrigger && program.Rules[slot.Subject].Trigger is ClockTrigger);

    private static void WriteNext(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Summary("When something is due next.");
        code.Line(FileCode.Inline);
        code.Open("private static long NextInstant(ref State s)");
        code.Line($"long next = {emission.Amount(program.Facts.EndsAfter)};");
        if (program.Phases.Any(phase => phase.For is not null))
        {
            code.Line("next = global::System.Math.Min(next, s.ForOver);");
        }

        if (program.Timers.Length <= Few)
        {
            for (var i = 0; i < program.Timers.Length; i++)
            {
                code.Line($"next = global::System.Math.Min(next, s.Due{i});");
            }
        }
        else
        {
            code.Line("global::System.Span<long> timers = Timers(ref s);");
            code.Line("var least = new global::System.Numerics.Vector<long>(next);");
            code.Line("int i = 0;");
            code.Open(
                "for (; i <= timers.Length - global::System.Numerics.Vector<long>.Count; i += global::System.Numerics.Vector<long>.Count)"
            );
            code.Line(
                "least = global::System.Numerics.Vector.Min(least, new global::System.Numerics.Vector<long>(timers.Slice(i)));"
            );
            code.Close();
            code.Blank();
            code.Open("for (int lane = 0; lane < global::System.Numerics.Vector<long>.Count; lane++)");
            code.Line("next = global::System.Math.Min(next, least[lane]);");
            code.Close();
            code.Blank();
            code.Open("for (; i < timers.Length; i++)");
            code.Line("next = global::System.Math.Min(next, timers[i]);");
            code.Close();
        }

        code.Blank();
        code.Line("return next;");
        code.Close();
    }

    private static void WriteCollect(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Summary("Does what is due now, in the order of the timers.");
        code.Open("private void CollectDue<TSink>(ref State s)" + FileCode.Where);
        code.Line("long now = s.Now;");
        if (program.Timers.Length <= Few)
        {
            for (var i = 0; i < program.Timers.Length; i++)
            {
                code.Open($"if (s.Due{i} == now)");
                code.Line($"s.Due{i} = long.MaxValue;");
                code.Line($"TimerDue{i}<TSink>(ref s, {Cause(program, i)});");
                code.Close();
                code.Blank();
            }
        }
        else
        {
            code.Line("global::System.Span<long> timers = Timers(ref s);");
            code.Open("for (int i = 0; i < timers.Length; i++)");
            code.Line("int found = global::System.MemoryExtensions.IndexOf(timers.Slice(i), now);");
            code.Open("if (found < 0)");
            code.Line("return;");
            code.Close();
            code.Blank();
            code.Line("i += found;");
            WriteDo(emission, "TSink");
            code.Close();
        }

        code.Close();
    }

    /// <summary>Writes that timer <c>i</c> of <c>timers</c> is off, and what it does.</summary>
    public static void WriteDo(Emission emission, string sink)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Line("timers[i] = long.MaxValue;");
        code.Open("switch (i)");
        for (var i = 0; i < program.Timers.Length; i++)
        {
            code.Line($"case {i}:");
            code.Indent();
            code.Line($"TimerDue{i}<{sink}>(ref s, {Cause(program, i).Replace("TSink", sink)});");
            code.Line("break;");
            code.Outdent();
        }

        code.Close();
    }

    /// <summary>An expression for the entry that set a timer.</summary>
    public static string Cause(DrillProgram program, int timer) =>
        program.Timers[timer].Kind == TimerKind.RuleStep ? "-1" : $"TSink.IsOn ? _causes.DueCause{timer} : -1";

    /// <summary>Writes that every timer moves by a pause: clock times to its end at the earliest.</summary>
    public static void WriteShift(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        var clocks = Enumerable
            .Range(0, program.Timers.Length)
            .Where(i => IsClock(program, program.Timers[i]))
            .ToList();
        foreach (var clock in clocks)
        {
            code.Line($"long clock{clock} = s.Due{clock};");
        }

        code.Open("foreach (ref long due in Timers(ref s))");
        code.Open("if (due != long.MaxValue)");
        code.Line("due += pause;");
        code.Close();
        code.Close();
        code.Blank();
        foreach (var clock in clocks)
        {
            code.Line($"s.Due{clock} = global::System.Math.Max(clock{clock}, s.PauseEnd);");
        }
    }
}
