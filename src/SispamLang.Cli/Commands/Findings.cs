using SispamLang.Cli.Files;
using SispamLang.Cli.Reporting;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Ledger;
using SispamLang.Programs;
using SispamLang.Text;

namespace SispamLang.Cli.Commands;

/// <summary>A message.</summary>
/// <param name="Diagnostic">What is said, and where.</param>
/// <param name="Language">The language to say it in.</param>
/// <param name="Reason">Why it is not to be heard; null if it is.</param>
internal sealed record Finding(Diagnostic Diagnostic, Dialect Language, string? Reason);

/// <summary>A file that could be checked.</summary>
/// <param name="Path">What it is called.</param>
/// <param name="Facts">The particulars of the drill.</param>
/// <param name="Language">The language to speak of it in.</param>
/// <param name="Ledger">Its ledger, if that is wanted and the drill has one.</param>
internal sealed record CheckedDrill(string Path, DrillFacts Facts, Dialect Language, StrengthLedger? Ledger);

/// <summary>What was found in all the files together.</summary>
/// <param name="call">Who asked for it.</param>
/// <param name="withLedgers">The ledger of each drill is wanted, too.</param>
internal sealed class Findings(Call call, bool withLedgers)
{
    private readonly Workspace _workspace = new(call.Host);
    private readonly DrillOptions _options = new(call);
    private readonly List<Finding> _messages = [];
    private readonly List<Finding> _suppressed = [];
    private readonly List<CheckedDrill> _drills = [];
    private readonly List<Notice> _failures = [];
    private readonly HashSet<(string Path, TextSpan, DiagnosticSeverity, string Message)> _seen = [];
    private readonly HashSet<Dialect> _dialects = [];

    /// <summary>The messages, file by file.</summary>
    public IReadOnlyList<Finding> Messages => _messages;

    /// <summary>Those that are silenced, file by file.</summary>
    public IReadOnlyList<Finding> Suppressed => _suppressed;

    /// <summary>The files that could be read.</summary>
    public IReadOnlyList<CheckedDrill> Drills => _drills;

    /// <summary>Why other files could not be read.</summary>
    public IReadOnlyList<Notice> Failures => _failures;

    /// <summary>How many files were looked at.</summary>
    public int Files { get; private set; }

    /// <summary>One language for all of them together: the files', if they have one.</summary>
    public Dialect Language =>
        call.Languages.For(
            _dialects is { Count: 1 } && _dialects.Contains(Dialect.Indonesian) ? Dialect.Indonesian : Dialect.English
        );

    /// <summary>Checks files and directories.</summary>
    /// <returns>The exit status.</returns>
    public int Collect(string[] paths)
    {
        var status = ExitStatus.Ok;
        foreach (var read in _workspace.ReadAll(paths))
        {
            status = ExitStatus.Worse(status, Check(read));
        }

        return ExitStatus.Worse(
            status,
            Count(DiagnosticSeverity.Error) > 0 ? ExitStatus.DrillHasErrors : ExitStatus.Ok
        );
    }

    /// <summary>How many of the messages are that serious.</summary>
    public int Count(DiagnosticSeverity severity) =>
        _messages.Count(message => message.Diagnostic.Severity == severity);

    private int Check(ReadResult read)
    {
        if (read.Failure is { } failure)
        {
            _failures.Add(failure);
            return call.Refuse(failure);
        }

        Files++;
        if (read.Problem is { } problem)
        {
            Add(problem, call.Languages.Default, null);
            return ExitStatus.BadUsage;
        }

        var text = read.Text!;
        var compilation = Compilation.Create(
            text,
            _workspace.UsedFilesOf(text),
            _options.For(text),
            call.Host.Cancellation
        );
        _dialects.Add(compilation.Dialect);
        var language = call.Languages.For(compilation.Dialect);
        _drills.Add(
            new CheckedDrill(
                text.Path,
                compilation.Drill.Facts with
                {
                    SourceHash = compilation.SourceHash,
                    Doctrines = [.. compilation.Drill.Doctrines.Select(doctrine => doctrine.NameAndEdition)],
                },
                language,
                withLedgers && compilation.Program is not null ? StrengthLedger.Of(compilation.Drill) : null
            )
        );
        foreach (var diagnostic in compilation.Diagnostics)
        {
            Add(diagnostic, language, null);
        }

        foreach (var (diagnostic, reason) in compilation.Suppressed)
        {
            Add(diagnostic, language, reason);
        }

        return ExitStatus.Ok;
    }

    // A library that several of the files use is checked with each of them, perhaps more strictly with one than with another;
    // so are the settings of a folder. What is the same is said once, in the language of the first.
    private void Add(Diagnostic diagnostic, Dialect language, string? reason)
    {
        var message = diagnostic.Id + DiagnosticCatalogue.Render(diagnostic, Dialect.English);
        if (_seen.Add((diagnostic.Text.Path, diagnostic.Span, diagnostic.Severity, message)))
        {
            (reason is null ? _messages : _suppressed).Add(new Finding(diagnostic, language, reason));
        }
    }
}
