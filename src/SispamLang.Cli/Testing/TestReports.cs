using SispamLang.Cli.Files;
using SispamLang.Cli.Reporting;
using SispamLang.Workspaces;

namespace SispamLang.Cli.Testing;

/// <summary>The reports for other programs, each in a file that is there whole or not at all.</summary>
internal sealed class TestReports : IDisposable
{
    private readonly List<(string Path, bool IsTrx, Document Document)> _reports = [];

    /// <summary>Opens one.</summary>
    /// <param name="host">Has the current directory.</param>
    /// <param name="argument"><c>junit=FILE</c> or <c>trx=FILE</c>.</param>
    /// <returns>Why it can't be had, or null.</returns>
    public Notice? Open(Host host, string argument)
    {
        var (format, path) = argument.IndexOf('=') is >= 0 and var sign
            ? (argument[..sign], argument[(sign + 1)..])
            : (argument, "");
        if (format is not ("junit" or "trx") || path is "" or "-")
        {
            return new Notice(Message.BadReport, argument);
        }

        if (Has(host, path))
        {
            return new Notice(Message.ReportTwice, path);
        }

        if (FullPath.Of(host.Directory, path) is not { } full || Document.Open(host, path) is not { } document)
        {
            return new Notice(Message.CantWrite, path);
        }

        _reports.Add((full, format == "trx", document));
        return null;
    }

    /// <summary>One of them goes to that file.</summary>
    public bool Has(Host host, string path) => _reports.Exists(r => r.Path == FullPath.Of(host.Directory, path));

    /// <summary>Writes all of them.</summary>
    public void Write(TestOutcome outcome)
    {
        foreach (var (_, isTrx, document) in _reports)
        {
            if (isTrx)
            {
                TrxReport.Write(document.Writer, outcome);
            }
            else
            {
                JUnitReport.Write(document.Writer, outcome);
            }

            document.Keep();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, _, document) in _reports)
        {
            document.Dispose();
        }
    }
}
