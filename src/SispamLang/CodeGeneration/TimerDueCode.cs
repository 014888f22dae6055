using System.Collections.Immutable;
using System.Diagnostics;
using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Writes what each timer does when it is due.</summary>
internal static class TimerDueCode
{
    public static void WriteDue(Emission emission, int timer)
    {
        var (program, code) = (emission.Program, emission.Out);
        var slot = program.Timers[timer];
        code.Blank();
        code.Summary($"Due: {TimerCode.Describe(program, timer)}.");
        emission.InlineIfSmall();
        code.Open($"private void TimerDue{timer}<TSink>(ref State s, int cause){FileCode.Where}");
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
                        Literal.Of(behaviour.Site),
                        isFirst: true
                    );
                    break;
                }

                WriteAgain(emission, timer);
                break;
            case TimerKind.UnitArrives:
                Happens(SignalKind.UnitArrives, program.Units[slot.Subject].Site);
                break;
            case TimerKind.EventRolls:
                WriteAgain(emission, timer);
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

        void Enqueue(ItemCode item, int site) =>
            emission.Enqueue(item, "-1", "-1", "cause", Literal.Of(site), isFirst: true);
    }

    /// <summary>
    /// Writes the same for the short way, where the state is a copy. A timer that is due again at once is left to the long
    /// way.
    /// </summary>
    public static void WriteOnce(Emission emission, int timer)
    {
        var code = emission.Out;
        if (Period(emission.Program, timer) is not { } every)
        {
            code.Line($"TimerDue{timer}<TSink>(ref s, -1);");
            return;
        }

        WriteRoll(emission, timer, "-1");
        if (!ChanceCode.MayBeZero(every))
        {
            code.Line($"s.Due{timer} = s.Now + {ChanceCode.Span(emission, every, "-1")};");
            return;
        }

        code.Line($"long wait = {ChanceCode.Span(emission, every, "-1")};");
        code.Open("if (wait == 0)");
        code.Line("CopyAll(ref s, ref _state);");
        code.Line($"TimerDue{timer}<TSink>(ref _state, -1);");
        code.Line("return true;");
        code.Close();
        code.Blank();
        code.Line($"s.Due{timer} = s.Now + wait;");
    }

    /// <summary>What a timer can put into the queue.</summary>
    public static ImmutableArray<ItemCode> Items(DrillProgram program, int timer)
    {
        var slot = program.Timers[timer];
        return slot.Kind switch
        {
            TimerKind.CrowdGathers => [new ItemCode(SignalKind.CrowdGathers, slot.Subject)],
            TimerKind.CrowdGrows => [new ItemCode(SignalKind.CrowdGrows, slot.Subject)],
            TimerKind.CrowdBehaves when program.Crowds[slot.Subject].Behaviours[slot.Clause].Leaves =>
            [
                new ItemCode(SignalKind.CrowdDisperses, slot.Subject),
            ],
            TimerKind.CrowdBehaves =>
            [
                .. program
                    .Crowds[slot.Subject]
                    .Behaviours[slot.Clause]
                    .Outcomes.Where(outcome => outcome.Chance is { Param: >= 0 } or { Constant: > 0 })
                    .Select(outcome => new ItemCode(outcome.Kind, slot.Subject))
                    .Distinct(),
            ],
            TimerKind.UnitArrives => [new ItemCode(SignalKind.UnitArrives, slot.Subject)],
            TimerKind.EventRolls when program.Events[slot.Subject].Chance is { Param: < 0, Constant: <= 0 } => [],
            TimerKind.EventRolls or TimerKind.EventAtClock => [new ItemCode(SignalKind.EventHappens, slot.Subject)],
            TimerKind.RuleTrigger => [new ItemCode(ItemKind.RuleDue, slot.Subject)],
            TimerKind.RuleStep => [new ItemCode(ItemKind.StepEnds, slot.Subject)],
            TimerKind.InjectDue => [new ItemCode(ItemKind.InjectDue, slot.Subject)],
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The time after which the timer is due again, if it is one that rolls again and again.</summary>
    public static Span? Period(DrillProgram program, int timer)
    {
        var slot = program.Timers[timer];
        return slot.Kind switch
        {
            TimerKind.EventRolls => program.Events[slot.Subject].Every,
            TimerKind.CrowdBehaves when program.Crowds[slot.Subject].Behaviours[slot.Clause] is { Leaves: false } it =>
                it.Every,
            _ => null,
        };
    }

    private static void WriteRoll(Emission emission, int timer, string cause)
    {
        var (outcomes, stream, site) = RollOf(emission.Program, timer);
        ChanceCode.Roll(
            emission,
            outcomes,
            stream,
            cause,
            (outcome, by) =>
                emission.Enqueue(
                    new ItemCode(outcome.Kind, emission.Program.Timers[timer].Subject),
                    "-1",
                    "-1",
                    by,
                    Literal.Of(site),
                    isFirst: true
                )
        );
    }

    /// <summary>What a timer rolls that does so again and again.</summary>
    public static (ImmutableArray<Outcome> Outcomes, int Stream, int Site) RollOf(DrillProgram program, int timer)
    {
        var slot = program.Timers[timer];
        if (slot.Kind == TimerKind.EventRolls)
        {
            var @event = program.Events[slot.Subject];
            return ([new Outcome(SignalKind.EventHappens, @event.Chance)], @event.Stream, @event.Site);
        }

        var behaviour = program.Crowds[slot.Subject].Behaviours[slot.Clause];
        return (behaviour.Outcomes, behaviour.Stream, behaviour.Site);
    }

    // Rolls and sets the timer again. A time of zero means that it is due again at once.
    private static void WriteAgain(Emission emission, int timer)
    {
        var code = emission.Out;
        var every = Period(emission.Program, timer)!.Value;
        if (!ChanceCode.MayBeZero(every))
        {
            if (ExploredRolls.IsLate(emission, timer))
            {
                ExploredRolls.WriteEnqueue(emission, timer);
            }
            else
            {
                WriteRoll(emission, timer, "cause");
            }

            code.Line($"s.Due{timer} = s.Now + {ChanceCode.Span(emission, every, "cause")};");
            TimerSetCode.KeepCause(code, timer);
            return;
        }

        code.Line("long wait;");
        code.Open("do");
        WriteRoll(emission, timer, "cause");
        code.Line($"wait = {ChanceCode.Span(emission, every, "cause")};");
        code.Close();
        code.Line($"while (wait == 0 && s.Entered <= {DrillProgram.QueueCapacity});");
        code.Blank();
        code.Open("if (wait != 0)");
        code.Line($"s.Due{timer} = s.Now + wait;");
        TimerSetCode.KeepCause(code, timer);
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
            Literal.Of(spec.Growth.Site),
            isFirst: true
        );
        code.Open("if (step >= 10)");
        code.Line("return;");
        code.Close();
        code.Blank();
        code.Line($"long time = s.GrowthTime{crowd};");
        code.Line("long wait = time * (step + 1) / 10 / 1000 * 1000 - time * step / 10 / 1000 * 1000;");
        code.Open("if (wait > 0)");
        code.Line($"s.Due{timer} = s.Now + wait;");
        TimerSetCode.KeepCause(code, timer);
        code.Line("return;");
        code.Close();
        code.Close();
    }
}
