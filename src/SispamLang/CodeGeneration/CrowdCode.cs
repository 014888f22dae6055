using System.Diagnostics;
using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Writes what each crowd event does.</summary>
internal static class CrowdCode
{
    private const long MostPeople = 1_000_000;

    public static void Write(Emission emission, SignalKind kind, int crowd)
    {
        var code = emission.Out;
        code.Open($"if (!({Possible(kind, crowd)}))");
        code.Line(SignalCode.TellItem("IgnoredCrowdEvent", crowd, $"(int)Rt::TraceCode.{kind}") + ";");
        code.Line("return;");
        code.Close();
        code.Blank();
        switch (kind)
        {
            case SignalKind.CrowdGathers:
                WriteGathers(emission, crowd);
                break;
            case SignalKind.CrowdEscalates:
                WriteStep(emission, crowd, kind, "+");
                break;
            case SignalKind.CrowdCalms:
                WriteStep(emission, crowd, kind, "-");
                break;
            case SignalKind.CrowdGrows:
                code.Line($"long size = argument == -1 ? s.Size{crowd} + (s.Size{crowd} + 9) / 10 : argument;");
                code.Line($"s.Size{crowd} = global::System.Math.Min(size, {MostPeople});");
                code.Line($"int entry = {SignalCode.TellItem("CrowdGrows", crowd, "0", $"s.Size{crowd}")};");
                break;
            case SignalKind.CrowdThrows:
                code.Line($"int entry = {SignalCode.TellItem("CrowdThrows", crowd)};");
                break;
            case SignalKind.CrowdMoves:
                code.Line($"s.CrowdPlace{crowd} = (int)argument;");
                code.Line($"int entry = {SignalCode.TellItem("CrowdMoves", crowd, $"s.CrowdPlace{crowd}")};");
                break;
            case SignalKind.CrowdJoins:
                WriteJoins(emission, crowd);
                break;
            case SignalKind.CrowdDisperses:
                code.Line($"int entry = {SignalCode.TellItem("CrowdDisperses", crowd, "argument == 1 ? 1 : 0")};");
                WriteGone(emission, crowd, Mood.Dispersed);
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>A condition: it is not ignored.</summary>
    public static string Possible(SignalKind kind, int crowd)
    {
        var present = ConditionCode.IsPresent(crowd);
        return kind switch
        {
            SignalKind.CrowdGathers => "!" + present,
            SignalKind.CrowdEscalates => $"s.Mood{crowd} is >= Rt::Mood.Calm and < Rt::Mood.Anarchic",
            SignalKind.CrowdCalms => $"s.Mood{crowd} is > Rt::Mood.Calm and <= Rt::Mood.Anarchic",
            SignalKind.CrowdJoins => $"{present} && CanJoin{crowd}(ref s, argument)",
            _ => present,
        };
    }

    private static void WriteGathers(Emission emission, int crowd)
    {
        var (spec, code) = (emission.Program.Crowds[crowd], emission.Out);
        code.Line($"s.Size{crowd} = {emission.Amount(spec.People)};");
        code.Line($"s.CrowdPlace{crowd} = {Literal.Of(spec.Place)};");
        code.Line($"s.Mood{crowd} = {ConditionCode.Mood(spec.GathersIn)};");
        code.Line($"s.Expected{crowd} = 0;");
        TimerCode.Off(emission, emission.Uses.Timer(TimerKind.CrowdGathers, crowd));
        code.Line($"int entry = {SignalCode.TellItem("CrowdGathers", crowd, "0", $"s.Size{crowd}")};");
        TellMood(emission, crowd);
        TimerCode.Set(emission, emission.Uses.Timer(TimerKind.CrowdGrows, crowd), "entry");
        for (var i = 0; i < spec.Behaviours.Length; i++)
        {
            if (spec.Behaviours[i].While == Mood.Absent || spec.Behaviours[i].While == spec.GathersIn)
            {
                TimerCode.Set(emission, emission.Uses.Timer(TimerKind.CrowdBehaves, crowd, i), "entry");
            }
        }
    }

    private static void WriteStep(Emission emission, int crowd, SignalKind kind, string direction)
    {
        var code = emission.Out;
        code.Line($"int entry = {SignalCode.TellItem(kind.ToString(), crowd)};");
        WriteMood(emission, crowd, $"s.Mood{crowd} {direction} 1");
    }

    // From one mood on the ladder to another: what the crowd does only in one of them stops or starts.
    private static void WriteMood(Emission emission, int crowd, string mood)
    {
        var (behaviours, code) = (emission.Program.Crowds[crowd].Behaviours, emission.Out);
        var change = behaviours.Any(behaviour => behaviour.While != Mood.Absent);
        if (change)
        {
            code.Line($"var before = s.Mood{crowd};");
        }

        code.Line($"s.Mood{crowd} = {mood};");
        TellMood(emission, crowd);
        for (var i = 0; i < behaviours.Length; i++)
        {
            var during = behaviours[i].While;
            if (during == Mood.Absent)
            {
                continue;
            }

            var timer = emission.Uses.Timer(TimerKind.CrowdBehaves, crowd, i);
            code.Open($"if (before == {ConditionCode.Mood(during)})");
            TimerCode.Off(emission, timer);
            code.Close();
            code.Open($"else if (s.Mood{crowd} == {ConditionCode.Mood(during)})");
            TimerCode.Set(emission, timer, "entry");
            code.Close();
            code.Blank();
        }
    }

    private static void WriteGone(Emission emission, int crowd, Mood mood)
    {
        var code = emission.Out;
        code.Line($"s.Mood{crowd} = {ConditionCode.Mood(mood)};");
        code.Line($"s.Size{crowd} = 0;");
        TellMood(emission, crowd);
        TimerCode.Off(emission, emission.Uses.Timer(TimerKind.CrowdGrows, crowd));
        for (var i = 0; i < emission.Program.Crowds[crowd].Behaviours.Length; i++)
        {
            TimerCode.Off(emission, emission.Uses.Timer(TimerKind.CrowdBehaves, crowd, i));
        }
    }

    private static void WriteJoins(Emission emission, int crowd)
    {
        var code = emission.Out;
        code.Line($"int entry = {SignalCode.TellItem("CrowdJoins", crowd, "(int)argument")};");
        code.Line($"var mood = s.Mood{crowd};");
        code.Line($"long people = s.Size{crowd};");
        WriteGone(emission, crowd, Mood.Absent);
        code.Open("switch (argument)");
        foreach (var other in Others(emission, crowd))
        {
            code.Line($"case {other}:");
            code.Open();
            code.Line($"s.Size{other} = global::System.Math.Min(s.Size{other} + people, {MostPeople});");
            code.Line(Emission.Tell("SizeIs", $"{other}", "0", $"s.Size{other}", "-1", "entry", "site") + ";");
            code.Open($"if (mood > s.Mood{other})");
            WriteMood(emission, other, "mood");
            code.Close();
            code.Blank();
            code.Line("break;");
            code.Close();
        }

        code.Close();
    }

    /// <summary>Writes whether the crowd to be joined is another one and present.</summary>
    public static void WriteCanJoin(Emission emission, int crowd)
    {
        var code = emission.Out;
        code.Blank();
        code.Summary($"Whether {emission.Program.Crowds[crowd].Name} can join that crowd.");
        emission.InlineIfSmall();
        code.Line($"private static bool CanJoin{crowd}(ref State s, long other) => other switch");
        code.Open();
        foreach (var other in Others(emission, crowd))
        {
            code.Line($"{other} => {ConditionCode.IsPresent(other)},");
        }

        code.Line("_ => false,");
        code.Close(";");
    }

    private static IEnumerable<int> Others(Emission emission, int crowd) =>
        Enumerable.Range(0, emission.Program.Crowds.Length).Where(other => other != crowd);

    private static void TellMood(Emission emission, int crowd) =>
        emission.Out.Line(Emission.Tell("MoodIs", $"{crowd}", $"(int)s.Mood{crowd}", "0", "-1", "entry", "site") + ";");
}
