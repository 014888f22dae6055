using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>
/// Writes the short way, on which a small drill spends nearly all of its time when nobody watches: instants in which one
/// timer alone is due and after which the phase goes on. There is one for each phase. It works on a copy of the state, so
/// that .NET's compiler can keep that in registers; all that it calls is built into it, as nothing else may know where the
/// copy is.
/// </summary>
internal static class ShortWayCode
{
    /// <summary>The most timers that are compared with each other.</summary>
    private const int MostTimers = 6;

    /// <summary>Writes that the short way is gone, at the head of the loop over instants.</summary>
    public static void WriteCall(Emission emission)
    {
        if (!Exists(emission))
        {
            return;
        }

        var code = emission.Out;
        code.Open("if (!TSink.IsOn && !TSink.Watches(this))");
        code.Open("if (ShortWay<TSink>(time))");
        code.Line("Settle<TSink>(ref s);");
        code.Line("continue;");
        code.Close();
        code.Blank();
        code.Open("if (s.Ended != 0)");
        code.Line("return;");
        code.Close();
        code.Close();
        code.Blank();
    }

    /// <summary>Writes the methods.</summary>
    public static void Write(Emission emission)
    {
        if (!Exists(emission))
        {
            return;
        }

        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Summary(
            "Settles instants up to that time as long as one timer alone is due in each and the phase goes on. True: the last one has not settled yet."
        );
        code.Line(
            "private bool ShortWay<TSink>(long time) where TSink : struct, Rt::ITraceSink => _state.Phase switch"
        );
        code.Open();
        for (var phase = 0; phase < program.Phases.Length; phase++)
        {
            code.Line($"{phase} => ShortWay{phase}<TSink>(time),");
        }

        code.Line("_ => false,");
        code.Close(";");
        for (var phase = 0; phase < program.Phases.Length; phase++)
        {
            WritePhase(emission, phase);
        }

        ShortStartCode.Write(emission);
    }

    /// <summary>Whether the drill has the short way.</summary>
    public static bool Exists(Emission emission) =>
        emission.Options.Explored is null
        && (
            emission.Options.AsIfSmall
            || (emission.IsSmall && Timers(emission, usual: true).Count is > 0 and <= MostTimers)
        );

    private static void WritePhase(Emission emission, int phase)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Summary($"The short way through {program.Phases[phase].Name}.");
        code.Open($"private bool ShortWay{phase}<TSink>(long time)" + FileCode.Where);
        code.Open("if (_state.PhaseEnding != 0 || _state.Order != 0)");
        code.Line("return false;");
        code.Close();
        code.Blank();
        code.Line("Cs::Unsafe.SkipInit(out State s);");
        code.Line("Copy(ref _state, ref s);");
        code.Line("// This is known here; said once more, nothing below has to ask for it.");
        code.Line($"s.Phase = {phase};");
        code.Line("s.PhaseEnding = 0;");
        code.Line("s.DrillEnding = 0;");
        code.Line("s.Order = 0;");
        WriteLast(emission);
        WriteInstants(emission, phase);
    }

    /// <summary>Writes one instant after the other, and the end of the method.</summary>
    public static void WriteInstants(Emission emission, int phase)
    {
        var code = emission.Out;
        code.AtMargin("Next:");
        var timers = Timers(emission, usual: true);
        var keyword = "if";
        foreach (var timer in timers)
        {
            var others = timers.Where(other => other != timer).Select(other => $"s.Due{timer} < s.Due{other}");
            code.Open($"{keyword} ({string.Join(" && ", others.DefaultIfEmpty("true"))})");
            WriteTimer(emission, timer);
            ShortEndCode.WriteAfterTimer(emission, phase);
            code.Close();
            keyword = "else if";
        }

        code.Open("else");
        code.Line("goto Settled;");
        code.Close();
        code.Blank();
        code.AtMargin("Settling:");
        WriteFollowUps(emission);
        ShortEndCode.WriteGoesOn(emission, phase);
        code.Blank();
        ShortEndCode.WriteEnding(emission, phase);
        code.AtMargin("Settled:");
        ShortEndCode.WriteTimeUp(emission, phase);
        code.Line("Copy(ref s, ref _state);");
        code.Line("return false;");
        code.Blank();
        code.AtMargin("Unsettled:");
        code.Line("CopyAll(ref s, ref _state);");
        code.Line("return true;");
        code.Close();
    }

    /// <summary>The usual timers are set again and again. The others are only set when the drill or a phase starts.</summary>
    public static List<int> Timers(Emission emission, bool usual)
    {
        var program = emission.Program;
        return
        [
            .. Enumerable
                .Range(0, program.Timers.Length)
                .Where(timer => IsUsual(program, program.Timers[timer]) == usual),
        ];
    }

    private static bool IsUsual(DrillProgram program, TimerSlot slot) =>
        slot.Kind switch
        {
            TimerKind.CrowdGathers or TimerKind.EventAtClock => false,
            TimerKind.RuleTrigger => program.Rules[slot.Subject].Trigger is EveryTrigger,
            _ => true,
        };

    /// <summary>Writes the last moment before something comes that is not for the short way.</summary>
    public static void WriteLast(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        var ends = new List<string> { emission.Amount(program.Facts.EndsAfter) };
        if (program.Phases.Any(phase => phase.For is not null))
        {
            ends.Add("s.ForOver");
        }

        ends.AddRange(Timers(emission, usual: false).Select(timer => $"s.Due{timer}"));
        code.Line(
            $"long last = global::System.Math.Min(time, {ends.Aggregate((left, right) => $"global::System.Math.Min({left}, {right})")} - 1);"
        );
    }

    private static void WriteTimer(Emission emission, int timer)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Line($"// {TimerCode.Describe(program, timer)}");
        code.Open($"if (s.Due{timer} > last)");
        code.Line("goto Settled;");
        code.Close();
        code.Blank();
        code.Line($"s.Now = s.Due{timer};");
        code.Line($"s.Due{timer} = long.MaxValue;");
        code.Line("BeginInstant(ref s);");
        TimerDueCode.WriteOnce(emission, timer);
        if (TimerDueCode.Items(program, timer) is [var item])
        {
            code.Open($"if (s.First == ItemCode.{item.Name})");
            WriteTake(code, item);
            code.Close();
        }
    }

    /// <summary>Writes that an item is taken that is known to be the first.</summary>
    public static void WriteTake(CodeWriter code, ItemCode item)
    {
        code.Line("Item item = Take<TSink>(ref s);");
        code.Line($"{item.Name}<TSink>(ref s, item.Argument, item.By, -1, -1);");
    }

    private static void WriteFollowUps(Emission emission)
    {
        var code = emission.Out;
        code.Open("while (s.First != ItemCode.None)");
        code.Open($"switch (s.Entered <= {DrillProgram.QueueCapacity} ? s.First : ItemCode.None)");
        var several = Timers(emission, usual: true)
            .Select(timer => TimerDueCode.Items(emission.Program, timer))
            .Where(items => items.Length > 1)
            .SelectMany(items => items);
        foreach (var item in emission.Items.FollowUps.Union(several).OrderBy(item => item))
        {
            code.Line($"case ItemCode.{item.Name}:");
            code.Open();
            WriteTake(code, item);
            code.Line("break;");
            code.Close();
        }

        code.Line("default:");
        code.Indent();
        code.Line("goto Unsettled;");
        code.Outdent();
        code.Close();
        code.Close();
        code.Blank();
    }
}
