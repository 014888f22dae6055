using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>
/// Writes how a class that explores a drill keeps what an instant has come to just before a crowd or an event rolls, or an activity's
/// effect is drawn: an instant that differs from the one before by later draws only goes on from there.
/// </summary>
internal static class ExploredMarks
{
    private const int AtFirst = 8;

    /// <summary>Writes that what there is now is kept, at the end of a step after which an effect is drawn.</summary>
    public static void WriteMark(Emission emission, int rule)
    {
        if (emission.Options.Explored is null || Steps(emission.Program, rule) is not { Count: > 0 } steps)
        {
            return;
        }

        var code = emission.Out;
        code.Open($"if (s.At{rule} is {string.Join(" or ", steps.Select(step => Literal.Of(step + 1)))})");
        code.Line($"KeepMark(ref s, {rule});");
        code.Close();
        code.Blank();
    }

    /// <summary>Writes that no mark is kept.</summary>
    public static void WriteForget(Emission emission)
    {
        if (HasMarks(emission))
        {
            emission.Out.Line("_marked = 0;");
        }
    }

    /// <summary>A condition: the instant goes on from the last mark before the draw that gives something else.</summary>
    public const string GoesOn = "GoesOnFromMark(changed)";

    /// <summary>Whether the drill has rolls, or activities whose effects are drawn at the end of a step.</summary>
    public static bool HasMarks(Emission emission) =>
        ExploredRolls.Count(emission) > 0
        || Enumerable.Range(0, emission.Program.Rules.Length).Any(rule => Steps(emission.Program, rule).Count > 0);

    /// <summary>How a mark says that a timer's roll comes: behind the rules.</summary>
    public static int OfRoll(Emission emission, int timer) => emission.Program.Rules.Length + timer;

    /// <summary>Writes the members.</summary>
    public static void Write(Emission emission, string sink)
    {
        var (program, code) = (emission.Program, emission.Out);
        if (!HasMarks(emission))
        {
            return;
        }

        var watches = !program.Properties.IsEmpty;
        code.Blank();
        code.Summary("What an instant has come to.");
        code.Open("private struct Mark");
        code.Line("public State State;");
        if (watches)
        {
            code.Line("public Watched Watched;");
        }

        code.Line("public int Next; // the rule whose procedure goes on now, or behind the rules the timer that rolls");
        code.Line("public int Taken; // how many draws");
        code.Line("public int Broken; // how many properties");
        code.Close();
        code.Blank();
        code.Line($"private Mark[] _marks = new Mark[{AtFirst}];");
        code.Line("private int _marked;");
        code.Blank();
        code.Summary("Keeps what there is now, unless there was a mark since the last draw.");
        code.Open("private void KeepMark(ref State s, int next)");
        code.Open("if (_marked > 0 && _marks[_marked - 1].Taken == Taken)");
        code.Line("return;");
        code.Close();
        code.Blank();
        code.Open("if (_marked == _marks.Length)");
        code.Line("global::System.Array.Resize(ref _marks, 2 * _marked);");
        code.Close();
        code.Blank();
        code.Line("ref Mark mark = ref _marks[_marked++];");
        code.Line("mark.State = s;");
        if (watches)
        {
            code.Line("mark.Watched = _watched;");
        }

        code.Line("mark.Next = next;");
        code.Line("mark.Taken = Taken;");
        code.Line("mark.Broken = Broken.Count;");
        code.Close();
        WriteGoOn(emission, sink, watches);
    }

    // What stands in the queue is still there: what came after the mark stands behind it.
    private static void WriteGoOn(Emission emission, string sink, bool watches)
    {
        var (program, code) = (emission.Program, emission.Out);
        code.Blank();
        code.Summary("Goes on from the last mark that comes before a draw. False: there is none.");
        code.Open("private bool GoesOnFromMark(int changed)");
        code.Open("while (_marked > 0 && _marks[_marked - 1].Taken > changed)");
        code.Line("_marked--;");
        code.Close();
        code.Blank();
        code.Open("if (_marked == 0)");
        code.Line("return false;");
        code.Close();
        code.Blank();
        code.Line("ref Mark mark = ref _marks[_marked - 1];");
        code.Line("ref State s = ref _state;");
        code.Line("s = mark.State;");
        if (watches)
        {
            code.Line("_watched = mark.Watched;");
        }

        code.Line("Taken = mark.Taken;");
        code.Line("Broken.RemoveRange(mark.Broken, Broken.Count - mark.Broken);");
        code.Open("switch (mark.Next)");
        for (var rule = 0; rule < program.Rules.Length; rule++)
        {
            if (Steps(program, rule).Count > 0)
            {
                code.Line($"case {rule}:");
                code.Indent();
                code.Line($"StepEnds{rule}<{sink}>(ref s, -1, -1, -1, -1);");
                code.Line("break;");
                code.Outdent();
            }
        }

        for (var timer = 0; timer < program.Timers.Length; timer++)
        {
            if (ExploredRolls.IsLate(emission, timer))
            {
                code.Line($"case {OfRoll(emission, timer)}:");
                code.Indent();
                code.Line($"Roll{timer}<{sink}>(ref s);");
                code.Line("break;");
                code.Outdent();
            }
        }

        code.Close();
        code.Blank();
        code.Line($"Settle<{sink}>(ref s);");
        code.Line("return true;");
        code.Close();
    }

    private static List<int> Steps(DrillProgram program, int rule)
    {
        var body = program.Rules[rule].Body;
        return
        [
            .. Enumerable
                .Range(0, body.Length)
                .Where(step =>
                    StepCode.WayWhenOver(body, step) is >= 0 and var way
                    && way < body.Length
                    && body[way] is Finish finish
                    && program.Activities[finish.Activity].EffectStream >= 0
                ),
        ];
    }
}
