using System.Diagnostics;
using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Writes the timers: when the next is due, what each does, and how each is set.</summary>
internal static class TimerCode
{
    /// <summary>Up to so many timers are looked at one by one; more are gone through as a span.</summary>
    private const int Few = 12;

    public static void Write(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        WriteNext(emission);
        WriteCollect(emission);
        for (var i = 0; i < program.Timers.Length; i++)
        {
            WriteDue(emission, i);
            WriteSet(emission, i);
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
            emission.Out.Line($"SetTimer{timer}<TSink>({cause});");
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
        code.Open("private void CollectDue<TSink>()" + FileCode.Where);
        code.Line("ref State s = ref _state;");
        code.Line("long now = s.Now;");
        if (program.Timers.Length <= Few)
        {
            for (var i = 0; i < program.Timers.Length; i++)
            {
                code.Open($"if (s.Due{i} == now)");
                code.Line($"s.Due{i} = long.MaxValue;");
                code.Line($"TimerDue{i}<TSink>({Cause(program, i)});");
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
            code.Line("timers[i] = long.MaxValue;");
            code.Open("switch (i)");
            for (var i = 0; i < program.Timers.Length; i++)
            {
                code.Line($"case {i}:");
                code.Indent();
                code.Line($"TimerDue{i}<TSink>({Cause(program, i)});");
                code.Line("break;");
                code.Outdent();
            }

            code.Close();
            code.Close();
        }

        code.Close();
    }

    private static string Cause(DrillProgram program, int timer) =>
        program.Timers[timer].Kind == TimerKind.RuleStep ? "-1" : $"TSink.IsOn ? s.DueCause{timer} : -1";

    private static void WriteDue(Emission emission, int timer)
    {
        var (program, code) = (emission.Program, emission.Out);
        var slot = program.Timers[timer];
        code.Blank();
        code.Summary($"Due: {Describe(program, timer)}.");
        code.Open($"private void TimerDue{timer}<TSink>(int cause){FileCode.Where}");
        code.Line("ref State s = ref _state;");
        switch (slot.Kind)
        {
            case TimerKind.CrowdGathers:
                Happens(SignalKind.CrowdGathers, program.Crowds[slot.Subject].Site);
                break;
            case TimerKind.CrowdGrows:
                WriteGrowth(emission, timer, slot.Subject);
                break;
            case TimerKind.CrowdBehaves:
                var behaviour = program.Crowds[slot.Subject].Behaviours[slot.Clause];
                if (behaviour.Leaves)
                {
                    emission.Enqueue(
                        new ItemCode(SignalKind.CrowdDisperses, slot.Subject),
                        "1",
                        "-1",
                        "cause",
                        Literal.Of(behaviour.Site)
                    );
                    break;
                }

                WriteAgain(
                    emission,
                    timer,
                    behaviour.Every,
                    () =>
                        ChanceCode.Roll(
                            emission,
                            behaviour.Outcomes,
                            behaviour.Stream,
                            "cause",
                            (outcome, cause) =>
                                emission.Enqueue(
                                    new ItemCode(outcome.Kind, slot.Subject),
                                    "-1",
                                    "-1",
                                    cause,
                                    Literal.Of(behaviour.Site)
                                )
                        )
                );
                break;
            case TimerKind.UnitArrives:
                Happens(SignalKind.UnitArrives, program.Units[slot.Subject].Site);
                break;
            case TimerKind.EventRolls:
                var @event = program.Events[slot.Subject];
                WriteAgain(
                    emission,
                    timer,
                    @event.Every!.Value,
                    () =>
                        ChanceCode.Roll(
                            emission,
                            [new Outcome(SignalKind.EventHappens, @event.Chance)],
                            @event.Stream,
                            "cause",
                            (_, cause) =>
                                emission.Enqueue(
                                    new ItemCode(SignalKind.EventHappens, slot.Subject),
                                    "-1",
                                    "-1",
                                    cause,
                                    Literal.Of(@event.Site)
                                )
                        )
                );
                break;
            case TimerKind.EventAtClock:
                Happens(SignalKind.EventHappens, program.Events[slot.Subject].Site);
                break;
            case TimerKind.RuleTrigger:
                Enqueue(new ItemCode(ItemKind.RuleDue, slot.Subject), program.Rules[slot.Subject].Site);
                break;
            case TimerKind.RuleStep:
                RuleCode.WriteStepOver(emission, slot.Subject);
                Enqueue(new ItemCode(ItemKind.StepEnds, slot.Subject), program.Rules[slot.Subject].Site);
                break;
            case TimerKind.InjectDue:
                Enqueue(new ItemCode(ItemKind.InjectDue, slot.Subject), program.Injects[slot.Subject].Site);
                break;
            default:
                throw new UnreachableException();
        }

        code.Close();

        void Happens(SignalKind kind, int site) => Enqueue(new ItemCode(kind, slot.Subject), site);

        void Enqueue(ItemCode item, int site) => emission.Enqueue(item, "-1", "-1", "cause", Literal.Of(site));
    }

    // Does something and sets the timer again. A time of zero means that it is due again at once.
    private static void WriteAgain(Emission emission, int timer, Span every, Action something)
    {
        var code = emission.Out;
        if (ChanceCode.Constant(every) is > 0)
        {
            something();
            code.Line($"s.Due{timer} = s.Now + {emission.Amount(every.Low)};");
            KeepCause(code, timer);
            return;
        }

        code.Line("long wait;");
        code.Open("do");
        something();
        code.Line($"wait = {ChanceCode.Span(emission, every, "cause")};");
        code.Close();
        code.Line("while (wait == 0 && !_isFull);");
        code.Blank();
        code.Open("if (wait != 0)");
        code.Line($"s.Due{timer} = s.Now + wait;");
        KeepCause(code, timer);
        code.Close();
    }

    private static void WriteGrowth(Emission emission, int timer, int crowd)
    {
        var code = emission.Out;
        var spec = emission.Program.Crowds[crowd];
        var people = emission.Amount(spec.People);
        var to = emission.Amount(spec.Growth!.To);
        code.Open("while (true)");
        code.Line($"int step = ++s.GrowthSteps{crowd};");
        emission.Enqueue(
            new ItemCode(SignalKind.CrowdGrows, crowd),
            $"{people} + ({to} - {people}) * step / 10",
            "-1",
            "cause",
            Literal.Of(spec.Growth.Site)
        );
        code.Open("if (step >= 10)");
        code.Line("return;");
        code.Close();
        code.Blank();
        code.Line($"long time = s.GrowthTime{crowd};");
        code.Line("long wait = time * (step + 1) / 10 / 1000 * 1000 - time * step / 10 / 1000 * 1000;");
        code.Open("if (wait > 0)");
        code.Line($"s.Due{timer} = s.Now + wait;");
        KeepCause(code, timer);
        code.Line("return;");
        code.Close();
        code.Close();
    }

    private static void WriteSet(Emission emission, int timer)
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
        code.Open($"private void SetTimer{timer}<TSink>(int cause){FileCode.Where}");
        code.Line("ref State s = ref _state;");
        WriteSpan(emission, timer, span, "cause", () => code.Line($"TimerDue{timer}<TSink>(cause);"));
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
        code.Open($"private void SetTimer{timer}<TSink>(int cause){FileCode.Where}");
        code.Line("ref State s = ref _state;");
        code.Open($"if (s.Now < {Literal.Of(at)})");
        code.Line($"s.Due{timer} = {Literal.Of(at)};");
        KeepCause(code, timer);
        code.Close();
        code.Open($"else if (s.Now == {Literal.Of(at)})");
        code.Line($"TimerDue{timer}<TSink>(cause);");
        code.Close();
        code.Close();
    }

    private static void WriteSetGrowth(Emission emission, int timer, int crowd)
    {
        var code = emission.Out;
        var growth = emission.Program.Crowds[crowd].Growth!;
        code.Blank();
        code.Open($"private void SetTimer{timer}<TSink>(int cause){FileCode.Where}");
        code.Line("ref State s = ref _state;");
        code.Line($"s.GrowthSteps{crowd} = 0;");
        code.Line($"s.GrowthTime{crowd} = {ChanceCode.Span(emission, growth.Over, "cause")};");
        code.Line($"long wait = s.GrowthTime{crowd} / 10 / 1000 * 1000;");
        code.Open("if (wait == 0)");
        code.Line($"s.Due{timer} = long.MaxValue;");
        code.Line($"TimerDue{timer}<TSink>(cause);");
        code.Close();
        code.Open("else");
        code.Line($"s.Due{timer} = s.Now + wait;");
        KeepCause(code, timer);
        code.Close();
        code.Close();
    }

    private static void KeepCause(CodeWriter code, int timer, string cause = "cause")
    {
        code.Open("if (TSink.IsOn)");
        code.Line($"s.DueCause{timer} = {cause};");
        code.Close();
    }

    private static void KeepCause(Emission emission, int timer, string cause)
    {
        if (emission.Program.Timers[timer].Kind != TimerKind.RuleStep)
        {
            KeepCause(emission.Out, timer, cause);
        }
    }

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
