using System.Diagnostics;
using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Writes the steps that take time: each goes on at once, or the procedure stands in it and the method returns.</summary>
internal static class WaitCode
{
    public static void Write(Emission emission, int rule, int step)
    {
        var (body, code) = (emission.Program.Rules[rule].Body, emission.Out);
        var timer = emission.Uses.Timer(TimerKind.RuleStep, rule);
        switch (body[step])
        {
            case Wait wait:
                Stand(wait.Time, "firing", step + 1);
                break;
            case WaitForNext next:
                Until(next.Until, next.Target);
                code.Open($"if (s.Noted{rule} <= s.Now)");
                code.Line($"goto {StepCode.Label(body, step + 1)};");
                code.Close();
                code.Blank();
                code.Line($"s.Due{timer} = s.Noted{rule};");
                Stay();
                break;
            case WaitUntil wait:
                Until(wait.Until, step + 1);
                if (wait.Timeout is { } timeout)
                {
                    Stand(timeout, "firing", wait.Target);
                }
                else
                {
                    Stay();
                }

                break;
            case Pause pause:
                code.Line($"long pause = {ChanceCode.Span(emission, pause.Time, "firing")};");
                code.Line(
                    Emission.Tell(
                        "OrderPause",
                        "0",
                        "0",
                        "pause",
                        Literal.Of(pause.By),
                        "firing",
                        Literal.Of(pause.Site)
                    ) + ";"
                );
                code.Open("if (pause == 0)");
                code.Line($"goto {StepCode.Label(body, step + 1)};");
                code.Close();
                code.Blank();
                code.Line("s.PauseOrdered = global::System.Math.Max(s.PauseOrdered, pause);");
                Stay();
                break;
            case Muster muster:
                code.Line($"int next = Next{rule}At{step}<TSink>(ref s);");
                GoOrStay(step + 1, muster.Target);
                break;
            case Last last:
                Until(last.Until, last.CutTarget);
                Stand(last.Time, $"TSink.IsOn ? _causes.ActivityEntry{rule} : -1", step + 1);
                break;
            case AwaitHandOver await:
                code.Line($"int next = Next{rule}At{step}<TSink>(ref s);");
                GoOrStay(step + 1, await.CutTarget);
                break;
            case Yield:
                code.Line($"s.WayOn{rule} = {step + 2};");
                emission.Enqueue(new ItemCode(ItemKind.StepEnds, rule), "0", "-1", "-1", "-1");
                Stay();
                break;
            default:
                throw new UnreachableException();
        }

        // No signal can have come yet: the step is only just reached.
        void Until(Until? until, int target)
        {
            if (until?.Condition is { } condition && ConditionCode.Of(emission, condition) is not "false" and var holds)
            {
                code.Open($"if ({holds})");
                code.Line($"goto {StepCode.Label(body, target)};");
                code.Close();
                code.Blank();
            }
        }

        void Stand(Span time, string cause, int target)
        {
            if (ChanceCode.Constant(time) is > 0)
            {
                code.Line($"s.Due{timer} = s.Now + {emission.Amount(time.Low)};");
                Stay();
                return;
            }

            code.Line($"long wait = {ChanceCode.Span(emission, time, cause)};");
            code.Open("if (wait <= 0)");
            code.Line($"goto {StepCode.Label(body, target)};");
            code.Close();
            code.Blank();
            code.Line($"s.Due{timer} = s.Now + wait;");
            Stay();
        }

        void Stay()
        {
            code.Line($"s.At{rule} = {step + 1};");
            code.Line("return;");
        }

        void GoOrStay(int on, int other)
        {
            code.Open($"if (next == {on})");
            code.Line($"goto {StepCode.Label(body, on)};");
            code.Close();
            code.Blank();
            if (other != on)
            {
                code.Open($"if (next == {other})");
                code.Line($"goto {StepCode.Label(body, other)};");
                code.Close();
                code.Blank();
            }

            Stay();
        }
    }

    /// <summary>Writes the method for a step that depends on units: where it goes on, or -1 as long as it stands.</summary>
    public static void WriteNext(Emission emission, int rule, int step)
    {
        var (program, code) = (emission.Program, emission.Out);
        var instruction = program.Rules[rule].Body[step];
        if (instruction is not (Muster or AwaitHandOver))
        {
            return;
        }

        code.Blank();
        code.Summary($"Where rule {rule} goes on from step {step}; -1: it stands.");
        emission.InlineIfSmall();
        code.Open($"private int Next{rule}At{step}<TSink>(ref State s){FileCode.Where}");
        if (instruction is Muster muster)
        {
            WriteMuster(emission, rule, muster, step + 1);
        }
        else
        {
            WriteHandOver(emission, rule, (AwaitHandOver)instruction, step + 1);
        }

        code.Close();
    }

    private static void WriteMuster(Emission emission, int rule, Muster muster, int on)
    {
        var code = emission.Out;
        var activity = emission.Program.Activities[muster.Activity];
        if (muster.Until is not null)
        {
            code.Open($"if ({StepCode.UntilHolds(emission, rule, muster.Until)})");
            code.Line($"return {muster.Target};");
            code.Close();
            code.Blank();
        }

        code.Line($"int firing = TSink.IsOn ? _causes.Firing{rule} : -1;");
        if (!activity.Effects.IsEmpty)
        {
            code.Open($"if (!{ConditionCode.IsPresent(activity.Crowd)})");
            NotPossible("NoCrowd");
            code.Close();
            code.Blank();
        }

        if (activity.Needs.IsEmpty)
        {
            code.Line($"return {on};");
            return;
        }

        code.Line($"int place = {(activity.Crowd < 0 ? "DefaultPlace(ref s)" : $"s.CrowdPlace{activity.Crowd}")};");
        foreach (var unit in activity.Needs)
        {
            code.Open($"if (s.Placement{unit} == Rt::Placement.AtPlace && s.PlaceOf{unit} == place)");
            code.Line($"return {on};");
            code.Close();
            code.Blank();
        }

        foreach (var unit in activity.Needs)
        {
            code.Open($"if (s.Placement{unit} == Rt::Placement.OnTheWay && s.PlaceOf{unit} == place)");
            code.Line("return -1;");
            code.Close();
            code.Blank();
        }

        NotPossible("NoUnit");

        void NotPossible(string reason)
        {
            code.Line(
                Emission.Tell(
                    "NotPossible",
                    Literal.Of(muster.Activity),
                    $"(int)Rt::NotPossibleReason.{reason}",
                    "0",
                    "-1",
                    "firing",
                    Literal.Of(muster.Site)
                ) + ";"
            );
            MeasureCode.WriteNotPossible(emission, muster.Activity);
            code.Line($"return {muster.Target};");
        }
    }

    private static void WriteHandOver(Emission emission, int rule, AwaitHandOver await, int on)
    {
        var code = emission.Out;
        var units = emission.Program.Activities[await.Activity].To;
        code.Line($"int place = s.HandOverPlace{rule};");
        foreach (var unit in units)
        {
            code.Open($"if (!IsOut(s.Placement{unit}) || s.PlaceOf{unit} != place)");
            code.Line($"return {await.CutTarget};");
            code.Close();
            code.Blank();
        }

        var there = units.Select(unit => $"s.Placement{unit} == Rt::Placement.AtPlace").DefaultIfEmpty("true");
        code.Line($"return {string.Join(" && ", there)} ? {on} : -1;");
    }
}
