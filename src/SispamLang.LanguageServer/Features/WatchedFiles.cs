using System.Text.Json;
using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.LanguageServer.Workspaces;

namespace SispamLang.LanguageServer.Features;

/// <summary>Files that change on disk.</summary>
internal sealed class WatchedFiles : Feature
{
    private const string Method = "workspace/didChangeWatchedFiles";
    private const int Deleted = 4;

    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Notification<DidChangeWatchedFilesParams>(
                Method,
                Json.Default.DidChangeWatchedFilesParams,
                (changed, session) =>
                    session.Workspace.Refresh(
                        new Changes(changed.Changes.Select(change => DocumentUri.PathOf(change.Uri)))
                    )
            ),
        ];

    /// <inheritdoc/>
    public override IEnumerable<Registration> Register(ClientCapabilities client)
    {
        if (client.Workspace?.DidChangeWatchedFiles?.DynamicRegistration == true)
        {
            // Of a folder that is deleted one may hear nothing but its own name.
            var options = new DidChangeWatchedFilesRegistrationOptions([
                new FileWatcher("**/*.sispam"),
                new FileWatcher("**/.editorconfig"),
                new FileWatcher("**/*", Deleted),
            ]);
            yield return new Registration(
                "watched-files",
                Method,
                JsonSerializer.SerializeToElement(options, Json.Default.DidChangeWatchedFilesRegistrationOptions)
            );
        }
    }
}
