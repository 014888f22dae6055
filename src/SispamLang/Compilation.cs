using System.Collections.Immutable;
using System.Globalization;
using SispamLang.Binding;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Library;
using SispamLang.Lowering;
using SispamLang.Programs;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang;

/// <summary>
/// A drill from its text to its program: the one way through the pipeline. Everything in it is immutable; a changed
/// text is a new compilation.
/// </summary>
public sealed class Compilation
{
    private const int MostUsedFiles = 64;

    // Made when it is asked for: an editor checks at every key and seldom runs.
    private readonly Lazy<DrillProgram?> _program;

    private Compilation(BoundDrill drill, CompilationOptions options, Reports reports)
    {
        Drill = drill;
        Options = options;
        Diagnostics = reports.Diagnostics;
        Suppressed = reports.Suppressed;
        HasErrors = Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        _program = new Lazy<DrillProgram?>(() => HasErrors || Drill.Phases.IsEmpty ? null : Lowerer.Lower(Drill));
    }

    /// <summary>The drill with all its names resolved, as far as they could be.</summary>
    public BoundDrill Drill { get; }

    /// <summary>The drill's own file.</summary>
    public SyntaxTree Main => Drill.Sources[Drill.Sources.Length - 1].Tree;

    /// <summary>All files: the prelude, used files in the order of their use, the drill's own.</summary>
    public IEnumerable<SyntaxTree> Trees => Drill.Sources.Select(source => source.Tree);

    /// <summary>All messages: the drill's own file first, then the used ones, in each in the order of the text; then those
    /// about the options.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>What would be a message, had the planner not decided otherwise; in the same order.</summary>
    public ImmutableArray<SuppressedDiagnostic> Suppressed { get; }

    /// <summary>What was decided about the messages.</summary>
    public CompilationOptions Options { get; }

    /// <summary>At least one of the messages is an error.</summary>
    public bool HasErrors { get; }

    /// <summary>The dialect of the drill's own file.</summary>
    public Dialect Dialect => Drill.Sources[Drill.Sources.Length - 1].Dialect;

    /// <summary>The hash of what was written for it: the same for the same texts.</summary>
    public string SourceHash => SispamLang.SourceHash.Of(Drill);

    /// <summary>What the engines run; null if there are errors, or if the file has no phase and so is a library.</summary>
    public DrillProgram? Program => _program.Value;

    /// <summary>Of a drill with errors, what a host can name: all that it declares, nothing of what it does. A build goes on
    /// with it, so that one mistake in a drill is not a hundred in the program around it. Null if the file is a library.</summary>
    public DrillProgram? Outline() =>
        Program
        ?? (
            HasErrors && Main.Root.Declarations.Any(d => d.Kind is Concept.Drill or Concept.Phase)
                ? Lowerer.Outline(Drill)
                : null
        );

    /// <summary>Takes a drill through the pipeline.</summary>
    /// <param name="text">Its own file.</param>
    /// <param name="resolver">Gives the files it uses.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static Compilation Create(
        SourceText text,
        IUseResolver resolver,
        CancellationToken cancellationToken = default
    ) => Create(text, resolver, CompilationOptions.Default, null, cancellationToken);

    /// <summary>Takes a drill through the pipeline.</summary>
    /// <param name="text">Its own file.</param>
    /// <param name="resolver">Gives the files it uses.</param>
    /// <param name="options">What is decided about its messages.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static Compilation Create(
        SourceText text,
        IUseResolver resolver,
        CompilationOptions options,
        CancellationToken cancellationToken = default
    ) => Create(text, resolver, options, null, cancellationToken);

    /// <summary>Takes a drill through the pipeline again, after a change of its file or of files that it uses.</summary>
    /// <param name="text">Its own file.</param>
    /// <param name="resolver">Gives the files it uses.</param>
    /// <param name="options">What is decided about its messages.</param>
    /// <param name="earlier">The drill before the change. What comes out doesn't depend on it, but files that are as they were, and
    /// what stands before the first change of one that is not, need not be read again.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static Compilation Create(
        SourceText text,
        IUseResolver resolver,
        CompilationOptions options,
        Compilation? earlier,
        CancellationToken cancellationToken = default
    )
    {
        var loader = new Loader(resolver, options.Doctrines, earlier, cancellationToken);
        var sources = loader.Load(text);
        var drill = Binder.Bind(sources, options.Doctrines, cancellationToken);
        return new Compilation(drill, options, Reports.Of(drill, options, cancellationToken));
    }

    /// <summary>Finds the used files, each once, a file after those it uses.</summary>
    private sealed class Loader(
        IUseResolver resolver,
        ImmutableArray<string> doctrines,
        Compilation? earlier,
        CancellationToken cancellationToken
    )
    {
        private readonly Dictionary<string, SourceUnit> _loaded = new(StringComparer.Ordinal);
        private readonly List<string> _underWay = [];
        private readonly ImmutableArray<SourceUnit>.Builder _sources = ImmutableArray.CreateBuilder<SourceUnit>();

        public ImmutableArray<SourceUnit> Load(SourceText text)
        {
            _sources.Add(new SourceUnit(Prelude.Tree, SourceUnitKind.Prelude, []));
            var main = LoadFile(text, SourceUnitKind.Main);
            AddDoctrines(main.Tree);
            for (var i = 0; i < _sources.Count; i++)
            {
                _sources[i].Number = i;
            }

            return _sources.ToImmutable();
        }

        // After the prelude: their rules come before those of the drill.
        private void AddDoctrines(SyntaxTree main)
        {
            var named = Binder.FollowsOf(main).Select(name => name.ToString());
            var own = main.Root.Declarations.Where(d => d.Kind == Concept.Doctrine).Select(d => $"{d.Name}");
            var trees = named
                .Concat(doctrines)
                .Except(own, StringComparer.OrdinalIgnoreCase)
                .Select(Doctrines.Find)
                .OfType<SyntaxTree>()
                .Distinct();
            foreach (var tree in trees.Reverse())
            {
                _sources.Insert(1, new SourceUnit(tree, SourceUnitKind.Doctrine, []));
            }
        }

        private SourceUnit LoadFile(SourceText text, SourceUnitKind kind)
        {
            var known = earlier?.Trees.FirstOrDefault(tree => tree.Text.Path == text.Path);
            var tree = known is null
                ? SyntaxTree.Parse(text, cancellationToken)
                : known.WithChangedText(text, cancellationToken);
            _underWay.Add(text.Path);
            var uses = ImmutableArray.CreateBuilder<UsedFile>();
            var problems = new List<(DiagnosticCode Code, TextSpan Span, object[] Arguments)>();
            foreach (var declaration in tree.Root.Declarations.Where(d => d.Kind == Concept.Use))
            {
                if (declaration.First<StringSyntax>() is { IsMissing: false } path)
                {
                    Use(text, path, uses, problems);
                }
            }

            _underWay.Remove(text.Path);
            var unit = new SourceUnit(tree, kind, uses.ToImmutable());
            foreach (var (code, span, arguments) in problems)
            {
                unit.Diagnostics.Report(code, span, arguments);
            }

            _loaded[text.Path] = unit;
            _sources.Add(unit);
            return unit;
        }

        private void Use(
            SourceText from,
            StringSyntax path,
            ImmutableArray<UsedFile>.Builder uses,
            List<(DiagnosticCode, TextSpan, object[])> problems
        )
        {
            var found = resolver.Resolve(from, path.Value);
            if (found.Outcome == UseOutcome.OutsideRoot)
            {
                problems.Add((DiagnosticCode.UseOutsideRoot, path.Span, [path.Value]));
            }
            else if (found.Text is null)
            {
                problems.Add((DiagnosticCode.UseNotFound, path.Span, [path.Value]));
            }
            else if (_underWay.Contains(found.Text.Path))
            {
                problems.Add((DiagnosticCode.UseCycle, path.Span, [path.Value]));
            }
            else if (_loaded.Count + _underWay.Count > MostUsedFiles && !_loaded.ContainsKey(found.Text.Path))
            {
                problems.Add(
                    (DiagnosticCode.TooMany, path.Span, [MostUsedFiles.ToString(CultureInfo.InvariantCulture), "use"])
                );
            }
            else
            {
                var unit = _loaded.TryGetValue(found.Text.Path, out var known)
                    ? known
                    : LoadFile(found.Text, SourceUnitKind.Library);
                uses.Add(new UsedFile(path.Value, unit));
            }
        }
    }
}
