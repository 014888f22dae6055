using System.Collections.Immutable;
using System.Text;
using SispamLang.Diagnostics;

namespace SispamLang;

/// <summary>What is decided outside a drill about its messages: on the command line, or for a whole folder.</summary>
public sealed record CompilationOptions
{
    /// <summary>Nothing is decided.</summary>
    public static CompilationOptions Default { get; } = new();

    /// <summary>The names of the doctrines that the drill is measured against besides those that it follows itself.</summary>
    public ImmutableArray<string> Doctrines { get; init; } = [];

    /// <summary>How serious some codes are; of two choices for one code the later one counts.</summary>
    public ImmutableArray<SeverityChoice> Severities { get; init; } = [];

    /// <summary>What is wrong with what was decided, with its place. An error among them is one of every drill that it was
    /// decided for.</summary>
    public ImmutableArray<Diagnostic> Problems { get; init; } = [];

    /// <summary>Every warning counts as an error.</summary>
    public bool WarningsAsErrors { get; init; }

    /// <summary>How serious a code is under these options; null if it is not reported at all.</summary>
    /// <remarks>What is an error by its document stays one: a drill can't be run by being less strict about it.</remarks>
    public DiagnosticSeverity? SeverityOf(DiagnosticCode code)
    {
        var own = DiagnosticCatalogue.Get(code).Severity;
        if (own == DiagnosticSeverity.Error)
        {
            return own;
        }

        DiagnosticSeverity? chosen = own;
        foreach (var choice in Severities)
        {
            if (choice.Code == code)
            {
                chosen = choice.Severity;
            }
        }

        return chosen == DiagnosticSeverity.Warning && WarningsAsErrors ? DiagnosticSeverity.Error : chosen;
    }

    /// <summary>All of them in one line: the same for options that do the same, so that what was made under them can be
    /// found again.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(WarningsAsErrors ? "warnings-as-errors" : "");
        foreach (var (code, severity) in Severities)
        {
            text.Append(' ').Append(code).Append('=').Append(severity?.ToString() ?? "None");
        }

        foreach (var doctrine in Doctrines)
        {
            text.Append(" \"").Append(doctrine).Append('"');
        }

        foreach (var problem in Problems)
        {
            text.Append(' ').Append(problem.Text.Path).Append('@').Append(problem.Span.Start).Append(problem.Code);
        }

        return text.ToString();
    }

    /// <summary>The message under these options; null if it is not reported.</summary>
    internal Diagnostic? Apply(Diagnostic diagnostic) =>
        SeverityOf(diagnostic.Code) is not { } severity ? null
        : severity == diagnostic.Severity ? diagnostic
        : diagnostic with { Severity = severity };
}

/// <summary>How serious a code is to be.</summary>
/// <param name="Code">The code.</param>
/// <param name="Severity">Null if it is not to be reported.</param>
public readonly record struct SeverityChoice(DiagnosticCode Code, DiagnosticSeverity? Severity);
