using System.Numerics;

namespace SispamLang.Analysis.Simulation;

/// <summary>
/// One value of each of many runs, as counts in bins and as sums. All of it is whole numbers, so that it takes the same room
/// however many runs there are, and merging loses nothing and may go in any order.
/// </summary>
public sealed class Distribution
{
    private readonly long[] _bins;

    // Sums of 128 bits as two halves each: they are added to many millions of times.
    private ulong _sumLow;
    private ulong _sumHigh;
    private ulong _squaresLow;
    private ulong _squaresHigh;

    /// <summary>Nothing counted yet.</summary>
    public Distribution(BinScale scale)
    {
        Scale = scale;
        _bins = new long[scale.Count];
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
    public ReadOnlySpan<long> Bins => _bins;

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
        for (var i = 0; i < _bins.Length && Count > 0; i++)
        {
            seen += _bins[i];
            if (seen >= rank)
            {
                return Math.Max(Scale.StartOf(i), Least);
            }
        }

        return 0;
    }
}
