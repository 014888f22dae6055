using System.Collections.Immutable;
using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>
/// Writes the members of a class that explores a drill: how a packed state becomes the one that an instant starts from, and how
/// the one after it is packed.
/// </summary>
internal static class ExploredCode
{
    private const string Sink = "Rt::WatchOnly";

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
        if (!program.Timers.IsEmpty)
        {
            code.Line($"private readonly int[] _due = new int[{program.Timers.Length}];");
            code.Line("private int _dueCount;");
        }

        if (!program.Properties.IsEmpty)
        {
            code.Line("private Watched _watchedFrom;");
        }

        Member($"public override int Entered => {ExploredRolls.Entered(emission, "_state")};");
        Member(
            $"public override Rt::DrillEndReason? EndReason => _state.Ended == 0 ? null : Entered > {DrillProgram.QueueCapacity} ? Rt::DrillEndReason.DoesNotSettle : (Rt::DrillEndReason)_state.DrillEndReason;"
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
        WriteSettleAll(emission);
        ExploredMarks.Write(emission, Sink);
        ExploredTimes.WritePassDeadlines(emission);
        ExploredTimes.WriteRead(emission);
        WriteUnpack(emission, explored);
        ExploredTimes.WriteSet(emission);
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

    private static void WriteStart(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Open("public override void StartInstant()");
        code.Line("Reset(0);");
        code.Line("Taken = 0;");
        ExploredMarks.WriteForget(emission);
        code.Line("_blank = _state;");
        code.Line("Broken.Clear();");
        if (!program.Properties.IsEmpty)
        {
            code.Line("ResetWatch();");
        }

        code.Line($"Begin<{Sink}>(ref _state);");
        ExploredTimes.PassDeadlines(emission, "_state");
        code.Close();
    }

    private static void WriteSettle(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Open("public override void SettleInstant(int raised, int changed)");
        code.Line("ref State s = ref _state;");
        if (ExploredMarks.HasMarks(emission))
        {
            code.Open($"if (!{ExploredMarks.GoesOn})");
        }

        code.Line("s = _from;");
        if (!program.Properties.IsEmpty)
        {
            code.Line("_watched = _watchedFrom;");
        }

        code.Line("Taken = 0;");
        code.Line("Broken.Clear();");
        code.Line("SettleAll(ref s, raised);");
        if (ExploredMarks.HasMarks(emission))
        {
            code.Close();
            code.Blank();
        }

        ExploredTimes.PassDeadlines(emission, "s");
        code.Close();
    }

    private static void WriteSettleAll(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Summary("Settles an instant from its beginning.");
        code.Open("private void SettleAll(ref State s, int raised)");
        code.Open("if (raised >= 0)");
        code.Line($"Raise<{Sink}>(ref s, raised);");
        code.Line("return;");
        code.Close();
        code.Blank();
        code.Line("BeginInstant(ref s);");
        if (!program.Timers.IsEmpty)
        {
            code.Line("global::System.Span<long> timers = Timers(ref s);");
            code.Open("foreach (int i in global::System.MemoryExtensions.AsSpan(_due, 0, _dueCount))");
            TimerCode.WriteDo(emission, Sink);
            code.Close();
            code.Blank();
        }

        code.Line($"Settle<{Sink}>(ref s);");
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
            explored.Cells,
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
        code.Open("public override bool Pack(global::System.Span<ulong> state, long latest)");
        code.Line("ref State s = ref _state;");
        code.Line("ulong tooMuch = 0;");
        WriteByPhase(
            emission,
            explored.Cells,
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

        if (!explored.Times.IsEmpty)
        {
            code.Line("ulong left;");
            WriteByPhase(emission, explored.Times, cells => ExploredTimes.WritePack(emission, cells));
        }

        code.Line("return tooMuch == 0;");
        code.Close();
        if (!explored.Times.IsEmpty)
        {
            ExploredTimes.WriteLeft(emission, explored.StepMs);
        }
    }

    // The cells of all phases, then those of the one that is on.
    private static void WriteByPhase(
        Emission emission,
        ImmutableArray<ExploredCell> all,
        Action<IEnumerable<ExploredCell>> write
    )
    {
        var code = emission.Out;
        write(all.Where(cell => cell.Phase < 0));
        code.Open("switch (s.Phase)");
        foreach (var phase in all.Where(cell => cell.Phase >= 0).GroupBy(cell => cell.Phase))
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
