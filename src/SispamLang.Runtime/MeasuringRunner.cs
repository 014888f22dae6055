namespace SispamLang.Runtime;

/// <summary>
/// A runner that measures each of its runs while it goes on, for whoever makes very many and wants their statistics. That costs much
/// less than to look on at the trace.
/// </summary>
public abstract class MeasuringRunner : Runner
{
    /// <summary>The value of what has not come up in a run.</summary>
    public const long Absent = long.MinValue;

    /// <summary>A runner.</summary>
    /// <param name="contract">The <see cref="Runner.Contract"/> that the deriving class was made for.</param>
    /// <exception cref="NotSupportedException">It was made for another.</exception>
    protected MeasuringRunner(int contract)
        : base(contract) { }

    /// <summary>What the run came to since its start, whole once it has ended: times in milliseconds and numbers, in the order in which
    /// the drill's measures are listed (<c>MeasureSpec.Of</c> of the language). What has not come up is <see cref="Absent"/>.</summary>
    public abstract ReadOnlySpan<long> Measured { get; }

    /// <summary>How the run ended.</summary>
    public abstract DrillEndReason Ending { get; }
}
