using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Diagnostics;
using SispamLang.Dialects;

namespace SispamLang.LanguageServer.Workspaces;

/// <summary>What was found out about one file as a drill of its own.</summary>
internal sealed class Check
{
    private static long _last;

    private readonly string _path;
    private readonly Func<Compilation> _again;
    private readonly RecentCompilations _recent;
    private readonly WeakReference<Compilation> _compilation;

    /// <summary>Puts together what was found out.</summary>
    /// <param name="path">What the file is called in the compilation.</param>
    /// <param name="compilation">All of it.</param>
    /// <param name="again">Makes the same compilation again.</param>
    /// <param name="diagnostics">What there is to say, about whatever file.</param>
    /// <param name="dependencies">The files that were looked for, by their full paths, whether they were there or not.</param>
    /// <param name="recent">Holds on to compilations for a while.</param>
    public Check(
        string path,
        Compilation compilation,
        Func<Compilation> again,
        ImmutableArray<Diagnostic> diagnostics,
        IReadOnlySet<string> dependencies,
        RecentCompilations recent
    )
    {
        _path = path;
        _again = again;
        _recent = recent;
        _compilation = new WeakReference<Compilation>(compilation);
        _recent.Hold(_path, compilation);
        Dependencies = dependencies;
        Dialect = SourceIn(compilation).Dialect;
        Own = diagnostics.RemoveAll(diagnostic => diagnostic.Text.Path != path);
        Others = diagnostics.RemoveAll(diagnostic =>
            diagnostic.Text.Path == path || !DocumentUri.IsFile(diagnostic.Text.Path)
        );
    }

    /// <summary>No other check of this process has it; a later one has a greater.</summary>
    public long Number { get; } = Interlocked.Increment(ref _last);

    /// <summary>The dialect of the file.</summary>
    public Dialect Dialect { get; }

    /// <summary>All of it. Who asks twice may get two that are alike, but share no symbols.</summary>
    public Compilation Compilation
    {
        get
        {
            if (!_compilation.TryGetTarget(out var compilation))
            {
                compilation = _again();
                _compilation.SetTarget(compilation);
            }

            _recent.Hold(_path, compilation);
            return compilation;
        }
    }

    /// <summary>All of it, unless it would have to be made again.</summary>
    public Compilation? Kept => _compilation.TryGetTarget(out var compilation) ? compilation : null;

    /// <summary>The file in a compilation: its last source, or the prelude or a doctrine if that is open.</summary>
    public SourceUnit SourceIn(Compilation compilation) =>
        compilation.Drill.Sources.Last(source => source.Tree.Text.Path == _path);

    /// <summary>What there is to say about the file.</summary>
    public ImmutableArray<Diagnostic> Own { get; }

    /// <summary>What there is to say about files that it uses, or about the settings of its folder.</summary>
    public ImmutableArray<Diagnostic> Others { get; }

    /// <summary>The files that were looked for, by their full paths, whether they were there or not.</summary>
    public IReadOnlySet<string> Dependencies { get; }
}
