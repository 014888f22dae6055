using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>
/// Writes the short way for an instant in which one timer alone is due, which is nearly every one: what it puts into the
/// queue is then the first item, so it is taken without being looked up. Only for drills with few timers.
/// </summary>
internal static class AloneCode
{
    /// <summary>Writes which timers are due, and which way to go.</summary>
    public static void WriteChoice(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        if (!HasShortWay(emission))
        {
            code.Line("CollectDue<TSink>();");
            return;
        }

        var bits = Enumerable.Range(0, program.Timers.Length).Select(i => $"(s.Due{i} == next ? {1 << i} : 0)");
        code.Line($"int due = {string.Join(" | ", bits)};");
        var keyword = "if";
        // The times of steps and tempers come again and again, so they are asked for first.
        foreach (
            var i in Enumerable
                .Range(0, program.Timers.Length)
                .OrderBy(i => program.Timers[i].Kind is TimerKind.CrowdBehaves or TimerKind.RuleStep ? 0 : 1)
        )
        {
            code.Open($"{keyword} (due == {1 << i})");
            code.Line($"Alone{i}<TSink>();");
            code.Close();
            keyword = "else if";
        }

        code.Open("else");
        code.Line("CollectDue<TSink>();");
        code.Close();
        code.Blank();
    }

    /// <summary>Writes the method for each timer.</summary>
    public static void Write(Emission emission)
    {
        if (!HasShortWay(emission))
        {
            return;
        }

        var (program, code) = (emission.Program, emission.Out);
        for (var i = 0; i < program.Timers.Length; i++)
        {
            code.Blank();
            code.Summary($"Due alone: {TimerCode.Describe(program, i)}.");
            emission.InlineIfSmall();
            code.Open($"private void Alone{i}<TSink>(){FileCode.Where}");
            code.Line("ref State s = ref _state;");
            code.Line($"s.Due{i} = long.MaxValue;");
            WriteWay(emission, i);
            code.Close();
        }
    }

    private static void WriteWay(Emission emission, int timer)
    {
        var (program, code) = (emission.Program, emission.Out);
        var slot = program.Timers[timer];
        var cause = TimerCode.Cause(program, timer);
        if (slot.Kind == TimerKind.RuleStep && RuleCode.OnlyWay(program.Rules[slot.Subject]) is { } way)
        {
            Taken();
            code.Line($"StepOver{slot.Subject}<TSink>({way});");
            return;
        }

        if (FirstItem(program, timer) is not { } first)
        {
            code.Line($"TimerDue{timer}<TSink>({cause});");
            return;
        }

        if (slot.Kind == TimerKind.CrowdBehaves && Certain(program, slot) is { } behaviour)
        {
            var site = Literal.Of(behaviour.Site);
            code.Line($"int cause = {cause};");
            code.Line($"long wait = {ChanceCode.Span(emission, behaviour.Every, "cause")};");
            code.Open("if (wait == 0)");
            code.Line("// It is due again at once: the long way.");
            emission.Enqueue(first, "-1", "-1", "cause", site);
            code.Line($"TimerDue{timer}<TSink>(cause);");
            code.Line("return;");
            code.Close();
            code.Blank();
            code.Line($"s.Due{timer} = s.Now + wait;");
            code.Open("if (TSink.IsOn)");
            code.Line($"s.DueCause{timer} = cause;");
            code.Close();
            code.Blank();
            Taken();
            code.Line($"{first.Name}<TSink>(-1, -1, cause, {site});");
            return;
        }

        code.Line($"TimerDue{timer}<TSink>({cause});");
        code.Open("if (_entered == 1)");
        code.Line("_taken = 1;");
        code.Line("ref Item item = ref _queue[0];");
        code.Line($"{first.Name}<TSink>(item.Argument, item.By, item.Cause, item.Site);");
        code.Close();

        void Taken()
        {
            code.Line("_entered = 1;");
            code.Line("_taken = 1;");
        }
    }

    // A behaviour whose roll needs no draw.
    private static BehaviourSpec? Certain(DrillProgram program, TimerSlot slot)
    {
        var behaviour = program.Crowds[slot.Subject].Behaviours[slot.Clause];
        return
            !behaviour.Leaves
            && behaviour.Outcomes.All(outcome => outcome.Chance.Param < 0)
            && behaviour.Outcomes.FirstOrDefault(outcome => outcome.Chance.Constant > 0).Chance.Constant >= 10_000
            ? behaviour
            : null;
    }

    private static bool HasShortWay(Emission emission) => emission.Program.Timers.Length is > 0 and <= TimerCode.Few;

    // The one item that a timer can put into the queue; null if there is a choice.
    private static ItemCode? FirstItem(DrillProgram program, int timer)
    {
        var slot = program.Timers[timer];
        switch (slot.Kind)
        {
            case TimerKind.CrowdGathers:
                return new ItemCode(SignalKind.CrowdGathers, slot.Subject);
            case TimerKind.CrowdGrows:
                return new ItemCode(SignalKind.CrowdGrows, slot.Subject);
            case TimerKind.CrowdBehaves:
                var behaviour = program.Crowds[slot.Subject].Behaviours[slot.Clause];
                if (behaviour.Leaves)
                {
                    return new ItemCode(SignalKind.CrowdDisperses, slot.Subject);
                }

                var kinds = behaviour
                    .Outcomes.Where(outcome => outcome.Chance is { Param: >= 0 } or { Constant: > 0 })
                    .Select(outcome => outcome.Kind)
                    .Distinct()
                    .ToList();
                return kinds.Count == 1 ? new ItemCode(kinds[0], slot.Subject) : null;
            case TimerKind.UnitArrives:
                return new ItemCode(SignalKind.UnitArrives, slot.Subject);
            case TimerKind.EventRolls:
                return program.Events[slot.Subject].Chance is { Param: < 0, Constant: <= 0 }
                    ? null
                    : new ItemCode(SignalKind.EventHappens, slot.Subject);
            case TimerKind.EventAtClock:
                return new ItemCode(SignalKind.EventHappens, slot.Subject);
            case TimerKind.RuleTrigger:
                return new ItemCode(ItemKind.RuleDue, slot.Subject);
            case TimerKind.RuleStep:
                return new ItemCode(ItemKind.StepEnds, slot.Subject);
            default:
                return new ItemCode(ItemKind.InjectDue, slot.Subject);
        }
    }
}
