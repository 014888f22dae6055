using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Writes what follows an instant of the short way: the next one, the end of the drill, or the way back.</summary>
internal static class ShortEndCode
{
    /// <summary>Writes what follows a timer. It stands there once for each, as what is known of the queue after that one nothing
    /// has to ask for.</summary>
    public static void WriteAfterTimer(Emission emission, int phase)
    {
        var code = emission.Out;
        if (IsQuiet(emission.Program.Phases[phase]))
        {
            // Too long to stand there several times.
            code.Line("goto Settling;");
            return;
        }

        code.Open("if (s.First != ItemCode.None)");
        code.Line("goto Settling;");
        code.Close();
        code.Blank();
        WriteGoesOn(emission, phase);
    }

    /// <summary>Writes that nothing is left in the queue: the next instant, unless something ends the phase.</summary>
    public static void WriteGoesOn(Emission emission, int phase)
    {
        var code = emission.Out;
        List<string> leaves = [$"s.Entered > {DrillProgram.QueueCapacity - 2}"];
        if (emission.Uses.Leave)
        {
            leaves.Add("s.Order != 0");
        }

        if (emission.Uses.Pause)
        {
            leaves.Add("s.PauseOrdered != 0");
        }

        var ends = Ends(emission, phase);
        var endsHere = EndsHere(emission, phase);
        code.Open($"if ({string.Join(" || ", endsHere ? leaves : leaves.Concat(ends))})");
        code.Line("goto Unsettled;");
        code.Close();
        code.Blank();
        if (endsHere)
        {
            code.Open($"if ({string.Join(" || ", ends)})");
            code.Line("goto Ending;");
            code.Close();
            code.Blank();
        }

        code.Line("goto Next;");
    }

    /// <summary>Writes the end of the last phase and with it of the drill, if that can come by itself.</summary>
    public static void WriteEnding(Emission emission, int phase)
    {
        if (EndsHere(emission, phase))
        {
            emission.Out.AtMargin("Ending:");
            WriteDrillEnd(emission, phase, IsQuiet(emission.Program.Phases[phase]) ? "Quiet" : "Until", "LastPhase");
            emission.Out.Blank();
        }
    }

    // What ends a phase by itself.
    private static List<string> Ends(Emission emission, int number)
    {
        var phase = emission.Program.Phases[number];
        List<string> ends = [];
        if (phase.Until is { Signals.IsEmpty: false })
        {
            ends.Add("s.UntilCame != 0");
        }

        if (phase.Until is { Condition: { } condition })
        {
            ends.Add(ConditionCode.Of(emission, condition));
        }

        if (IsQuiet(phase))
        {
            ends.Add($"IsQuiet{number}(ref s)");
        }

        return ends;
    }

    // It ends when nothing more can happen.
    private static bool IsQuiet(PhaseSpec phase) => phase is { For: null, Until: null };

    // With the last phase the drill ends, which belongs to the short way.
    private static bool EndsHere(Emission emission, int phase) =>
        phase == emission.Program.Phases.Length - 1 && Ends(emission, phase).Count > 0;

    /// <summary>Writes the end of the drill's time, if nothing else is due then.</summary>
    public static void WriteTimeUp(Emission emission, int phase)
    {
        var (program, code) = (emission.Program, emission.Out);
        var end = emission.Amount(program.Facts.EndsAfter);
        List<string> times = ["time >= " + end];
        times.AddRange(Enumerable.Range(0, program.Timers.Length).Select(timer => $"s.Due{timer} > {end}"));
        if (program.Phases[phase].For is not null)
        {
            times.Add($"s.ForOver > {end}");
        }

        times.AddRange(Ends(emission, phase).Select(reason => $"!({reason})"));
        code.Open($"if ({string.Join(" && ", times)})");
        code.Line($"s.Now = {end};");
        code.Line("BeginInstant(ref s);");
        WriteDrillEnd(emission, phase, "TimeUp", "TimeUp");
        code.Close();
        code.Blank();
    }

    // The end of a phase and of the drill, unless something else follows from them. The copy back stands here once more: where
    // the state has just been written, it is numbers that are known.
    private static void WriteDrillEnd(Emission emission, int phase, string phaseReason, string drillReason)
    {
        var code = emission.Out;
        code.Line("s.Entered++;");
        code.Line($"PhaseEnds{phase}<TSink>(ref s, (int)Rt::PhaseEndReason.{phaseReason}, -1, -1, -1);");
        WriteNothingFollows();
        code.Line($"s.DrillEndReason = (int)Rt::DrillEndReason.{drillReason};");
        code.Line("s.Entered++;");
        code.Line("DrillEnds<TSink>(ref s, 0, -1, -1, -1);");
        WriteNothingFollows();
        code.Line("EndRun<TSink>(ref s);");
        code.Line("Copy(ref s, ref _state);");
        code.Line("return false;");

        void WriteNothingFollows()
        {
            code.Open("if (s.First != ItemCode.None)");
            code.Line("goto Unsettled;");
            code.Close();
            code.Blank();
        }
    }
}
