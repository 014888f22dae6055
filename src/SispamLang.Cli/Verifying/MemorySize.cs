using System.Globalization;

namespace SispamLang.Cli.Verifying;

/// <summary>An amount of memory as it is written: <c>512 MB</c>, <c>2 GB</c>.</summary>
internal static class MemorySize
{
    private const int Megabyte = 20;
    private const int Gigabyte = 30;
    private const long Most = 1L << 20;

    /// <summary>Its bytes.</summary>
    /// <returns>Null if it is not written so, or is nothing, or beyond all machines.</returns>
    public static long? Read(string text)
    {
        var trimmed = text.AsSpan().Trim();
        var unit =
            trimmed.EndsWith("MB", StringComparison.OrdinalIgnoreCase) ? Megabyte
            : trimmed.EndsWith("GB", StringComparison.OrdinalIgnoreCase) ? Gigabyte
            : 0;
        return
            unit > 0
            && long.TryParse(trimmed[..^2].TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and <= Most
            ? number << unit
            : null;
    }

    /// <summary>How it is written, in whole megabytes.</summary>
    public static string Show(long bytes) =>
        ((bytes + (1 << Megabyte) - 1) >> Megabyte).ToString(CultureInfo.InvariantCulture) + " MB";
}
