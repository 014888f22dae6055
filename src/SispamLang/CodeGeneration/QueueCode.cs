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
        code.Open("private void Settle<TSink>(ref State s)" + FileCode.Where);
        code.Open("do");
        code.Open(
            $"while (s.First != ItemCode.None && {ExploredRolls.Entered(emission)} <= {DrillProgram.QueueCapacity})"
        );
        code.Line("Item item = Take<TSink>(ref s);");
        code.Open("switch (item.Code)");
        foreach (var item in items)
        {
            code.Line($"case ItemCode.{item.Name}:");
            code.Indent();
            code.Line($"{item.Name}<TSink>(ref s, item.Argument, item.By, item.Cause, item.Site);");
            code.Line("break;");
            code.Outdent();
        }

        code.Close();
        code.Close();
        code.Blank();
        code.Open($"if ({ExploredRolls.Entered(emission)} > {DrillProgram.QueueCapacity})");
        code.Line("EndUnsettled<TSink>(ref s);");
        code.Line("return;");
        code.Close();
        code.Close();
        code.Line("while (GoesOn<TSink>(ref s));");
        code.Close();
    }

    private static void WriteEnqueue(Emission emission)
    {
        var code = emission.Out;
        code.Blank();
        code.Summary("Puts an item at the back of the queue, if there is room in this instant.");
        code.Line(FileCode.Inline);
        code.Open(
            "private void Enqueue<TSink>(ref State s, ItemCode code, long argument, int by, int cause, int site)"
                + FileCode.Where
        );
        code.Open($"if ({ExploredRolls.Entered(emission)} >= {DrillProgram.QueueCapacity})");
        code.Line($"s.Entered = {ExploredRolls.Uncounted(emission)}{DrillProgram.QueueCapacity + 1};");
        code.Line("return;");
        code.Close();
        code.Blank();
        code.Open("if (s.First == ItemCode.None)");
        code.Line("s.First = code;");
        code.Line("s.FirstArgument = argument;");
        code.Line("s.FirstBy = by;");
        code.Open("if (TSink.IsOn)");
        code.Line("_causes.FirstCause = cause;");
        code.Line("_causes.FirstSite = site;");
        code.Close();
        code.Close();
        code.Open("else");
        code.Line("EnqueueBehind(s.Entered, code, argument, by, cause, site);");
        code.Line("s.Behind++;");
        code.Close();
        code.Blank();
        code.Line("s.Entered++;");
        code.Close();
        code.Blank();
        code.Summary("An item that has others before it.");
        code.Line("[Cs::MethodImpl(Cs::MethodImplOptions.NoInlining)]");
        code.Open("private void EnqueueBehind(int place, ItemCode code, long argument, int by, int cause, int site)");
        code.Line("ref Item item = ref _queue[place];");
        code.Line("item.Code = code;");
        code.Line("item.Argument = argument;");
        code.Line("item.By = by;");
        code.Line("item.Cause = cause;");
        code.Line("item.Site = site;");
        code.Close();
        code.Blank();
        code.Summary("Takes the first item out of the queue; the next one becomes the first.");
        code.Line(FileCode.Inline);
        code.Open($"private Item Take<TSink>(ref State s){FileCode.Where}");
        code.Line("Item item;");
        code.Line("item.Code = s.First;");
        code.Line("item.Argument = s.FirstArgument;");
        code.Line("item.By = s.FirstBy;");
        code.Line("item.Cause = TSink.IsOn ? _causes.FirstCause : -1;");
        code.Line("item.Site = TSink.IsOn ? _causes.FirstSite : -1;");
        code.Open("if (s.Behind == 0)");
        code.Line("s.First = ItemCode.None;");
        code.Close();
        code.Open("else");
        code.Line("ref Item next = ref _queue[s.Entered - s.Behind];");
        code.Line("s.Behind--;");
        code.Line("s.First = next.Code;");
        code.Line("s.FirstArgument = next.Argument;");
        code.Line("s.FirstBy = next.By;");
        code.Open("if (TSink.IsOn)");
        code.Line("_causes.FirstCause = next.Cause;");
        code.Line("_causes.FirstSite = next.Site;");
        code.Close();
        code.Close();
        code.Blank();
        code.Line("return item;");
        code.Close();
    }

    private static void WriteTell(CodeWriter code)
    {
        code.Blank();
        code.Summary("Writes an entry of the trace, if there is one. The value is the entry's number.");
        code.Line(FileCode.Inline);
        code.Open(
            "private int Tell<TSink>(ref State s, Rt::TraceCode code, int a, int b, long c, int by, int cause, int site)"
                + FileCode.Where
        );
        code.Open("if (!TSink.IsOn)");
        code.Line("return -1;");
        code.Close();
        code.Blank();
        code.Line("int number = _causes.Seq++;");
        code.Line("TSink.Write(this, new Rt::TraceEntry(number, s.Now, s.Phase, code, a, b, c, by, cause, site));");
        code.Line("return number;");
        code.Close();
        code.Blank();
        code.Summary("The number of the entry written last.");
        code.Line(FileCode.Inline);
        code.Line($"private int LastEntry<TSink>(ref State s){FileCode.Where} => TSink.IsOn ? _causes.Seq - 1 : -1;");
    }

    private static void WriteTypes(Emission emission, List<ItemCode> items)
    {
        var code = emission.Out;
        code.Blank();
        code.Summary("What can stand in the queue. The number is that of the crowd, unit, rule and so on.");
        code.Open("private enum ItemCode");
        code.Line("None,");
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
        code.Summary(
            "The items of one instant but for the first, each at its number. It never has to wrap, as an instant holds no more."
        );
        code.Line($"[Cs::InlineArray({DrillProgram.QueueCapacity + ExploredRolls.Count(emission)})]");
        code.Open("private struct Queue");
        code.Line("private Item _first;");
        code.Close();
    }
}
