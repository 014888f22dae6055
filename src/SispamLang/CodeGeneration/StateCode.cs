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
        var (program, uses, code) = (emission.Program, emission.Uses, emission.Out);
        code.Blank();
        code.Summary(
            "All that a run is at between two instants. Numbers only, so that a copy of its bytes is a snapshot."
        );
        code.Line("/// <remarks>A time that is off is long.MaxValue.</remarks>");
        code.Open("private struct State");
        code.Line("public long Now;");
        code.Line("public ulong Seed;");
        code.Line("public int Started;");
        code.Line("public int Ended;");
        code.Line("public int Phase; // -1 before the first and after the end");
        code.Line("public int PhaseEnding;");
        code.Line("public int DrillEnding;");
        code.Line("public int EndReason; // of the phase that ended last");
        code.Line("public int DrillEndReason;");
        code.Line("public int Order; // to leave: 0 none, else its kind + 1");
        code.Line("public int OrderedPhase;");
        code.Line("public int UntilCame;");
        code.Line("public int Control;");
        code.Line("public long ForOver;");
        if (uses.Pause)
        {
            code.Line("public long PauseEnd;");
            code.Line("public long PauseOrdered;");
        }

        if (uses.LifeThreateningEvents)
        {
            code.Line("public int LifeThreatened;");
        }

        for (var i = 0; i < program.Params.Length; i++)
        {
            code.Line($"public long Param{i}; // {Comment.Plain(program.Params[i].Name)}");
        }

        WriteTimers(program, code);
        WriteThings(program, code);
        for (var i = 0; i < program.Rules.Length; i++)
        {
            WriteRule(emission, i);
        }

        for (var i = 0; i < program.Streams.Length; i++)
        {
            code.Line($"public Rt::RandomStream Stream{i}; // {Comment.Plain(program.Streams[i].Key)}");
        }

        WriteCauses(emission);
        code.Close();
        WriteReset(emission);
    }

    private static void WriteTimers(DrillProgram program, CodeWriter code)
    {
        // Side by side, so that they can be gone through as one span.
        for (var i = 0; i < program.Timers.Length; i++)
        {
            code.Line($"public long Due{i}; // {TimerCode.Describe(program, i)}");
        }
    }

    private static void WriteThings(DrillProgram program, CodeWriter code)
    {
        for (var i = 0; i < program.Crowds.Length; i++)
        {
            code.Line($"public Rt::Mood Mood{i}; // {Comment.Plain(program.Crowds[i].Name)}");
            code.Line($"public int CrowdPlace{i};");
            code.Line($"public int Expected{i};");
            code.Line($"public long Size{i};");
            if (program.Crowds[i].Growth is not null)
            {
                code.Line($"public long GrowthTime{i};");
                code.Line($"public int GrowthSteps{i};");
            }
        }

        for (var i = 0; i < program.Units.Length; i++)
        {
            code.Line($"public Rt::Placement Placement{i}; // {Comment.Plain(program.Units[i].Name)}");
            code.Line($"public int PlaceOf{i};");
        }

        for (var i = 0; i < program.Counters.Length; i++)
        {
            code.Line($"public long Counter{i}; // {Comment.Plain(program.Counters[i].Name)}");
        }

        for (var i = 0; i < program.Activities.Length; i++)
        {
            code.Line($"public int UnderWay{i}; // {Comment.Plain(program.Activities[i].Label)}");
        }
    }

    private static void WriteRule(Emission emission, int number)
    {
        var (rule, uses, code) = (emission.Program.Rules[number], emission.Uses, emission.Out);
        if (Features.TakesTime(rule))
        {
            code.Line(
                $"public int At{number}; // rule {number}: 0 no procedure; step + 1 while it stands in that step; else negative"
            );
            if (uses.HasWayOn(rule))
            {
                code.Line(
                    $"public int WayOn{number}; // 0, or 1 + the step at which it goes on when its StepEnds is taken"
                );
            }

            if (Features.NotesUntil(rule))
            {
                code.Line($"public int UntilCame{number};");
            }
        }

        if (Features.HasRise(rule) || Features.WhileOf(rule) is not null)
        {
            code.Line($"public int Held{number}; // rule {number}: its condition held at the last sweep");
        }

        if (Features.MayPend(rule))
        {
            code.Line($"public int Pending{number};");
        }

        if (Features.HasCount(rule))
        {
            code.Line($"public long Count{number};");
        }

        if (Features.HasNoted(rule))
        {
            code.Line($"public long Noted{number};");
        }

        if (uses.HasHandOver(rule))
        {
            code.Line($"public int HandOverPlace{number};");
        }
    }

    private static void WriteCauses(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Line(
            "// The rest is kept only while there is a trace: numbers of entries, and what the last entries said."
        );
        code.Line("public int Seq;");
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
    }

    private static void WriteReset(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Summary("The state before the first instant.");
        code.Open("private void Reset(ulong seed)");
        code.Line("_state = default;");
        code.Line("ref State s = ref _state;");
        code.Line("s.Seed = seed;");
        code.Line("s.Started = 1;");
        code.Line("s.Phase = -1;");
        code.Line("s.Control = -1;");
        code.Line("s.ForOver = long.MaxValue;");
        for (var i = 0; i < program.Params.Length; i++)
        {
            code.Line($"s.Param{i} = _params[{i}];");
        }

        if (program.Timers.Length > 0)
        {
            code.Line("Timers(ref s).Fill(long.MaxValue);");
        }

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
