using System.Collections.Immutable;
using SispamLang.Dialects;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.LanguageServer.Workspaces;
using SispamLang.Services.Completion;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.LanguageServer.Features;

/// <summary>What a request sees: everything as it was when its turn came.</summary>
internal sealed class Turn(Snapshot snapshot, Session session)
{
    /// <summary>The workspace.</summary>
    public Snapshot Workspace => snapshot;

    /// <summary>What the user has set.</summary>
    public EditorSettings Settings => snapshot.Settings;

    /// <summary>What the client can do.</summary>
    public ClientCapabilities Client => session.Client;

    /// <summary>How columns are counted.</summary>
    public PositionEncoding Encoding => session.Encoding;

    /// <summary>The open document, as text alone; null if it is not open.</summary>
    public Document? Open(TextDocumentIdentifier document) => snapshot.Find(document.Uri);

    /// <summary>The open document as a tree; null if it is not open. Waits for no check.</summary>
    public SyntaxTree? Parse(TextDocumentIdentifier document, CancellationToken cancellationToken) =>
        Open(document) is { } open ? SyntaxTree.Parse(open.Text, cancellationToken) : null;

    /// <summary>The document, checked; null if it is neither open nor a file of the workspace.</summary>
    public async ValueTask<CheckedDocument?> CheckAsync(
        TextDocumentIdentifier document,
        CancellationToken cancellationToken
    )
    {
        var path = DocumentUri.PathOf(document.Uri);
        if (!snapshot.Documents.ContainsKey(path) && !snapshot.IsOnDisk(path))
        {
            return null;
        }

        var check = await snapshot.CheckOf(path).GetAsync(cancellationToken);
        return new CheckedDocument(check, this);
    }

    /// <summary>All files of the workspace, each as a drill of its own.</summary>
    public async ValueTask<IReadOnlyList<CheckedDocument>> CheckAllAsync(CancellationToken cancellationToken)
    {
        var all = new List<CheckedDocument>();
        foreach (var path in snapshot.Files)
        {
            var check = await snapshot.CheckOf(path).GetAsync(cancellationToken);
            all.Add(new CheckedDocument(check, this));
        }

        return all;
    }

    /// <summary>The compilations of all files, and that of a document.</summary>
    public async ValueTask<ImmutableArray<Compilation>> CompilationsWithAsync(
        CheckedDocument document,
        CancellationToken cancellationToken
    )
    {
        var all = await CheckAllAsync(cancellationToken);
        return [.. all.Select(other => other.Compilation).Append(document.Compilation).Distinct()];
    }

    /// <summary>The latest compilation of an open document that is finished, perhaps of an earlier version; waits only if there is
    /// none yet.</summary>
    public async ValueTask<Compilation> LatestAsync(Document document, CancellationToken cancellationToken) =>
        (document.Latest.Value ?? await snapshot.CheckOf(document.Text.Path).GetAsync(cancellationToken)).Compilation;

    /// <summary>The language to speak of a file of this dialect.</summary>
    public Dialect LanguageFor(Dialect file) => Settings.Language ?? file;

    /// <summary>The URI of any text that a compilation shows; null for one that comes with the language and can't be shown
    /// as a file.</summary>
    public string? UriOf(SourceText text, bool comesWithLanguage) =>
        comesWithLanguage && BuiltInFiles.PathOf(text.Path) is null ? null : snapshot.UriOf(text.Path);

    /// <summary>What completion in an open document can't know from the drill.</summary>
    public CompletionOptions CompletionOptionsFor(Document document, Compilation known) =>
        new(Settings.Language ?? Dialect.English, LanguageFor(known.Dialect), snapshot.UsableBy(document.Text.Path));

    /// <summary>A span of any text that a compilation shows.</summary>
    public Location LocationOf(SourceText text, TextSpan span) =>
        new(snapshot.UriOf(text.Path), Encoding.RangeOf(text, span));

    /// <summary>A change of a text.</summary>
    public Protocol.Messages.TextEdit EditOf(SourceText text, Text.TextEdit edit) =>
        new(Encoding.RangeOf(text, edit.Span), edit.NewText);
}
