using System.Collections.Immutable;
using SispamLang.Dialects;
using SispamLang.Syntax;

namespace SispamLang.Generator;

/// <summary>Everything that a drill's runner is made of. Two are equal if the same comes out, so that a change elsewhere
/// makes nothing anew.</summary>
internal sealed class DrillInput : IEquatable<DrillInput>
{
    private DrillInput(ProjectFile drill, ImmutableArray<ProjectFile> others, ProjectOptions options)
    {
        Drill = drill;
        Others = others;
        Options = options;
    }

    /// <summary>The drill.</summary>
    public ProjectFile Drill { get; }

    /// <summary>What it uses, and the settings of its folders; in the order of their paths.</summary>
    public ImmutableArray<ProjectFile> Others { get; }

    /// <summary>What the project says.</summary>
    public ProjectOptions Options { get; }

    /// <summary>Picks what matters to one drill of all the files there are.</summary>
    public static DrillInput Of(
        ProjectFile drill,
        ImmutableDictionary<string, ProjectFile> files,
        ProjectOptions options,
        CancellationToken cancellationToken
    )
    {
        var resolver = new UsedFiles(files, drill, options.Folder);
        var others = new SortedDictionary<string, ProjectFile>(StringComparer.Ordinal);
        var ahead = new Stack<ProjectFile>([drill]);
        while (ahead.Count > 0)
        {
            var tree = SyntaxTree.Parse(ahead.Pop().ToSourceText(), cancellationToken);
            var uses = tree.Root.Declarations.Where(d => d.Kind == Concept.Use);
            foreach (var path in uses.Select(use => use.First<StringSyntax>()).OfType<StringSyntax>())
            {
                var found = path.IsMissing ? null : resolver.Resolve(tree.Text, path.Value).Text;
                if (found is not null && found.Path != drill.Path && !others.ContainsKey(found.Path))
                {
                    others.Add(found.Path, files[found.Path]);
                    ahead.Push(files[found.Path]);
                }
            }
        }

        foreach (var settings in files.Values.Where(file => file.IsSettings))
        {
            if (drill.Path.StartsWith(settings.Folder, StringComparison.Ordinal))
            {
                others.Add(settings.Path, settings);
            }
        }

        return new DrillInput(drill, [.. others.Values], options);
    }

    /// <inheritdoc/>
    public bool Equals(DrillInput? other) =>
        other is not null
        && Drill == other.Drill
        && Options == other.Options
        && Others.AsSpan().SequenceEqual(other.Others.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DrillInput);

    /// <inheritdoc/>
    public override int GetHashCode() => Drill.GetHashCode();
}
