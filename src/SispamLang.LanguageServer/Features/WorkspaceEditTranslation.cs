using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.Text;

namespace SispamLang.LanguageServer.Features;

/// <summary>From changes of texts to those of the protocol, in the form that the client knows.</summary>
internal sealed class WorkspaceEditTranslation(Turn turn)
{
    /// <summary>The client can make new files.</summary>
    public bool CanCreateFiles =>
        HasVersions && turn.Client.Workspace?.WorkspaceEdit?.ResourceOperations?.Contains("create") == true;

    private bool HasVersions => turn.Client.Workspace?.WorkspaceEdit?.DocumentChanges == true;

    /// <summary>Changes of texts, and new ones.</summary>
    public WorkspaceEdit Of(
        IEnumerable<(SourceText Text, IEnumerable<Text.TextEdit> Edits)> changes,
        IEnumerable<SourceText> newFiles
    )
    {
        var edits = changes.Select(change => (change.Text, Edits: EditsOf(change.Text, change.Edits))).ToList();
        return HasVersions
            ? new WorkspaceEdit([.. newFiles.SelectMany(NewFile), .. edits.Select(Versioned)])
            : new WorkspaceEdit(Changes: edits.ToDictionary(change => UriOf(change.Text), change => change.Edits));
    }

    private Protocol.Messages.TextEdit[] EditsOf(SourceText text, IEnumerable<Text.TextEdit> edits) =>
        [.. edits.Select(edit => turn.EditOf(text, edit))];

    private string UriOf(SourceText text) => turn.Workspace.UriOf(text.Path);

    private DocumentChange Versioned((SourceText Text, Protocol.Messages.TextEdit[] Edits) change)
    {
        var uri = UriOf(change.Text);
        var version = turn.Open(new TextDocumentIdentifier(uri))?.Version;
        return new DocumentChange(new VersionedOrNotTextDocumentIdentifier(uri, version), change.Edits);
    }

    private IEnumerable<DocumentChange> NewFile(SourceText file)
    {
        yield return DocumentChange.Create(UriOf(file));
        yield return new DocumentChange(
            new VersionedOrNotTextDocumentIdentifier(UriOf(file), null),
            [new Protocol.Messages.TextEdit(default, file.Content)]
        );
    }
}
