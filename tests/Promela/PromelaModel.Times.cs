using SispamLang.Programs;

namespace SispamLang.Tests.Promela;

// What is pending, how time passes to it, and what happens then.
internal sealed partial class PromelaModel
{
    private IEnumerable<long> Times() =>
        [
            .. _program.Units.Select(u => PromelaFragment.Fixed(u.ReadyIn)),
            .. _program.Crowds.Select(c => PromelaFragment.Fixed(c.GathersAfter)),
            .. _program.Crowds.SelectMany(c => c.Behaviours.Select(b => PromelaFragment.Fixed(b.Every))),
            .. _program.Events.Where(e => e.Every is not null).Select(e => PromelaFragment.Fixed(e.Every!.Value)),
            .. _program.Events.Where(e => e.AtMs >= 0).Select(e => e.AtMs),
            .. _program.Phases.Where(p => p.For is not null).Select(p => PromelaFragment.Fixed(p.For!.Value)),
            .. _program.Rules.Select(r => TimeOf(r.Trigger)),
            .. _program.Rules.SelectMany(r => r.Body.Select(TimeOf)),
            .. _program
                .Properties.Where(p => p.Within is not null)
                .Select(p => PromelaConditions.Constant(p.Within!.Value)),
        ];

    private static long TimeOf(Trigger trigger) =>
        trigger switch
        {
            AfterTrigger t => PromelaFragment.Fixed(t.Delay),
            EveryTrigger t => PromelaFragment.Fixed(t.Period),
            _ => 0,
        };

    private static long TimeOf(Instruction step) =>
        step switch
        {
            MarkNext s => PromelaFragment.Fixed(s.Period),
            Wait s => PromelaFragment.Fixed(s.Time),
            WaitUntil { Timeout: { } timeout } => PromelaFragment.Fixed(timeout),
            Last s => PromelaFragment.Fixed(s.Time),
            _ => 0,
        };

    private static long Divisor(long one, long other) => other == 0 ? one : Divisor(other, one % other);

    private long Steps(Span span) => PromelaFragment.Fixed(span) / _stepMs;

    private int Timer(TimerKind kind, int subject, int clause = 0) =>
        _program.Timers.IndexOf(new TimerSlot(kind, subject, clause));

    private IEnumerable<string> Pending() =>
        [
            .. _program.Timers.Select((_, i) => $"timer_{i}"),
            "phase_for",
            .. _program.Rules.Index().Where(r => Repeats(r.Item)).Select(r => $"noted_{r.Index}"),
        ];

    private IEnumerable<string> Deadlines() =>
        _program.Properties.Index().Where(p => p.Item.Within is not null).Select(p => $"deadline_{p.Index}");

    private void PassTime()
    {
        Line($"least = {_ends + 1} - clock;");
        foreach (string time in Pending())
        {
            If($"{time} > 0 && {time} < least", () => Line($"least = {time};"));
        }

        Line("least = least - 1; clock = clock + least;");
        foreach (string time in Pending())
        {
            If($"{time} > 0", () => Line($"{time} = {time} - least;"));
        }

        // What should have come before now has not.
        foreach (string deadline in Deadlines())
        {
            If(
                $"{deadline} > least",
                () => Line($"{deadline} = {deadline} - least;"),
                () => If($"{deadline} > 0", () => Line(Failed))
            );
        }

        Line("least = 0;");
    }

    private void Set(int timer, long steps)
    {
        if (steps > 0)
        {
            Line($"timer_{timer} = {steps + 1};");
        }
        else
        {
            Line($"timer_{timer} = 0;");
            IsDue(timer);
        }
    }

    private void CollectDue()
    {
        for (int i = 0; i < _program.Timers.Length; i++)
        {
            int timer = i;
            If(
                $"timer_{timer} == 1",
                () =>
                {
                    Line($"timer_{timer} = 0;");
                    IsDue(timer);
                }
            );
        }
    }

    private void IsDue(int timer)
    {
        (TimerKind kind, int subject, int clause) = _program.Timers[timer];
        switch (kind)
        {
            case TimerKind.CrowdGathers:
                Enqueue(SignalKind.CrowdGathers, subject);
                break;
            case TimerKind.EventAtClock:
                Enqueue(SignalKind.EventHappens, subject);
                break;
            case TimerKind.UnitArrives:
                Enqueue(SignalKind.UnitArrives, subject);
                break;
            case TimerKind.RuleTrigger:
                Enqueue(PromelaItems.RuleDue, subject);
                break;
            case TimerKind.RuleStep:
                Line($"way_{subject} = {WayAfterTime(subject)};");
                Enqueue(PromelaItems.StepEnds, subject);
                break;
            case TimerKind.CrowdBehaves when _program.Crowds[subject].Behaviours[clause] is var behaviour:
                if (behaviour.Leaves)
                {
                    Enqueue(SignalKind.CrowdDisperses, subject);
                    break;
                }

                Roll(DrawOf(timer), outcome => Enqueue(behaviour.Outcomes[outcome].Kind, subject));
                Set(timer, RepeatSteps(behaviour.Every));
                break;
            case TimerKind.EventRolls:
                Roll(DrawOf(timer), _ => Enqueue(SignalKind.EventHappens, subject));
                Set(timer, RepeatSteps(_program.Events[subject].Every!.Value));
                break;
            default:
                throw new NotSupportedException(kind.ToString());
        }
    }

    private long RepeatSteps(Span every)
    {
        long steps = Steps(every);
        PromelaFragment.Refuse(steps == 0, "a roll without a time in between");
        return steps;
    }
}
