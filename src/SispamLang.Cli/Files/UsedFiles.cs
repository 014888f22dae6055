using SispamLang.Text;

namespace SispamLang.Cli.Files;

/// <summary>
/// Finds what one drill uses. The root, which no <c>use</c> may leave, is the current directory if the drill lies below
/// it, else the drill's folder.
/// </summary>
internal sealed class UsedFiles : IUseResolver
{
    private readonly Workspace _workspace;
    private readonly string _directory;
    private readonly bool _rooted;
    private readonly string? _root;
    private readonly Dictionary<string, SourceText> _byRealPath = new(StringComparer.Ordinal);

    internal UsedFiles(Workspace workspace, string directory, SourceText main)
    {
        _workspace = workspace;
        _directory = directory;
        _rooted = Path.IsPathRooted(main.Path);
        if (main.Path == Workspace.StandardInput)
        {
            _root = FullPath.Real(directory);
            return;
        }

        // Where a link to the drill itself leads does not matter: the drill is where the user sees it.
        var full = FullPath.Of(directory, main.Path)!;
        _root = FullPath.Real(FullPath.IsWithin(full, directory) ? directory : Path.GetDirectoryName(full)!);
        if (FullPath.Real(full) is { } real)
        {
            _byRealPath[real] = main;
        }
    }

    /// <inheritdoc/>
    public UseResult Resolve(SourceText from, string path)
    {
        // A name on one system is a way out on another, so both kinds of absolute paths are refused everywhere.
        if (Path.IsPathRooted(path) || path.StartsWith('\\') || path.Contains(':'))
        {
            return new UseResult(UseOutcome.OutsideRoot, null);
        }

        var folder =
            from.Path == Workspace.StandardInput
                ? _directory
                : Path.GetDirectoryName(FullPath.Of(_directory, from.Path)!)!;
        if (path.Contains('\\') || FullPath.Of(folder, path) is not { } full)
        {
            return new UseResult(UseOutcome.NotFound, null);
        }

        return Read(full, _workspace.DisplayPath(full, _rooted));
    }

    /// <summary>Reads again what an earlier run used, under the same rules; null if it can't be had any more.</summary>
    public string? ReadAgain(string display) =>
        FullPath.Of(_directory, display) is { } full ? Read(full, display).Text?.Content : null;

    private UseResult Read(string full, string display)
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
            text = Directory.Exists(real) ? null : _workspace.ReadUsed(real, display);
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
