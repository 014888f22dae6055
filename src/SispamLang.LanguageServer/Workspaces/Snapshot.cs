using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace SispamLang.LanguageServer.Workspaces;

/// <summary>
/// The workspace at one moment. It does not change; what it says about a file is worked out when somebody asks, once, and goes
/// over into the next snapshot as long as nothing that it depends on has changed.
/// </summary>
internal sealed class Snapshot
{
    private readonly ConcurrentDictionary<string, Shared<Check>> _checks = new(StringComparer.Ordinal);

    /// <summary>Nothing is open.</summary>
    public static Snapshot Empty { get; } = new();

    /// <summary>The open documents, by what they are called here.</summary>
    public ImmutableDictionary<string, Document> Documents { get; private init; } =
        ImmutableDictionary<string, Document>.Empty;

    /// <summary>The folders that are open in the editor, by their full paths.</summary>
    public ImmutableArray<string> Folders { get; private init; } = [];

    /// <summary>What the user has set.</summary>
    public EditorSettings Settings { get; private init; } = EditorSettings.Default;

    /// <summary>The open document of a URI, or null.</summary>
    public Document? Find(string uri) => Documents.GetValueOrDefault(DocumentUri.PathOf(uri));

    /// <summary>All files: those that are open and those in the folders.</summary>
    public IReadOnlyCollection<string> Files => [.. Documents.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The URI of a file: what the client calls it, if it is open.</summary>
    public string UriOf(string path) => Documents.GetValueOrDefault(path)?.Uri ?? DocumentUri.Of(path);

    /// <summary>What there is to know about a file.</summary>
    public Shared<Check> CheckOf(string path) =>
        _checks.GetOrAdd(
            path,
            static (path, self) => new Shared<Check>(token => Task.FromResult(new Checker(self).Check(path, token))),
            this
        );

    /// <summary>With a document as it is now.</summary>
    public Snapshot With(Document document) =>
        Next(
            new Snapshot
            {
                Documents = Documents.SetItem(document.Text.Path, document),
                Folders = Folders,
                Settings = Settings,
            },
            new Changes([document.Text.Path])
        );

    /// <summary>Without a document: its file counts again.</summary>
    public Snapshot Without(string path) =>
        Next(
            new Snapshot
            {
                Documents = Documents.Remove(path),
                Folders = Folders,
                Settings = Settings,
            },
            new Changes([path])
        );

    /// <summary>With files that are not what they were.</summary>
    public Snapshot With(Changes changes) =>
        Next(
            new Snapshot
            {
                Documents = Documents,
                Folders = Folders,
                Settings = Settings,
            },
            changes
        );

    /// <summary>With other folders.</summary>
    public Snapshot With(ImmutableArray<string> folders) =>
        new()
        {
            Documents = Documents,
            Folders = folders,
            Settings = Settings,
        };

    /// <summary>With other settings.</summary>
    public Snapshot With(EditorSettings settings) =>
        new()
        {
            Documents = Documents,
            Folders = Folders,
            Settings = settings,
        };

    private Snapshot Next(Snapshot next, Changes changes)
    {
        foreach (var (path, check) in _checks)
        {
            if (changes.Touch(path))
            {
                continue;
            }

            if (check.Finished is { } finished)
            {
                if (!changes.Touch(finished))
                {
                    next._checks[path] = check;
                }
            }
            else if (check.IsUnderWay)
            {
                // What it depends on is not known yet.
                next._checks[path] = new Shared<Check>(async token =>
                    await check.GetAsync(token) is var done && changes.Touch(done)
                        ? new Checker(next).Check(path, token)
                        : done
                );
            }
        }

        return next;
    }
}
