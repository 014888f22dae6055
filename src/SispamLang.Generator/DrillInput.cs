using System.Collections.Immutable;

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
        ProjectOptions options
    )
    {
        var resolver = new UsedFiles(files, drill, options.Folder);
        var others = new SortedDictionary<string, ProjectFile>(StringComparer.Ordinal);
        var ahead = new Stack<ProjectFile>([drill]);
        while (ahead.Count > 0)
        {
            var from = ahead.Pop();
            foreach (var path in from.Uses)
            {
                if (
                    resolver.Find(from.Path, path, out _) is { } found
                    && found.Path != drill.Path
                    && !others.ContainsKey(found.Path)
                )
                {
                    others.Add(found.Path, found);
                    ahead.Push(found);
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
