using System.Globalization;
using SispamLang.Dialects;
using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;

namespace SispamLang.LanguageServer;

/// <summary>Shows the user that something takes its time: one sign for all that does, as long as any of it does.</summary>
internal sealed class Progress(Session session, Connection connection)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private int _slow;
    private int _lastToken;
    private Task<string?> _shown = Task.FromResult<string?>(null);

    /// <summary>Some work has begun. If it takes more than a second, that is shown until it ends, however it ends.</summary>
    public void Show(Task work)
    {
        if (session.Client.Window?.WorkDoneProgress == true && !work.IsCompleted)
        {
            _ = ShowAsync(work);
        }
    }

    private async Task ShowAsync(Task work)
    {
        if (
            await EndsAsync(work)
                .WaitAsync(Patience)
                .ContinueWith(t => t.IsCompletedSuccessfully, TaskScheduler.Default)
        )
        {
            return;
        }

        Task<string?>? last;
        lock (_gate)
        {
            _shown = _slow++ == 0 ? BeginAsync() : _shown;
        }

        await EndsAsync(work);
        lock (_gate)
        {
            last = --_slow == 0 ? _shown : null;
        }

        if (last is not null && await last is { } token)
        {
            Notify(token, new WorkDoneProgress("end"));
        }
    }

    private static Task EndsAsync(Task work) => work.ContinueWith(_ => { }, TaskScheduler.Default);

    // The client may refuse.
    private async Task<string?> BeginAsync()
    {
        var token = "sispam-" + Interlocked.Increment(ref _lastToken).ToString(CultureInfo.InvariantCulture);
        await connection.AskAsync(
            "window/workDoneProgress/create",
            new WorkDoneProgressCreateParams(token),
            Json.Default.WorkDoneProgressCreateParams
        );
        var title =
            session.Workspace.Current.Settings.Language == Dialect.Indonesian
                ? "SispamLang sedang bekerja"
                : "SispamLang is at work";
        Notify(token, new WorkDoneProgress("begin", title));
        return token;
    }

    private void Notify(string token, WorkDoneProgress value) =>
        connection.Notify("$/progress", new ProgressParams(token, value), Json.Default.ProgressParams);
}
