using System.Globalization;
using SispamLang.Cli.Commands;
using SispamLang.Diagnostics;

namespace SispamLang.Cli.Reporting;

/// <summary>Shows findings to people: the ledgers, the messages, and the counts at the end.</summary>
internal sealed class FindingsText(Findings findings)
{
    private readonly List<string> _counts = [];

    /// <summary>Writes all of them.</summary>
    public void Write(Ink ink)
    {
        foreach (var drill in findings.Drills)
        {
            if (drill.Ledger is { } ledger)
            {
                new LedgerText(drill.Facts, ledger, drill.Language).Write(ink);
            }
        }

        foreach (var finding in findings.Messages)
        {
            DiagnosticText.Write(ink, finding.Diagnostic, finding.Language);
        }

        if (findings.Files > 0)
        {
            WriteCounts(ink);
        }
    }

    private void WriteCounts(Ink ink)
    {
        var language = findings.Language;
        var files = (
            findings.Files == 1 ? new Notice(Message.OneFile) : new Notice(Message.Files, Number(findings.Files))
        ).In(language);
        var errors = Count(DiagnosticSeverity.Error, Message.OneError, Message.CountErrors);
        var warnings = Count(DiagnosticSeverity.Warning, Message.OneWarning, Message.CountWarnings);
        Count(DiagnosticSeverity.Info, Message.OneInfo, Message.CountInfos);
        ink.Line(
            _counts.Count == 0
                ? new Notice(Message.NoProblems, files).In(language)
                : new Notice(Message.CountsInFiles, string.Join(", ", _counts), files).In(language),
            errors > 0 ? Tone.Error
                : warnings > 0 ? Tone.Warning
                : Tone.Green
        );
    }

    private int Count(DiagnosticSeverity severity, Message one, Message several)
    {
        var count = findings.Count(severity);
        if (count > 0)
        {
            var notice = count == 1 ? new Notice(one) : new Notice(several, Number(count));
            _counts.Add(notice.In(findings.Language));
        }

        return count;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
