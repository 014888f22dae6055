using System.Collections.Immutable;
using SispamLang.Programs;

namespace SispamLang.Tests.Promela;

// Which rules answer an item, and what goes on when all is done that it led to.
internal sealed partial class PromelaModel
{
    private bool IsRise(int rule) => _program.Rules[rule].Trigger is RiseTrigger;

    private bool HasHeld(int rule) => _program.Rules[rule].Trigger is RiseTrigger or EveryTrigger { While: not null };

    private string Listens(int rule) =>
        _program.Rules[rule].Phase is >= 0 and var phase ? $"(phase == {phase} && !phase_ending)" : "!drill_ending";

    private void MarkUntils(PromelaItem item)
    {
        for (int i = 0; i < _program.Rules.Length; i++)
        {
            int rule = i;
            ImmutableArray<Instruction> body = _program.Rules[rule].Body;
            IEnumerable<string> steps = Enumerable
                .Range(0, body.Length)
                .Where(s => UntilOf(body[s]) is { } until && PromelaItems.Matches(until.Signals, item))
                .Select(s => $"step_{rule} == {s + 1}");
            if (steps.Any())
            {
                If(PromelaConditions.Any(steps), () => Line($"until_{rule} = 1;"));
            }
        }

        for (int phase = 0; phase < _program.Phases.Length; phase++)
        {
            if (_program.Phases[phase].Until is { } until && PromelaItems.Matches(until.Signals, item))
            {
                If($"phase == {phase} && !phase_ending", () => Line("until_has_come = 1;"));
            }
        }
    }

    private void Trigger(PromelaItem item)
    {
        for (int i = 0; i < _program.Rules.Length; i++)
        {
            int rule = i;
            RuleSpec spec = _program.Rules[rule];
            if (item.Kind == PromelaItems.RuleDue)
            {
                if (item.Subject == rule)
                {
                    TriggerRule(rule);
                }

                continue;
            }

            bool atEnd =
                spec.Phase < 0
                    ? item.Kind == SignalKind.DrillEnds
                    : item.Kind == SignalKind.PhaseEnds && item.Subject == spec.Phase;
            if (spec.Trigger is SignalTrigger trigger && PromelaItems.Matches(trigger.Signals, item))
            {
                If(atEnd ? "1" : Listens(rule), () => TriggerRule(rule));
            }
        }
    }

    private void TriggerRule(int rule) =>
        If($"{HoldsOrNone(_program.Rules[rule].Guard)} && step_{rule} == 0", () => Line($"pc = 0; run_{rule}();"));

    private void GoOn(int rule)
    {
        Line($"way_{rule} = 0; until_{rule} = 0;");
        TurnOff(TimerKind.RuleStep, rule);
        Line($"run_{rule}();");
    }

    private void Sweep(int rule)
    {
        LookAgain(rule);
        RuleSpec spec = _program.Rules[rule];
        if (spec.Trigger is RiseTrigger rise)
        {
            Action fires = () =>
                If(
                    HoldsOrNone(spec.Guard),
                    () => If($"step_{rule} > 0", () => Line($"rise_{rule} = 1;"), () => Line($"pc = 0; run_{rule}();"))
                );
            If(
                Listens(rule),
                () => If(Holds(rise.Condition), () => Rises(rule, fires), () => Line($"held_{rule} = 0;"))
            );
        }
        else if (spec.Trigger is EveryTrigger { While: { } condition } every)
        {
            int timer = Timer(TimerKind.RuleTrigger, rule);
            If(
                Listens(rule),
                () =>
                    If(
                        Holds(condition),
                        () => Rises(rule, () => Set(timer, RepeatSteps(every.Period))),
                        () => Line($"held_{rule} = 0; timer_{timer} = 0;")
                    )
            );
        }
    }

    private void Rises(int rule, Action then) =>
        If(
            $"!held_{rule}",
            () =>
            {
                Line($"held_{rule} = 1;");
                then();
            }
        );

    private void LookAgain(int rule)
    {
        ImmutableArray<Instruction> body = _program.Rules[rule].Body;
        List<(int, Action)> options = [];
        for (int i = 0; i < body.Length; i++)
        {
            int step = i;
            Action? look = body[step] switch
            {
                Muster m => () => LookAtMuster(rule, m, step + 1),
                WaitForNext { Until: not null } w => () => Leave(w.Until, w.Target),
                WaitUntil w => () => Leave(w.Until, step + 1),
                Last { Until: not null } l => () => Leave(l.Until, l.CutTarget),
                _ => null,
            };
            if (look is not null)
            {
                options.Add((step + 1, look));
            }
        }

        if (options.Count == 0)
        {
            return;
        }

        Line("go = 0;");
        _text.Switch($"step_{rule}", options, () => { });
        If(
            "go > 0",
            () =>
            {
                Line("pc = go - 1;");
                GoOn(rule);
            }
        );

        void Leave(Until until, int target) => If(UntilHolds(rule, until), () => Line($"go = {target + 1};"));
    }

    private string WayAfterTime(int rule)
    {
        ImmutableArray<Instruction> body = _program.Rules[rule].Body;
        string way = $"(step_{rule} + 1)";
        for (int step = 0; step < body.Length; step++)
        {
            if (body[step] is WaitUntil { Timeout: not null } wait)
            {
                way = $"(step_{rule} == {step + 1} ? {wait.Target + 1} : {way})";
            }
        }

        return way;
    }
}
