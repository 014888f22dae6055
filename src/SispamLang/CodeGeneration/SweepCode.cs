using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Writes what is looked at again after each item: steps that end by a condition, and conditions that rise.</summary>
internal static class SweepCode
{
    /// <summary>The rules that are looked at, in order.</summary>
    public static List<int> Swept(DrillProgram program) =>
        [
            .. Enumerable
                .Range(0, program.Rules.Length)
                .Where(i => program.Rules[i].Body.Any(Features.IsSwept) || ConditionOf(program.Rules[i]) is not null),
        ];

    /// <summary>Writes that all rules have to be looked at.</summary>
    public static void WriteMustSweepAll(Emission emission)
    {
        if (emission.Swept is { } swept)
        {
            emission.Out.Line($"s.MustSweep = {Bits(swept.All)};");
        }
    }

    /// <summary>Writes that the rules that depend on something have to be looked at, as it has changed.</summary>
    public static void WriteChanged(Emission emission, ReadKind kind, int subject = 0) =>
        WriteMustSweep(emission, emission.Swept?.Of(kind, subject) ?? 0);

    /// <summary>Writes that the rules are looked at after an item that may have changed what they depend on.</summary>
    public static void WriteSweep(Emission emission, ItemCode item)
    {
        if (!emission.Uses.Sweeps)
        {
            return;
        }

        var code = emission.Out;
        const string sweep = "Sweep<TSink>(ref s, entry);";
        if (emission.Swept is not { } swept)
        {
            code.Line(sweep);
            return;
        }

        WriteMustSweep(emission, swept.Of(item));
        code.Open("if (s.MustSweep != 0)");
        code.Line(sweep);
        code.Close();
        code.Blank();
    }

    public static void Write(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        var swept = Swept(program);
        foreach (var number in swept)
        {
            WriteRule(emission, number);
        }

        code.Blank();
        code.Summary("Looks at the rules again, in order, after an item whose entry this is.");
        emission.InlineIfSmall();
        code.Open("private void Sweep<TSink>(ref State s, int entry)" + FileCode.Where);
        foreach (
            var rule in swept
                .Select(number => program.Rules[number])
                .Where(rule => ConditionOf(rule) is not null)
                .GroupBy(rule => rule.Phase)
                .Select(rules => rules.First())
        )
        {
            code.Line($"bool {Listens(rule)} = {RuleCode.Listens(rule)};");
        }

        if (emission.Swept is not null)
        {
            code.Line("ulong must = s.MustSweep;");
            code.Line("s.MustSweep = 0;");
        }

        foreach (var number in swept)
        {
            WriteLook(emission, number);
        }

        code.Close();
    }

    private static void WriteLook(Emission emission, int number)
    {
        var (rule, code) = (emission.Program.Rules[number], emission.Out);
        var conditions = new List<string>();
        if (rule.Body.Any(Features.IsSwept))
        {
            var steps = Enumerable.Range(0, rule.Body.Length).Where(step => Features.IsSwept(rule.Body[step]));
            conditions.Add($"s.At{number} is {string.Join(" or ", steps.Select(step => Literal.Of(step + 1)))}");
        }

        if (ConditionOf(rule) is { } condition)
        {
            // What holds as it did before makes no difference.
            conditions.Add($"({Listens(rule)} && {ConditionCode.Of(emission, condition)} != (s.Held{number} != 0))");
        }

        var any = string.Join(" || ", conditions);
        if (emission.Swept is { } swept)
        {
            // What it changes the rules behind it see in this sweep, the others and itself in the next.
            code.Open($"if ((must & {Bits(swept.BitOf(number))}) != 0 && ({any}))");
            code.Line($"Sweep{number}<TSink>(ref s, entry);");
            code.Line("must |= s.MustSweep;");
            code.Line($"s.MustSweep &= {Bits(swept.UpTo(number))};");
        }
        else
        {
            code.Open($"if ({any})");
            code.Line($"Sweep{number}<TSink>(ref s, entry);");
        }

        code.Close();
        code.Blank();
    }

    private static void WriteMustSweep(Emission emission, ulong bits)
    {
        if (bits != 0)
        {
            emission.Out.Line($"s.MustSweep |= {Bits(bits)};");
        }
    }

    /// <summary>The condition of a rule that is looked at whether or not its procedure is under way.</summary>
    public static Condition? ConditionOf(RuleSpec rule) =>
        (rule.Trigger as RiseTrigger)?.Condition ?? Features.WhileOf(rule);

    private static string Bits(ulong bits) => $"0x{bits:X}UL";

    // No phase begins or ends while rules are looked at.
    private static string Listens(RuleSpec rule) => rule.Phase < 0 ? "listens" : $"listens{rule.Phase}";

    private static void WriteRule(Emission emission, int number)
    {
        var (rule, code) = (emission.Program.Rules[number], emission.Out);
        code.Blank();
        code.Summary($"Looks again at rule {number}: {rule.Text}");
        emission.InlineIfSmall();
        code.Open($"private void Sweep{number}<TSink>(ref State s, int entry){FileCode.Where}");
        if (rule.Body.Any(Features.IsSwept))
        {
            WriteStanding(emission, number);
        }

        if (rule.Trigger is RiseTrigger rise)
        {
            WriteRise(emission, number, rise.Condition);
        }
        else if (Features.WhileOf(rule) is { } condition)
        {
            WriteWhile(emission, number, condition);
        }

        code.Close();
    }

    private static void WriteStanding(Emission emission, int number)
    {
        var (rule, code) = (emission.Program.Rules[number], emission.Out);
        code.Open($"switch (s.At{number})");
        for (var step = 0; step < rule.Body.Length; step++)
        {
            var instruction = rule.Body[step];
            if (!Features.IsSwept(instruction))
            {
                continue;
            }

            code.Line($"case {step + 1}:");
            code.Open();
            if (instruction is Muster or AwaitHandOver)
            {
                code.Line($"int next = Next{number}At{step}<TSink>(ref s);");
                code.Open("if (next >= 0)");
                code.Line($"GoOn{number}<TSink>(ref s, next);");
                code.Close();
            }
            else
            {
                var target = instruction switch
                {
                    WaitForNext next => next.Target,
                    Last last => last.CutTarget,
                    _ => step + 1,
                };
                code.Open($"if ({StepCode.UntilHolds(emission, number, Features.UntilOf(instruction)!)})");
                code.Line($"GoOn{number}<TSink>(ref s, {target});");
                code.Close();
            }

            code.Blank();
            code.Line("break;");
            code.Close();
        }

        code.Close();
        code.Blank();
    }

    private static void WriteRise(Emission emission, int number, Condition condition)
    {
        var (rule, code) = (emission.Program.Rules[number], emission.Out);
        WriteHeld(emission, number, condition);
        code.Open("if (!holds || held)");
        code.Line("return;");
        code.Close();
        code.Blank();
        RuleCode.WriteGuard(emission, rule, "return;");
        if (Features.MayPend(rule))
        {
            code.Open($"if (s.At{number} != 0)");
            code.Line($"s.Pending{number} = 1;");
            code.Open("if (TSink.IsOn)");
            code.Line($"_causes.PendingEntry{number} = entry;");
            code.Close();
            code.Blank();
            code.Line("return;");
            code.Close();
            code.Blank();
        }

        code.Line($"Fire{number}<TSink>(ref s, entry);");
    }

    private static void WriteWhile(Emission emission, int number, Condition condition)
    {
        var code = emission.Out;
        var timer = emission.Uses.Timer(TimerKind.RuleTrigger, number);
        WriteHeld(emission, number, condition);
        code.Open("if (!holds)");
        TimerCode.Off(emission, timer);
        code.Close();
        code.Open("else if (!held)");
        TimerCode.Set(emission, timer, "entry");
        code.Close();
    }

    private static void WriteHeld(Emission emission, int number, Condition condition)
    {
        var (rule, code) = (emission.Program.Rules[number], emission.Out);
        if (rule.Body.Any(Features.IsSwept))
        {
            // The procedure may stand in a step while the rule itself does not listen.
            code.Open($"if (!({RuleCode.Listens(rule)}))");
            code.Line("return;");
            code.Close();
            code.Blank();
        }

        code.Line($"bool held = s.Held{number} != 0;");
        emission.At(rule.Site);
        code.Line($"bool holds = {ConditionCode.Of(emission, condition)};");
        code.Line($"s.Held{number} = holds ? 1 : 0;");
    }
}
