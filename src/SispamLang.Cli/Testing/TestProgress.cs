using System.Globalization;
using SispamLang.Cli.Commands;
using SispamLang.Cli.Reporting;

namespace SispamLang.Cli.Testing;

/// <summary>A line on standard error that tells how many tests are done, and goes away at the end; for somebody who watches.</summary>
internal sealed class TestProgress : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Call _call;
    private readonly ProgressLine _line;
    private readonly int _count;
    private int _done;

    /// <summary>Shows that none is done yet.</summary>
    public TestProgress(Call call, int count)
    {
        _call = call;
        _line = new ProgressLine(call.Host);
        _count = count;
        if (count > 0)
        {
            Show();
        }
    }

    /// <summary>One more is done.</summary>
    public void Advance()
    {
        lock (_gate)
        {
            _done++;
            if (_line.IsDue)
            {
                Show();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _line.Dispose();

    private void Show() => _line.Show(_call.InWords(new Notice(Message.TestProgress, Number(_done), Number(_count))));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
