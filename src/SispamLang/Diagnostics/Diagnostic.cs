using System.Collections.Immutable;
using SispamLang.Text;

namespace SispamLang.Diagnostics;

/// <summary>How serious a message is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Probably not what is meant.</summary>
    Warning,

    /// <summary>The drill can't be run.</summary>
    Error,
}

/// <summary>One message about one place.</summary>
/// <param name="Code">What it is about.</param>
/// <param name="Text">The file.</param>
/// <param name="Span">The place.</param>
/// <param name="Arguments">What the message's gaps are filled with: strings as they are, a
/// <see cref="Dialects.Concept"/> as its word in the file's dialect, a <see cref="Term"/> in the reader's language.</param>
/// <param name="Related">Other places that explain it.</param>
public sealed record Diagnostic(
    DiagnosticCode Code,
    SourceText Text,
    TextSpan Span,
    ImmutableArray<object> Arguments,
    ImmutableArray<RelatedPlace> Related
)
{
    private readonly DiagnosticSeverity? _severity;
    private readonly TextSpan? _suggestionSpan;

    /// <summary>How serious it is: as its document says, unless <see cref="CompilationOptions"/> say otherwise.</summary>
    public DiagnosticSeverity Severity
    {
        get => _severity ?? DiagnosticCatalogue.Get(Code).Severity;
        init => _severity = value;
    }

    /// <summary>The code as users see it.</summary>
    public string Id => DiagnosticCatalogue.IdOf(Code);

    /// <summary>The suggestion that the message makes (a name, a word), or null; the text of a quick fix.</summary>
    public string? Suggestion { get; init; }

    /// <summary>What the suggestion would stand in place of: that of the message, unless it is said otherwise.</summary>
    public TextSpan SuggestionSpan
    {
        get => _suggestionSpan ?? Span;
        init => _suggestionSpan = value;
    }
}

/// <summary>A place that explains a message, such as the earlier declaration.</summary>
public sealed record RelatedPlace(SourceText Text, TextSpan Span, Term Role);

/// <summary>Collects messages.</summary>
public sealed class DiagnosticBag
{
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>The most messages that one file gets.</summary>
    public const int MostPerFile = 1000;

    /// <summary>Takes messages about this text.</summary>
    public DiagnosticBag(SourceText text) => Text = text;

    /// <summary>The text they are about.</summary>
    public SourceText Text { get; }

    /// <summary>How many so far.</summary>
    public int Count => _diagnostics.Count;

    /// <summary>It takes no more: what would be said is not worth working out.</summary>
    public bool IsFull => _diagnostics.Count >= MostPerFile;

    /// <summary>Adds a message.</summary>
    public void Report(DiagnosticCode code, TextSpan span, params object[] arguments) =>
        Add(new Diagnostic(code, Text, span, [.. arguments], []));

    /// <summary>Adds a message.</summary>
    public void Add(Diagnostic diagnostic)
    {
        if (!IsFull)
        {
            _diagnostics.Add(diagnostic);
        }
    }

    /// <summary>All of them, in the order of the text.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() =>
        _diagnostics.Count == 0 ? [] : [.. _diagnostics.OrderBy(d => d.Span.Start).ThenBy(d => d.Span.Length)];
}
