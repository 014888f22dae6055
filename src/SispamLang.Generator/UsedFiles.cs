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

    /// <inheritdoc/>
    public UseResult Resolve(SourceText from, string path)
    {
        if (path.StartsWith("/", StringComparison.Ordinal) || path.IndexOfAny(['\\', ':']) >= 0)
        {
            return new UseResult(UseOutcome.OutsideRoot, null);
        }

        var full = ProjectFile.FullPath(from.Path.Substring(0, from.Path.LastIndexOf('/') + 1) + path);
        if (full is null || !full.StartsWith(_root, StringComparison.Ordinal))
        {
            return new UseResult(UseOutcome.OutsideRoot, null);
        }

        if (!_texts.TryGetValue(full, out var text))
        {
            var file = full == drill.Path ? drill : files.GetValueOrDefault(full);
            if (file is null)
            {
                return new UseResult(UseOutcome.NotFound, null);
            }

            _texts.Add(full, text = file.ToSourceText());
        }

        return new UseResult(UseOutcome.Found, text);
    }
}
