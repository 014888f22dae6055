using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Writes what happens when the queue is empty: pauses, the ends of phases, the end of the drill.</summary>
internal static class PhaseCode
{
    public static void Write(Emission emission)
    {
        WriteGoesOn(emission);
        WriteReasons(emission);
        QuietCode.Write(emission);
        EndCode.WriteOrder(emission);
        EndCode.WriteEnd(emission);
    }

    private static void WriteGoesOn(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Summary("The queue is empty: puts the end or the start of a phase into it, or says false: time moves on.");
        emission.InlineIfSmall();
        code.Open("private bool GoesOn<TSink>(ref State s)" + FileCode.Where);
        code.Open("if (s.DrillEnding != 0)");
        code.Line("EndRun<TSink>(ref s);");
        code.Line("return false;");
        code.Close();
        code.Blank();
        if (emission.Uses.Pause)
        {
            WritePause(emission);
        }

        code.Open("if (s.PhaseEnding != 0)");
        code.Line(
            $"int next = s.Order switch {{ {(int)LeaveKind.GoTo + 1} => s.OrderedPhase, {(int)LeaveKind.EndDrill + 1} => {program.Phases.Length}, _ => s.Phase + 1 }};"
        );
        code.Line("int ended = TSink.IsOn ? _causes.PhaseEndEntry : -1;");
        code.Open($"switch (s.EndReason == (int)Rt::PhaseEndReason.TimeUp ? {program.Phases.Length} : next)");
        for (var i = 0; i < program.Phases.Length; i++)
        {
            code.Line($"case {i}:");
            code.Indent();
            emission.Enqueue(
                new ItemCode(SignalKind.PhaseStarts, i),
                "0",
                "-1",
                "ended",
                Literal.Of(program.Phases[i].Site),
                isFirst: true
            );
            code.Line("break;");
            code.Outdent();
        }

        code.Line("default:");
        code.Indent();
        code.Line("s.DrillEndReason = (int)(s.EndReason == (int)Rt::PhaseEndReason.TimeUp ? Rt::DrillEndReason.TimeUp");
        code.Line($"    : s.Order == {(int)LeaveKind.EndDrill + 1} ? Rt::DrillEndReason.Order");
        code.Line("    : Rt::DrillEndReason.LastPhase);");
        emission.Enqueue(new ItemCode(SignalKind.DrillEnds, -1), "0", "-1", "ended", "-1", isFirst: true);
        code.Line("break;");
        code.Outdent();
        code.Close();
        code.Blank();
        code.Line("return true;");
        code.Close();
        code.Blank();
        code.Line("int reason = -1;");
        code.Line("int cause = -1;");
        var pause = emission.Uses.Pause ? "!isPaused && " : "";
        code.Open($"if ({pause}s.Order != 0)");
        code.Line("reason = (int)Rt::PhaseEndReason.Order;");
        code.Line("cause = TSink.IsOn ? _causes.OrderEntry : -1;");
        code.Close();
        code.Open(emission.Uses.Pause ? "else if (!isPaused)" : "else");
        code.Line("reason = ReasonToEnd<TSink>(ref s, ref cause);");
        code.Close();
        code.Blank();
        code.Open("if (reason < 0)");
        code.Open($"if (s.Now < {emission.Amount(program.Facts.EndsAfter)})");
        code.Line("return false;");
        code.Close();
        code.Blank();
        code.Line("reason = (int)Rt::PhaseEndReason.TimeUp;");
        code.Close();
        code.Blank();
        code.Open("switch (s.Phase)");
        for (var i = 0; i < program.Phases.Length; i++)
        {
            code.Line($"case {i}:");
            code.Indent();
            emission.Enqueue(
                new ItemCode(SignalKind.PhaseEnds, i),
                "reason",
                "-1",
                "cause",
                Literal.Of(program.Phases[i].Site),
                isFirst: true
            );
            code.Line("break;");
            code.Outdent();
        }

        code.Close();
        code.Blank();
        code.Line("return true;");
        code.Close();
    }

    private static void WritePause(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Open("if (s.PauseOrdered != 0)");
        code.Line("long pause = s.PauseOrdered;");
        code.Line("s.PauseOrdered = 0;");
        code.Line("s.PauseEnd = s.Now + pause;");
        TimerCode.WriteShift(emission);
        if (program.Phases.Any(phase => phase.For is not null))
        {
            code.Open("if (s.ForOver != long.MaxValue)");
            code.Line("s.ForOver += pause;");
            code.Close();
        }

        for (var i = 0; i < program.Rules.Length; i++)
        {
            if (Features.HasNoted(program.Rules[i]))
            {
                code.Line($"s.Noted{i} += pause;");
            }

            var timer = emission.Uses.Timer(TimerKind.RuleStep, i);
            for (var step = 0; step < program.Rules[i].Body.Length; step++)
            {
                if (program.Rules[i].Body[step] is Pause)
                {
                    code.Open($"if (s.At{i} == {step + 1} && s.Due{timer} == long.MaxValue)");
                    code.Line($"s.Due{timer} = s.PauseEnd;");
                    code.Close();
                }
            }
        }

        code.Close();
        code.Blank();
        code.Line("bool isPaused = s.Now < s.PauseEnd;");
        code.Open($"if (isPaused && s.Now < {emission.Amount(program.Facts.EndsAfter)})");
        code.Line("return false;");
        code.Close();
        code.Blank();
    }

    private static void WriteReasons(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Summary("Why the phase ends now without having been ordered to, or -1.");
        code.Line(FileCode.Inline);
        code.Open("private int ReasonToEnd<TSink>(ref State s, ref int cause)" + FileCode.Where);
        code.Open("switch (s.Phase)");
        for (var i = 0; i < program.Phases.Length; i++)
        {
            var phase = program.Phases[i];
            code.Line($"case {i}: // {Comment.Plain(phase.Name)}");
            code.Indent();
            if (phase.Until is { Signals.IsEmpty: false })
            {
                Reason("s.UntilCame != 0", "Until", "TSink.IsOn ? _causes.UntilEntry : -1");
            }

            if (phase.Until is { Condition: { } condition })
            {
                emission.At(phase.Until.Site);
                Reason(ConditionCode.Of(emission, condition), "Until", "TSink.IsOn ? _causes.LastItem : -1");
            }

            if (phase.For is not null)
            {
                Reason("s.ForOver <= s.Now", "For", "TSink.IsOn ? _causes.PhaseEntry : -1");
            }

            if (phase is { For: null, Until: null })
            {
                Reason($"IsQuiet{i}(ref s)", "Quiet", "-1");
            }

            code.Line("break;");
            code.Outdent();
        }

        code.Close();
        code.Blank();
        code.Line("return -1;");
        code.Close();

        void Reason(string condition, string reason, string cause)
        {
            code.Open($"if ({condition})");
            code.Line($"cause = {cause};");
            code.Line($"return (int)Rt::PhaseEndReason.{reason};");
            code.Close();
            code.Blank();
        }
    }
}
