using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SispamLang.Runtime;

/// <summary>
/// One stream of chance: a xoshiro256** generator (Blackman and Vigna, 2018). Its 32 bytes are its whole state; all zero,
/// as a new one is, means that it has not been seeded yet.
/// </summary>
/// <remarks>A mutable value: copying it copies the state, which is what a snapshot needs.</remarks>
public struct RandomStream : IEquatable<RandomStream>
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>A stream in a given state; for tests against published values.</summary>
    internal RandomStream(ulong s0, ulong s1, ulong s2, ulong s3)
    {
        _s0 = s0;
        _s1 = s1;
        _s2 = s2;
        _s3 = s3;
    }

    /// <summary>True once it has been seeded. Four successive values of SplitMix64 are never all zero.</summary>
    public readonly bool IsSeeded => (_s0 | _s1 | _s2 | _s3) != 0;

    /// <summary>Puts it into the state that belongs to a seed: four successive values of SplitMix64 started there.</summary>
    public void Seed(ulong seed)
    {
        // All four at once.
        Vector256<ulong> z =
            Vector256.Create(seed)
            + Vector256.Create(Golden, unchecked(2 * Golden), unchecked(3 * Golden), unchecked(4 * Golden));
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EB;
        z ^= z >>> 31;
        z.StoreUnsafe(ref _s0);
    }

    /// <summary>The next 64 bits. The stream must have been seeded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next()
    {
        // In locals, as each store into the struct would have to be read back.
        ulong s0 = _s0;
        ulong s1 = _s1;
        ulong s2 = _s2 ^ s0;
        ulong s3 = _s3 ^ s1;
        ulong result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        _s0 = s0 ^ s3;
        _s1 = s1 ^ s2;
        _s2 = s2 ^ (s1 << 17);
        _s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>A value from 0 to <paramref name="count"/> - 1: the high 64 bits of the next draw times the count. The
    /// stream must have been seeded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextBelow(ulong count) =>
        Bmi2.X64.IsSupported ? Bmi2.X64.MultiplyNoFlags(Next(), count) : Math.BigMul(Next(), count, out _);

    /// <summary>The same, after seeding the stream if this is its first draw.</summary>
    /// <param name="count">How many values there are.</param>
    /// <param name="seed">The run's seed plus the stream's.</param>
    public ulong NextBelow(ulong count, ulong seed)
    {
        if (!IsSeeded)
        {
            Seed(seed);
        }

        return NextBelow(count);
    }

    /// <inheritdoc/>
    public readonly bool Equals(RandomStream other) =>
        _s0 == other._s0 && _s1 == other._s1 && _s2 == other._s2 && _s3 == other._s3;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is RandomStream other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(_s0, _s1, _s2, _s3);

    /// <summary>Equal states.</summary>
    public static bool operator ==(RandomStream left, RandomStream right) => left.Equals(right);

    /// <summary>Different states.</summary>
    public static bool operator !=(RandomStream left, RandomStream right) => !left.Equals(right);

    /// <summary>The next value of SplitMix64 (Steele, Lea and Flood, 2014), a generator that is good for making seeds.</summary>
    /// <param name="state">Any number; the next call needs what it is afterwards.</param>
    public static ulong SplitMix64(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
