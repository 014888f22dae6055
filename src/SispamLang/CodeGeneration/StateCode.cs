using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Writes the struct that holds all that a run is at, and what it is at first.</summary>
internal static class StateCode
{
    /// <summary>Stands in the text for the hash of the text.</summary>
    public const string HashPlaceholder = "0x5350414D00000000UL";

    /// <summary>A number for the text, so that a snapshot of one drill is not taken for that of another.</summary>
    public static string HashOf(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in text)
        {
            hash = unchecked((hash ^ character) * 1099511628211UL);
        }

        return InfoCode.Hash(hash);
    }

    public static void Write(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Summary(
            "All that a run is at between two instants. Numbers only, so that a copy of its bytes is a snapshot."
        );
        code.Line("/// <remarks>A time that is off is long.MaxValue.</remarks>");
        code.Open("private struct State");
        foreach (var field in StateFields.Of(emission))
        {
            code.Line($"public {field.Type} {field.Name};{(field.Note.Length == 0 ? "" : " // " + field.Note)}");
        }

        code.Close();
        WriteCopy(emission);
        WriteStreams(program, code);
        WriteCauses(emission);
        WriteReset(emission);
    }

    // One number after the other: as one block it would be read by pieces larger than those in which it has just been written,
    // for which a processor has to wait.
    private static void WriteCopy(Emission emission)
    {
        if (!ShortWayCode.Exists(emission))
        {
            return;
        }

        var code = emission.Out;
        var fields = StateFields.Of(emission);
        code.Blank();
        code.Summary(
            "Copies the state between two instants number by number, for those that were just written can be had at once only singly."
        );
        code.Line(FileCode.Inline);
        code.Open("private static void Copy(ref State from, ref State to)");
        foreach (var field in fields.Where(field => !field.IsOfQueue))
        {
            code.Line($"to.{field.Name} = from.{field.Name};");
        }

        code.Close();
        code.Blank();
        code.Summary("The same within an instant: with what stands in the queue.");
        code.Line(FileCode.Inline);
        code.Open("private static void CopyAll(ref State from, ref State to)");
        code.Line("Copy(ref from, ref to);");
        foreach (var field in fields.Where(field => field.IsOfQueue))
        {
            code.Line($"to.{field.Name} = from.{field.Name};");
        }

        code.Close();
    }

    private static void WriteStreams(DrillProgram program, CodeWriter code)
    {
        if (program.Streams.IsEmpty)
        {
            return;
        }

        code.Blank();
        code.Summary("Chance.");
        code.Open("private struct Streams");
        for (var i = 0; i < program.Streams.Length; i++)
        {
            code.Line($"public Rt::RandomStream Stream{i}; // {Comment.Plain(program.Streams[i].Key)}");
        }

        code.Close();
    }

    private static void WriteCauses(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Summary("Kept only while there is a trace: numbers of entries, and what the last entries said.");
        code.Open("private struct Causes");
        code.Line("public int Seq;");
        code.Line("public int FirstCause;");
        code.Line("public int FirstSite;");
        code.Line("public Rt::Situation Situation;");
        code.Line("public Rt::Threat Threat;");
        code.Line("public int LastItem;");
        code.Line("public int OrderEntry;");
        code.Line("public int UntilEntry;");
        code.Line("public int PhaseEntry;");
        code.Line("public int PhaseEndEntry;");
        for (var i = 0; i < program.Timers.Length; i++)
        {
            if (program.Timers[i].Kind != TimerKind.RuleStep)
            {
                code.Line($"public int DueCause{i};");
            }
        }

        for (var i = 0; i < program.Rules.Length; i++)
        {
            var rule = program.Rules[i];
            if (Features.TakesTime(rule))
            {
                code.Line($"public int Firing{i};");
            }

            if (Features.MayPend(rule))
            {
                code.Line($"public int PendingEntry{i};");
            }

            if (Features.HasActivity(rule))
            {
                code.Line($"public int ActivityEntry{i};");
            }
        }

        code.Close();
    }

    private static void WriteReset(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Summary("What there is before the first instant.");
        code.Open("private void Reset(ulong seed)");
        code.Line("_causes = default;");
        code.Line("Reset(ref _state, seed);");
        code.Close();
        code.Blank();
        code.Summary("The state before the first instant, and chance.");
        code.Line(FileCode.Inline);
        code.Open("private void Reset(ref State s, ulong seed)");
        MeasureCode.WriteReset(emission);
        code.Line("s = default;");
        code.Line("s.Seed = seed;");
        code.Line("s.Started = 1;");
        code.Line("s.Phase = -1;");
        code.Line("s.Control = -1;");
        code.Line("s.ForOver = long.MaxValue;");
        for (var i = 0; i < program.Params.Length; i++)
        {
            code.Line($"s.Param{i} = _params[{i}];");
        }

        if (ChanceCode.SeedsAtStart(program))
        {
            for (var i = 0; i < program.Streams.Length; i++)
            {
                code.Line($"_streams.Stream{i}.Seed(seed + {InfoCode.Hash(program.Streams[i].Seed)});");
            }
        }
        else
        {
            code.Line("_streams = default;");
        }

        TimerCode.WriteAllOff(emission);
        for (var i = 0; i < program.Crowds.Length; i++)
        {
            code.Line($"s.Expected{i} = 1;");
            if (program.Crowds[i].Place != 0)
            {
                code.Line($"s.CrowdPlace{i} = {Literal.Of(program.Crowds[i].Place)};");
            }
        }

        for (var i = 0; i < program.Units.Length; i++)
        {
            code.Line($"s.PlaceOf{i} = -1;");
        }

        for (var i = 0; i < program.Counters.Length; i++)
        {
            var counter = program.Counters[i];
            code.Line(
                $"s.Counter{i} = global::System.Math.Clamp({emission.Amount(counter.Start)}, {Literal.Of(counter.Min)}, {Literal.Of(counter.Max)});"
            );
        }

        code.Close();
    }
}
