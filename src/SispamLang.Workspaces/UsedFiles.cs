using SispamLang.Text;

namespace SispamLang.Workspaces;

/// <summary>Where the texts of used files come from, and what they are called.</summary>
public interface IDrillFiles
{
    /// <summary>The folder from which the paths in a text count; null if there is none.</summary>
    string? FolderOf(SourceText text);

    /// <summary>What the file with a full path is called: the path of its text.</summary>
    string NameOf(string fullPath);

    /// <summary>The text of a file; null if it can't be had.</summary>
    /// <param name="realPath">Its full path, links followed.</param>
    /// <param name="name">What to call it.</param>
    SourceText? Read(string realPath, string name);
}

/// <summary>Finds what one drill uses, below a root, which no <c>use</c> may leave.</summary>
public sealed class UsedFiles : IUseResolver
{
    private readonly IDrillFiles _files;
    private readonly string? _root;
    private readonly Dictionary<string, SourceText> _byRealPath = new(StringComparer.Ordinal);

    /// <summary>Finds what a drill uses.</summary>
    /// <param name="files">Where it is.</param>
    /// <param name="root">The full path of the root.</param>
    /// <param name="main">The drill's own text.</param>
    /// <param name="mainPath">The drill's full path; null if it is no file.</param>
    public UsedFiles(IDrillFiles files, string root, SourceText main, string? mainPath)
    {
        _files = files;

        // Where a link to the drill itself leads does not matter: the drill is where the user sees it.
        _root = FullPath.Real(root);
        if (mainPath is not null && FullPath.Real(mainPath) is { } real)
        {
            _byRealPath[real] = main;
        }
    }

    /// <summary>The full path that a <c>use</c> means; null if it means none.</summary>
    /// <param name="folder">The folder from which it counts.</param>
    /// <param name="path">The path as written.</param>
    public static string? PathOf(string folder, string path) =>
        IsAbsolute(path) || path.Contains('\\') ? null : FullPath.Of(folder, path);

    /// <inheritdoc/>
    public UseResult Resolve(SourceText from, string path) =>
        IsAbsolute(path) ? new UseResult(UseOutcome.OutsideRoot, null)
        : _files.FolderOf(from) is { } folder && PathOf(folder, path) is { } full ? Read(full, _files.NameOf(full))
        : new UseResult(UseOutcome.NotFound, null);

    /// <summary>Reads again what an earlier run used, under the same rules; null if it can't be had any more.</summary>
    /// <param name="fullPath">Its full path.</param>
    /// <param name="name">What it was called.</param>
    public string? ReadAgain(string fullPath, string name) => Read(fullPath, name).Text?.Content;

    // A name on one system is a way out on another, so both kinds of absolute paths are refused everywhere.
    private static bool IsAbsolute(string path) =>
        Path.IsPathRooted(path) || path.StartsWith('\\') || path.Contains(':');

    private UseResult Read(string full, string name)
    {
        if (FullPath.Real(full) is not { } real)
        {
            return new UseResult(WhyMissing(full), null);
        }

        if (!IsBelowRoot(real))
        {
            return new UseResult(UseOutcome.OutsideRoot, null);
        }

        if (!_byRealPath.TryGetValue(real, out var text))
        {
            text = Directory.Exists(real) ? null : _files.Read(real, name);
            if (text is null)
            {
                return new UseResult(UseOutcome.NotFound, null);
            }

            _byRealPath[real] = text;
        }

        return new UseResult(UseOutcome.Found, text);
    }

    // What is not there may still say something about what is outside, so its nearest folder that is there decides.
    private UseOutcome WhyMissing(string full)
    {
        for (var path = full; path is not null; path = Path.GetDirectoryName(path))
        {
            if (FullPath.Real(path) is { } real)
            {
                return IsBelowRoot(real) ? UseOutcome.NotFound : UseOutcome.OutsideRoot;
            }

            if (FullPath.IsLink(path))
            {
                return UseOutcome.OutsideRoot;
            }
        }

        return UseOutcome.OutsideRoot;
    }

    private bool IsBelowRoot(string real) => _root is not null && FullPath.IsWithin(real, _root);
}
