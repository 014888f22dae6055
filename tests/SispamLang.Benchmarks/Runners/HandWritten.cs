using System.Numerics;
using System.Runtime.CompilerServices;

namespace SispamLang.Benchmarks.Runners;

/// <summary>
/// The one-crowd hour written by hand, to win: one generator, the three timers as locals of one loop, no queue.
/// </summary>
internal struct HandWritten
{
    private const long Minute = 60_000;
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    public bool Dispersed { get; private set; }

    public long Events { get; private set; }

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
        Dispersed = false;
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
                    Dispersed = true;
                    break;
                }

                cannon = now + 2 * Minute;
            }
        }

        Events += events;
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
