using System.Collections.Immutable;
using SispamLang.Programs;

namespace SispamLang.Tests.Promela;

// What a state is made of, and what is put back at the end of an instant because nothing will read it any more.
internal sealed partial class PromelaModel
{
    private readonly HashSet<string> _cells = new(StringComparer.Ordinal);

    private void WriteCells()
    {
        _cells.Clear();
        Cell("phase", _program.Phases.Length, _program.Phases.Length);
        Cell("started", 1);
        Cell("ended", 1);
        Cell("failed", 1);
        Cell("choice", int.MaxValue);
        Cell("clock", _ends);
        for (int i = 0; i < _program.Crowds.Length; i++)
        {
            Cell($"mood_{i}", (long)Mood.Dispersed);
            Cell($"expected_{i}", 1, 1);
        }

        for (int i = 0; i < _program.Units.Length; i++)
        {
            Cell($"unit_{i}", 3);
            Cell($"place_{i}", _program.Places.Length);
        }

        for (int i = 0; i < _program.Counters.Length; i++)
        {
            CounterSpec counter = _program.Counters[i];
            long start = Math.Clamp(PromelaConditions.Constant(counter.Start), counter.Min, counter.Max);
            Cell($"count_{i}", counter.Max - counter.Min, start - counter.Min);
        }

        for (int i = 0; i < _program.Rules.Length; i++)
        {
            DeclareRule(i);
        }

        for (int i = 0; i < _program.Properties.Length; i++)
        {
            DeclareProperty(_program.Properties[i], i);
        }

        long longest = Times().Max() / _stepMs;
        foreach (string time in Pending().Concat(Deadlines()))
        {
            Cell(time, Math.Max(longest, _ends) + 2);
        }
    }

    private void DeclareRule(int rule)
    {
        Cell($"step_{rule}", _program.Rules[rule].Body.Length);
        if (Counts(_program.Rules[rule]))
        {
            Cell(
                $"times_{rule}",
                _program.Rules[rule].Body.OfType<SetCount>().Max(i => PromelaConditions.Constant(i.Value))
            );
        }

        if (HasHeld(rule))
        {
            Cell($"held_{rule}", 1);
        }

        if (IsRise(rule))
        {
            Cell($"rise_{rule}", 1);
        }
    }

    private void DeclareProperty(PropertySpec property, int number)
    {
        foreach (string name in (ReadOnlySpan<string>)["open", "done", "was", "asked"])
        {
            Cell($"{name}_{number}", 1);
        }

        Cell($"stage_{number}", 2);
        Cell($"came_{number}", Math.Max(property.First.Count, property.Then?.Count ?? 0) + 1);
        Cell($"followed_{number}", (property.Target?.Count ?? 0) + 1);
    }

    private void DeclareTransient()
    {
        Line($"static int queue[{QueueCapacity}], least, used;");
        Line($"static int {string.Join(", ", Transient())};");
        Block(
            "static void enqueue(int item) {",
            () => If($"to < {QueueCapacity}", () => Line("queue[to++] = item;"), () => Line(Failed))
        );
    }

    private IEnumerable<string> Transient() =>
        [
            "from",
            "to",
            "taken",
            "pc",
            "go",
            "drill_ending",
            "phase_ending",
            "time_is_up",
            "until_has_come",
            "order",
            "ordered",
            .. _program.Rules.SelectMany((_, i) => new[] { $"way_{i}", $"until_{i}", $"act_{i}" }),
            .. _program.Activities.Select((_, i) => $"under_{i}"),
        ];

    private void Cell(string name, long most, long first = 0)
    {
        _cells.Add(name);
        Line($"{TypeFor(most)} {name} = {first};");
    }

    private static string TypeFor(long most) =>
        most switch
        {
            <= 1 => "bit",
            <= byte.MaxValue => "byte",
            <= short.MaxValue => "short",
            _ => "int",
        };

    private void Prepare()
    {
        foreach (string name in Transient())
        {
            Line($"{name} = 0;");
        }

        Line("used = 0;");
        for (int i = 0; i < _program.Rules.Length; i++)
        {
            int rule = i;
            ImmutableArray<Instruction> body = _program.Rules[rule].Body;
            for (int step = 0; step < body.Length; step++)
            {
                if (body[step] is Last last)
                {
                    If(
                        $"step_{rule} == {step + 1}",
                        () => Line($"act_{rule} = {last.Activity + 1}; under_{last.Activity}++;")
                    );
                }
            }
        }
    }

    private void Tidy()
    {
        Line("choice = 0;");
        If("ended", TidyEnd, TidyState);
    }

    private void TidyEnd()
    {
        foreach (string cell in _cells.Where(cell => cell is not ("ended" or "failed")))
        {
            Line($"{cell} = 0;");
        }
    }

    private void TidyState()
    {
        for (int i = 0; i < _program.Rules.Length; i++)
        {
            int rule = i;
            ImmutableArray<Instruction> body = _program.Rules[rule].Body;
            if (Counts(_program.Rules[rule]))
            {
                If($"!{Within<SetCount>(rule, body, s => LoopEnd(body, s))}", () => Line($"times_{rule} = 0;"));
            }

            if (Repeats(_program.Rules[rule]))
            {
                string isRead = Within<MarkNext>(rule, body, s => WaitAfter(body, s) - 1);
                If($"!{isRead} || noted_{rule} <= 1", () => Line($"noted_{rule} = 0;"));
            }
        }

        for (int i = 0; i < _program.Properties.Length; i++)
        {
            int property = i;
            PropertySpec spec = _program.Properties[property];
            bool isJudgedOnce =
                spec.Pattern == PropertyPattern.Expect || spec is { Pattern: PropertyPattern.Require, IsEach: false };
            string isOver = isJudgedOnce ? $"done_{property}" : "0";
            string clear = $"was_{property} = 0; stage_{property} = 0; came_{property} = 0; followed_{property} = 0;";
            If($"!open_{property}", () => Line($"done_{property} = 0; {clear}"), () => If(isOver, () => Line(clear)));
            if (spec.Pattern is not (PropertyPattern.Require or PropertyPattern.Expect))
            {
                Line($"done_{property} = 0;");
            }

            if (spec.Pattern == PropertyPattern.Respond)
            {
                If($"!asked_{property}", () => Line($"followed_{property} = 0;"));
            }
        }

        // No instant comes at this very time any more.
        foreach (string deadline in Deadlines())
        {
            If($"{deadline} == 1", () => Line(Failed));
        }

        if (Longest(_program.FirstPhase, []) < _ends)
        {
            Line("clock = 0;");
            return;
        }

        // What is due after the end never is, whenever that would be.
        Line($"least = {_ends + 2} - clock;");
        foreach (string time in Pending().Concat(Deadlines()))
        {
            If($"{time} > least", () => Line($"{time} = least;"));
        }
    }

    // How long the phases from one on can take together, in steps. Where that is less than the drill's time, no state tells the time.
    private long Longest(int phase, ImmutableHashSet<int> before)
    {
        if (_program.Phases[phase].For is not { } length || before.Contains(phase))
        {
            return _ends;
        }

        IEnumerable<int> orders = _program
            .Rules.Where(rule => rule.Phase < 0 || rule.Phase == phase)
            .SelectMany(rule => rule.Body.OfType<Leave>())
            .Where(leave => leave.Kind == LeaveKind.GoTo)
            .Select(leave => leave.Phase);
        return Steps(length)
            + orders
                .Append(phase + 1)
                .Where(next => next < _program.Phases.Length)
                .Select(next => Longest(next, before.Add(phase)))
                .DefaultIfEmpty()
                .Max();
    }

    // It stands after a step of some kind, and not after what that step is for.
    private static string Within<T>(int rule, ImmutableArray<Instruction> body, Func<int, int> last)
        where T : Instruction =>
        PromelaConditions.Any(
            Enumerable
                .Range(0, body.Length)
                .Where(s => body[s] is T)
                .Select(s => $"step_{rule} > {s + 1} && step_{rule} <= {last(s) + 1}")
        );

    // The jump back of a repetition.
    private static int LoopEnd(ImmutableArray<Instruction> body, int setCount) =>
        Enumerable
            .Range(setCount, body.Length - setCount)
            .First(s => body[s] is Jump jump && jump.Target == setCount + 1);

    private static int WaitAfter(ImmutableArray<Instruction> body, int markNext) =>
        Enumerable.Range(markNext, body.Length - markNext).First(s => body[s] is WaitForNext);
}
