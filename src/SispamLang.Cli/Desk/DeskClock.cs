namespace SispamLang.Cli.Desk;

/// <summary>The clock of an exercise: as fast as real time, some times as fast, or not at all but from step to step.</summary>
internal sealed class DeskClock(TimeProvider time)
{
    private long _ms;
    private long? _since;

    /// <summary>How many times as fast as real time; 0: step by step.</summary>
    public int Speed { get; private set; } = 1;

    /// <summary>It was told to stand still.</summary>
    public bool IsPaused => _since is null;

    /// <summary>It goes on by itself.</summary>
    public bool IsRunning => _since is not null && Speed > 0;

    /// <summary>Milliseconds from T+00:00; below what was reached while the rest is put off.</summary>
    public long NowMs => _since is { } since ? _ms + (long)(time.GetElapsedTime(since).TotalMilliseconds * Speed) : _ms;

    /// <summary>Runs on.</summary>
    public void Run() => _since ??= time.GetTimestamp();

    /// <summary>Stands still.</summary>
    public void Pause()
    {
        _ms = NowMs;
        _since = null;
    }

    /// <summary>Goes on from another time, running or not as before.</summary>
    public void Set(long ms)
    {
        _ms = ms;
        _since = IsPaused ? null : time.GetTimestamp();
    }

    /// <summary>Goes on at another speed.</summary>
    public void SetSpeed(int speed)
    {
        Set(NowMs);
        Speed = speed;
    }

    /// <summary>How long until then in real time; null if it does not run.</summary>
    public TimeSpan? Until(long ms) =>
        IsRunning ? TimeSpan.FromMilliseconds(Math.Max(0, ms - NowMs) / (double)Speed) : null;
}
