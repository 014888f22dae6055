namespace SispamLang.Runtime;

/// <summary>
/// What a compiled runner knows of one property while it watches it. The code of the drill tells it what happens; it is
/// not meant for hosts, which ask <see cref="Runner.VerdictOf"/>.
/// </summary>
/// <remarks>Numbers only, so that it is part of a snapshot.</remarks>
public struct PropertyMonitor : IEquatable<PropertyMonitor>
{
    private int _targetCount;
    private int _breaches;
    private bool _isTested;
    private bool _isLeft;
    private bool _held;
    private long _askedAt;
    private long _slowest;

    /// <summary>When what is waited for must have come, in milliseconds; <see cref="Runner.Never"/> if nothing is.</summary>
    public long Deadline { get; set; }

    /// <summary>The entry from which the deadline counts.</summary>
    public int Cause { get; private set; }

    /// <summary>How often has come what is counted now.</summary>
    public int Count { get; private set; }

    /// <summary>How much has come of what must come first: 0 nothing, 1 the first part, 2 the second.</summary>
    public int Stage { get; private set; }

    /// <summary>Its scope is open.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>In this scope it has been judged already.</summary>
    public bool IsDone { get; private set; }

    /// <summary>An answer is waited for.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>How often has come what it is measured against.</summary>
    public readonly int TargetCount => _targetCount;

    /// <summary>The condition whose rise matters held at the last look.</summary>
    public readonly bool Held => _held;

    /// <summary>A monitor before the start of a run.</summary>
    public static PropertyMonitor New =>
        new()
        {
            Deadline = Runner.Never,
            Cause = -1,
            _slowest = -1,
        };

    /// <summary>A monitor whose scope is open, as it is somewhere in a run.</summary>
    public static PropertyMonitor At(bool isDone, bool isAsked, bool held, int stage, int count, int targetCount) =>
        New with
        {
            IsOpen = true,
            IsDone = isDone,
            IsAsked = isAsked,
            _held = held,
            Stage = stage,
            Count = count,
            _targetCount = targetCount,
        };

    /// <summary>How long the slowest of the answers took that came in time, in milliseconds; null if none came.</summary>
    public readonly long? SlowestAnswer => _slowest < 0 ? null : _slowest;

    /// <summary>Opens the scope.</summary>
    /// <param name="isTested">Being watched is a test already.</param>
    /// <param name="deadline">When what is expected must have come.</param>
    /// <param name="cause">The entry that opens it.</param>
    public void Open(bool isTested, long deadline, int cause)
    {
        IsOpen = true;
        _isTested |= isTested;
        IsDone = false;
        IsAsked = false;
        _held = false;
        Stage = 0;
        Count = 0;
        _targetCount = 0;
        Deadline = deadline;
        Cause = cause;
    }

    /// <summary>Closes the scope.</summary>
    /// <returns>True if the time for an answer is over now.</returns>
    public bool Close(long now)
    {
        bool isOverdue = IsAsked && Deadline <= now;
        _isLeft |= IsAsked && !isOverdue;
        IsOpen = false;
        IsAsked = false;
        Deadline = Runner.Never;
        return isOverdue;
    }

    /// <summary>One more has come.</summary>
    /// <returns>True if those are enough.</returns>
    public bool Counts(int wanted) => ++Count >= wanted;

    /// <summary>One more of the target has come.</summary>
    /// <returns>True if those are enough.</returns>
    public bool CountsTarget(int wanted) => ++_targetCount >= wanted;

    /// <summary>One more of what must come first has come.</summary>
    public void CountStage(int wanted)
    {
        if (Counts(wanted))
        {
            Reach(Stage + 1);
        }
    }

    /// <summary>So much has come of what must come first.</summary>
    public void Reach(int stage)
    {
        Stage = stage;
        Count = 0;
    }

    /// <summary>A condition holds, or not.</summary>
    /// <returns>True if it holds and did not at the last look.</returns>
    public bool Rises(bool holds)
    {
        bool held = _held;
        _held = holds;
        return holds && !held;
    }

    /// <summary>What was waited for has come.</summary>
    public void Fulfil()
    {
        IsDone = true;
        IsAsked = false;
        Deadline = Runner.Never;
    }

    /// <summary>The answer that was waited for has come.</summary>
    public void Answer(long now)
    {
        _slowest = Math.Max(_slowest, now - _askedAt);
        Fulfil();
    }

    /// <summary>An answer is waited for from now on, for so long.</summary>
    public void Ask(long now, long within, int cause)
    {
        _askedAt = now;
        _isTested = true;
        IsAsked = true;
        Count = 0;
        _targetCount = 0;
        Deadline = now + within;
        Cause = cause;
    }

    /// <summary>What must not come first has come.</summary>
    /// <param name="ready">The stage that must have been reached.</param>
    /// <param name="isEach">It is judged every time, not just the first.</param>
    /// <returns>True if the property is broken by it.</returns>
    public bool Judge(int ready, bool isEach)
    {
        bool isBroken = Stage < ready && (isEach || !IsDone);
        _isTested = true;
        IsDone = true;
        _targetCount = 0;
        if (isEach)
        {
            Reach(0);
        }

        return isBroken;
    }

    /// <summary>It was broken.</summary>
    public void Break() => _breaches++;

    /// <summary>What the run has shown so far.</summary>
    /// <param name="expects">It is an expectation without a question.</param>
    public readonly PropertyVerdict Verdict(bool expects) =>
        _breaches > 0 ? PropertyVerdict.Broken
        : _isLeft || IsAsked || (expects && IsOpen && !IsDone) ? PropertyVerdict.Open
        : _isTested ? PropertyVerdict.Kept
        : PropertyVerdict.NotTested;

    /// <inheritdoc/>
    public readonly bool Equals(PropertyMonitor other) =>
        (Deadline, Cause, Count, Stage, IsOpen, IsDone, IsAsked)
            == (other.Deadline, other.Cause, other.Count, other.Stage, other.IsOpen, other.IsDone, other.IsAsked)
        && (_targetCount, _breaches, _isTested, _isLeft, _held, _askedAt, _slowest)
            == (
                other._targetCount,
                other._breaches,
                other._isTested,
                other._isLeft,
                other._held,
                other._askedAt,
                other._slowest
            );

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is PropertyMonitor other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(Deadline, Cause, Count, Stage, _breaches);

    /// <summary>Equal in all.</summary>
    public static bool operator ==(PropertyMonitor left, PropertyMonitor right) => left.Equals(right);

    /// <summary>Different in something.</summary>
    public static bool operator !=(PropertyMonitor left, PropertyMonitor right) => !left.Equals(right);
}
