using System.Collections.Concurrent;
using System.Collections.Immutable;
using SispamLang.Workspaces;

namespace SispamLang.LanguageServer.Workspaces;

/// <summary>
/// The workspace at one moment. It does not change; what it says about a file is worked out when somebody asks, once, and goes
/// over into the next snapshot as long as nothing that it depends on has changed.
/// </summary>
internal sealed class Snapshot
{
    private readonly ConcurrentDictionary<string, Shared<Check>> _checks = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, Document>> _openAt;
    private FoldersOnDisk _onDisk = FoldersOnDisk.None;

    private Snapshot() => _openAt = new Lazy<Dictionary<string, Document>>(FindRealPaths);

    /// <summary>Nothing is open.</summary>
    public static Snapshot Empty { get; } = new();

    /// <summary>The open documents, by what they are called here.</summary>
    public ImmutableDictionary<string, Document> Documents { get; private init; } =
        ImmutableDictionary<string, Document>.Empty;

    /// <summary>The folders that are open in the editor, by their full paths.</summary>
    public ImmutableArray<string> Folders => _onDisk.Folders;

    /// <summary>What the user has set.</summary>
    public EditorSettings Settings { get; private init; } = EditorSettings.Default;

    /// <summary>The drills on disk.</summary>
    public DiskFiles Disk { get; private init; } = new();

    /// <summary>The compilations that were asked for last.</summary>
    public RecentCompilations Recent { get; private init; } = new();

    /// <summary>All drills, in ordinal order: those that are open and those below the folders.</summary>
    public IEnumerable<string> Files => _onDisk.Files.Union(Documents.Keys).Order(StringComparer.Ordinal);

    /// <summary>It is a drill on disk, in one of the folders also when links are followed.</summary>
    public bool IsOnDisk(string path) =>
        path.EndsWith(DrillFile.Extension, StringComparison.Ordinal)
        && FolderOf(path) is { } folder
        && FullPath.Real(path) is { } real
        && FullPath.Real(folder) is { } realFolder
        && FullPath.IsWithin(real, realFolder);

    /// <summary>The open document of a URI, or null.</summary>
    public Document? Find(string uri) => Documents.GetValueOrDefault(DocumentUri.PathOf(uri));

    /// <summary>The open document that is a file, links followed, or null.</summary>
    public Document? OpenAt(string realPath) => _openAt.Value.GetValueOrDefault(realPath);

    /// <summary>The innermost of the folders that a file lies in, or null.</summary>
    public string? FolderOf(string path) =>
        Folders.Where(folder => FullPath.IsWithin(path, folder)).MaxBy(folder => folder.Length);

    /// <summary>The drills that a file could use: their paths as it would write them.</summary>
    public IEnumerable<string> UsableBy(string path) =>
        FolderOf(path) is not { } folder || Path.GetDirectoryName(path) is not { } from
            ? []
            : Files
                .Where(file => file != path && FullPath.IsWithin(file, folder))
                .Select(file => Path.GetRelativePath(from, file).Replace('\\', '/'));

    /// <summary>The URI of a text's file: what the client calls it, if it is open; a file in the user's cache for one that comes
    /// with the language.</summary>
    public string UriOf(string path)
    {
        var file = BuiltInFiles.PathOf(path) ?? path;
        return Documents.GetValueOrDefault(file)?.Uri ?? DocumentUri.Of(file);
    }

    /// <summary>What there is to know about a file.</summary>
    public Shared<Check> CheckOf(string path) =>
        _checks.GetOrAdd(
            path,
            static (path, self) => new Shared<Check>(token => Task.FromResult(new Checker(self).Check(path, token))),
            this
        );

    /// <summary>With a document as it is now.</summary>
    public Snapshot With(Document document)
    {
        var path = document.Text.Path;
        var next = new Snapshot
        {
            Documents = Documents.SetItem(path, document),
            Settings = Settings,
            Disk = Disk,
            Recent = Recent,
            _onDisk = _onDisk,
        };
        return Carry(next, new Changes([path]));
    }

    /// <summary>Without a document: its file counts again.</summary>
    public Snapshot Without(string path)
    {
        var next = new Snapshot
        {
            Documents = Documents.Remove(path),
            Settings = Settings,
            Disk = Disk,
            Recent = Recent,
            _onDisk = _onDisk,
        };
        return Carry(next, new Changes([path]));
    }

    /// <summary>With files that are not what they were.</summary>
    public Snapshot With(Changes changes) =>
        Carry(
            new Snapshot
            {
                Documents = Documents,
                Settings = Settings,
                Disk = Disk,
                Recent = Recent,
            },
            changes
        );

    /// <summary>With other folders.</summary>
    public Snapshot With(ImmutableArray<string> folders) =>
        new()
        {
            Documents = Documents,
            Settings = Settings,
            Disk = Disk,
            Recent = Recent,
            _onDisk = new FoldersOnDisk(folders),
        };

    /// <summary>With other settings.</summary>
    public Snapshot With(EditorSettings settings) =>
        new()
        {
            Documents = Documents,
            Settings = settings,
            Disk = Disk,
            Recent = Recent,
            _onDisk = _onDisk,
        };

    private Snapshot Carry(Snapshot next, Changes changes)
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
                    (await check.GetAsync(token)) is var done && changes.Touch(done)
                        ? new Checker(next).Check(path, token)
                        : done
                );
            }
        }

        return next;
    }

    private Dictionary<string, Document> FindRealPaths()
    {
        var found = new Dictionary<string, Document>(StringComparer.Ordinal);
        foreach (var (path, document) in Documents)
        {
            if (DocumentUri.IsFile(path) && FullPath.Real(path) is { } real)
            {
                found[real] = document;
            }
        }

        return found;
    }

    /// <summary>The folders that are open, and the drills that are below them once somebody looks.</summary>
    private sealed class FoldersOnDisk(ImmutableArray<string> folders)
    {
        private readonly Lazy<ImmutableHashSet<string>> _files = new(() =>
            folders
                .Where(Directory.Exists)
                .SelectMany(folder => DrillFile.Below(folder, passOverUnreadable: true))
                .ToImmutableHashSet(StringComparer.Ordinal)
        );

        public static FoldersOnDisk None { get; } = new([]);

        public ImmutableArray<string> Folders { get; } = folders;

        public ImmutableHashSet<string> Files => _files.Value;
    }
}
