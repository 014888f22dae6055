using System.Text.Json;
using SispamLang.Dialects;
using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.LanguageServer.Workspaces;

namespace SispamLang.LanguageServer;

/// <summary>One client, from <c>initialize</c> to <c>shutdown</c>.</summary>
internal sealed class Session
{
    private readonly Connection _connection;
    private readonly Dialect? _language;

    /// <summary>Begins with what the client said in <c>initialize</c>.</summary>
    public Session(Connection connection, InitializeParams initialize, Dialect? language)
    {
        _connection = connection;
        _language = language;
        Client = initialize.Capabilities ?? new ClientCapabilities();
        Encoding = PositionEncoding.Choose(Client.General?.PositionEncodings);
        Workspace.Set(ReadSettings(initialize.InitializationOptions));
        var folders = initialize.WorkspaceFolders?.Select(folder => folder.Uri) ?? [];
        if (initialize is { WorkspaceFolders: null, RootUri: { } root })
        {
            folders = [root];
        }

        Workspace.SetFolders([.. folders.Select(DocumentUri.PathOf)]);
        Progress = new Progress(this, connection);
        Publisher = new DiagnosticsPublisher(this);
    }

    /// <summary>What the client can do.</summary>
    public ClientCapabilities Client { get; }

    /// <summary>How columns are counted.</summary>
    public PositionEncoding Encoding { get; }

    /// <summary>What is open.</summary>
    public Workspace Workspace { get; } = new();

    /// <summary>Shows the user that something takes its time.</summary>
    public Progress Progress { get; }

    /// <summary>Tells the client what is wrong with its documents.</summary>
    public DiagnosticsPublisher Publisher { get; }

    /// <summary>Tells the client something.</summary>
    public void Publish(PublishDiagnosticsParams diagnostics) =>
        _connection.Notify("textDocument/publishDiagnostics", diagnostics, Json.Default.PublishDiagnosticsParams);

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
    public void Refresh(string method) => _ = _connection.AskAsync(method, null, Json.Default.NoResult);

    /// <summary>Reads what the user has set.</summary>
    public EditorSettings ReadSettings(JsonElement json) => EditorSettings.Read(json, _language);

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
            Workspace.Set(ReadSettings(items[0]));
        }
    }
}
