namespace SispamLang.Interpreter;

// docs/execution.md, section 3: chance.
public sealed partial class DrillInterpreter
{
    private const long Certain = 10_000;

    /// <summary>The length of a span in milliseconds.</summary>
    private long Length(Span span, int cause)
    {
        long low = span.Low.In(State.Params);
        long high = span.High.In(State.Params);
        return high <= low ? low : low + Draw(span.Stream, high - low + 1, low, cause, out _);
    }

    /// <summary>One roll. The number of the outcome that it gave, or -1.</summary>
    /// <param name="outcomes">In order; the rest is nothing.</param>
    /// <param name="stream">What a roll that is not certain draws from.</param>
    /// <param name="cause">The entry that led to the roll.</param>
    /// <param name="reason">The entry of the draw; the cause if nothing was drawn.</param>
    private int Roll(ImmutableArray<Outcome> outcomes, int stream, int cause, out int reason)
    {
        reason = cause;
        int first = 0;
        while (first < outcomes.Length && outcomes[first].Chance.In(State.Params) == 0)
        {
            first++;
        }

        if (first == outcomes.Length)
        {
            return -1;
        }

        if (outcomes[first].Chance.In(State.Params) >= Certain)
        {
            return first;
        }

        long value = Draw(stream, Certain, 0, cause, out reason);
        long sum = 0;
        for (int i = first; i < outcomes.Length; i++)
        {
            sum += outcomes[i].Chance.In(State.Params);
            if (value < sum)
            {
                return i;
            }
        }

        return -1;
    }

    private bool ComesTrue(Amount chance, int stream, int cause, out int reason) =>
        Roll([new(SignalKind.EventHappens, chance)], stream, cause, out reason) == 0;

    /// <summary>A value from 0 to <paramref name="count"/> - 1. What is recorded, and may be forced, is the value plus
    /// <paramref name="lowest"/>.</summary>
    private long Draw(int stream, long count, long lowest, int cause, out int entry)
    {
        DrawStream spec = _program.Streams[stream];
        long value = (long)State.Streams[stream].NextBelow((ulong)count, unchecked(Run.Seed + spec.Seed));
        if (ForcedDraws?.Invoke(stream) is { } forced)
        {
            value = Math.Clamp(forced, lowest, lowest + count - 1) - lowest;
        }

        entry = Write(TraceCode.Draw, stream, c: lowest + value, cause: cause, site: spec.Site);
        return value;
    }
}
