using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.LanguageServer.Workspaces;

namespace SispamLang.LanguageServer.Features;

/// <summary>The folders that are open in the editor.</summary>
internal sealed class WorkspaceFolders : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Notification<DidChangeWorkspaceFoldersParams>(
                "workspace/didChangeWorkspaceFolders",
                Json.Default.DidChangeWorkspaceFoldersParams,
                Change
            ),
        ];

    /// <inheritdoc/>
    public override void Announce(ServerCapabilities capabilities, Session session) =>
        capabilities.Workspace = new WorkspaceServerCapabilities(
            new WorkspaceFoldersServerCapabilities(Supported: true, ChangeNotifications: true)
        );

    private static void Change(DidChangeWorkspaceFoldersParams changed, Session session)
    {
        var removed = changed.Event.Removed.Select(PathOf);
        var added = changed.Event.Added.Select(PathOf);
        session.Workspace.SetFolders([.. session.Workspace.Current.Folders.Except(removed).Union(added)]);
    }

    private static string PathOf(WorkspaceFolder folder) => DocumentUri.PathOf(folder.Uri);
}
