using System.Collections.Immutable;
using SispamLang.Binding;

namespace SispamLang.Diagnostics;

/// <summary>What is said about a drill in the end, when its comments and the options have had their say.</summary>
internal sealed class Reports
{
    // From here on a code is about the drill as a whole, which a library is not.
    private const int FirstDrillCode = 3000;

    private readonly BoundDrill _drill;
    private readonly CompilationOptions _options;
    private readonly bool _hasErrors;
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly ImmutableArray<SuppressedDiagnostic>.Builder _suppressed =
        ImmutableArray.CreateBuilder<SuppressedDiagnostic>();

    private Reports(BoundDrill drill, CompilationOptions options, CancellationToken cancellationToken)
    {
        _drill = drill;
        _options = options;
        _hasErrors = drill.Sources.Any(source => OwnOf(source).Any(d => d.Severity == DiagnosticSeverity.Error));

        // What makes no sense as a drill is only worth saying of one that can be read.
        ImmutableArray<SuppressedDiagnostic> waived = [];
        var checks = _hasErrors ? [] : DrillChecks.Check(drill, out waived, cancellationToken);
        foreach (var source in drill.Sources.Reverse())
        {
            Add(source, OwnOf(source).AddRange(checks.Where(d => d.Text == source.Tree.Text)));
        }

        AddHeard(options.Problems);
        AddSuppressed(waived);
    }

    /// <summary>The messages: the drill's own file first, then the used ones, in each in the order of the text; then those
    /// about the options.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _diagnostics.ToImmutable();

    /// <summary>Those that comments silence, in the same order, and those that are waived.</summary>
    public ImmutableArray<SuppressedDiagnostic> Suppressed => _suppressed.ToImmutable();

    /// <summary>Collects what the stages have found, and looks for what makes no sense as a drill.</summary>
    public static Reports Of(BoundDrill drill, CompilationOptions options, CancellationToken cancellationToken) =>
        new(drill, options, cancellationToken);

    private static ImmutableArray<Diagnostic> OwnOf(SourceUnit source) =>
        source.Tree.Diagnostics.AddRange(source.Diagnostics.ToImmutable());

    private void Add(SourceUnit source, ImmutableArray<Diagnostic> found)
    {
        var split = Suppressions.Apply(source.Tree, found, code => IsLookedFor(code, source));
        AddHeard(split.Heard.OrderBy(d => d.Span.Start).ThenBy(d => d.Code));
        AddSuppressed(split.Suppressed.OrderBy(s => s.Diagnostic.Span.Start));
    }

    private void AddHeard(IEnumerable<Diagnostic> heard)
    {
        foreach (var diagnostic in heard)
        {
            if (_options.Apply(diagnostic) is { } reported)
            {
                _diagnostics.Add(reported);
            }
        }
    }

    private void AddSuppressed(IEnumerable<SuppressedDiagnostic> suppressed)
    {
        foreach (var silenced in suppressed)
        {
            if (_options.Apply(silenced.Diagnostic) is { } reported)
            {
                _suppressed.Add(silenced with { Diagnostic = reported });
            }
        }
    }

    // What a library lacks shows only in the drills that use it, and one of them may need a comment that another does not.
    private bool IsLookedFor(DiagnosticCode code, SourceUnit source) =>
        !_hasErrors && source.Kind == SourceUnitKind.Main && (!_drill.Phases.IsEmpty || (int)code < FirstDrillCode);
}
