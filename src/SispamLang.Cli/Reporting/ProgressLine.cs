using System.Diagnostics;

namespace SispamLang.Cli.Reporting;

/// <summary>A line on standard error that changes, and goes away at the end; only for somebody who watches.</summary>
internal sealed class ProgressLine(Host host) : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private int _width;
    private long _shownAt;

    /// <summary>What it shows is old enough to be replaced.</summary>
    public bool IsDue => host.WatchedError && Stopwatch.GetElapsedTime(_shownAt) >= Pace;

    /// <summary>Shows something in place of what it shows.</summary>
    public void Show(string text)
    {
        _shownAt = Stopwatch.GetTimestamp();
        Write(text);
    }

    /// <inheritdoc/>
    public void Dispose() => Write("");

    // Over what stands there.
    private void Write(string text)
    {
        if (host.WatchedError && (text.Length > 0 || _width > 0))
        {
            host.Error.Write("\r" + text.PadRight(_width) + (text.Length == 0 ? "\r" : ""));
            host.Error.Flush();
            _width = text.Length;
        }
    }
}
