using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Writes how the drill's situation and threat follow from the crowds.</summary>
internal static class SituationCode
{
    public static void Write(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Summary("The crowd has gathered and not gone.");
        code.Line(FileCode.Inline);
        code.Line("private static bool IsPresent(Rt::Mood mood) => mood is >= Rt::Mood.Calm and <= Rt::Mood.Anarchic;");
        code.Blank();
        code.Summary("The unit is on its way or at a place.");
        code.Line(FileCode.Inline);
        code.Line(
            "private static bool IsOut(Rt::Placement placement) => placement is Rt::Placement.OnTheWay or Rt::Placement.AtPlace;"
        );
        foreach (var crowd in Enumerable.Range(0, program.Crowds.Length))
        {
            if (emission.Items.Contains(new ItemCode(SignalKind.CrowdJoins, crowd)))
            {
                CrowdCode.WriteCanJoin(emission, crowd);
            }
        }

        var life = emission.Uses.LifeThreateningEvents;
        code.Blank();
        code.Summary("The worst mood of the crowds present; calm if there is none.");
        emission.InlineIfSmall();
        code.Open("private static Rt::Mood WorstMood(ref State s)");
        code.Line("var worst = Rt::Mood.Calm;");
        for (var i = 0; i < program.Crowds.Length; i++)
        {
            code.Open($"if (s.Mood{i} > worst && s.Mood{i} <= Rt::Mood.Anarchic)");
            code.Line($"worst = s.Mood{i};");
            code.Close();
            code.Blank();
        }

        code.Line("return worst;");
        code.Close();
        code.Blank();
        code.Summary("The worst situation of the crowds present.");
        emission.InlineIfSmall();
        code.Line(
            "private static Rt::Situation SituationOf(ref State s) => "
                + (life ? "s.LifeThreatened != 0 ? Rt::Situation.Red : " : "")
                + "WorstMood(ref s) switch"
        );
        code.Open();
        code.Line("Rt::Mood.Calm => Rt::Situation.Green,");
        code.Line("Rt::Mood.Anarchic => Rt::Situation.Red,");
        code.Line("_ => Rt::Situation.Yellow,");
        code.Close(";");
        code.Blank();
        code.Summary("The worst threat of the crowds present.");
        emission.InlineIfSmall();
        code.Open("private static Rt::Threat ThreatOf(ref State s)");
        var deadly = Enumerable
            .Range(0, program.Crowds.Length)
            .Where(i => program.Crowds[i].IsLifeThreatening)
            .Select(i => $"s.Mood{i} == Rt::Mood.Anarchic")
            .Concat(life ? ["s.LifeThreatened != 0"] : [])
            .ToList();
        if (deadly.Count > 0)
        {
            code.Open($"if ({string.Join(" || ", deadly)})");
            code.Line("return Rt::Threat.LifeThreatening;");
            code.Close();
            code.Blank();
        }

        code.Line("return (Rt::Threat)((int)WorstMood(ref s) - (int)Rt::Mood.Calm);");
        code.Close();
        code.Blank();
        code.Summary("Tells the drill's situation and threat if they are not what they were.");
        code.Open("private void TellSituation<TSink>(ref State s, int cause, int site)" + FileCode.Where);
        code.Line("var situation = SituationOf(ref s);");
        code.Line("var threat = ThreatOf(ref s);");
        code.Open("if (situation != _causes.Situation || threat != _causes.Threat)");
        code.Line("_causes.Situation = situation;");
        code.Line("_causes.Threat = threat;");
        code.Line(Emission.Tell("SituationIs", "(int)situation", "(int)threat", "0", "-1", "cause", "site") + ";");
        code.Close();
        code.Close();
    }
}
