using System.Diagnostics;
using System.Globalization;
using SispamLang.Cli.Commands;
using SispamLang.Cli.Reporting;
using SispamLang.Runtime;

namespace SispamLang.Cli.Simulating;

/// <summary>How many runs are made, how fast, and how long it still takes; for somebody who watches.</summary>
internal sealed class SimulateProgress(Call call, string language, long count) : IProgress<long>, IDisposable
{
    private const int Width = 20;

    private readonly Lock _gate = new();
    private readonly ProgressLine _line = new(call.Host);
    private readonly long _start = Stopwatch.GetTimestamp();
    private long _done;

    /// <inheritdoc/>
    public void Report(long value)
    {
        lock (_gate)
        {
            _done += value;
            if (_line.IsDue && _done > 0)
            {
                Show();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _line.Dispose();

    private void Show()
    {
        var rate = _done / Math.Max(Stopwatch.GetElapsedTime(_start).TotalSeconds, 0.001);
        var left = (long)((count - _done) / rate);
        var full = (int)(_done * Width / count);
        _line.Show(
            call.InWords(
                new Notice(
                    Message.SimulateProgress,
                    new string('#', full) + new string('-', Width - full),
                    _done.ToString(CultureInfo.InvariantCulture),
                    count.ToString(CultureInfo.InvariantCulture),
                    rate.ToString("0", CultureInfo.InvariantCulture),
                    TraceText.FormatDuration(left * 1000, language)
                )
            )
        );
    }
}
