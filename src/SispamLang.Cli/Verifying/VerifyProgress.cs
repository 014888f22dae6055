using System.Diagnostics;
using System.Globalization;
using SispamLang.Analysis.Verification;
using SispamLang.Cli.Commands;
using SispamLang.Cli.Reporting;

namespace SispamLang.Cli.Verifying;

/// <summary>Tells somebody who watches how far a verification has got.</summary>
internal sealed class VerifyProgress(Call call) : IProgress<VerificationProgress>, IDisposable
{
    private readonly ProgressLine _line = new(call.Host);
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    public void Report(VerificationProgress value)
    {
        if (_line.IsDue)
        {
            var rate = value.States / Math.Max(0.001, Stopwatch.GetElapsedTime(_started).TotalSeconds);
            var notice = new Notice(
                Message.VerifyProgress,
                Number(value.States),
                Number((long)rate),
                Number(value.Depth),
                Number(value.Frontier),
                MemorySize.Show(value.MemoryBytes)
            );
            _line.Show(call.InWords(notice));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _line.Dispose();

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
