using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.LanguageServer.Workspaces;
using SispamLang.Text;

namespace SispamLang.LanguageServer.Features;

/// <summary>Open documents are what the editor shows, not what is on disk.</summary>
internal sealed class DocumentSynchronization : Feature
{
    private const int Incremental = 2;

    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Notification<DidOpenTextDocumentParams>(
                "textDocument/didOpen",
                Json.Default.DidOpenTextDocumentParams,
                Open
            ),
            new Notification<DidChangeTextDocumentParams>(
                "textDocument/didChange",
                Json.Default.DidChangeTextDocumentParams,
                Change
            ),
            new Notification<DidCloseTextDocumentParams>(
                "textDocument/didClose",
                Json.Default.DidCloseTextDocumentParams,
                (closed, session) => session.Workspace.Close(DocumentUri.PathOf(closed.TextDocument.Uri))
            ),
            new Notification<DidSaveTextDocumentParams>(
                "textDocument/didSave",
                Json.Default.DidSaveTextDocumentParams,
                // The text is known; but the file may be a new one, and not every client tells what happens on disk.
                (_, session) => session.Workspace.Refresh(new Changes([]))
            ),
        ];

    /// <inheritdoc/>
    public override void Announce(ServerCapabilities capabilities, Session session)
    {
        capabilities.PositionEncoding = session.Encoding.Name;
        capabilities.TextDocumentSync = new TextDocumentSyncOptions(OpenClose: true, Incremental, Save: true);
    }

    private static void Open(DidOpenTextDocumentParams opened, Session session)
    {
        var (uri, version, text) = opened.TextDocument;
        session.Workspace.Set(new Document(uri, version, new SourceText(DocumentUri.PathOf(uri), text)));
    }

    private static void Change(DidChangeTextDocumentParams changed, Session session)
    {
        var (uri, version) = changed.TextDocument;
        if (session.Workspace.Current.Find(uri) is { } document)
        {
            session.Workspace.Set(document.Change(version, changed.ContentChanges, session.Encoding));
        }
        else
        {
            session.Report($"textDocument/didChange: {uri} is not open.");
        }
    }
}
