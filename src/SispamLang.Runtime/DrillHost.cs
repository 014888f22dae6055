using System.Runtime.CompilerServices;

namespace SispamLang.Runtime;

/// <summary>
/// Plays a drill in real time: what is due happens when the clock says so, and a controller may pause, skip ahead, put
/// off, make something happen now, or stop it all. Safe for use by several threads at once.
/// </summary>
/// <remarks>
/// Every entry is in the <see cref="DrillLog"/>, on the disk if that is a file, before anybody is told of it. If it can't be written
/// the drill stands still, and <see cref="Completion"/> fails with the reason, unless the host <see cref="GoesOnWithoutLog"/>.
/// </remarks>
public sealed class DrillHost : IDisposable
{
    private readonly Runner _runner;
    private readonly TimeProvider _time;
    private readonly DrillLog? _log;
    private readonly object _gate = new();
    private readonly List<TraceEntry> _entries = [];
    private readonly ITimer _timer;
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The drill's time when the clock last started to run, and when that was; no start while it stands still.
    private long _drillMs;
    private long? _runningSince;
    private bool _isStarted;

    /// <summary>A host for one run.</summary>
    /// <param name="runner">The runner. The host alone may use it until the run is done; what it traces, it tells the host.</param>
    /// <param name="time">The clock; null: the system's.</param>
    /// <param name="log">Where the log is kept, or null; not closed.</param>
    /// <param name="toolVersion">The version of the program, for the log.</param>
    public DrillHost(Runner runner, TimeProvider? time = null, Stream? log = null, string toolVersion = "")
    {
        ArgumentNullException.ThrowIfNull(runner);
        _runner = runner;
        _time = time ?? TimeProvider.System;
        _log = log is null ? null : new DrillLog(log, runner.Info, runner.Info.Language, toolVersion, time: _time);
        _timer = _time.CreateTimer(_ => Settle(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        runner.Trace = Take;
    }

    /// <summary>What the drill declares.</summary>
    public DrillInfo Info => _runner.Info;

    /// <summary>The drill goes on although its log can't be written; false unless it is set. What is not written stays in memory and is
    /// tried again with the next entry.</summary>
    public bool GoesOnWithoutLog { get; init; }

    /// <summary>Why the log can't be written at present; null if it can, or there is none.</summary>
    public Exception? LogFailure { get; private set; }

    /// <summary>Is done when the drill has ended or was stopped; fails if its log could not be written.</summary>
    public Task Completion => _done.Task;

    /// <summary>The clock stands still: before the start, during a pause, after the end.</summary>
    public bool IsPaused
    {
        get
        {
            lock (_gate)
            {
                return _runningSince is null;
            }
        }
    }

    /// <summary>The drill's time, in milliseconds from T+00:00.</summary>
    public long NowMs
    {
        get
        {
            lock (_gate)
            {
                return _isStarted ? Math.Max(DrillTime(), _runner.Now) : 0;
            }
        }
    }

    /// <summary>Starts the drill and its clock.</summary>
    /// <param name="seed">Any number; the same seed and the same deeds at the same times give the same run.</param>
    /// <exception cref="InvalidOperationException">It was started before.</exception>
    public void Start(ulong seed)
    {
        lock (_gate)
        {
            if (_isStarted)
            {
                throw new InvalidOperationException("The drill was started before; a host plays it once.");
            }

            _isStarted = true;
            _runningSince = _time.GetTimestamp();
            Do(() => _runner.Start(seed));
        }
    }

    /// <summary>Stops the clock until <see cref="Resume"/>. What is due up to now has happened.</summary>
    public void Pause()
    {
        lock (_gate)
        {
            Do(() => { });
            StandStill();
        }
    }

    /// <summary>Lets the clock run on from where it was paused.</summary>
    public void Resume()
    {
        lock (_gate)
        {
            if (_isStarted && !_done.Task.IsCompleted && _runningSince is null)
            {
                _runningSince = _time.GetTimestamp();
                Wait();
            }
        }
    }

    /// <summary>Goes ahead at once; what would have happened in between happens now.</summary>
    /// <param name="time">How far; not negative.</param>
    public void Skip(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        Shift((long)time.TotalMilliseconds);
    }

    /// <summary>Puts off all that is to come: the drill's clock stands still that long, then runs on.</summary>
    /// <param name="time">How long; not negative.</param>
    public void PutOff(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        Shift(-(long)time.TotalMilliseconds);
    }

    /// <summary>Makes something happen now, by one of its names.</summary>
    /// <returns>False if nothing has that name, or the drill is not under way.</returns>
    public bool Raise(string name)
    {
        lock (_gate)
        {
            var isKnown = false;
            Do(() => isKnown = _runner.Raise(name));
            return isKnown;
        }
    }

    /// <summary>The stop word was spoken: the exercise is over this instant, whatever is under way, a pause too.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            Do(OrderEnd);
            Finish(null);
        }
    }

    /// <summary>Looks at the runner while nothing else moves it.</summary>
    /// <param name="look">Is called at once. It must not keep the runner, nor change anything.</param>
    public T Read<T>(Func<Runner, T> look)
    {
        ArgumentNullException.ThrowIfNull(look);
        lock (_gate)
        {
            return look(_runner);
        }
    }

    /// <summary>The whole trace from its first entry on, and each further one when it is made; ends with the drill. Any
    /// number of readers may be at it, each at its own pace.</summary>
    public async IAsyncEnumerable<TraceEntry> ReadTraceAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        for (var next = 0; ; )
        {
            TraceEntry[] fresh;
            Task more;
            lock (_gate)
            {
                fresh = [.. _entries.Skip(next)];
                more = _more.Task;
            }

            foreach (var entry in fresh)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return entry;
            }

            next += fresh.Length;
            if (fresh.Length == 0)
            {
                if (_done.Task.IsCompleted)
                {
                    yield break;
                }

                await Task.WhenAny(more, _done.Task).WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Ends the run where it is, if it has not ended yet.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            Finish(null);
        }

        _timer.Dispose();
        _log?.Dispose();
    }

    private void Shift(long ms)
    {
        lock (_gate)
        {
            if (_isStarted && !_done.Task.IsCompleted)
            {
                _drillMs = DrillTime() + ms;
                _runningSince = _runningSince is null ? null : _time.GetTimestamp();
                Do(() => { });
            }
        }
    }

    private void Settle()
    {
        lock (_gate)
        {
            Do(() => { });
        }
    }

    // First what is due, then what is asked for, then the timer for what is next.
    private void Do(Action deed)
    {
        if (!_isStarted || _done.Task.IsCompleted)
        {
            return;
        }

        try
        {
            if (_entries.Count > 0)
            {
                _runner.AdvanceTo(Math.Max(DrillTime(), 0));
            }

            deed();
        }
        catch (Exception e) when (IsOfLog(e))
        {
            LogFailure = e;
            Finish(e);
            return;
        }

        if (_runner.HasEnded)
        {
            Finish(null);
            return;
        }

        Wait();
    }

    private void Wait()
    {
        var ms = _runningSince is null || _runner.NextDue is not { } due ? -1 : Math.Max(due - DrillTime(), 0);
        // A timer takes no more than 49 days; it is set again when it is over.
        _timer.Change(
            ms < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(Math.Min(ms, int.MaxValue)),
            Timeout.InfiniteTimeSpan
        );
    }

    // May be behind what the runner has reached, while the drill is put off.
    private long DrillTime() =>
        _runningSince is { } since ? _drillMs + (long)_time.GetElapsedTime(since).TotalMilliseconds : _drillMs;

    // Not by name, for a drill may have an event that is called so.
    private void OrderEnd()
    {
        for (var i = 0; i < Info.OutsideEvents.Count; i++)
        {
            if (Info.OutsideEvents[i].Kind == OutsideKind.EndDrill)
            {
                _runner.Raise(i);
            }
        }
    }

    private void StandStill()
    {
        // After the end there is no more time, however far was skipped.
        _drillMs = _isStarted && _runner.HasEnded ? Math.Min(DrillTime(), _runner.Now) : DrillTime();
        _runningSince = null;
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private void Take(TraceEntry entry)
    {
        try
        {
            _log?.Write(entry);
            LogFailure = null;
        }
        catch (Exception e) when (GoesOnWithoutLog && IsOfLog(e))
        {
            LogFailure = e;
        }

        _entries.Add(entry);
        var told = _more;
        _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        told.SetResult();
    }

    private static bool IsOfLog(Exception e) =>
        e is IOException or ObjectDisposedException or UnauthorizedAccessException;

    private void Finish(Exception? failure)
    {
        StandStill();
        if (failure is null)
        {
            _done.TrySetResult();
        }
        else
        {
            _done.TrySetException(failure);
        }
    }
}
