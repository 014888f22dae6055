using SispamLang.Library;
using SispamLang.Syntax;
using SispamLang.Text;
using SispamLang.Workspaces;

namespace SispamLang.LanguageServer.Workspaces;

/// <summary>Checks one file with what a snapshot knows. No <c>use</c> leaves the folder that is open in the editor, or that of the
/// file if it lies in none.</summary>
internal sealed class Checker(Snapshot snapshot) : IDrillFiles, IUseResolver
{
    private readonly HashSet<string> _dependencies = new(StringComparer.Ordinal);
    private UsedFiles? _used;
    private string _root = "";

    /// <summary>Checks a file.</summary>
    public Check Check(string path, CancellationToken cancellationToken)
    {
        var document = snapshot.Documents.GetValueOrDefault(path);
        if (BuiltInFiles.Find(path) is { } tree && (document is null || document.Text.Content == tree.Text.Content))
        {
            return BuiltIn(tree, cancellationToken);
        }

        var reading = document is null ? snapshot.Disk.Read(path, path) : null;
        var text = document?.Text ?? reading?.Text ?? new SourceText(path, "");
        if (DocumentUri.IsFile(path))
        {
            _root = snapshot.FolderOf(path) ?? Path.GetDirectoryName(path) ?? path;
            _used = new UsedFiles(this, _root, text, path);
        }

        var uses = new RecordedUses(this);
        var options = OptionsFor(path);
        var compilation = Compilation.Create(text, uses, options, document?.Latest.Value?.Kept, cancellationToken);
        uses.Close();
        var check = new Check(
            path,
            compilation,
            () => Compilation.Create(text, uses, options, CancellationToken.None),
            reading?.Problem is { } problem ? [problem] : compilation.Diagnostics,
            _dependencies,
            snapshot.Recent
        );
        document?.Latest.Offer(check);
        return check;
    }

    // It is no drill of its own, but every drill has it, an empty one too.
    private Check BuiltIn(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var options = new CompilationOptions { Doctrines = [Path.GetFileNameWithoutExtension(tree.Text.Path)] };
        var empty = new SourceText("", "");
        return new Check(
            tree.Text.Path,
            Compilation.Create(empty, UseResult.None, options, cancellationToken),
            () => Compilation.Create(empty, UseResult.None, options, CancellationToken.None),
            [],
            _dependencies,
            snapshot.Recent
        );
    }

    /// <inheritdoc/>
    public UseResult Resolve(SourceText from, string path)
    {
        if (FolderOf(from) is not { } folder || UsedFiles.PathOf(folder, path) is not { } full)
        {
            return _used?.Resolve(from, path) ?? new UseResult(UseOutcome.NotFound, null);
        }

        _dependencies.Add(full);

        // What was never saved can't be behind a link.
        return
            snapshot.Documents.TryGetValue(full, out var document)
            && FullPath.IsWithin(full, _root)
            && FullPath.Real(full) is null
            ? new UseResult(UseOutcome.Found, document.Text)
            : _used?.Resolve(from, path) ?? new UseResult(UseOutcome.NotFound, null);
    }

    /// <inheritdoc/>
    public string? FolderOf(SourceText text) => DocumentUri.IsFile(text.Path) ? Path.GetDirectoryName(text.Path) : null;

    /// <inheritdoc/>
    public string NameOf(string fullPath)
    {
        _dependencies.Add(fullPath);
        return fullPath;
    }

    /// <inheritdoc/>
    public SourceText? Read(string realPath, string name)
    {
        _dependencies.Add(realPath);
        return snapshot.OpenAt(realPath)?.Text ?? snapshot.Disk.Read(realPath, name)?.Text;
    }

    private CompilationOptions OptionsFor(string path)
    {
        var options = CompilationOptions.Default;
        if (DocumentUri.IsFile(path))
        {
            // Each file that it looks for is named, whether it is there or not.
            options = new FolderSettings(_ => { }).For(path, NameOf);
        }

        return options with
        {
            Doctrines =
            [
                .. options.Doctrines,
                .. snapshot.Settings.Doctrines.Where(name => Doctrines.Find(name) is not null),
            ],
        };
    }
}
