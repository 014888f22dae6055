using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Writes orders to leave a phase, and the end of the drill.</summary>
internal static class EndCode
{
    public static void WriteOrder(Emission emission)
    {
        var code = emission.Out;
        code.Blank();
        code.Summary(
            "Carries out an order to leave the phase. The first of an instant counts, but the end of the drill always."
        );
        emission.InlineIfSmall();
        code.Open(
            "private void Leave<TSink>(ref State s, int order, int phase, int by, int cause, int site)" + FileCode.Where
        );
        var end = (int)LeaveKind.EndDrill + 1;
        code.Open($"if (s.Order != 0 && (order != {end} || s.Order == {end}))");
        code.Line(Emission.Tell("IgnoredLeave", "phase", "0", "0", "by", "cause", "site") + ";");
        code.Line("return;");
        code.Close();
        code.Blank();
        code.Line("s.Order = order;");
        code.Line("s.OrderedPhase = phase;");
        code.Open("if (TSink.IsOn)");
        code.Line(
            $"var code = order switch {{ {(int)LeaveKind.NextPhase + 1} => Rt::TraceCode.OrderNextPhase, {(int)LeaveKind.GoTo + 1} => Rt::TraceCode.OrderGoTo, _ => Rt::TraceCode.OrderEndDrill }};"
        );
        code.Line("_causes.OrderEntry = Tell<TSink>(ref s, code, phase < 0 ? 0 : phase, 0, 0, by, cause, site);");
        code.Close();
        code.Close();
    }

    public static void WriteEnd(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Summary("The end of the drill.");
        emission.InlineIfSmall();
        code.Open("private void EndRun<TSink>(ref State s)" + FileCode.Where);
        WatchCode.Call(emission, "CloseScopes<TSink>(ref s, TSink.IsOn ? _causes.PhaseEndEntry : -1);");
        code.Line(
            Emission.Tell("End", "s.DrillEndReason", "0", "0", "-1", "TSink.IsOn ? _causes.PhaseEndEntry : -1", "-1")
                + ";"
        );
        MeasureCode.WriteEnd(emission, "(Rt::DrillEndReason)s.DrillEndReason");
        code.Line("Stop(ref s);");
        code.Close();
        code.Blank();
        code.Summary("The end of a drill whose instant holds more than it may.");
        code.Open("private void EndUnsettled<TSink>(ref State s)" + FileCode.Where);
        code.Open("if (s.Phase >= 0 && s.PhaseEnding == 0)");
        code.Line(
            Emission.Tell(
                "PhaseEnds",
                "s.Phase",
                "(int)Rt::PhaseEndReason.DoesNotSettle",
                "0",
                "-1",
                "LastEntry<TSink>(ref s)",
                "SiteOfPhase(s.Phase)"
            ) + ";"
        );
        MeasureCode.WriteUnsettledPhaseEnds(emission);
        code.Close();
        code.Blank();
        code.Line("int last = LastEntry<TSink>(ref s);");
        WatchCode.Call(emission, "CloseScopes<TSink>(ref s, last);");
        code.Line(Emission.Tell("End", "(int)Rt::DrillEndReason.DoesNotSettle", "0", "0", "-1", "last", "-1") + ";");
        MeasureCode.WriteEnd(emission, "Rt::DrillEndReason.DoesNotSettle");
        code.Line("Stop(ref s);");
        code.Close();
        code.Blank();
        code.Line("private static int SiteOfPhase(int phase) => phase switch");
        code.Open();
        for (var i = 0; i < program.Phases.Length; i++)
        {
            code.Line($"{i} => {Literal.Of(program.Phases[i].Site)},");
        }

        code.Line("_ => -1,");
        code.Close(";");
        code.Blank();
        code.Summary("Nothing is under way and nothing pending any more.");
        emission.InlineIfSmall();
        code.Open("private static void Stop(ref State s)");
        code.Line("s.Ended = 1;");
        code.Line("s.Phase = -1;");
        code.Line("s.ForOver = long.MaxValue;");
        TimerCode.WriteAllOff(emission);
        for (var i = 0; i < program.Rules.Length; i++)
        {
            if (Features.TakesTime(program.Rules[i]))
            {
                code.Line($"s.At{i} = 0;");
            }
        }

        for (var i = 0; i < program.Activities.Length; i++)
        {
            code.Line($"s.UnderWay{i} = 0;");
        }

        code.Close();
    }
}
