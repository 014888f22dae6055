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
            TimerSetCode.KeepCause(code, timer);
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
        TimerSetCode.KeepCause(code, timer);
        code.Line("return;");
        code.Close();
        code.Close();
    }
}
