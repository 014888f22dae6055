using System.Numerics;
using System.Runtime.Intrinsics;
using SispamLang.Runtime;

namespace SispamLang.Analysis.Simulation;

/// <summary>
/// One value of each of many runs, as counts in bins and as sums. All of it is whole numbers, so that it takes the same room
/// however many runs there are, and merging loses nothing and may go in any order.
/// </summary>
public sealed class Distribution
{
    /// <summary>How many values are counted at a time.</summary>
    internal const int AtATime = 64;

    // So many squares of numbers below this add up to less than 63 bits.
    private const int SmallBits = 28;
    private const long Small = 1L << SmallBits;

    // Behind the last, one for values that are absent.
    private readonly long[] _bins;

    // A small number divided by the width is the number times the factor, shifted: the factor is too great by at most one, and the
    // shift is so far that this makes no difference.
    private readonly int _shift;
    private readonly long _factor;
    private readonly bool _isSmall;

    // Sums of 128 bits as two halves each: they are added to many millions of times.
    private ulong _sumLow;
    private ulong _sumHigh;
    private ulong _squaresLow;
    private ulong _squaresHigh;

    /// <summary>Nothing counted yet.</summary>
    public Distribution(BinScale scale)
    {
        Scale = scale;
        _bins = new long[scale.Count + 1];
        _shift = SmallBits + 2 + BitOperations.Log2((ulong)scale.Width);
        _factor = (long)(((UInt128.One << _shift) / (ulong)scale.Width) + 1);
        _isSmall = scale.Origin is > -Small and < Small && scale.Width < Small;
    }

    /// <summary>What was counted elsewhere.</summary>
    /// <exception cref="ArgumentException">There are more or fewer bins than the scale has.</exception>
    public Distribution(
        BinScale scale,
        ReadOnlySpan<long> bins,
        Int128 sum,
        UInt128 sumOfSquares,
        long least,
        long most
    )
        : this(scale)
    {
        if (bins.Length != scale.Count)
        {
            throw new ArgumentException("The scale has another number of bins.", nameof(bins));
        }

        bins.CopyTo(_bins);
        Count = _bins.Sum();
        (Sum, SumOfSquares, Least, Most) = (sum, sumOfSquares, least, most);
    }

    /// <summary>The bins.</summary>
    public BinScale Scale { get; }

    /// <summary>How many values lie in each bin.</summary>
    public ReadOnlySpan<long> Bins => _bins.AsSpan(0, Scale.Count);

    /// <summary>How many values there are.</summary>
    public long Count { get; private set; }

    /// <summary>Their sum.</summary>
    public Int128 Sum
    {
        get => new(_sumHigh, _sumLow);
        private set => (_sumHigh, _sumLow) = ((ulong)(value >>> 64), unchecked((ulong)value));
    }

    /// <summary>The sum of their squares.</summary>
    public UInt128 SumOfSquares
    {
        get => new(_squaresHigh, _squaresLow);
        private set => (_squaresHigh, _squaresLow) = ((ulong)(value >>> 64), unchecked((ulong)value));
    }

    /// <summary>The least, to the millisecond; 0 if there is none.</summary>
    public long Least { get; private set; }

    /// <summary>The most, to the millisecond; 0 if there is none.</summary>
    public long Most { get; private set; }

    /// <summary>The arithmetic mean; 0 if there is none.</summary>
    public double Mean => Count == 0 ? 0 : (double)Sum / Count;

    /// <summary>The standard error of the mean: the root of the unbiased variance over the count; 0 for fewer than two.</summary>
    public double StandardError
    {
        get
        {
            if (Count < 2)
            {
                return 0;
            }

            // Whole numbers to the end: the difference of two large sums would lose its digits otherwise.
            var n = new BigInteger(Count);
            var squares = (n * (BigInteger)SumOfSquares) - ((BigInteger)Sum * (BigInteger)Sum);
            return Math.Sqrt((double)squares / ((double)Count * Count * (Count - 1)));
        }
    }

    /// <summary>Counts a value.</summary>
    public void Add(long value)
    {
        _bins[Scale.BinOf(value)]++;
        Least = Count == 0 ? value : Math.Min(Least, value);
        Most = Count == 0 ? value : Math.Max(Most, value);
        Count++;
        unchecked
        {
            var low = (ulong)value;
            _sumLow += low;
            _sumHigh += (ulong)(value >> 63) + (_sumLow < low ? 1UL : 0UL);
            var size = (ulong)Math.Abs(value);
            var high = Math.BigMul(size, size, out low);
            _squaresLow += low;
            _squaresHigh += high + (_squaresLow < low ? 1UL : 0UL);
        }
    }

    /// <summary>Counts the values of <see cref="AtATime"/> runs: the same as one by one, and faster.</summary>
    /// <param name="values">The values; <see cref="MeasuringRunner.Absent"/> where there is none.</param>
    internal void Add(ReadOnlySpan<long> values)
    {
        var absents = Vector256<long>.Zero;
        var sum = Vector256<long>.Zero;
        var squares = Vector256<long>.Zero;
        var sizes = Vector256<long>.Zero;
        var least = Vector256.Create(long.MaxValue);
        var most = Vector256.Create(long.MinValue);
        for (var i = 0; i < AtATime; i += Vector256<long>.Count)
        {
            var value = Vector256.Create(values[i..]);
            var absent = Vector256.Equals(value, Vector256.Create(MeasuringRunner.Absent));
            absents += absent;
            least = Vector256.Min(least, value ^ absent); // The most there is where it is absent.
            most = Vector256.Max(most, value);
            value = Vector256.AndNot(value, absent);
            sum += value;
            squares += value * value;
            sizes |= Vector256.Abs(value);
        }

        if (!_isSmall || Vector256.GreaterThanOrEqualAny(sizes, Vector256.Create(Small)))
        {
            AddEach(values);
            return;
        }

        var count = AtATime + Vector256.Sum(absents);
        if (count == 0)
        {
            return;
        }

        var (low, high) = (Lowest(least), ~Lowest(~most));
        Least = Count == 0 ? low : Math.Min(Least, low);
        Most = Count == 0 ? high : Math.Max(Most, high);
        Count += count;
        Sum += Vector256.Sum(sum);
        SumOfSquares += (ulong)Vector256.Sum(squares);
        Sort(values);
    }

    /// <summary>Takes in what was counted elsewhere in bins of the same scale.</summary>
    public void Add(Distribution other)
    {
        if (other.Count == 0)
        {
            return;
        }

        for (var i = 0; i < _bins.Length; i++)
        {
            _bins[i] += other._bins[i];
        }

        Least = Count == 0 ? other.Least : Math.Min(Least, other.Least);
        Most = Count == 0 ? other.Most : Math.Max(Most, other.Most);
        Count += other.Count;
        Sum += other.Sum;
        SumOfSquares += other.SumOfSquares;
    }

    /// <summary>The value that so many percent of all do not exceed (nearest rank), rounded down to the start of its bin but
    /// never below the least; 0 if there is none.</summary>
    /// <param name="percent">From 0 to 100.</param>
    public long Quantile(int percent)
    {
        var rank = Math.Max(1, (long)((((Int128)Count * percent) + 99) / 100));
        long seen = 0;
        for (var i = 0; i < Scale.Count && Count > 0; i++)
        {
            seen += _bins[i];
            if (seen >= rank)
            {
                return Math.Max(Scale.StartOf(i), Least);
            }
        }

        return 0;
    }

    private static long Lowest(Vector256<long> values) =>
        Math.Min(Math.Min(values[0], values[1]), Math.Min(values[2], values[3]));

    private void AddEach(ReadOnlySpan<long> values)
    {
        foreach (var value in values)
        {
            if (value != MeasuringRunner.Absent)
            {
                Add(value);
            }
        }
    }

    private void Sort(ReadOnlySpan<long> values)
    {
        var bins = _bins;
        var (origin, factor) = (Vector256.Create(Scale.Origin), Vector256.Create(_factor));
        var (last, none) = (Vector256.Create((long)Scale.Count - 1), Vector256.Create((long)Scale.Count));
        for (var i = 0; i < AtATime; i += Vector256<long>.Count)
        {
            var value = Vector256.Create(values[i..]);
            var bin = (Vector256.Max(value - origin, Vector256<long>.Zero) * factor) >> _shift;
            var absent = Vector256.Equals(value, Vector256.Create(MeasuringRunner.Absent));
            bin = Vector256.ConditionalSelect(absent, none, Vector256.Min(bin, last));
            bins[bin[0]]++;
            bins[bin[1]]++;
            bins[bin[2]]++;
            bins[bin[3]]++;
        }
    }
}
