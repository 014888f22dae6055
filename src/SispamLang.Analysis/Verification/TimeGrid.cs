using System.Collections.Immutable;
using SispamLang.Programs;

namespace SispamLang.Analysis.Verification;

/// <summary>
/// The step in which time is looked at, the greatest common divisor of all times in the drill, and what each draw can give.
/// </summary>
/// <remarks>
/// That whole steps are enough rests on all bounds being closed: T. Henzinger, Z. Manna, A. Pnueli, <i>What Good Are Digital
/// Clocks?</i> (1992). Rounding keeps the order of two times only weakly, so what falls together must be looked at in
/// every order.
/// </remarks>
internal sealed class TimeGrid
{
    /// <summary>What a draw gives for a time above zero that is less than a step.</summary>
    public const long Soon = 1;

    /// <summary>Hundredths of a percent in all, as many values as a roll has.</summary>
    public const long Certain = 10_000;

    private readonly long[] _params;
    private readonly ImmutableArray<long>[] _choices;

    /// <summary>The grid of a drill under these params.</summary>
    public TimeGrid(DrillProgram program, Relevance relevance, long[] parameters)
    {
        _params = parameters;
        _choices = new ImmutableArray<long>[program.Streams.Length];
        StepMs = Fixed(program, relevance).Concat(Spans(program).SelectMany(Bounds)).Aggregate(Divisor);
        Array.Fill(_choices, [0]);
        foreach (Span span in Spans(program).Where(IsDrawn))
        {
            _choices[span.Stream] = [.. Values(span)];
        }

        foreach (Span span in LeftOut(program, relevance).Where(IsDrawn))
        {
            _choices[span.Stream] = [span.Low.In(_params)];
        }

        foreach ((ImmutableArray<Amount> chances, int stream) in Rolls(program))
        {
            if (stream >= 0)
            {
                _choices[stream] = [.. Values(chances)];
            }
        }
    }

    /// <summary>The step, in milliseconds.</summary>
    public long StepMs { get; }

    /// <summary>What must be tried for a draw from a stream: milliseconds of a time, a value of each outcome of a roll.</summary>
    public ImmutableArray<long> Choices(int stream) => _choices[stream];

    /// <summary>Whether a time is left to chance.</summary>
    public bool IsDrawn(Span span) => span.High.In(_params) > span.Low.In(_params);

    /// <summary>The longest that a time can be, in steps.</summary>
    public long Longest(Span span) => Math.Max(span.High.In(_params), span.Low.In(_params)) / StepMs;

    /// <summary>A growth that is drawn: its ten steps follow from one draw, which no grid can say exactly.</summary>
    public bool CantSay(DrillProgram program, Relevance relevance) =>
        program.Crowds.Where((c, i) => relevance.Growth(i) && c.Growth is { } growth && IsDrawn(growth.Over)).Any();

    private IEnumerable<long> Bounds(Span span) => [span.Low.In(_params), Math.Max(0, span.High.In(_params))];

    private IEnumerable<long> Values(Span span)
    {
        long low = span.Low.In(_params);
        if (low == 0)
        {
            yield return 0;
            yield return Soon;
            low = StepMs;
        }

        for (long value = low; value <= span.High.In(_params); value += StepMs)
        {
            yield return value;
        }
    }

    // The first value of every outcome that can be, and of none.
    private IEnumerable<long> Values(ImmutableArray<Amount> chances)
    {
        long sum = 0;
        foreach (Amount chance in chances)
        {
            long share = chance.In(_params);
            if (share > 0 && sum < Certain)
            {
                yield return sum;
            }

            sum += share;
        }

        if (sum < Certain)
        {
            yield return sum;
        }
    }

    private static long Divisor(long one, long other) => other == 0 ? one : Divisor(other, one % other);

    private IEnumerable<long> Fixed(DrillProgram program, Relevance relevance)
    {
        yield return program.Facts.EndsAfter.In(_params);
        foreach (EventSpec happening in program.Events.Where(e => e.AtMs >= 0))
        {
            yield return happening.AtMs;
        }

        foreach (ClockTrigger clock in program.Rules.Select(r => r.Trigger).OfType<ClockTrigger>())
        {
            yield return clock.AtMs;
        }

        foreach (PropertySpec property in program.Properties)
        {
            yield return property.Within?.In(_params) ?? 0;
        }

        for (int i = 0; i < program.Crowds.Length; i++)
        {
            if (relevance.Growth(i))
            {
                long over = program.Crowds[i].Growth!.Over.Low.In(_params);
                for (int step = 1; step <= 10; step++)
                {
                    yield return over * step / 10 / 1000 * 1000;
                }
            }
        }
    }

    private static IEnumerable<Span> Spans(DrillProgram program) =>
        [
            .. program.Units.Select(u => u.ReadyIn),
            .. program.Crowds.Select(c => c.GathersAfter),
            .. program.Crowds.SelectMany(c => c.Behaviours.Select(b => b.Every)),
            .. program.Events.Where(e => e.Every is not null).Select(e => e.Every!.Value),
            .. program.Phases.Where(p => p.For is not null).Select(p => p.For!.Value),
            .. program.Rules.SelectMany(r => SpansOf(r.Trigger)),
            .. Relevance.Instructions(program).SelectMany(SpansOf),
        ];

    private static IEnumerable<Span> LeftOut(DrillProgram program, Relevance relevance) =>
        [
            .. program.Injects.Where(i => i.Within is not null).Select(i => i.Within!.Value),
            .. program.Crowds.Where((c, i) => c.Growth is not null && !relevance.Growth(i)).Select(c => c.Growth!.Over),
        ];

    private static IEnumerable<Span> SpansOf(Trigger trigger) =>
        trigger switch
        {
            AfterTrigger after => [after.Delay],
            EveryTrigger every => [every.Period],
            _ => [],
        };

    /// <summary>The times that a step of a procedure can take.</summary>
    public static IEnumerable<Span> SpansOf(Instruction instruction) =>
        instruction switch
        {
            MarkNext i => [i.Period],
            Wait i => [i.Time],
            WaitUntil { Timeout: { } timeout } => [timeout],
            Pause i => [i.Time],
            Last i => [i.Time],
            _ => [],
        };

    private static IEnumerable<(ImmutableArray<Amount> Chances, int Stream)> Rolls(DrillProgram program) =>
        [
            .. program.Crowds.SelectMany(c => c.Behaviours.Select(b => (ChancesOf(b.Outcomes), b.Stream))),
            .. program.Activities.Select(a => (ChancesOf(a.Effects), a.EffectStream)),
            .. program.Events.Select(e => (ImmutableArray.Create(e.Chance), e.Stream)),
            .. Relevance
                .Instructions(program)
                .OfType<Chance>()
                .Select(c => (ImmutableArray.Create(c.Percentage), c.Stream)),
        ];

    private static ImmutableArray<Amount> ChancesOf(ImmutableArray<Outcome> outcomes) =>
        [.. outcomes.Select(o => o.Chance)];
}
