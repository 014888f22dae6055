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
                }
            );
        }
    }

    private void Judge(int property)
    {
        if (_program.Properties[property].Pattern == PropertyPattern.Require)
        {
            JudgeTarget(property);
        }
        else
        {
            Line(Failed);
        }
    }

    // ---- Scopes -----------------------------------------------------------------------------------------------------

    private void Open(int property) =>
        Line(
            $"open_{property} = 1; done_{property} = 0; was_{property} = 0; "
                + $"stage_{property} = 0; came_{property} = 0; followed_{property} = 0;"
        );

    private void MoveScopes()
    {
        for (int i = 0; i < _program.Properties.Length; i++)
        {
            int property = i;
            if (_program.Properties[property].While is { } condition)
            {
                If(
                    Holds(condition),
                    () => If($"!open_{property}", () => Open(property)),
                    () => Line($"open_{property} = 0;")
                );
            }
        }
    }

    private void ClosePhaseScopes()
    {
        for (int property = 0; property < _program.Properties.Length; property++)
        {
            if (_program.Properties[property].Phase >= 0)
            {
                Line($"open_{property} = 0;");
            }
        }
    }

    // ---- Patterns ---------------------------------------------------------------------------------------------------

    private void TakeSignal(int property, bool comes, bool goesOn, bool follows)
    {
        PropertySpec spec = _program.Properties[property];
        if (spec.Pattern is PropertyPattern.Never or PropertyPattern.Always)
        {
            Line($"came_{property}++;");
            If($"came_{property} >= {spec.First.Count}", () => Line(Failed));
            return;
        }

        if (follows)
        {
            Line($"followed_{property}++;");
            If($"followed_{property} >= {spec.Target!.Count}", () => JudgeTarget(property));
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

    private void CountStage(int property, int stage, int wanted) =>
        If(
            $"stage_{property} == {stage}",
            () =>
            {
                Line($"came_{property}++;");
                If($"came_{property} >= {wanted}", () => Line($"stage_{property} = {stage + 1}; came_{property} = 0;"));
            }
        );

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
