using System.Collections.Immutable;
using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Writes a rule's body as one method with a label for each step that something goes to.</summary>
internal static class StepCode
{
    /// <summary>The steps in which an activity is under way, and where each goes if it is cut short.</summary>
    public static List<(int Step, int Activity, int Target)> Cuts(ImmutableArray<Instruction> body)
    {
        var cuts = new List<(int, int, int)>();
        for (var step = 0; step < body.Length; step++)
        {
            switch (body[step])
            {
                case Last last:
                    cuts.Add((step, last.Activity, last.CutTarget));
                    break;
                case AwaitHandOver await:
                    cuts.Add((step, await.Activity, await.CutTarget));
                    break;
            }
        }

        return cuts;
    }

    /// <summary>Where a step goes when its time is over; -1 if its end is no matter of time.</summary>
    public static int WayWhenOver(ImmutableArray<Instruction> body, int step) =>
        body[step] switch
        {
            Wait or WaitForNext or Pause or Last => step + 1,
            WaitUntil { Timeout: not null } wait => wait.Target,
            _ => -1,
        };

    /// <summary>An expression for whether an <c>until</c> holds for a procedure that stands in its step.</summary>
    public static string UntilHolds(Emission emission, int rule, Until until)
    {
        var parts = new List<string>();
        if (!until.Signals.IsEmpty)
        {
            parts.Add($"s.UntilCame{rule} != 0");
        }

        if (until.Condition is not null)
        {
            parts.Add(ConditionCode.Of(emission, until.Condition));
        }

        return parts.Count == 0 ? "false" : string.Join(" || ", parts);
    }

    public static void Write(Emission emission, int number)
    {
        var (rule, code) = (emission.Program.Rules[number], emission.Out);
        var takesTime = Features.TakesTime(rule);
        for (var step = 0; step < rule.Body.Length; step++)
        {
            WaitCode.WriteNext(emission, number, step);
        }

        code.Blank();
        code.Summary(takesTime ? $"Runs rule {number} from a step on, until one takes time." : $"Runs rule {number}.");
        emission.InlineIfSmall();
        code.Open(
            $"private void Run{number}<TSink>(ref State s, int {(takesTime ? "step" : "firing")}){FileCode.Where}"
        );
        var labels = Labels(rule.Body);
        if (Features.MayPend(rule))
        {
            // It may fire again at once.
            labels.Add(0);
        }

        if (takesTime)
        {
            code.Line($"int firing = TSink.IsOn ? _causes.Firing{number} : -1;");
            var entries = Entries(rule.Body);
            code.Open("switch (step)");
            foreach (var entry in entries)
            {
                code.Line($"case {entry}:");
                code.Indent();
                code.Line($"goto {Label(rule.Body, entry)};");
                code.Outdent();
                labels.Add(entry);
            }

            code.Close();
        }

        for (var step = 0; step < rule.Body.Length; step++)
        {
            code.Blank();
            if (labels.Contains(step))
            {
                code.AtMargin($"Step{step}:");
            }

            code.Open();
            emission.At(rule.Body[step].Site);
            if (Features.TakesTime(rule.Body[step]))
            {
                WaitCode.Write(emission, number, step);
            }
            else
            {
                ActionCode.Write(emission, number, rule.Body[step]);
            }

            code.Close();
        }

        code.Blank();
        if (labels.Contains(rule.Body.Length))
        {
            code.AtMargin("Done:");
        }

        WriteDone(emission, number);
        code.Close();
    }

    /// <summary>The label of a step.</summary>
    public static string Label(ImmutableArray<Instruction> body, int step) =>
        step == body.Length ? "Done" : "Step" + Emission.Number(step);

    /// <summary>Writes that the activity ends without effect.</summary>
    public static void WriteCutShort(Emission emission, int rule, CutShort cut) =>
        ActivityCode.WriteEnd(emission, rule, cut.Activity, cutShort: true, cut.By, cut.Site);

    // Steps that are gone to within the body.
    private static HashSet<int> Labels(ImmutableArray<Instruction> body) =>
        [
            .. body.Select(step =>
                    step switch
                    {
                        Jump i => i.Target,
                        JumpUnless i => i.Target,
                        Chance i => i.Target,
                        CountDown i => i.Target,
                        WaitForNext i => i.Target,
                        WaitUntil i => i.Target,
                        Muster i => i.Target,
                        Last i => i.CutTarget,
                        AwaitHandOver i => i.CutTarget,
                        _ => -1,
                    }
                )
                .Concat(Enumerable.Range(0, body.Length).Where(i => Features.TakesTime(body[i])).Select(i => i + 1)),
        ];

    // Steps at which a procedure may go on after it has stood in another.
    private static SortedSet<int> Entries(ImmutableArray<Instruction> body)
    {
        var entries = new SortedSet<int>();
        for (var step = 0; step < body.Length; step++)
        {
            if (!Features.TakesTime(body[step]))
            {
                continue;
            }

            entries.Add(step + 1);
            switch (body[step])
            {
                case WaitForNext i:
                    entries.Add(i.Target);
                    break;
                case WaitUntil i:
                    entries.Add(i.Target);
                    break;
                case Muster i:
                    entries.Add(i.Target);
                    break;
                case Last i:
                    entries.Add(i.CutTarget);
                    entries.Add(i.CutTarget + 1);
                    break;
                case AwaitHandOver i:
                    entries.Add(i.CutTarget);
                    entries.Add(i.CutTarget + 1);
                    break;
            }
        }

        // A target of -1 is none.
        entries.Remove(-1);
        return entries;
    }

    private static void WriteDone(Emission emission, int number)
    {
        var (rule, code) = (emission.Program.Rules[number], emission.Out);
        if (!Features.TakesTime(rule))
        {
            code.Line("return;");
            return;
        }

        code.Line($"s.At{number} = 0;");
        if (Features.MayPend(rule))
        {
            code.Open($"if (s.Pending{number} != 0)");
            code.Line($"s.Pending{number} = 0;");
            code.Open($"if ({ConditionCode.Of(emission, ((RiseTrigger)rule.Trigger).Condition)})");
            RuleCode.WriteGuard(emission, rule, "return;");
            RuleCode.WriteFired(emission, number, $"TSink.IsOn ? _causes.PendingEntry{number} : -1");
            code.Line($"goto {Label(rule.Body, 0)};");
            code.Close();
            code.Close();
        }
    }
}
