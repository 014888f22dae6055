using System.Numerics;
using System.Runtime.CompilerServices;

namespace SispamLang.Benchmarks.Runners;

/// <summary>What is counted of runs by hand.</summary>
internal interface IHandCounts
{
    /// <summary>A run starts.</summary>
    void Starts();

    /// <summary>The crowd's mood is another.</summary>
    void Moves(long now, int mood);

    /// <summary>The run ends.</summary>
    void Ends(long now, int mood, long events);
}

/// <summary>The crowd's moods: 0 calm, 1 tense, 2 unruly, and these.</summary>
internal static class HandMood
{
    public const int Anarchic = 3;
    public const int Dispersed = 4;
}

/// <summary>Nothing but two counters.</summary>
internal struct TwoCounters : IHandCounts
{
    public long Dispersed { get; private set; }

    public long Events { get; private set; }

    public readonly void Starts() { }

    public readonly void Moves(long now, int mood) { }

    public void Ends(long now, int mood, long events)
    {
        Events += events;
        Dispersed += mood == HandMood.Dispersed ? 1 : 0;
    }
}

/// <summary>
/// The one-crowd hour written by hand, to win: one generator, the three timers as locals of one loop, no queue.
/// </summary>
/// <typeparam name="TCounts">What is counted; a struct, so that it is built into the loop.</typeparam>
internal struct HandWritten<TCounts>(TCounts counts)
    where TCounts : struct, IHandCounts
{
    private const long Minute = 60_000;
    private TCounts _counts = counts;
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    public readonly TCounts Counts => _counts;

    /// <summary>One run to its end.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="end">When the drill ends at the latest, in milliseconds.</param>
    /// <param name="disperses">How likely the water cannon disperses the crowd, in hundredths of a percent.</param>
    public void Run(ulong seed, long end, long disperses)
    {
        _s0 = SplitMix64(ref seed);
        _s1 = SplitMix64(ref seed);
        _s2 = SplitMix64(ref seed);
        _s3 = SplitMix64(ref seed);
        _counts.Starts();
        long now = 0;
        int mood = 0;
        long escalates = Below(8 * Minute + 1);
        long responds = long.MaxValue;
        long cannon = long.MaxValue;
        long events = 0;
        while (true)
        {
            if (escalates <= responds && escalates <= cannon)
            {
                now = escalates;
                if (now >= end)
                {
                    break;
                }

                events++;
                escalates = now + Below(8 * Minute + 1);
                if (mood < 3)
                {
                    mood++;
                    _counts.Moves(now, mood);
                    if (mood == 3)
                    {
                        cannon = now + 2 * Minute;
                    }
                    else if (responds == long.MaxValue)
                    {
                        responds = now + 3 * Minute;
                    }
                }
            }
            else if (responds <= cannon)
            {
                now = responds;
                if (now >= end)
                {
                    break;
                }

                events++;
                responds = long.MaxValue;
                if (mood is 1 or 2)
                {
                    if (Below(10_000) < 6_000)
                    {
                        mood--;
                        _counts.Moves(now, mood);
                    }

                    if (mood != 0)
                    {
                        responds = now + 3 * Minute;
                    }
                }
            }
            else
            {
                now = cannon;
                if (now >= end)
                {
                    break;
                }

                events++;
                if (Below(10_000) < disperses)
                {
                    mood = HandMood.Dispersed;
                    _counts.Moves(now, mood);
                    break;
                }

                cannon = now + 2 * Minute;
            }
        }

        _counts.Ends(Math.Min(now, end), mood, events);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Below(ulong count)
    {
        ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        ulong t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return (long)Math.BigMul(result, count, out _);
    }

    private static ulong SplitMix64(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
