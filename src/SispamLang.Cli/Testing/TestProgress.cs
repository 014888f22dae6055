using System.Diagnostics;
using System.Globalization;
using SispamLang.Cli.Commands;
using SispamLang.Cli.Reporting;

namespace SispamLang.Cli.Testing;

/// <summary>A line on standard error that tells how many tests are done, and goes away at the end; for somebody who watches.</summary>
internal sealed class TestProgress : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly Call _call;
    private readonly int _count;
    private int _done;
    private int _width;
    private long _shownAt;

    /// <summary>Shows that none is done yet.</summary>
    public TestProgress(Call call, int count)
    {
        _call = call;
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
            if (Stopwatch.GetElapsedTime(_shownAt) >= Pace)
            {
                Show();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Write("");

    private void Show()
    {
        _shownAt = Stopwatch.GetTimestamp();
        Write(_call.InWords(new Notice(Message.TestProgress, Number(_done), Number(_count))));
    }

    // Over what stands there.
    private void Write(string text)
    {
        if (_call.Host.WatchedError && (text.Length > 0 || _width > 0))
        {
            _call.Host.Error.Write("\r" + text.PadRight(_width) + (text.Length == 0 ? "\r" : ""));
            _call.Host.Error.Flush();
            _width = text.Length;
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
