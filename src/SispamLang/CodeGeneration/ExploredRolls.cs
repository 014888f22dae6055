using System.Collections.Immutable;
using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>
/// Writes how a class that explores a drill rolls what crowds and events do: not at the beginning of the instant, but when what came
/// before it in the queue has been taken. That is the same, as the two have no part in each other; and instants that differ in such a
/// roll have all in common that comes before it.
/// </summary>
internal static class ExploredRolls
{
    /// <summary>How many timers roll so.</summary>
    public static int Count(Emission emission) =>
        Enumerable.Range(0, emission.Program.Timers.Length).Count(timer => IsLate(emission, timer));

    /// <summary>Whether a timer rolls so: once in an instant, and what is not certain.</summary>
    public static bool IsLate(Emission emission, int timer) =>
        emission.Options.Explored is not null
        && TimerDueCode.Period(emission.Program, timer) is { } every
        && !ChanceCode.MayBeZero(every)
        && IsUncertain(TimerDueCode.RollOf(emission.Program, timer).Outcomes);

    /// <summary>An expression for how many items have entered the queue. A roll counts if it brings something about.</summary>
    public static string Entered(Emission emission, string state = "s") =>
        Count(emission) > 0 ? $"{state}.Entered - {state}.Uncounted" : $"{state}.Entered";

    /// <summary>Something to add to a number of items, for those that do not count.</summary>
    public static string Uncounted(Emission emission) => Count(emission) > 0 ? "s.Uncounted + " : "";

    /// <summary>Writes that the queue is empty.</summary>
    public static void WriteBegin(Emission emission)
    {
        if (Count(emission) > 0)
        {
            emission.Out.Line("s.Uncounted = 0;");
        }
    }

    /// <summary>Writes that a roll enters the queue.</summary>
    public static void WriteEnqueue(Emission emission, int timer)
    {
        emission.Out.Line("s.Uncounted++;");
        emission.Enqueue(new ItemCode(ItemKind.Rolls, timer), "-1", "-1", "-1", "-1", isFirst: true);
    }

    /// <summary>
    /// Writes the method that takes a roll from the queue. If nothing of what it can bring about is possible now, it is idle: the item
    /// that it would put into the queue is ignored.
    /// </summary>
    public static void WriteTake(Emission emission, int timer)
    {
        var code = emission.Out;
        var subject = emission.Program.Timers[timer].Subject;
        var keep = $"KeepMark(ref s, {ExploredMarks.OfRoll(emission, timer)});";
        var roll = $"Roll{timer}<TSink>(ref s);";
        if (emission.Program.Timers[timer].Kind == TimerKind.CrowdBehaves)
        {
            var outcomes = TimerDueCode.RollOf(emission.Program, timer).Outcomes;
            var possible = outcomes.Select(outcome => $"({CrowdCode.Possible(outcome.Kind, subject)})").Distinct();
            code.Line($"DrawsIdly = !({string.Join(" || ", possible)});");
            code.Open("if (!DrawsIdly)");
            code.Line(keep);
            code.Close();
            code.Blank();
            code.Line(roll);
            code.Line("DrawsIdly = false;");
        }
        else
        {
            code.Line(keep);
            code.Line(roll);
        }

        code.Close();
        WriteRoll(emission, timer);
    }

    private static void WriteRoll(Emission emission, int timer)
    {
        var code = emission.Out;
        var subject = emission.Program.Timers[timer].Subject;
        var (outcomes, stream, site) = TimerDueCode.RollOf(emission.Program, timer);
        code.Blank();
        code.Summary($"Rolls: {TimerCode.Describe(emission.Program, timer)}.");
        code.Open($"private void Roll{timer}<TSink>(ref State s){FileCode.Where}");
        ChanceCode.Roll(
            emission,
            outcomes,
            stream,
            "-1",
            (outcome, _) =>
            {
                var item = new ItemCode(outcome.Kind, subject);
                emission.Items.Use(item, isFirst: true);
                code.Line("s.Uncounted--;");
                code.Line($"{item.Name}<TSink>(ref s, -1, -1, -1, {Literal.Of(site)});");
            }
        );
        code.Close();
    }

    private static bool IsUncertain(ImmutableArray<Outcome> outcomes) =>
        outcomes.Any(outcome => outcome.Chance is { Param: >= 0 } or { Constant: > 0 })
        && !(
            outcomes.All(outcome => outcome.Chance.Param < 0)
            && outcomes.First(outcome => outcome.Chance.Constant > 0).Chance.Constant >= ChanceCode.Certain
        );
}
