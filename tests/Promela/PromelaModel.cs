using System.Text.RegularExpressions;
using SispamLang.Programs;

namespace SispamLang.Tests.Promela;

/// <summary>
/// Writes a drill as a model for SPIN, from its program alone and by what <c>docs/execution.md</c> says.
/// </summary>
/// <remarks>
/// One process with one loop. Each round of it is one instant of the drill, and one atomic step of SPIN: time passes to the next
/// time that is due, the draws of the instant are chosen, and C code settles it, which SPIN takes for one deterministic step
/// (a <c>d_step</c> can't be long enough). So SPIN stores the states between two instants, and two more: that before the first
/// instant, and one for all that has ended. What matters only within an instant is a variable of C and no part of a state. A
/// pending time is kept as the steps left plus 1; 0 is off, 1 is due. What breaks a property fails an assertion.
/// </remarks>
internal sealed partial class PromelaModel
{
    /// <summary>How many states SPIN stores besides those between two instants, if some course ends the drill.</summary>
    public const int StatesBesides = 2;

    private const int QueueCapacity = DrillProgram.QueueCapacity;
    private const int MostBits = 31;
    private const string Failed = "failed = 1;";

    private readonly DrillProgram _program;
    private readonly long _stepMs;
    private readonly long _ends;
    private readonly PromelaItems _items = new();
    private PromelaText _text = new();
    private int _bits;

    private PromelaModel(DrillProgram program)
    {
        PromelaFragment.Check(program);
        _program = program;
        long ends = PromelaConditions.Constant(program.Facts.EndsAfter);
        _stepMs = Times().Append(ends).Aggregate(Divisor);
        _ends = ends / _stepMs;
        FindDraws();
    }

    /// <summary>The model of a drill.</summary>
    /// <exception cref="NotSupportedException">The drill says something that is not written as Promela.</exception>
    public static string Of(DrillProgram program)
    {
        PromelaModel model = new(program);
        string cells = model.Text(model.WriteCells);
        // Items get their numbers on the way. Once there are no new ones the text is whole.
        string code = "";
        for (int before = -1; before != model._items.All.Count; )
        {
            before = model._items.All.Count;
            code = model.Text(model.WriteCode);
        }

        // In C, what belongs to a state is a member of it.
        code = Name().Replace(code, name => model._cells.Contains(name.Value) ? "now." + name.Value : name.Value);
        return cells + code + model.Text(model.WriteProcess);
    }

    [GeneratedRegex(@"\b[a-z]+(_[a-z]+)*(_\d+)?\b")]
    private static partial Regex Name();

    private string Text(Action write)
    {
        _text = new PromelaText();
        write();
        return _text.ToString();
    }

    private void WriteProcess() =>
        Block(
            "active proctype drill() {",
            () =>
                Block(
                    "end: do",
                    () =>
                        Block(
                            ":: atomic {",
                            () =>
                            {
                                Line("!ended;");
                                Line("c_code { pass_time(); };");
                                WriteChoices();
                                Line("c_code { settle(); };");
                                Line("assert(!failed)");
                            }
                        ),
                    "od"
                )
        );

    private void WriteCode()
    {
        Code(DeclareTransient);
        Function("pass_time", () => If("started", PassTime));
        for (int i = 0; i < _program.Rules.Length; i++)
        {
            int rule = i;
            Function($"run_{rule}", () => WriteBody(rule));
        }

        Function("sweep", Sweep);
        Function("watch_state", WatchState);
        Function("take", Take);
        Function("prepare", Prepare);
        Function("tidy", Tidy);
        Function("settle", Settle);
    }

    private void Settle()
    {
        Line("prepare();");
        If("started", CollectDue, Start);
        Block("for (;;) {", () => If("from < to && !failed", () => Line("take();"), WhenQueueIsEmpty));
        Line("tidy();");
    }

    private void Start()
    {
        Line("started = 1;");
        Enqueue(SignalKind.DrillStarts, -1);
        Enqueue(SignalKind.PhaseStarts, _program.FirstPhase);
    }

    private void Take()
    {
        Line("int item = queue[from++];");
        Line("taken = 1;");
        _text.Switch(
            "item",
            _items.All.ToArray().Select((item, i) => (i + 1, (Action)(() => Take(item)))),
            () => Line(Failed)
        );
        If("taken", () => Line("sweep(); watch_state();"));
    }

    private void Sweep()
    {
        for (int rule = 0; rule < _program.Rules.Length; rule++)
        {
            Sweep(rule);
        }
    }

    private void Take(PromelaItem item)
    {
        Change(item);
        If(
            "taken",
            () =>
            {
                WatchItem(item);
                MarkUntils(item);
                if (item.Kind == PromelaItems.StepEnds)
                {
                    Line($"pc = way_{item.Subject} - 1;");
                    GoOn(item.Subject);
                }
                else
                {
                    Trigger(item);
                }
            }
        );
    }

    // ---- Text -------------------------------------------------------------------------------------------------------

    private void Enqueue(SignalKind kind, int subject, int by = -1) =>
        Line($"enqueue({_items[new PromelaItem(kind, subject, by)]});");

    private void Function(string name, Action body) => Code(() => Block($"static void {name}(void) {{", body));

    // A block for each function: SPIN reads no block that is longer than 64 KiB.
    private void Code(Action inside) => Block("c_code {", inside);

    private void Line(string line) => _text.Line(line);

    private void If(string condition, Action then, Action? otherwise = null) => _text.If(condition, then, otherwise);

    private void Block(string first, Action inside, string last = "}") => _text.Block(first, inside, last);

    private string Holds(Condition condition) => PromelaConditions.Of(condition, _program);

    private string HoldsOrNone(Condition? condition) => condition is null ? "1" : Holds(condition);
}
