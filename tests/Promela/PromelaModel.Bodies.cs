using System.Collections.Immutable;
using SispamLang.Programs;

namespace SispamLang.Tests.Promela;

// Procedures: each body is a function that runs from step pc up to where it stands, or to its end.
internal sealed partial class PromelaModel
{
    private bool Repeats(RuleSpec rule) => rule.Body.Any(i => i is MarkNext);

    private static bool Counts(RuleSpec rule) => rule.Body.Any(i => i is SetCount);

    private static Until? UntilOf(Instruction step) =>
        step switch
        {
            WaitForNext i => i.Until,
            WaitUntil i => i.Until,
            Last i => i.Until,
            Muster i => i.Until,
            _ => null,
        };

    private void WriteBody(int rule)
    {
        ImmutableArray<Instruction> body = _program.Rules[rule].Body;
        SortedSet<int> begins = [0, body.Length];
        for (int step = 0; step < body.Length; step++)
        {
            (bool branches, int target) = Branch(body[step]);
            if (branches)
            {
                begins.Add(step + 1);
                begins.Add(Math.Max(target, 0));
            }
        }

        Block(
            "for (;;) {",
            () =>
                _text.Switch(
                    "pc",
                    begins.Where(b => b < body.Length).Select(b => (b, (Action)(() => WriteSteps(rule, b, begins)))),
                    () => WriteEnd(rule)
                )
        );
    }

    // Whether a step does not always go on to the next, and where else it goes.
    private static (bool, int) Branch(Instruction step) =>
        step switch
        {
            Jump i => (true, i.Target),
            JumpUnless i => (true, i.Target),
            Chance i => (true, i.Target),
            CountDown i => (true, i.Target),
            WaitForNext i => (true, i.Target),
            WaitUntil i => (true, i.Target),
            Muster i => (true, i.Target),
            Last i => (true, i.CutTarget),
            Wait or Yield => (true, -1),
            _ => (false, -1),
        };

    private void WriteSteps(int rule, int first, SortedSet<int> begins)
    {
        int step = first;
        do
        {
            WriteStep(rule, step, _program.Rules[rule].Body[step]);
            step++;
        } while (!begins.Contains(step));

        if (!Branch(_program.Rules[rule].Body[step - 1]).Item1)
        {
            Line($"pc = {step};");
        }
    }

    private void WriteEnd(int rule)
    {
        RuleSpec spec = _program.Rules[rule];
        Line($"step_{rule} = 0;");
        if (spec.Trigger is RiseTrigger rise)
        {
            If(
                $"rise_{rule}",
                () =>
                {
                    Line($"rise_{rule} = 0;");
                    If(
                        $"{Holds(rise.Condition)} && {HoldsOrNone(spec.Guard)}",
                        () => Line("pc = 0;"),
                        () => Line("return;")
                    );
                },
                () => Line("return;")
            );
        }
        else
        {
            Line("return;");
        }
    }

    private void Stand(int rule, int step) => Line($"step_{rule} = {step + 1}; return;");

    private void StandFor(int rule, int step, long steps, int target)
    {
        if (steps > 0)
        {
            Line($"timer_{Timer(TimerKind.RuleStep, rule)} = {steps + 1};");
            Stand(rule, step);
        }
        else
        {
            Line($"pc = {target};");
        }
    }

    private void WriteStep(int rule, int step, Instruction instruction)
    {
        int next = step + 1;
        switch (instruction)
        {
            case Deploy i:
                WriteDeploy(i);
                break;
            case Withdraw i:
                WriteWithdraw(i);
                break;
            case Announce or SendInject:
                break;
            case RaiseEvent i:
                Enqueue(SignalKind.EventHappens, i.Event, i.By);
                break;
            case CrowdHappens i:
                Enqueue(i.Kind, i.Crowd, i.By);
                break;
            case AddToCounter i:
                SetCounter(i.Counter, $"count_{i.Counter} + ({PromelaConditions.Constant(i.Value)})");
                break;
            case SetCounter i:
                long least = _program.Counters[i.Counter].Min;
                SetCounter(i.Counter, $"({PromelaConditions.Constant(i.Value)}) - ({least})");
                break;
            case Leave i:
                string counts = i.Kind == LeaveKind.EndDrill ? $"order != {(int)i.Kind + 1}" : "order == 0";
                If(counts, () => Line($"order = {(int)i.Kind + 1}; ordered = {i.Phase + 1};"));
                break;
            case Jump i:
                Line($"pc = {i.Target};");
                break;
            case JumpUnless i:
                If(Holds(i.Condition), () => Line($"pc = {next};"), () => Line($"pc = {i.Target};"));
                break;
            case Chance i:
                Roll(DrawOf(rule, step), _ => Line($"pc = {next};"), () => Line($"pc = {i.Target};"));
                break;
            case SetCount i:
                Line($"times_{rule} = {PromelaConditions.Constant(i.Value)};");
                break;
            case CountDown i:
                If(
                    $"times_{rule} > 1",
                    () => Line($"times_{rule}--; pc = {next};"),
                    () => Line($"times_{rule} = 0; pc = {i.Target};")
                );
                break;
            case MarkNext i:
                Line($"noted_{rule} = {Steps(i.Period) + 1};");
                break;
            case Begin i:
                Line($"under_{i.Activity}++; act_{rule} = {i.Activity + 1};");
                Enqueue(SignalKind.ActivityStarts, i.Activity, i.By);
                break;
            case Finish i:
                EndActivity(rule, i.Activity, i.By);
                ActivitySpec activity = _program.Activities[i.Activity];
                Roll(DrawOf(rule, step), outcome => Enqueue(activity.Effects[outcome].Kind, activity.Crowd));
                break;
            case CutShort i:
                EndActivity(rule, i.Activity, i.By);
                break;
            case Yield:
                Line($"way_{rule} = {next + 1};");
                Enqueue(PromelaItems.StepEnds, rule);
                Stand(rule, step);
                break;
            default:
                WriteWait(rule, step, instruction);
                break;
        }
    }

    private void WriteWait(int rule, int step, Instruction instruction)
    {
        int next = step + 1;
        switch (instruction)
        {
            case Wait i:
                StandFor(rule, step, Steps(i.Time), next);
                break;
            case WaitForNext i:
                If(
                    UntilHolds(rule, i.Until),
                    () => Line($"pc = {i.Target};"),
                    () =>
                        If(
                            $"noted_{rule} > 1",
                            () =>
                            {
                                Line($"timer_{Timer(TimerKind.RuleStep, rule)} = noted_{rule}; noted_{rule} = 0;");
                                Stand(rule, step);
                            },
                            () => Line($"pc = {next};")
                        )
                );
                break;
            case WaitUntil i:
                If(
                    UntilHolds(rule, i.Until),
                    () => Line($"pc = {next};"),
                    () =>
                    {
                        if (i.Timeout is { } timeout)
                        {
                            StandFor(rule, step, Steps(timeout), i.Target);
                        }
                        else
                        {
                            Stand(rule, step);
                        }
                    }
                );
                break;
            case Last i:
                If(
                    UntilHolds(rule, i.Until),
                    () => Line($"pc = {i.CutTarget};"),
                    () => StandFor(rule, step, Steps(i.Time), next)
                );
                break;
            case Muster i:
                LookAtMuster(rule, i, next);
                If("go > 0", () => Line("pc = go - 1;"), () => Stand(rule, step));
                break;
            default:
                throw new NotSupportedException($"a step: {instruction.GetType().Name}");
        }
    }

    private string UntilHolds(int rule, Until? until) =>
        until is null ? "0"
        : until.Condition is null ? $"until_{rule}"
        : $"(until_{rule} || {Holds(until.Condition)})";
}
