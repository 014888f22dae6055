namespace SispamLang.LanguageServer;

/// <summary>
/// Collects garbage while the server has nothing to do. Each key leaves a drill that nobody needs any more; when the runtime collects it
/// by itself, that is in the middle of a check, and somebody waits for it.
/// </summary>
internal sealed class IdleCollector
{
    // Longer than what one key makes a client ask in a row, shorter than what is left until a fast writer's next key.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    // Most of what is new is garbage then, and the next collection that nobody asked for is still far.
    private const long Worthwhile = 24L << 20;

    private readonly Lock _gate = new();
    private int _underWay;
    private int _collections;
    private long _allocatedBefore;

    /// <summary>Some work has begun.</summary>
    public void Watch(Task work)
    {
        Interlocked.Increment(ref _underWay);
        _ = work.ContinueWith(_ => End(), TaskScheduler.Default);
    }

    private void End()
    {
        if (Interlocked.Decrement(ref _underWay) == 0 && Allocated() >= Worthwhile)
        {
            _ = CollectAfterPauseAsync();
        }
    }

    private async Task CollectAfterPauseAsync()
    {
        await Task.Delay(Pause);
        if (Volatile.Read(ref _underWay) == 0 && Allocated() >= Worthwhile)
        {
            GC.Collect(0);
        }
    }

    // Since the last collection, whoever asked for it.
    private long Allocated()
    {
        lock (_gate)
        {
            var allocated = GC.GetTotalAllocatedBytes();
            if (GC.CollectionCount(0) is var collections && collections != _collections)
            {
                (_collections, _allocatedBefore) = (collections, allocated);
            }

            return allocated - _allocatedBefore;
        }
    }
}
