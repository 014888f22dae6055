using SispamLang.LanguageServer.Protocol.Messages;

namespace SispamLang.LanguageServer.Workspaces;

/// <summary>
/// Asks the client to ask again for what it shows, where it can't know that it has changed: other settings or folders, another
/// file on disk, or an edit of one open document that others use.
/// </summary>
internal sealed class ShownViews
{
    private readonly Session _session;
    private readonly Lock _gate = new();
    private readonly string[] _methods;
    private bool _isAsked;
    private bool _isStale;

    /// <summary>Looks after the views of a client.</summary>
    public ShownViews(Session session)
    {
        _session = session;
        var workspace = session.Client.Workspace;
        _methods =
        [
            .. Method("diagnostic", session.Client.TextDocument?.Diagnostic is null ? null : workspace?.Diagnostics),
            .. Method("semanticTokens", workspace?.SemanticTokens),
            .. Method("inlayHint", workspace?.InlayHint),
            .. Method("codeLens", workspace?.CodeLens),
        ];
        if (_methods.Length > 0)
        {
            session.Workspace.Changed += Update;
        }
    }

    private static IEnumerable<string> Method(string view, RefreshClientCapabilities? client) =>
        client?.RefreshSupport == true ? [$"workspace/{view}/refresh"] : [];

    private void Update(string? edited)
    {
        // Of its own edits the client knows what they change in that document.
        if (edited is not null && !IsUsed(edited))
        {
            return;
        }

        lock (_gate)
        {
            _isStale = true;
            if (!_isAsked)
            {
                _isAsked = true;
                _ = AskAsync();
            }
        }
    }

    // A check that is gone or not finished says nothing of what it uses; the last one that was finished does.
    private bool IsUsed(string path)
    {
        var changes = new Changes([path]);
        return _session.Workspace.Current.Documents.Values.Any(document =>
            document.Text.Path != path && document.Latest.Value is { } check && changes.Touch(check)
        );
    }

    // One question at a time: while the client has not answered, however much changes gives one more.
    private async Task AskAsync()
    {
        while (true)
        {
            lock (_gate)
            {
                if (!_isStale)
                {
                    _isAsked = false;
                    return;
                }

                _isStale = false;
            }

            await Task.WhenAll(_methods.Select(_session.RefreshAsync));
        }
    }
}
