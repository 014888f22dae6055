using System.Collections.Immutable;
using SispamLang.Text;

namespace SispamLang.Generator;

/// <summary>Finds what one drill uses among the files of the project. The root that no <c>use</c> may leave is the
/// project's folder if the drill lies below it, else the drill's folder.</summary>
internal sealed class UsedFiles(ImmutableDictionary<string, ProjectFile> files, ProjectFile drill, string projectFolder)
    : IUseResolver
{
    private readonly Dictionary<string, SourceText> _texts = new(StringComparer.Ordinal);
    private readonly string _root =
        projectFolder.Length > 0 && drill.Path.StartsWith(projectFolder, StringComparison.Ordinal)
            ? projectFolder
            : drill.Folder;

    /// <summary>Finds the file that another uses by a path; null if it is not there or not allowed.</summary>
    public ProjectFile? Find(string from, string path, out UseOutcome outcome)
    {
        outcome = UseOutcome.OutsideRoot;
        if (path.StartsWith("/", StringComparison.Ordinal) || path.IndexOfAny(['\\', ':']) >= 0)
        {
            return null;
        }

        var full = ProjectFile.FullPath(from.Substring(0, from.LastIndexOf('/') + 1) + path);
        if (full is null || !full.StartsWith(_root, StringComparison.Ordinal))
        {
            return null;
        }

        var file = full == drill.Path ? drill : files.GetValueOrDefault(full);
        outcome = file is null ? UseOutcome.NotFound : UseOutcome.Found;
        return file;
    }

    /// <inheritdoc/>
    public UseResult Resolve(SourceText from, string path)
    {
        if (Find(from.Path, path, out var outcome) is not { } file)
        {
            return new UseResult(outcome, null);
        }

        if (!_texts.TryGetValue(file.Path, out var text))
        {
            _texts.Add(file.Path, text = file.ToSourceText());
        }

        return new UseResult(outcome, text);
    }
}
