using System.Text.Json;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.LanguageServer.Workspaces;
using SispamLang.Library;
using SispamLang.Settings;
using SispamLang.Text;

namespace SispamLang.LanguageServer;

/// <summary>One client, from <c>initialize</c> to <c>shutdown</c>.</summary>
internal sealed class Session
{
    private readonly Connection _connection;
    private readonly Dialect? _language;
    private readonly IdleCollector _idle = new();
    private readonly Progress _progress;

    /// <summary>Begins with what the client said in <c>initialize</c>.</summary>
    public Session(Connection connection, InitializeParams initialize, Dialect? language)
    {
        _connection = connection;
        _language = language;
        Client = initialize.Capabilities ?? new ClientCapabilities();
        Encoding = PositionEncoding.Choose(Client.General?.PositionEncodings);
        Take(initialize.InitializationOptions);
        var folders = initialize.WorkspaceFolders?.Select(folder => folder.Uri) ?? [];
        if (initialize is { WorkspaceFolders: null, RootUri: { } root })
        {
            folders = [root];
        }

        Workspace.SetFolders([.. folders.Select(DocumentUri.PathOf)]);
        _progress = new Progress(this, connection);
        Publisher = new DiagnosticsPublisher(this);
        Views = new ShownViews(this);
    }

    /// <summary>What the client can do.</summary>
    public ClientCapabilities Client { get; }

    /// <summary>How columns are counted.</summary>
    public PositionEncoding Encoding { get; }

    /// <summary>What is open.</summary>
    public Workspace Workspace { get; } = new();

    /// <summary>Tells the client what is wrong with its documents.</summary>
    public DiagnosticsPublisher Publisher { get; }

    /// <summary>What the client shows of its documents besides.</summary>
    public ShownViews Views { get; }

    /// <summary>Tells the client something.</summary>
    public void Publish(PublishDiagnosticsParams diagnostics) =>
        _connection.Notify("textDocument/publishDiagnostics", diagnostics, Json.Default.PublishDiagnosticsParams);

    /// <summary>Some work has begun.</summary>
    public void Watch(Task work)
    {
        _progress.Show(work);
        _idle.Watch(work);
    }

    /// <summary>Tells those who look after the server that something went wrong.</summary>
    public void Report(string what) => _connection.Report(what);

    /// <summary>Asks the client to send things from now on.</summary>
    public void Register(Registration[] registrations)
    {
        if (registrations.Length > 0)
        {
            _ = _connection.AskAsync(
                "client/registerCapability",
                new RegistrationParams(registrations),
                Json.Default.RegistrationParams
            );
        }
    }

    /// <summary>Asks the client to ask again for what it shows, with a method <c>workspace/…/refresh</c>.</summary>
    public Task RefreshAsync(string method) => _connection.AskAsync(method, null, Json.Default.NoResult);

    /// <summary>Takes what the user has set, and says what of it makes no sense.</summary>
    public void Take(JsonElement json)
    {
        var settings = EditorSettings.Read(json, _language);
        foreach (var name in settings.Doctrines.Where(name => Doctrines.Find(name) is null))
        {
            var place = new SourceText(EditorSettings.Section + ".doctrines", name);
            var unknown = FolderOptions.UnknownDoctrine(place, new TextSpan(0, name.Length), name);
            _connection.Notify(
                "window/showMessage",
                new MessageParams(
                    MessageParams.Warning,
                    $"{place.Path}: {DiagnosticCatalogue.Render(unknown, settings.Language ?? Dialect.English)}"
                ),
                Json.Default.MessageParams
            );
        }

        Workspace.Set(settings);
    }

    /// <summary>Asks the client for what the user has set; it comes into force when the answer is there.</summary>
    public void AskForSettings() => _ = TakeSettingsAsync();

    private async Task TakeSettingsAsync()
    {
        var answer = await _connection.AskAsync(
            "workspace/configuration",
            new ConfigurationParams([new ConfigurationItem(EditorSettings.Section)]),
            Json.Default.ConfigurationParams
        );
        using var json = JsonDocument.Parse(answer);
        if (json.RootElement is { ValueKind: JsonValueKind.Array } items && items.GetArrayLength() == 1)
        {
            Take(items[0]);
        }
    }
}
