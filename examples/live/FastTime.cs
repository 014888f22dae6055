namespace Live;

/// <summary>A clock that runs faster than the one on the wall, so that an hour's drill can be watched in a minute.</summary>
internal sealed class FastTime(double factor) : TimeProvider
{
    public override long GetTimestamp() => (long)(System.GetTimestamp() * factor);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new FastTimer(factor, System.CreateTimer(callback, state, Sooner(factor, dueTime), Sooner(factor, period)));

    private static TimeSpan Sooner(double factor, TimeSpan time) =>
        time == Timeout.InfiniteTimeSpan ? time : time / factor;

    private sealed class FastTimer(double factor, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) =>
            timer.Change(Sooner(factor, dueTime), Sooner(factor, period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
