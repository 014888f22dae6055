using System.Collections.Immutable;
using SispamLang.Programs;

namespace SispamLang.Tests.Promela;

// What an item changes.
internal sealed partial class PromelaModel
{
    private void Change(PromelaItem item)
    {
        int subject = item.Subject;
        switch (item.Kind)
        {
            case SignalKind.DrillStarts:
                for (int i = 0; i < _program.Events.Length; i++)
                {
                    if (_program.Events[i].Every is { } every)
                    {
                        Set(Timer(TimerKind.EventRolls, i), RepeatSteps(every));
                    }

                    if (_program.Events[i].AtMs is >= 0 and var at)
                    {
                        Set(Timer(TimerKind.EventAtClock, i), at / _stepMs);
                    }
                }

                SetTriggers(-1);
                break;
            case SignalKind.DrillEnds:
                Line("drill_ending = 1;");
                StopRules(-1);
                break;
            case SignalKind.PhaseStarts:
                BeginPhase(subject);
                break;
            case SignalKind.PhaseEnds:
                Line("phase_ending = 1; phase_for = 0;");
                StopRules(subject);
                break;
            case SignalKind.UnitArrives:
                If(
                    $"unit_{subject} == {(int)Placement.OnTheWay} && timer_{Timer(TimerKind.UnitArrives, subject)} == 0",
                    () => Line($"unit_{subject} = {(int)Placement.AtPlace};"),
                    () => Line("taken = 0;")
                );
                break;
            case PromelaItems.RuleDue:
                AskWhetherDue(subject);
                break;
            case PromelaItems.StepEnds:
                If($"way_{subject} == 0", () => Line("taken = 0;"));
                break;
            case >= SignalKind.CrowdGathers and <= SignalKind.CrowdDisperses:
                ChangeCrowd(item.Kind, subject);
                break;
        }
    }

    private void AskWhetherDue(int rule)
    {
        if (_program.Rules[rule].Trigger is EveryTrigger every)
        {
            int timer = Timer(TimerKind.RuleTrigger, rule);
            Action again = () => Set(timer, RepeatSteps(every.Period));
            if (every.While is null)
            {
                again();
            }
            else
            {
                If($"!held_{rule} || timer_{timer} > 0", () => Line("taken = 0;"), again);
            }
        }
    }

    // ---- Crowds -----------------------------------------------------------------------------------------------------

    private void ChangeCrowd(SignalKind kind, int crowd)
    {
        CrowdSpec spec = _program.Crowds[crowd];
        string present = PromelaConditions.IsPresent(crowd);
        (string possible, Action change) = kind switch
        {
            SignalKind.CrowdGathers => ($"!{present}", () => Gather(crowd, spec)),
            SignalKind.CrowdEscalates => ($"{present} && mood_{crowd} != {(int)Mood.Anarchic}", () => Move(crowd, 1)),
            SignalKind.CrowdCalms => ($"{present} && mood_{crowd} != {(int)Mood.Calm}", () => Move(crowd, -1)),
            SignalKind.CrowdDisperses => (present, () => Disperse(crowd, spec)),
            _ => (present, (Action)(() => { })),
        };
        If(possible, change, () => Line("taken = 0;"));
    }

    private void Gather(int crowd, CrowdSpec spec)
    {
        Line($"mood_{crowd} = {(int)spec.GathersIn}; expected_{crowd} = 0;");
        TurnOff(TimerKind.CrowdGathers, crowd);
        for (int i = 0; i < spec.Behaviours.Length; i++)
        {
            if (spec.Behaviours[i].While == Mood.Absent || spec.Behaviours[i].While == spec.GathersIn)
            {
                Set(Timer(TimerKind.CrowdBehaves, crowd, i), Steps(spec.Behaviours[i].Every));
            }
        }
    }

    private void Move(int crowd, int by)
    {
        ImmutableArray<BehaviourSpec> behaviours = _program.Crowds[crowd].Behaviours;
        _text.Switch(
            $"mood_{crowd}",
            Enumerable
                .Range((int)Mood.Calm, 4)
                .Where(mood => mood + by is >= (int)Mood.Calm and <= (int)Mood.Anarchic)
                .Select(mood => (mood, (Action)(() => FromTo(mood, mood + by)))),
            () => Line(Failed)
        );

        void FromTo(int before, int after)
        {
            Line($"mood_{crowd} = {after};");
            for (int i = 0; i < behaviours.Length; i++)
            {
                if ((int)behaviours[i].While == before)
                {
                    TurnOff(TimerKind.CrowdBehaves, crowd, i);
                }
                else if ((int)behaviours[i].While == after)
                {
                    Set(Timer(TimerKind.CrowdBehaves, crowd, i), Steps(behaviours[i].Every));
                }
            }
        }
    }

    private void Disperse(int crowd, CrowdSpec spec)
    {
        Line($"mood_{crowd} = {(int)Mood.Dispersed};");
        for (int i = 0; i < spec.Behaviours.Length; i++)
        {
            TurnOff(TimerKind.CrowdBehaves, crowd, i);
        }
    }
}
