using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Writes each rule: when it fires, how its procedure goes on and stops, and what each sweep looks at.</summary>
internal static class RuleCode
{
    public static void Write(Emission emission)
    {
        for (var i = 0; i < emission.Program.Rules.Length; i++)
        {
            WriteFire(emission, i);
            StepCode.Write(emission, i);
            WriteStop(emission, i);
        }

        if (emission.Uses.Sweeps)
        {
            SweepCode.Write(emission);
        }

        if (emission.Uses.DefaultPlace)
        {
            WriteDefaultPlace(emission);
        }
    }

    /// <summary>An expression for whether a rule listens.</summary>
    public static string Listens(RuleSpec rule) =>
        rule.Phase < 0 ? "s.DrillEnding == 0" : $"s.Phase == {rule.Phase} && s.PhaseEnding == 0";

    /// <summary>Where every step of a rule goes on whose time is over, if that is one and the same step.</summary>
    public static int? OnlyWay(RuleSpec rule)
    {
        var ways = Enumerable
            .Range(0, rule.Body.Length)
            .Select(step => StepCode.WayWhenOver(rule.Body, step))
            .Where(way => way >= 0)
            .ToList();
        return ways.Count == 1 ? ways[0] : null;
    }

    /// <summary>Writes which way a procedure goes when the time of its step is over.</summary>
    public static void WriteStepOver(Emission emission, int number)
    {
        var (body, code) = (emission.Program.Rules[number].Body, emission.Out);
        var ways = Enumerable
            .Range(0, body.Length)
            .Where(step => StepCode.WayWhenOver(body, step) >= 0)
            .Select(step => (Step: step, Way: StepCode.WayWhenOver(body, step)))
            .ToList();
        if (ways.Count == 1)
        {
            code.Line($"s.WayOn{number} = {ways[0].Way + 1};");
            return;
        }

        code.Open($"s.WayOn{number} = s.At{number} switch");
        foreach (var (step, way) in ways)
        {
            code.Line($"{step + 1} => {way + 1},");
        }

        code.Line("_ => 0,");
        code.Close(";");
    }

    private static void WriteFire(Emission emission, int number)
    {
        var (rule, code) = (emission.Program.Rules[number], emission.Out);
        var takesTime = Features.TakesTime(rule);
        code.Blank();
        code.Summary($"Triggers rule {number}: {rule.Text}");
        emission.InlineIfSmall();
        code.Open($"private void Trigger{number}<TSink>(ref State s, int cause){FileCode.Where}");
        WriteGuard(emission, rule, "return;");
        if (takesTime)
        {
            code.Open($"if (s.At{number} != 0)");
            code.Line(
                Emission.Tell("IgnoredTrigger", $"{number}", "0", "0", "-1", "cause", Literal.Of(rule.Site)) + ";"
            );
            code.Line("return;");
            code.Close();
            code.Blank();
        }

        code.Line($"Fire{number}<TSink>(ref s, cause);");
        code.Close();
        code.Blank();
        code.Summary($"Fires rule {number}: {rule.Text}");
        emission.InlineIfSmall();
        code.Open($"private void Fire{number}<TSink>(ref State s, int cause){FileCode.Where}");
        code.Line("int firing;");
        WriteFired(emission, number, "cause");
        code.Line($"Run{number}<TSink>(ref s, {(takesTime ? "0" : "firing")});");
        code.Close();
    }

    /// <summary>Writes that a rule has fired: its body starts next.</summary>
    public static void WriteFired(Emission emission, int number, string cause)
    {
        var (rule, code) = (emission.Program.Rules[number], emission.Out);
        emission.At(rule.Site);
        code.Line(
            "firing = " + Emission.Tell("RuleFires", $"{number}", "0", "0", "-1", cause, Literal.Of(rule.Site)) + ";"
        );
        ExploredCode.Note(emission, $"HasFired[{number}] = true;");
        if (Features.TakesTime(rule))
        {
            code.Line($"s.At{number} = -1;");
            code.Open("if (TSink.IsOn)");
            code.Line($"_causes.Firing{number} = firing;");
            code.Close();
            code.Blank();
        }
    }

    /// <summary>Writes what to do if the guard does not hold.</summary>
    public static void WriteGuard(Emission emission, RuleSpec rule, string otherwise)
    {
        if (rule.Guard is null)
        {
            return;
        }

        var code = emission.Out;
        code.Open($"if (!{ConditionCode.Of(emission, rule.Guard)})");
        code.Line(otherwise);
        code.Close();
        code.Blank();
    }

    private static void WriteStop(Emission emission, int number)
    {
        var (rule, code) = (emission.Program.Rules[number], emission.Out);
        if (!Features.TakesTime(rule))
        {
            return;
        }

        code.Blank();
        code.Summary($"Rule {number} goes on at a step.");
        emission.InlineIfSmall();
        code.Open($"private void GoOn{number}<TSink>(ref State s, int step){FileCode.Where}");
        code.Line($"s.At{number} = -1;");
        WriteUnstand(emission, number);
        code.Line($"Run{number}<TSink>(ref s, step);");
        code.Close();
        code.Blank();
        code.Summary($"Stops rule {number} with its phase or the drill.");
        emission.InlineIfSmall();
        code.Open($"private void Stop{number}<TSink>(ref State s){FileCode.Where}");
        code.Open($"if (s.At{number} == 0)");
        code.Line("return;");
        code.Close();
        code.Blank();
        var cuts = StepCode.Cuts(rule.Body);
        if (cuts.Count > 0)
        {
            code.Line($"Cut{number}<TSink>(ref s);");
        }

        code.Line($"s.At{number} = 0;");
        WriteUnstand(emission, number);
        if (Features.MayPend(rule))
        {
            code.Line($"s.Pending{number} = 0;");
        }

        code.Close();
        if (cuts.Count == 0)
        {
            return;
        }

        code.Blank();
        code.Summary($"Cuts short what rule {number} has under way.");
        emission.InlineIfSmall();
        code.Open($"private void Cut{number}<TSink>(ref State s){FileCode.Where}");
        code.Open($"switch (s.At{number})");
        foreach (var cut in cuts)
        {
            code.Line($"case {cut.Step + 1}:");
            code.Indent();
            StepCode.WriteCutShort(emission, number, (CutShort)rule.Body[cut.Target]);
            code.Line("break;");
            code.Outdent();
        }

        code.Close();
        code.Close();
    }

    // A procedure that goes on or stops: nothing of the step that it stood in is left.
    private static void WriteUnstand(Emission emission, int number)
    {
        var (rule, code) = (emission.Program.Rules[number], emission.Out);
        TimerCode.Off(emission, emission.Uses.Timer(TimerKind.RuleStep, number));
        if (emission.Uses.HasWayOn(rule))
        {
            code.Line($"s.WayOn{number} = 0;");
        }

        if (Features.NotesUntil(rule))
        {
            code.Line($"s.UntilCame{number} = 0;");
        }
    }

    private static void WriteDefaultPlace(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Summary("The place of the first crowd that is present, else of the first crowd.");
        emission.InlineIfSmall();
        code.Open("private static int DefaultPlace(ref State s)");
        for (var i = 1; i < program.Crowds.Length; i++)
        {
            var before = string.Join(" && ", Enumerable.Range(0, i).Select(c => "!" + ConditionCode.IsPresent(c)));
            code.Open($"if ({before} && {ConditionCode.IsPresent(i)})");
            code.Line($"return s.CrowdPlace{i};");
            code.Close();
            code.Blank();
        }

        code.Line("return s.CrowdPlace0;");
        code.Close();
    }
}
