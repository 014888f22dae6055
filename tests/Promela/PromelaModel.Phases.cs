using System.Collections.Immutable;
using SispamLang.Programs;

namespace SispamLang.Tests.Promela;

// Phases start and end, and with them procedures.
internal sealed partial class PromelaModel
{
    private void BeginPhase(int phase)
    {
        for (int rule = 0; rule < _program.Rules.Length; rule++)
        {
            if (_program.Rules[rule].Phase >= 0)
            {
                StopProcedure(rule);
                if (HasHeld(rule))
                {
                    Line($"held_{rule} = 0;");
                }
            }
        }

        ClosePhaseScopes();
        Line($"phase = {phase}; phase_ending = 0; order = 0; until_has_come = 0;");
        StopTriggers(phase);
        Line($"phase_for = {(_program.Phases[phase].For is { } length ? Steps(length) + 1 : 0)};");
        for (int i = 0; i < _program.Crowds.Length; i++)
        {
            int crowd = i;
            if (_program.Crowds[crowd].Phase == phase)
            {
                If(
                    $"expected_{crowd}",
                    () =>
                    {
                        Line($"expected_{crowd} = 0;");
                        Set(Timer(TimerKind.CrowdGathers, crowd), Steps(_program.Crowds[crowd].GathersAfter));
                    }
                );
            }
        }

        SetTriggers(phase);
    }

    private void SetTriggers(int phase)
    {
        for (int rule = 0; rule < _program.Rules.Length; rule++)
        {
            if (_program.Rules[rule].Phase != phase)
            {
                continue;
            }

            int timer = Timer(TimerKind.RuleTrigger, rule);
            switch (_program.Rules[rule].Trigger)
            {
                case AfterTrigger after:
                    Set(timer, Steps(after.Delay));
                    break;
                case EveryTrigger { While: null } every:
                    Set(timer, RepeatSteps(every.Period));
                    break;
            }
        }
    }

    private void StopRules(int phase)
    {
        for (int rule = 0; rule < _program.Rules.Length; rule++)
        {
            if (_program.Rules[rule].Phase == phase)
            {
                StopProcedure(rule);
            }
        }

        StopTriggers(phase);
    }

    private void StopTriggers(int phase)
    {
        for (int rule = 0; rule < _program.Rules.Length; rule++)
        {
            if (_program.Rules[rule].Phase == phase)
            {
                TurnOff(TimerKind.RuleTrigger, rule);
            }
        }
    }

    private void StopProcedure(int rule) =>
        If(
            $"step_{rule} > 0",
            () =>
            {
                ImmutableArray<Instruction> body = _program.Rules[rule].Body;
                foreach (int activity in body.OfType<Last>().Select(l => l.Activity).Distinct())
                {
                    Last last = body.OfType<Last>().First(l => l.Activity == activity);
                    int by = ((CutShort)body[last.CutTarget]).By;
                    If($"act_{rule} == {activity + 1}", () => EndActivity(rule, activity, by));
                }

                Line($"step_{rule} = 0; way_{rule} = 0; until_{rule} = 0;");
                if (IsRise(rule))
                {
                    Line($"rise_{rule} = 0;");
                }

                TurnOff(TimerKind.RuleStep, rule);
            }
        );

    private void WhenQueueIsEmpty()
    {
        string until = PromelaConditions.Any(
            _program.Phases.Select((p, i) => p.Until?.Condition is { } c ? $"phase == {i} && {Holds(c)}" : "0")
        );
        If(
            "drill_ending || failed",
            () =>
            {
                CloseAllScopes();
                Line("ended = 1; break;");
            }
        );
        If(
            "phase_ending",
            LeavePhase,
            () =>
                If(
                    $"order > 0 || until_has_come || {until} || phase_for == 1",
                    () => EndPhase(isTimeUp: false),
                    () => If($"clock >= {_ends}", () => EndPhase(isTimeUp: true), () => Line("break;"))
                )
        );
    }

    private void EndPhase(bool isTimeUp)
    {
        Line($"time_is_up = {(isTimeUp ? 1 : 0)};");
        _text.Switch(
            "phase",
            _program.Phases.Select((_, i) => (i, (Action)(() => Enqueue(SignalKind.PhaseEnds, i)))),
            () => Line(Failed)
        );
    }

    private void LeavePhase()
    {
        int goTo = (int)LeaveKind.GoTo + 1;
        int last = _program.Phases.Length - 1;
        If(
            $"time_is_up || order == {(int)LeaveKind.EndDrill + 1} || (order != {goTo} && phase == {last})",
            () => Enqueue(SignalKind.DrillEnds, -1),
            () =>
                _text.Switch(
                    $"order == {goTo} ? ordered - 1 : phase + 1",
                    _program.Phases.Select((_, i) => (i, (Action)(() => Enqueue(SignalKind.PhaseStarts, i)))),
                    () => Line(Failed)
                )
        );
    }
}
