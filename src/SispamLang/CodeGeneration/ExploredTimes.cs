using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Writes how a class that explores a drill takes and tells what is pending, and how it is packed.</summary>
internal static class ExploredTimes
{
    private const int PauseAfterFor = 1;
    private const int NotedAfterFor = 2;

    private static IEnumerable<int> Noted(DrillProgram program) =>
        Enumerable.Range(0, program.Rules.Length).Where(i => Features.HasNoted(program.Rules[i]));

    private static IEnumerable<int> Timed(DrillProgram program) =>
        Enumerable.Range(0, program.Properties.Length).Where(i => program.Properties[i].Within is not null);

    private static int NotedAt(DrillProgram program, int rule) => program.Timers.Length + NotedAfterFor + rule;

    private static int DeadlineAt(DrillProgram program, int property) =>
        program.Timers.Length + NotedAfterFor + program.Rules.Length + property;

    /// <summary>Writes that the deadlines are looked at after an instant.</summary>
    public static void PassDeadlines(Emission emission, string state)
    {
        if (Timed(emission.Program).Any())
        {
            emission.Out.Line($"PassDeadlines(ref {state});");
        }
    }

    /// <summary>Writes what looks at them.</summary>
    public static void WritePassDeadlines(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        if (!Timed(program).Any())
        {
            return;
        }

        code.Blank();
        code.Summary("A deadline that is now has passed: no instant comes at this very time any more.");
        code.Open("private void PassDeadlines(ref State s)");
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
        }

        code.Close();
    }

    /// <summary>Writes how the times before an instant are taken.</summary>
    public static void WriteSet(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        var timers = program.Timers.Length;
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Open("public override void SetTimes(long now, global::System.ReadOnlySpan<long> times)");
        code.Line("ref State s = ref _from;");
        code.Line("s.Now = now;");
        if (timers > 0)
        {
            code.Line($"times.Slice(0, {timers}).CopyTo(Timers(ref s));");
            code.Line("_dueCount = 0;");
            code.Open($"for (int i = 0; i < {timers}; i++)");
            code.Open("if (times[i] == now)");
            code.Line("_due[_dueCount++] = i;");
            code.Close();
            code.Close();
            code.Blank();
        }

        code.Line($"s.ForOver = times[{timers}];");
        if (emission.Uses.Pause)
        {
            var pause = timers + PauseAfterFor;
            code.Line($"s.PauseEnd = times[{pause}] == long.MaxValue ? 0 : times[{pause}];");
        }

        foreach (var rule in Noted(program))
        {
            var at = NotedAt(program, rule);
            code.Line($"s.Noted{rule} = times[{at}] == long.MaxValue ? LongAgo : times[{at}];");
        }

        foreach (var property in Timed(program))
        {
            code.Line($"_watchedFrom.Property{property}.Deadline = times[{DeadlineAt(program, property)}];");
        }

        code.Close();
    }

    /// <summary>Writes how those after it are told.</summary>
    public static void WriteRead(Emission emission)
    {
        var (program, code) = (emission.Program, emission.Out);
        var timers = program.Timers.Length;
        code.Blank();
        code.Line("/// <inheritdoc/>");
        code.Open("public override void ReadTimes(global::System.Span<long> times)");
        code.Line("ref State s = ref _state;");
        if (timers > 0)
        {
            code.Line("Timers(ref s).CopyTo(times);");
        }

        code.Line($"times[{timers}] = s.ForOver;");
        if (emission.Uses.Pause)
        {
            code.Line($"times[{timers + PauseAfterFor}] = {ExploredCells.PauseEnd};");
        }

        foreach (var rule in Noted(program))
        {
            code.Line(
                $"times[{NotedAt(program, rule)}] = s.At{rule} > 0 && s.Noted{rule} > s.Now ? s.Noted{rule} : long.MaxValue;"
            );
        }

        foreach (var property in Timed(program))
        {
            code.Line($"times[{DeadlineAt(program, property)}] = _watched.Property{property}.Deadline;");
        }

        code.Close();
    }

    /// <summary>Writes that the times of some cells are packed.</summary>
    public static void WritePack(Emission emission, IEnumerable<ExploredCell> cells)
    {
        foreach (var cell in cells)
        {
            emission.Out.Line($"left = Left({ExploredCells.Value(emission.Program, cell)}, s.Now, latest);");
            emission.Out.Line($"tooMuch |= left >> {cell.Bits};");
            emission.Out.Line($"state[{cell.Word}] |= left << {cell.Shift};");
        }
    }

    /// <summary>Writes how a time is counted in steps.</summary>
    public static void WriteLeft(Emission emission, long step)
    {
        var code = emission.Out;
        code.Blank();
        code.Summary("How many steps are left to a time, plus 1; 0: it is not pending.");
        code.Line(FileCode.Inline);
        code.Line("private static ulong Left(long due, long now, long latest) =>");
        code.Indent();
        code.Line(
            $"due == long.MaxValue ? 0 : 1 + global::System.Math.Min((ulong)(due - now + {Literal.Of(step / 2)}) / {Literal.Of(step)}, (ulong)latest);"
        );
        code.Outdent();
    }
}
