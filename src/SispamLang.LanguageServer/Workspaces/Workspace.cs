using System.Collections.Immutable;

namespace SispamLang.LanguageServer.Workspaces;

/// <summary>What is open in the editor now. Changes come one after the other and each gives a new <see cref="Snapshot"/>.</summary>
internal sealed class Workspace
{
    private readonly Lock _gate = new();
    private Snapshot _current = Snapshot.Empty;

    /// <summary>The latest snapshot.</summary>
    public Snapshot Current => Volatile.Read(ref _current);

    /// <summary>Is told of each change: the document that was edited, or null if it was something else.</summary>
    public event Action<string?>? Changed;

    /// <summary>Opens or edits a document.</summary>
    public void Set(Document document) => Change(snapshot => snapshot.With(document), document.Text.Path);

    /// <summary>Closes a document.</summary>
    public void Close(string path) => Change(snapshot => snapshot.Without(path), null);

    /// <summary>Files have changed outside the editor.</summary>
    public void Refresh(Changes changes) => Change(snapshot => snapshot.With(changes), null);

    /// <summary>Sets which folders are open.</summary>
    public void SetFolders(ImmutableArray<string> folders) => Change(snapshot => snapshot.With(folders), null);

    /// <summary>Sets what the user wants.</summary>
    public void Set(EditorSettings settings) => Change(snapshot => snapshot.With(settings), null);

    // Settings come when the client answers, so not only from the loop that reads messages.
    private void Change(Func<Snapshot, Snapshot> next, string? edited)
    {
        lock (_gate)
        {
            Volatile.Write(ref _current, next(_current));
        }

        Changed?.Invoke(edited);
    }
}
