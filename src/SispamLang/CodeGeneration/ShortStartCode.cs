namespace SispamLang.CodeGeneration;

/// <summary>
/// Writes how a run is played in one go: it begins on the short way through the first phase, with the state before the start
/// in the registers already.
/// </summary>
internal static class ShortStartCode
{
    /// <summary>Writes the methods; only for a drill that has the short way.</summary>
    public static void Write(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Open("public override void RunToEnd(ulong seed)");
        code.Open(program.Properties.IsEmpty ? "if (IsTraced)" : "if (IsTraced || WatchesProperties)");
        code.Line("base.RunToEnd(seed);");
        code.Line("return;");
        code.Close();
        code.Blank();
        code.Open("if (ShortStart<Rt::NoTrace>(seed))");
        code.Line("Settle<Rt::NoTrace>(ref _state);");
        code.Close();
        code.Blank();
        code.Line("Advance<Rt::NoTrace>(ref _state, long.MaxValue);");
        code.Close();
        code.Blank();
        code.Summary($"The short way from the start of the drill through {program.Phases[program.FirstPhase].Name}.");
        code.Open("private bool ShortStart<TSink>(ulong seed)" + FileCode.Where);
        code.Line("long time = long.MaxValue;");
        code.Line("Cs::Unsafe.SkipInit(out State s);");
        code.Line("Reset(ref s, seed);");
        code.Line("s.Entered = 2;");
        code.Line("DrillStarts<TSink>(ref s, 0, -1, -1, -1);");
        code.Line($"PhaseStarts{program.FirstPhase}<TSink>(ref s, 0, -1, -1, -1);");
        ShortWayCode.WriteLast(emission);
        WriteEndsAtOnce(emission);
        WriteFirstItems(emission);
        code.Line("goto Settling;");
        code.Blank();
        ShortWayCode.WriteInstants(emission, program.FirstPhase);
    }

    // What starts with the drill and its first phase comes before all that follows from it.
    private static void WriteFirstItems(Emission emission)
    {
        var code = emission.Out;
        var items = ShortWayCode
            .Timers(emission, usual: false)
            .SelectMany(timer => TimerDueCode.Items(emission.Program, timer))
            .Where(emission.Items.Contains)
            .Distinct()
            .OrderBy(item => item)
            .ToList();
        if (items.Count == 0)
        {
            return;
        }

        code.Open($"while (s.First is {string.Join(" or ", items.Select(item => "ItemCode." + item.Name))})");
        code.Open("switch (s.First)");
        foreach (var item in items)
        {
            code.Line($"case ItemCode.{item.Name}:");
            code.Open();
            ShortWayCode.WriteTake(code, item);
            code.Line("break;");
            code.Close();
        }

        code.Close();
        code.Close();
        code.Blank();
    }

    // An end in the first instant is not for the short way.
    private static void WriteEndsAtOnce(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        List<string> ends = [];
        if (program.Facts.EndsAfter is not { Param: < 0, Constant: > 0 })
        {
            ends.Add($"{emission.Amount(program.Facts.EndsAfter)} <= 0");
        }

        if (program.Phases[program.FirstPhase].For is { } length && ChanceCode.MayBeZero(length))
        {
            ends.Add("s.ForOver <= 0");
        }

        if (ends.Count > 0)
        {
            code.Open($"if ({string.Join(" || ", ends)})");
            code.Line("goto Unsettled;");
            code.Close();
            code.Blank();
        }
    }
}
