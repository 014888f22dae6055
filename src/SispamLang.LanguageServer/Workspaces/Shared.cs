namespace SispamLang.LanguageServer.Workspaces;

/// <summary>A value that is worked out when somebody first asks, once for all who ask, and given up when all have gone.</summary>
internal sealed class Shared<T>(Func<CancellationToken, Task<T>> work)
    where T : class
{
    private readonly Lock _gate = new();
    private Func<CancellationToken, Task<T>> _work = work;
    private Run? _run;

    /// <summary>The value, if it is worked out.</summary>
    public T? Finished => _run is { Task.IsCompletedSuccessfully: true } run ? run.Task.Result : null;

    /// <summary>It is being worked out.</summary>
    public bool IsUnderWay => _run is { Task.IsCompleted: false };

    /// <summary>The value.</summary>
    public async ValueTask<T> GetAsync(CancellationToken cancellationToken)
    {
        if (Finished is { } known)
        {
            return known;
        }

        cancellationToken.ThrowIfCancellationRequested();
        Run run;
        lock (_gate)
        {
            run = _run ??= new Run(_work);
            run.Waiting++;
        }

        try
        {
            return await run.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            lock (_gate)
            {
                if (--run.Waiting == 0 && !run.Task.IsCompleted)
                {
                    _run = null;
                    run.Stop();
                }
                else if (run.Task.IsCompletedSuccessfully)
                {
                    // What it was made of need not be kept.
                    _work = _ => run.Task;
                }
            }
        }
    }

    private sealed class Run
    {
        private readonly CancellationTokenSource _stop = new();

        public Run(Func<CancellationToken, Task<T>> work)
        {
            var token = _stop.Token;
            Task = System.Threading.Tasks.Task.Run(() => work(token), token);
        }

        public Task<T> Task { get; }

        public int Waiting { get; set; }

        public void Stop() => _ = _stop.CancelAsync();
    }
}
