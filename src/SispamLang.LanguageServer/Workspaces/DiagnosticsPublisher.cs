using SispamLang.LanguageServer.Features;
using SispamLang.LanguageServer.Protocol.Messages;

namespace SispamLang.LanguageServer.Workspaces;

/// <summary>
/// Tells the client what is wrong with the open documents, if it does not ask itself. The document that is being edited is
/// checked at once, the newest version alone; others whose libraries have changed come one after the other behind it.
/// </summary>
internal sealed class DiagnosticsPublisher
{
    private readonly Session _session;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _turnstile = new(1);
    private readonly Dictionary<string, CancellationTokenSource> _underWay = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Uri, Check Check)> _published = new(StringComparer.Ordinal);
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);
    private EditorSettings _settings;

    /// <summary>Publishes for a client.</summary>
    public DiagnosticsPublisher(Session session)
    {
        _session = session;
        _settings = session.Workspace.Current.Settings;
        if (session.Client.TextDocument?.Diagnostic is null)
        {
            session.Workspace.Changed += Update;
        }
    }

    private Snapshot Current => _session.Workspace.Current;

    private void Update(string? edited)
    {
        lock (_gate)
        {
            var current = Current;
            Withdraw(current);
            if (current.Settings != _settings)
            {
                _settings = current.Settings;
                _published.Clear();
            }

            foreach (var path in current.Documents.Keys)
            {
                if (path == edited)
                {
                    Start(path, isEdited: true);
                }
                else if (
                    !_underWay.ContainsKey(path)
                    && (!_published.TryGetValue(path, out var last) || current.CheckOf(path).Finished != last.Check)
                )
                {
                    Start(path, isEdited: false);
                }
            }
        }
    }

    // Of what is closed nothing is said any more.
    private void Withdraw(Snapshot current)
    {
        _others.ExceptWith(current.Documents.Keys);
        var closed = _published.Keys.Where(path => !current.Documents.ContainsKey(path)).ToArray();
        foreach (var path in closed)
        {
            _session.Publish(new PublishDiagnosticsParams(_published[path].Uri, null, []));
            _published.Remove(path);
        }

        if (closed.Length > 0)
        {
            PublishOthers(new DiagnosticTranslation(new Turn(current, _session)));
        }

        foreach (var path in _underWay.Keys.Where(path => !current.Documents.ContainsKey(path)).ToArray())
        {
            Stop(path);
        }
    }

    private void Start(string path, bool isEdited)
    {
        Stop(path);
        var stop = new CancellationTokenSource();
        _underWay[path] = stop;
        _session.Watch(Task.Run(() => PublishAsync(path, isEdited, stop), CancellationToken.None));
    }

    private void Stop(string path)
    {
        if (_underWay.Remove(path, out var earlier))
        {
            _ = earlier.CancelAsync();
        }
    }

#pragma warning disable CA1031 // A document that can't be checked must not keep the others from it.
    private async Task PublishAsync(string path, bool isEdited, CancellationTokenSource stop)
    {
        try
        {
            if (isEdited)
            {
                await PublishAsync(path, stop);
            }
            else
            {
                await _turnstile.WaitAsync(stop.Token);
                try
                {
                    await PublishAsync(path, stop);
                }
                finally
                {
                    _turnstile.Release();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // There is a newer version, or none any more.
        }
        catch (Exception e)
        {
            _session.Report($"{path}: {e}");
        }
    }
#pragma warning restore CA1031

    private async Task PublishAsync(string path, CancellationTokenSource stop)
    {
        while (true)
        {
            var snapshot = Current;
            var check = await snapshot.CheckOf(path).GetAsync(stop.Token);
            lock (_gate)
            {
                stop.Token.ThrowIfCancellationRequested();
                var current = Current;
                if (current.Documents.TryGetValue(path, out var document) && current.CheckOf(path).Finished == check)
                {
                    var translation = new DiagnosticTranslation(new Turn(current, _session));
                    var diagnostics = translation.Own(check);
                    _session.Publish(new PublishDiagnosticsParams(document.Uri, document.Version, diagnostics));
                    _published[path] = (document.Uri, check);
                    _underWay.Remove(path);
                    PublishOthers(translation);
                    return;
                }
            }
        }
    }

    // What open documents say about files that are not open: libraries, settings of folders.
    private void PublishOthers(DiagnosticTranslation translation)
    {
        if (_others.Count == 0 && _published.Values.All(published => published.Check.Others.IsEmpty))
        {
            return;
        }

        var others = translation.Others(_published.Values.Select(published => published.Check));
        foreach (var path in _others.Except(others.Keys, StringComparer.Ordinal))
        {
            _session.Publish(new PublishDiagnosticsParams(Current.UriOf(path), null, []));
        }

        _others.Clear();
        foreach (var (path, diagnostics) in others)
        {
            _session.Publish(new PublishDiagnosticsParams(Current.UriOf(path), null, diagnostics));
            _others.Add(path);
        }
    }
}
