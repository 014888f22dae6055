using System.Text.Json;

namespace SispamLang.LanguageServer.Protocol.Messages;

/// <summary><c>workspace/didChangeWatchedFiles</c>.</summary>
internal sealed record DidChangeWatchedFilesParams(FileEvent[] Changes);

/// <summary>A file that was created (1), changed (2) or deleted (3).</summary>
internal sealed record FileEvent(string Uri, int Type);

/// <summary><c>workspace/didChangeWorkspaceFolders</c>.</summary>
internal sealed record DidChangeWorkspaceFoldersParams(WorkspaceFoldersChangeEvent Event);

internal sealed record WorkspaceFoldersChangeEvent(WorkspaceFolder[] Added, WorkspaceFolder[] Removed);

/// <summary><c>workspace/didChangeConfiguration</c>.</summary>
internal sealed record DidChangeConfigurationParams(JsonElement Settings = default);

/// <summary><c>workspace/configuration</c>.</summary>
internal sealed record ConfigurationParams(ConfigurationItem[] Items);

internal sealed record ConfigurationItem(string Section);

/// <summary>The registration of <c>workspace/didChangeWatchedFiles</c>.</summary>
internal sealed record DidChangeWatchedFilesRegistrationOptions(FileWatcher[] Watchers);

/// <summary>What is watched.</summary>
/// <param name="GlobPattern">The files.</param>
/// <param name="Kind">The sum of 1 (created), 2 (changed), 4 (deleted); all if left out.</param>
internal sealed record FileWatcher(string GlobPattern, int? Kind = null);
