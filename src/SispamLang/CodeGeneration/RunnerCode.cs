using System.Diagnostics;
using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Writes the members that every runner has.</summary>
internal static class RunnerCode
{
    public static void Write(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Line("private State _state;");
        code.Line("private Queue _queue;");
        code.Line("private Causes _causes;");
        if (!program.Streams.IsEmpty)
        {
            code.Line("private Streams _streams;");
        }

        if (program.Params.Length > 0)
        {
            code.Line(
                "private readonly long[] _params = { "
                    + string.Join(", ", program.Params.Select(param => Literal.Of(param.Default)))
                    + " };"
            );
        }

        WriteConstructor(emission);
        Member("public override Rt::DrillInfo Info => Tables.Info;");
        Member("public override ulong Seed => Started.Seed;");
        Member("public override bool HasEnded => Started.Ended != 0;");
        Member("public override long Now => Started.Now;");
        Member("public override long? NextDue => Started.Ended != 0 ? null : NextInstant(ref _state);");
        Member("public override int Phase => Started.Phase;");
        Member("public override Rt::Situation Situation => SituationOf(ref Started);");
        Member("public override Rt::Threat Threat => ThreatOf(ref Started);");
        Member("public override int ControlledBy => Started.Control;");
        code.Blank();
        code.Open("private ref State Started");
        code.Open("get");
        code.Open("if (_state.Started == 0)");
        code.Line("throw new global::System.InvalidOperationException(\"The runner has not been started.\");");
        code.Close();
        code.Blank();
        code.Line("return ref _state;");
        code.Close();
        code.Close();
        if (program.Properties.IsEmpty)
        {
            Member(
                "public override Rt::PropertyVerdict VerdictOf(int property) => throw new global::System.ArgumentOutOfRangeException(nameof(property));"
            );
        }

        WriteParams(program, code);
        WriteRunning(emission);
        WriteRaise(emission);
        SnapshotCode.WriteGetters(program, code);
        SnapshotCode.WriteSnapshot(emission);

        void Member(string line)
        {
            code.Blank();
            code.Line("/// <inheritdoc/>");
            code.Line(line);
        }
    }

    private static void WriteConstructor(Emission emission)
    {
        var code = emission.Out;
        code.Blank();
        code.Summary("A runner of the drill, not started.");
        code.Line(
            "/// <exception cref=\"global::System.NotSupportedException\">SispamLang.Runtime is of a version that"
        );
        code.Line("/// this class was not made for.</exception>");
        var sizes = emission.Options.Explored is null ? "" : ExploredCode.Sizes(emission.Program);
        code.Line($"public {emission.ClassName}() : base({Literal.Of(CSharpEmitter.Contract)}{sizes}) {{ }}");
        code.Blank();
        code.Summary("The drill, for programs that do not know it.");
        code.Line($"public static Rt::DrillDefinition Definition => Rt::DrillDefinition.Of<{emission.ClassName}>();");
    }

    private static void WriteParams(DrillProgram program, CodeWriter code)
    {
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Open("public override void SetParam(int param, long value)");
        if (program.Params.Length == 0)
        {
            code.Line("throw new global::System.ArgumentOutOfRangeException(nameof(param));");
            code.Close();
            return;
        }

        code.Line("bool isPossible = param switch");
        code.Open();
        for (var i = 0; i < program.Params.Length; i++)
        {
            code.Line(
                $"{i} => value >= {Literal.Of(program.Params[i].Min)} && value <= {Literal.Of(program.Params[i].Max)},"
            );
        }

        code.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(param)),");
        code.Close(";");
        code.Open("if (!isPossible)");
        code.Line("throw new global::System.ArgumentOutOfRangeException(nameof(value));");
        code.Close();
        code.Blank();
        code.Line("_params[param] = value;");
        code.Close();
    }

    private static void WriteRunning(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Line("// Nothing is recorded and nothing is forced: then the code without a trace runs.");
        code.Line("private bool IsTraced => Trace is not null || ForcedDraws is not null;");
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Open("public override void Start(ulong seed)");
        code.Line("Reset(seed);");
        if (!program.Properties.IsEmpty)
        {
            code.Open("if (WatchesProperties)");
            code.Line("ResetWatch();");
            code.Close();
            code.Blank();
        }

        Both("Begin", "");
        code.Close();
        code.Blank();
        code.Open("private void Begin<TSink>(ref State s)" + FileCode.Where);
        code.Line("BeginInstant(ref s);");
        code.Line("int start = " + Emission.Tell("Start", "0", "0", "unchecked((long)s.Seed)", "-1", "-1", "-1") + ";");
        emission.Enqueue(new ItemCode(SignalKind.DrillStarts, -1), "0", "-1", "start", "-1", isFirst: true);
        emission.Enqueue(
            new ItemCode(SignalKind.PhaseStarts, program.FirstPhase),
            "0",
            "-1",
            "start",
            Literal.Of(program.Phases[program.FirstPhase].Site),
            isFirst: true
        );
        code.Line("Settle<TSink>(ref s);");
        code.Close();
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Open("public override bool Step()");
        code.Open("if (HasEnded)");
        code.Line("return false;");
        code.Close();
        code.Blank();
        Both("Advance", ", NextInstant(ref _state)");
        code.Line("return true;");
        code.Close();
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Open("public override void AdvanceTo(long timeMs)");
        code.Line("_ = Started;");
        Both("Advance", ", timeMs");
        code.Close();
        code.Blank();
        code.Summary("Settles every instant up to that time, and sets the clock to it.");
        code.Open("private void Advance<TSink>(ref State s, long time)" + FileCode.Where);
        code.Open("while (s.Ended == 0)");
        ShortWayCode.WriteCall(emission);
        code.Line("long next = NextInstant(ref s);");
        code.Open("if (next > time)");
        code.Open("if (time > s.Now)");
        code.Line("s.Now = time;");
        WatchCode.Call(emission, "WatchTime<TSink>(ref s);");
        code.Close();
        code.Blank();
        code.Line("return;");
        code.Close();
        code.Blank();
        code.Line("s.Now = next;");
        WatchCode.Call(emission, "WatchTime<TSink>(ref s);");
        code.Line("BeginInstant(ref s);");
        code.Line("CollectDue<TSink>(ref s);");
        code.Line("Settle<TSink>(ref s);");
        code.Close();
        code.Close();
        code.Blank();
        code.Summary("Nothing has entered the queue yet, and nothing is left in it.");
        code.Line(FileCode.Inline);
        code.Open("private static void BeginInstant(ref State s)");
        code.Line("s.Entered = 0;");
        code.Line("s.Behind = 0;");
        code.Line("s.First = ItemCode.None;");
        ExploredRolls.WriteBegin(emission);
        SweepCode.WriteMustSweepAll(emission);
        code.Close();

        void Both(string method, string argument) => WriteBoth(emission, method, argument);
    }

    // A call of the code with a trace, with properties alone, or with neither.
    private static void WriteBoth(Emission emission, string method, string argument)
    {
        var code = emission.Out;
        code.Open("if (IsTraced)");
        code.Line($"{method}<Rt::RunnerTrace>(ref _state{argument});");
        code.Close();
        if (!emission.Program.Properties.IsEmpty)
        {
            code.Open("else if (WatchesProperties)");
            code.Line($"{method}<Rt::WatchOnly>(ref _state{argument});");
            code.Close();
        }

        code.Open("else");
        code.Line($"{method}<Rt::NoTrace>(ref _state{argument});");
        code.Close();
        code.Blank();
    }

    private static void WriteRaise(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Open("public override void Raise(int outsideEvent)");
        code.Open($"if ((uint)outsideEvent >= {program.OutsideEvents.Length})");
        code.Line("throw new global::System.ArgumentOutOfRangeException(nameof(outsideEvent));");
        code.Close();
        code.Blank();
        code.Open("if (HasEnded)");
        code.Line("return;");
        code.Close();
        code.Blank();
        WriteBoth(emission, "Raise", ", outsideEvent");
        code.Close();
        code.Blank();
        code.Open("private void Raise<TSink>(ref State s, int outsideEvent)" + FileCode.Where);
        if (emission.Uses.Pause)
        {
            code.Open("if (s.Now < s.PauseEnd)");
            code.Line(Emission.Tell("IgnoredWhilePaused", "outsideEvent", "0", "0", "-2", "-1", "-1") + ";");
            code.Line("return;");
            code.Close();
            code.Blank();
        }

        code.Line("BeginInstant(ref s);");
        code.Open("switch (outsideEvent)");
        for (var i = 0; i < program.OutsideEvents.Length; i++)
        {
            var outside = program.OutsideEvents[i];
            code.Line($"case {i}:{(outside.Names.IsEmpty ? "" : " // " + Comment.Plain(outside.Names[0]))}");
            code.Indent();
            switch (outside.Kind)
            {
                case OutsideKind.NextPhase:
                    code.Line($"Leave<TSink>(ref s, {(int)LeaveKind.NextPhase + 1}, -1, -2, -1, -1);");
                    break;
                case OutsideKind.GoTo:
                    code.Line($"Leave<TSink>(ref s, {(int)LeaveKind.GoTo + 1}, {outside.Subject}, -2, -1, -1);");
                    break;
                case OutsideKind.EndDrill:
                    code.Line($"Leave<TSink>(ref s, {(int)LeaveKind.EndDrill + 1}, -1, -2, -1, -1);");
                    break;
                default:
                    emission.Enqueue(
                        new ItemCode(SignalOf(outside.Kind), outside.Subject),
                        "-1",
                        "-2",
                        "-1",
                        "-1",
                        isFirst: true
                    );
                    break;
            }

            code.Line("break;");
            code.Outdent();
        }

        code.Close();
        code.Blank();
        code.Line("Settle<TSink>(ref s);");
        code.Close();
    }

    private static SignalKind SignalOf(OutsideKind kind) =>
        kind switch
        {
            OutsideKind.CrowdGathers => SignalKind.CrowdGathers,
            OutsideKind.CrowdEscalates => SignalKind.CrowdEscalates,
            OutsideKind.CrowdCalms => SignalKind.CrowdCalms,
            OutsideKind.CrowdGrows => SignalKind.CrowdGrows,
            OutsideKind.CrowdThrows => SignalKind.CrowdThrows,
            OutsideKind.CrowdDisperses => SignalKind.CrowdDisperses,
            OutsideKind.EventHappens => SignalKind.EventHappens,
            _ => throw new UnreachableException(),
        };
}
