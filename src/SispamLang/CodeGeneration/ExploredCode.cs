using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>
/// Writes the members of a class that explores a drill: how a packed state becomes the one that an instant starts from, and how
/// the one after it is packed.
/// </summary>
internal static class ExploredCode
{
    private const string Sink = "Rt::WatchOnly";
    private const int PauseAfterFor = 1;
    private const int NotedAfterFor = 2;

    /// <summary>The other arguments of the base class's constructor.</summary>
    public static string Sizes(DrillProgram program) =>
        $", {program.Rules.Length}, {program.Phases.Length}, {program.Properties.Length}";

    /// <summary>Writes a statement that only exploring needs.</summary>
    public static void Note(Emission emission, string statement)
    {
        if (emission.Options.Explored is not null)
        {
            emission.Out.Line(statement);
        }
    }

    /// <summary>Writes the members; nothing for a class that runs the drill.</summary>
    public static void Write(Emission emission)
    {
        if (emission.Options.Explored is not { } explored)
        {
            return;
        }

        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Line("private State _from;");
        code.Line("private State _blank;");
        if (!program.Properties.IsEmpty)
        {
            code.Line("private Watched _watchedFrom;");
        }

        Member("public override int Entered => _state.Entered;");
        Member(
            $"public override Rt::DrillEndReason? EndReason => _state.Ended == 0 ? null : _state.Entered > {DrillProgram.QueueCapacity} ? Rt::DrillEndReason.DoesNotSettle : (Rt::DrillEndReason)_state.DrillEndReason;"
        );
        Member("public override int StepOf(int rule) => rule switch");
        code.Open();
        foreach (var rule in Procedures(program))
        {
            code.Line($"{rule} => _state.At{rule} - 1,");
        }

        code.Line("_ => -1,");
        code.Close(";");
        WriteStart(emission);
        WriteSettle(emission);
        WriteReadTimes(emission);
        WriteUnpack(emission, explored);
        WritePack(emission, explored);

        void Member(string line)
        {
            code.Blank();
            code.Line("/// <inheritdoc/>");
            code.Line(line);
        }
    }

    private static IEnumerable<int> Procedures(DrillProgram program) =>
        Enumerable.Range(0, program.Rules.Length).Where(i => Features.TakesTime(program.Rules[i]));

    private static IEnumerable<int> Noted(DrillProgram program) =>
        Enumerable.Range(0, program.Rules.Length).Where(i => Features.HasNoted(program.Rules[i]));

    private static IEnumerable<int> Timed(DrillProgram program) =>
        Enumerable.Range(0, program.Properties.Length).Where(i => program.Properties[i].Within is not null);

    private static int NotedAt(DrillProgram program, int rule) => program.Timers.Length + NotedAfterFor + rule;

    private static int DeadlineAt(DrillProgram program, int property) =>
        program.Timers.Length + NotedAfterFor + program.Rules.Length + property;

    private static void WriteStart(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Open("public override void StartInstant(global::System.Span<long> after)");
        code.Line("Reset(0);");
        code.Line("_blank = _state;");
        code.Line("Broken.Clear();");
        if (!program.Properties.IsEmpty)
        {
            code.Line("ResetWatch();");
        }

        code.Line($"Begin<{Sink}>(ref _state);");
        code.Line("ReadTimes(ref _state, after);");
        code.Close();
    }

    private static void WriteSettle(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        var timers = program.Timers.Length;
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Open(
            "public override void SettleInstant(long now, global::System.ReadOnlySpan<long> before, global::System.Span<long> after, int raised)"
        );
        code.Line("_state = _from;");
        code.Line("ref State s = ref _state;");
        code.Line("Broken.Clear();");
        code.Line("s.Now = now;");
        if (timers > 0)
        {
            code.Line($"before.Slice(0, {timers}).CopyTo(Timers(ref s));");
        }

        code.Line($"s.ForOver = before[{timers}];");
        if (emission.Uses.Pause)
        {
            var pause = timers + PauseAfterFor;
            code.Line($"s.PauseEnd = before[{pause}] == long.MaxValue ? 0 : before[{pause}];");
        }

        foreach (var rule in Noted(program))
        {
            var at = NotedAt(program, rule);
            code.Line($"s.Noted{rule} = before[{at}] == long.MaxValue ? LongAgo : before[{at}];");
        }

        if (!program.Properties.IsEmpty)
        {
            code.Line("_watched = _watchedFrom;");
            foreach (var property in Timed(program))
            {
                code.Line($"_watched.Property{property}.Deadline = before[{DeadlineAt(program, property)}];");
            }
        }

        code.Open("if (raised < 0)");
        code.Line("BeginInstant(ref s);");
        code.Line($"CollectDue<{Sink}>(ref s);");
        code.Line($"Settle<{Sink}>(ref s);");
        code.Close();
        code.Open("else");
        code.Line($"Raise<{Sink}>(ref s, raised);");
        code.Close();
        code.Blank();
        code.Line("ReadTimes(ref s, after);");
        code.Close();
    }

    private static void WriteReadTimes(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        var timers = program.Timers.Length;
        code.Blank();
        code.Summary(
            "Tells what is pending. A deadline that is now has passed: no instant comes at this very time any more."
        );
        code.Open("private void ReadTimes(ref State s, global::System.Span<long> after)");
        if (timers > 0)
        {
            code.Line("Timers(ref s).CopyTo(after);");
        }

        code.Line($"after[{timers}] = s.ForOver;");
        if (emission.Uses.Pause)
        {
            code.Line($"after[{timers + PauseAfterFor}] = s.PauseEnd > s.Now ? s.PauseEnd : long.MaxValue;");
        }

        foreach (var rule in Noted(program))
        {
            code.Line(
                $"after[{NotedAt(program, rule)}] = s.At{rule} > 0 && s.Noted{rule} > s.Now ? s.Noted{rule} : long.MaxValue;"
            );
        }

        foreach (var property in Timed(program))
        {
            code.Open($"if (IsSettled[{property}])");
            code.Line($"_watched.Property{property}.Deadline = long.MaxValue;");
            code.Close();
            code.Open($"else if (_watched.Property{property}.Deadline <= s.Now)");
            code.Line($"Broken.Add({property});");
            code.Line($"_watched.Property{property}.Fulfil();");
            code.Close();
            code.Blank();
            code.Line($"after[{DeadlineAt(program, property)}] = _watched.Property{property}.Deadline;");
        }

        code.Close();
    }

    private static void WriteUnpack(Emission emission, ExploredState explored)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Open("public override void Unpack(global::System.ReadOnlySpan<ulong> state)");
        code.Line("_from = _blank;");
        code.Line("ref State s = ref _from;");
        for (var i = 0; i < program.Crowds.Length; i++)
        {
            if (program.Crowds[i].Growth is { } growth)
            {
                code.Line($"s.GrowthTime{i} = {emission.Amount(growth.Over.Low)};");
            }
        }

        WriteByPhase(
            emission,
            explored,
            cells =>
            {
                foreach (var cell in cells.Where(cell => cell.Kind < ExploredKind.IsOpen))
                {
                    ExploredCells.WriteUnpack(emission, cell);
                }
            }
        );
        foreach (var rule in Procedures(program))
        {
            foreach (var cut in StepCode.Cuts(program.Rules[rule].Body))
            {
                code.Open($"if (s.At{rule} == {cut.Step + 1})");
                code.Line($"s.UnderWay{cut.Activity}++;");
                code.Close();
                code.Blank();
            }
        }

        for (var i = 0; i < program.Properties.Length; i++)
        {
            ExploredCells.WriteUnpackProperty(emission, explored, i);
        }

        code.Close();
    }

    private static void WritePack(Emission emission, ExploredState explored)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Open("public override bool Pack(global::System.Span<ulong> state)");
        code.Line("ref State s = ref _state;");
        code.Line("ulong tooMuch = 0;");
        WriteByPhase(
            emission,
            explored,
            cells =>
            {
                foreach (var word in cells.Where(cell => cell.Kind < ExploredKind.IsOpen).GroupBy(cell => cell.Word))
                {
                    foreach (var cell in word.Where(cell => ExploredCells.CanBeTooMuch(cell.Kind)))
                    {
                        code.Line($"tooMuch |= (ulong)({ExploredCells.Value(program, cell)}) >> {cell.Bits};");
                    }

                    code.Line(
                        $"state[{word.Key}] |= "
                            + string.Join(
                                " | ",
                                word.Select(cell => $"(ulong)({ExploredCells.Value(program, cell)}) << {cell.Shift}")
                            )
                            + ";"
                    );
                }
            }
        );
        for (var i = 0; i < program.Properties.Length; i++)
        {
            ExploredCells.WritePackProperty(emission, explored, i);
        }

        code.Line("return tooMuch == 0;");
        code.Close();
    }

    // The cells of all phases, then those of the one that is on.
    private static void WriteByPhase(Emission emission, ExploredState explored, Action<IEnumerable<ExploredCell>> write)
    {
        var code = emission.Out;
        write(explored.Cells.Where(cell => cell.Phase < 0));
        code.Open("switch (s.Phase)");
        foreach (var phase in explored.Cells.Where(cell => cell.Phase >= 0).GroupBy(cell => cell.Phase))
        {
            code.Line($"case {phase.Key}:");
            code.Indent();
            write(phase);
            code.Line("break;");
            code.Outdent();
        }

        code.Close();
        code.Blank();
    }
}
