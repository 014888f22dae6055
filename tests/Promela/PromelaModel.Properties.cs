using SispamLang.Programs;

namespace SispamLang.Tests.Promela;

// The monitors of properties.
internal sealed partial class PromelaModel
{
    private void WatchItem(PromelaItem item)
    {
        for (int property = 0; property < _program.Properties.Length; property++)
        {
            PropertySpec spec = _program.Properties[property];
            bool starts =
                spec.Phase < 0
                    ? item.Kind == SignalKind.DrillStarts && spec.While is null
                    : item.Kind == SignalKind.PhaseStarts && item.Subject == spec.Phase;
            if (starts)
            {
                Open(property);
            }
        }

        MoveScopes();
        for (int i = 0; i < _program.Properties.Length; i++)
        {
            int property = i;
            PropertySpec spec = _program.Properties[property];
            bool comes = PromelaItems.Matches(spec.First.Signals, item);
            bool goesOn = spec.Then is not null && PromelaItems.Matches(spec.Then.Signals, item);
            bool follows = spec.Target is not null && PromelaItems.Matches(spec.Target.Signals, item);
            if (comes || goesOn || follows)
            {
                If($"open_{property}", () => TakeSignal(property, comes, goesOn, follows));
            }
        }
    }

    private void WatchState()
    {
        MoveScopes();
        for (int i = 0; i < _program.Properties.Length; i++)
        {
            int property = i;
            PropertySpec spec = _program.Properties[property];
            If(
                $"open_{property}",
                () =>
                {
                    if (spec.Pattern == PropertyPattern.Require)
                    {
                        AdvanceStages(property);
                    }

                    if (spec.Pattern == PropertyPattern.Expect)
                    {
                        If(HoldsOrNever(spec.First), () => Fulfil(property));
                        return;
                    }

                    Happening? rises = spec.Pattern == PropertyPattern.Require ? spec.Target : spec.First;
                    if (rises?.Condition is { } condition)
                    {
                        If(
                            Holds(condition),
                            () =>
                                If(
                                    $"!was_{property}",
                                    () =>
                                    {
                                        Line($"was_{property} = 1;");
                                        Judge(property);
                                    }
                                ),
                            () => Line($"was_{property} = 0;")
                        );
                    }

                    if (spec.Pattern == PropertyPattern.Respond)
                    {
                        If($"asked_{property} && {HoldsOrNever(spec.Target)}", () => Fulfil(property));
                    }
                }
            );
        }
    }

    private void Judge(int property)
    {
        switch (_program.Properties[property].Pattern)
        {
            case PropertyPattern.Require:
                JudgeTarget(property);
                break;
            case PropertyPattern.Respond:
                If($"!asked_{property}", () => Ask(property));
                break;
            default:
                Line(Failed);
                break;
        }
    }

    private string HoldsOrNever(Happening? happening) => happening?.Condition is { } condition ? Holds(condition) : "0";

    // ---- Scopes -----------------------------------------------------------------------------------------------------

    private void Open(int property)
    {
        Line(
            $"open_{property} = 1; done_{property} = 0; was_{property} = 0; asked_{property} = 0; "
                + $"stage_{property} = 0; came_{property} = 0; followed_{property} = 0;"
        );
        SetDeadline(property, isOn: _program.Properties[property].Pattern == PropertyPattern.Expect);
    }

    // What is asked for by now has not come; nor has what was expected at some time.
    private void Close(int property)
    {
        if (_program.Properties[property].Pattern == PropertyPattern.Expect)
        {
            If($"open_{property} && !done_{property}", () => Line(Failed));
        }

        if (_program.Properties[property].Pattern == PropertyPattern.Respond)
        {
            If($"asked_{property} && deadline_{property} == 1", () => Line(Failed));
        }

        Line($"open_{property} = 0; asked_{property} = 0;");
        SetDeadline(property, isOn: false);
    }

    private void SetDeadline(int property, bool isOn)
    {
        if (_program.Properties[property].Within is { } within)
        {
            Line($"deadline_{property} = {(isOn ? (PromelaConditions.Constant(within) / _stepMs) + 1 : 0)};");
        }
    }

    private void MoveScopes()
    {
        for (int i = 0; i < _program.Properties.Length; i++)
        {
            int property = i;
            if (_program.Properties[property].While is { } condition)
            {
                If(Holds(condition), () => If($"!open_{property}", () => Open(property)), () => Close(property));
            }
        }
    }

    private void ClosePhaseScopes()
    {
        for (int property = 0; property < _program.Properties.Length; property++)
        {
            if (_program.Properties[property].Phase >= 0)
            {
                Close(property);
            }
        }
    }

    private void CloseAllScopes()
    {
        for (int property = 0; property < _program.Properties.Length; property++)
        {
            Close(property);
        }
    }

    // ---- Patterns ---------------------------------------------------------------------------------------------------

    private void TakeSignal(int property, bool comes, bool goesOn, bool follows)
    {
        PropertySpec spec = _program.Properties[property];
        if (spec.Pattern is PropertyPattern.Never or PropertyPattern.Always)
        {
            CountUp($"came_{property}", spec.First.Count, () => Line(Failed));
            return;
        }

        if (spec.Pattern == PropertyPattern.Expect)
        {
            CountUp($"came_{property}", spec.First.Count, () => Fulfil(property));
            return;
        }

        if (spec.Pattern == PropertyPattern.Respond)
        {
            TakeQuestion(property, comes, follows);
            return;
        }

        if (follows)
        {
            CountUp($"followed_{property}", spec.Target!.Count, () => JudgeTarget(property));
        }

        Action first = comes ? () => CountStage(property, 0, spec.First.Count) : () => { };
        if (goesOn)
        {
            If($"stage_{property} == 1", () => CountStage(property, 1, spec.Then!.Count), () => first());
        }
        else
        {
            first();
        }
    }

    private void TakeQuestion(int property, bool comes, bool follows)
    {
        PropertySpec spec = _program.Properties[property];
        if (follows)
        {
            If($"asked_{property}", () => CountUp($"followed_{property}", spec.Target!.Count, () => Fulfil(property)));
        }

        if (comes)
        {
            If($"!asked_{property}", () => CountUp($"came_{property}", spec.First.Count, () => Ask(property)));
        }
    }

    private void Ask(int property)
    {
        Line($"asked_{property} = 1; came_{property} = 0; followed_{property} = 0;");
        SetDeadline(property, isOn: true);
    }

    private void Fulfil(int property)
    {
        Line($"done_{property} = 1; asked_{property} = 0;");
        SetDeadline(property, isOn: false);
    }

    private void CountStage(int property, int stage, int wanted) =>
        If(
            $"stage_{property} == {stage}",
            () =>
                CountUp($"came_{property}", wanted, () => Line($"stage_{property} = {stage + 1}; came_{property} = 0;"))
        );

    private void CountUp(string counted, int wanted, Action then)
    {
        Line($"{counted}++;");
        If($"{counted} >= {wanted}", then);
    }

    private void AdvanceStages(int property)
    {
        PropertySpec spec = _program.Properties[property];
        if (spec.First.Condition is { } first)
        {
            If($"stage_{property} == 0 && {Holds(first)}", () => Line($"stage_{property} = 1; came_{property} = 0;"));
        }

        if (spec.Then?.Condition is { } then)
        {
            If($"stage_{property} == 1 && {Holds(then)}", () => Line($"stage_{property} = 2;"));
        }
    }

    private void JudgeTarget(int property)
    {
        PropertySpec spec = _program.Properties[property];
        AdvanceStages(property);
        string counts = spec.IsEach ? "1" : $"!done_{property}";
        If($"{counts} && stage_{property} < {(spec.Then is null ? 1 : 2)}", () => Line(Failed));
        Line($"done_{property} = 1; followed_{property} = 0;");
        if (spec.IsEach)
        {
            Line($"stage_{property} = 0; came_{property} = 0;");
        }
    }
}
