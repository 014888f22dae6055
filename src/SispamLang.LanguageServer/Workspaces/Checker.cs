using System.Collections.Immutable;
using SispamLang.Text;

namespace SispamLang.LanguageServer.Workspaces;

/// <summary>Checks one file with what a snapshot knows.</summary>
internal sealed class Checker(Snapshot snapshot) : IUseResolver
{
    private readonly HashSet<string> _dependencies = new(StringComparer.Ordinal);

    /// <summary>Checks a file.</summary>
    public Check Check(string path, CancellationToken cancellationToken)
    {
        var document = snapshot.Documents.GetValueOrDefault(path);
        var text = document?.Text ?? new SourceText(path, "");
        var options = new CompilationOptions { Doctrines = snapshot.Settings.Doctrines };
        var compilation = Compilation.Create(text, this, options, cancellationToken);
        var check = new Check(
            compilation,
            [.. compilation.Diagnostics.Where(diagnostic => diagnostic.Text == text)],
            _dependencies
        );
        document?.Latest.Offer(check);
        return check;
    }

    /// <inheritdoc/>
    public UseResult Resolve(SourceText from, string path)
    {
        var full = Path.GetFullPath(path, Path.GetDirectoryName(from.Path) ?? "/");
        _dependencies.Add(full);
        return snapshot.Documents.TryGetValue(full, out var document)
            ? new UseResult(UseOutcome.Found, document.Text)
            : new UseResult(UseOutcome.NotFound, null);
    }
}
