using System.Text.Json;

namespace SispamLang.LanguageServer.Protocol.Messages;

/// <summary><c>initialize</c>.</summary>
internal sealed record InitializeParams(
    int? ProcessId = null,
    string? RootUri = null,
    JsonElement InitializationOptions = default,
    ClientCapabilities? Capabilities = null,
    WorkspaceFolder[]? WorkspaceFolders = null
);

/// <summary>A folder that is open in the editor.</summary>
internal sealed record WorkspaceFolder(string Uri);

/// <summary>What the server is.</summary>
internal sealed record InitializeResult(ServerCapabilities Capabilities, ServerInfo ServerInfo);

/// <summary>The server's name and version.</summary>
internal sealed record ServerInfo(string Name, string Version);

/// <summary>What is logged beside; nothing, so far.</summary>
internal sealed record SetTraceParams(string Value);

/// <summary><c>$/cancelRequest</c>: the id is a number or a string.</summary>
internal sealed record CancelParams(JsonElement Id);

/// <summary><c>client/registerCapability</c>.</summary>
internal sealed record RegistrationParams(Registration[] Registrations);

/// <summary>What the client is asked to send from now on.</summary>
internal sealed record Registration(string Id, string Method, JsonElement? RegisterOptions = null);
