namespace SispamLang.Runtime;

/// <summary>Gives what is left to chance.</summary>
public interface IDrawSource
{
    /// <summary>A value drawn from a stream: milliseconds of a time, or a roll from 0 to 9,999.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="number">How many draws the instant has taken before.</param>
    /// <param name="isIdle">Whatever it gives, the same comes of it; unless the instant does not settle.</param>
    long Draw(int stream, int number, bool isIdle);
}

/// <summary>
/// A compiled drill that settles single instants: on states that are put together, with every draw given. It is made for the
/// exploration of all behaviours and not meant for hosts.
/// </summary>
/// <remarks>
/// Times are given and told in one row: those of the drill's timers in order, then the end of the phase's <c>for</c>, the end of
/// the pause, the noted time of each rule, the deadline of each property. What is not pending is <see cref="Runner.Never"/>.
/// </remarks>
public abstract class ExploredRunner : Runner
{
    /// <summary>The noted time of a procedure that notes none: long past.</summary>
    protected const long LongAgo = long.MinValue / 2;

    private IDrawSource? _draws;

    /// <summary>A runner.</summary>
    /// <param name="contract">The <see cref="Runner.Contract"/> that the deriving class was made for.</param>
    /// <param name="rules">How many rules there are.</param>
    /// <param name="phases">How many phases there are.</param>
    /// <param name="properties">How many properties there are.</param>
    protected ExploredRunner(int contract, int rules, int phases, int properties)
        : base(contract)
    {
        HasFired = new bool[rules];
        HasStarted = new bool[phases];
        IsSettled = new bool[properties];
    }

    /// <summary>The rules that have fired in some instant.</summary>
    public bool[] HasFired { get; }

    /// <summary>The phases that have started in some instant.</summary>
    public bool[] HasStarted { get; }

    /// <summary>The properties of which nothing more is to be known.</summary>
    public bool[] IsSettled { get; set; }

    /// <summary>The properties that the last instant broke, each as often as it did.</summary>
    public List<int> Broken { get; } = [];

    /// <summary>How many items have entered the queue in the last instant.</summary>
    public abstract int Entered { get; }

    /// <summary>Why the drill ended in the last instant; null: it did not.</summary>
    public abstract DrillEndReason? EndReason { get; }

    /// <summary>Gives the draws from now on.</summary>
    public void TakeDrawsFrom(IDrawSource draws) => _draws = draws;

    /// <summary>Takes a state apart, but for its times: the instants that come start from it.</summary>
    public abstract void Unpack(ReadOnlySpan<ulong> state);

    /// <summary>Gives the state that was taken apart its times.</summary>
    /// <param name="now">The time of the instants that come.</param>
    /// <param name="times">What is pending before them; what is due has the time of now.</param>
    public abstract void SetTimes(long now, ReadOnlySpan<long> times);

    /// <summary>Settles the first instant of the drill.</summary>
    public abstract void StartInstant();

    /// <summary>Settles an instant from the state that was taken apart, which stays as it is.</summary>
    /// <param name="raised">What is raised from outside; -1: nothing.</param>
    /// <param name="changed">The first draw that gives something else than in the instant settled before, from the same state;
    /// -1: that was another.</param>
    public abstract void SettleInstant(int raised, int changed);

    /// <summary>Tells what is pending after the instant.</summary>
    public abstract void ReadTimes(Span<long> times);

    /// <summary>Adds the state after the instant to words that are 0; its times only where each is of a length known
    /// beforehand.</summary>
    /// <param name="state">The words.</param>
    /// <param name="latest">So many steps stand for any time that is longer.</param>
    /// <returns>False if a value is greater than was foreseen for it.</returns>
    public abstract bool Pack(Span<ulong> state, long latest);

    /// <summary>The step that a rule's procedure stands in after the instant; -1: none is under way.</summary>
    public abstract int StepOf(int rule);

    /// <summary>How many draws the instant has taken.</summary>
    protected int Taken { get; set; }

    /// <summary>The draw that comes is idle: whatever it gives, the same comes of it.</summary>
    protected bool DrawsIdly { get; set; }

    /// <summary>A value drawn, within its bounds.</summary>
    protected long Drawn(int stream, long low, long count)
    {
        long value = _draws?.Draw(stream, Taken++, DrawsIdly) ?? low;
        return Math.Min(Math.Max(value, low), low + count - 1);
    }
}
