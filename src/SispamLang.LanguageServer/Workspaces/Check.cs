using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Diagnostics;

namespace SispamLang.LanguageServer.Workspaces;

/// <summary>What was found out about one file as a drill of its own.</summary>
internal sealed class Check
{
    private static long _last;

    /// <summary>Puts together what was found out.</summary>
    /// <param name="compilation">All of it.</param>
    /// <param name="source">The file.</param>
    /// <param name="diagnostics">What there is to say, about whatever file.</param>
    /// <param name="dependencies">The files that were looked for, by their full paths, whether they were there or not.</param>
    public Check(
        Compilation compilation,
        SourceUnit source,
        ImmutableArray<Diagnostic> diagnostics,
        IReadOnlySet<string> dependencies
    )
    {
        var path = source.Tree.Text.Path;
        Compilation = compilation;
        Source = source;
        Dependencies = dependencies;
        Own = diagnostics.RemoveAll(diagnostic => diagnostic.Text.Path != path);
        Others = diagnostics.RemoveAll(diagnostic =>
            diagnostic.Text.Path == path || !DocumentUri.IsFile(diagnostic.Text.Path)
        );
    }

    /// <summary>No other check of this process has it; a later one has a greater.</summary>
    public long Number { get; } = Interlocked.Increment(ref _last);

    /// <summary>All of it.</summary>
    public Compilation Compilation { get; }

    /// <summary>The file: its last source, or the prelude or a doctrine if that is open.</summary>
    public SourceUnit Source { get; }

    /// <summary>What there is to say about the file.</summary>
    public ImmutableArray<Diagnostic> Own { get; }

    /// <summary>What there is to say about files that it uses, or about the settings of its folder.</summary>
    public ImmutableArray<Diagnostic> Others { get; }

    /// <summary>The files that were looked for, by their full paths, whether they were there or not.</summary>
    public IReadOnlySet<string> Dependencies { get; }
}
