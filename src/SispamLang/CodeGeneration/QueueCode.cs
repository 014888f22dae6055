using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>Writes the queue of one instant, and the loop that empties it.</summary>
internal static class QueueCode
{
    public static void Write(Emission emission)
    {
        var code = emission.Out;
        var items = emission.Items.All.OrderBy(item => item).ToList();
        WriteLoop(emission, items);
        WriteEnqueue(emission);
        WriteTell(code);
        WriteTypes(emission, items);
    }

    private static void WriteLoop(Emission emission, List<ItemCode> items)
    {
        var code = emission.Out;
        code.Blank();
        code.Summary("Takes what is in the queue, one after the other, until the instant has settled.");
        code.Open("private void Settle<TSink>()" + FileCode.Where);
        code.Open("do");
        code.Open("while (_taken < _entered && !_isFull)");
        code.Line("ref Item item = ref _queue[_taken++];");
        code.Open("switch (item.Code)");
        foreach (var item in items)
        {
            code.Line($"case ItemCode.{item.Name}:");
            code.Indent();
            code.Line($"{item.Name}<TSink>(item.Argument, item.By, item.Cause, item.Site);");
            code.Line("break;");
            code.Outdent();
        }

        code.Close();
        code.Close();
        code.Blank();
        code.Open("if (_isFull)");
        code.Line("EndUnsettled<TSink>();");
        code.Line("return;");
        code.Close();
        code.Close();
        code.Line("while (GoesOn<TSink>());");
        code.Close();
    }

    private static void WriteEnqueue(Emission emission)
    {
        var code = emission.Out;
        code.Blank();
        code.Summary("Puts an item at the back of the queue, if there is room in this instant.");
        code.Line(FileCode.Inline);
        code.Open(
            "private void Enqueue<TSink>(ItemCode code, long argument, int by, int cause, int site)" + FileCode.Where
        );
        code.Line("int place = _entered;");
        code.Open($"if (place >= {DrillProgram.QueueCapacity})");
        code.Line("_isFull = true;");
        code.Line("return;");
        code.Close();
        code.Blank();
        code.Line("_entered = place + 1;");
        code.Line("ref Item item = ref _queue[place];");
        code.Line("item.Code = code;");
        code.Line("item.Argument = argument;");
        if (emission.Uses.ByPatterns)
        {
            code.Line("item.By = by;");
        }

        code.Open("if (TSink.IsOn)");
        code.Line("item.By = by;");
        code.Line("item.Cause = cause;");
        code.Line("item.Site = site;");
        code.Close();
        code.Close();
    }

    private static void WriteTell(CodeWriter code)
    {
        code.Blank();
        code.Summary("Writes an entry of the trace, if there is one. The value is the entry's number.");
        code.Line(FileCode.Inline);
        code.Open(
            "private int Tell<TSink>(Rt::TraceCode code, int a, int b, long c, int by, int cause, int site)"
                + FileCode.Where
        );
        code.Open("if (!TSink.IsOn)");
        code.Line("return -1;");
        code.Close();
        code.Blank();
        code.Line("int number = _state.Seq++;");
        code.Line(
            "TSink.Write(this, new Rt::TraceEntry(number, _state.Now, _state.Phase, code, a, b, c, by, cause, site));"
        );
        code.Line("return number;");
        code.Close();
        code.Blank();
        code.Summary("The number of the entry written last.");
        code.Line(FileCode.Inline);
        code.Line($"private int LastEntry<TSink>(){FileCode.Where} => TSink.IsOn ? _state.Seq - 1 : -1;");
    }

    private static void WriteTypes(Emission emission, List<ItemCode> items)
    {
        var code = emission.Out;
        code.Blank();
        code.Summary("What can stand in the queue. The number is that of the crowd, unit, rule and so on.");
        code.Open("private enum ItemCode");
        foreach (var item in items)
        {
            code.Line(item.Name + ",");
        }

        code.Close();
        code.Blank();
        code.Summary("Something in the queue.");
        code.Open("private struct Item");
        code.Line("public ItemCode Code;");
        code.Line("public int By;");
        code.Line("public long Argument;");
        code.Line("public int Cause;");
        code.Line("public int Site;");
        code.Close();
        code.Blank();
        code.Summary("The items of one instant. Nothing leaves it but by the instant's end, so it never has to wrap.");
        code.Line($"[Cs::InlineArray({DrillProgram.QueueCapacity})]");
        code.Open("private struct Queue");
        code.Line("private Item _first;");
        code.Close();
    }
}
