using System.Globalization;
using SispamLang.Cli.Files;
using SispamLang.Cli.Reporting;
using SispamLang.Cli.Running;
using SispamLang.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Ledger;

namespace SispamLang.Cli.Commands;

/// <summary>What was found in all the files together.</summary>
/// <param name="languages">The languages to speak.</param>
/// <param name="withLedgers">The ledger of each drill is wanted, too.</param>
internal sealed class Findings(Languages languages, bool withLedgers)
{
    private readonly List<(Diagnostic Diagnostic, Dialect Language)> _list = [];
    private readonly HashSet<(string Path, int Start, int Length, DiagnosticSeverity, string Message)> _seen = [];
    private readonly HashSet<Dialect> _dialects = [];
    private readonly List<LedgerText> _ledgers = [];
    private int _files;

    /// <summary>How many of the messages are errors.</summary>
    public int Errors { get; private set; }

    private int Warnings { get; set; }

    private int Infos { get; set; }

    /// <summary>Checks files and directories.</summary>
    /// <returns>The exit status, but for the errors found in drills.</returns>
    public int Collect(Call call, string[] paths)
    {
        var workspace = new Workspace(call.Host);
        var options = new DrillOptions(call);
        var status = ExitStatus.Ok;
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var files = workspace.Expand(path, out var failure);
            foreach (var file in files)
            {
                call.Host.Cancellation.ThrowIfCancellationRequested();
                if (done.Add(file))
                {
                    var read = workspace.Read(file);
                    failure ??= read.Failure;
                    status = ExitStatus.Worse(status, Check(call, workspace, options, read));
                }
            }

            if (failure is not null)
            {
                call.Say(failure);
                status = ExitStatus.BadUsage;
            }
        }

        return status;
    }

    /// <summary>Writes all for programs.</summary>
    public void WriteJson(TextWriter writer)
    {
        using var json = new DiagnosticJson();
        foreach (var (diagnostic, language) in _list)
        {
            json.Add(diagnostic, language);
        }

        writer.Write(json.Finish());
    }

    /// <summary>Writes all for people: the ledgers, the messages, and the counts at the end.</summary>
    public void WriteText(Ink ink)
    {
        foreach (var ledger in _ledgers)
        {
            ledger.Write(ink);
        }

        foreach (var (diagnostic, language) in _list)
        {
            DiagnosticText.Write(ink, diagnostic, language);
        }

        if (_files == 0)
        {
            return;
        }

        // One language for all of them together, if they have one.
        var common = languages.For(
            _dialects is { Count: 1 } && _dialects.Contains(Dialect.Indonesian) ? Dialect.Indonesian : Dialect.English
        );
        var files = _files == 1 ? Message.OneFile.In(common) : new Notice(Message.Files, Number(_files)).In(common);
        List<string> counts = [];
        Count(counts, Errors, Message.OneError, Message.CountErrors, common);
        Count(counts, Warnings, Message.OneWarning, Message.CountWarnings, common);
        Count(counts, Infos, Message.OneInfo, Message.CountInfos, common);
        ink.Line(
            counts.Count == 0
                ? new Notice(Message.NoProblems, files).In(common)
                : new Notice(Message.CountsInFiles, string.Join(", ", counts), files).In(common),
            Errors > 0 ? Tone.Error
                : Warnings > 0 ? Tone.Warning
                : Tone.Green
        );
    }

    private int Check(Call call, Workspace workspace, DrillOptions options, ReadResult read)
    {
        if (read.Failure is not null)
        {
            return ExitStatus.BadUsage;
        }

        _files++;
        if (read.Problem is { } problem)
        {
            Add(problem, languages.Default);
            return ExitStatus.BadUsage;
        }

        var compilation = Compilation.Create(
            read.Text!,
            workspace.UsedFilesOf(read.Text!),
            options.For(read.Text!),
            call.Host.Cancellation
        );
        _dialects.Add(compilation.Dialect);
        foreach (var diagnostic in compilation.Diagnostics)
        {
            Add(diagnostic, languages.For(compilation.Dialect));
        }

        if (withLedgers && compilation.Program is { } program)
        {
            _ledgers.Add(
                new LedgerText(
                    DrillRunners.WithHash(program).Facts,
                    StrengthLedger.Of(compilation.Drill),
                    languages.For(compilation.Dialect)
                )
            );
        }

        return ExitStatus.Ok;
    }

    // A library that several of the files use is checked with each of them, perhaps more strictly with one than with another.
    private void Add(Diagnostic diagnostic, Dialect language)
    {
        var message = diagnostic.Id + DiagnosticCatalogue.Render(diagnostic, language);
        if (
            !_seen.Add(
                (diagnostic.Text.Path, diagnostic.Span.Start, diagnostic.Span.Length, diagnostic.Severity, message)
            )
        )
        {
            return;
        }

        _list.Add((diagnostic, language));
        switch (diagnostic.Severity)
        {
            case DiagnosticSeverity.Error:
                Errors++;
                break;
            case DiagnosticSeverity.Warning:
                Warnings++;
                break;
            default:
                Infos++;
                break;
        }
    }

    private static void Count(List<string> counts, int count, Message one, Message several, Dialect language)
    {
        if (count > 0)
        {
            counts.Add(count == 1 ? one.In(language) : new Notice(several, Number(count)).In(language));
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
