using System.Globalization;
using System.Numerics;
using System.Text;

namespace SispamLang.Runtime;

/// <summary>What a <see cref="DrillLog"/> that was written before still says.</summary>
public sealed class DrillLogReading
{
    internal const uint FirstCheck = uint.MaxValue;
    private const int SealLength = 21;

    private DrillLogReading(
        long start,
        RecordedRun run,
        ReadOnlyMemory<byte> whole,
        uint check,
        bool isTorn,
        int badLine
    )
    {
        Start = start;
        Run = run;
        Whole = whole;
        Check = check;
        IsTorn = isTorn;
        BadLine = badLine;
    }

    /// <summary>The run, as far as it is recorded.</summary>
    public RecordedRun Run { get; }

    /// <summary>The last line was not written to its end, as after a power cut; it counts for nothing.</summary>
    public bool IsTorn { get; }

    /// <summary>The line, counted from 1, that is damaged although others follow, or is no line of a log; 0 if there is none.</summary>
    public int BadLine { get; }

    /// <summary>Where the log starts in its stream.</summary>
    internal long Start { get; }

    /// <summary>The lines that are whole.</summary>
    internal ReadOnlyMemory<byte> Whole { get; }

    /// <summary>The checksum of all of them.</summary>
    internal uint Check { get; }

    /// <summary>Reads a log from where the stream stands to its end.</summary>
    /// <exception cref="IOException">The stream can't be read.</exception>
    public static DrillLogReading Read(Stream log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var begin = log.CanSeek ? log.Position : 0;
        using MemoryStream copy = new();
        log.CopyTo(copy);
        var bytes = copy.ToArray().AsMemory();
        RecordedRun run = new();
        var check = FirstCheck;
        var start = 0;
        for (var number = 1; start < bytes.Length; number++)
        {
            var length = bytes.Span[start..].IndexOf((byte)'\n') + 1;
            var line = bytes.Span.Slice(start, length);
            if (!IsWhole(line, ref check))
            {
                var isLast = length == 0 || start + length == bytes.Length;
                return new DrillLogReading(begin, run, bytes[..start], check, isLast, isLast ? 0 : number);
            }

            if (!run.TryAdd(Encoding.UTF8.GetString(line)))
            {
                return new DrillLogReading(begin, run, bytes[..start], check, false, number);
            }

            start += length;
        }

        return new DrillLogReading(begin, run, bytes, check, false, 0);
    }

    /// <summary>The checksum after some more bytes.</summary>
    internal static uint CheckOf(uint before, ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
        {
            before = BitOperations.Crc32C(before, one);
        }

        return before;
    }

    /// <summary>How a line ends that has this checksum.</summary>
    internal static byte[] SealOf(uint check) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $",\"check\":\"{~check:x8}\"}}\n"));

    private static bool IsWhole(ReadOnlySpan<byte> line, ref uint check)
    {
        if (line.Length <= SealLength)
        {
            return false;
        }

        var content = CheckOf(check, line[..^SealLength]);
        var seal = SealOf(content);
        if (!line[^SealLength..].SequenceEqual(seal))
        {
            return false;
        }

        check = CheckOf(content, seal);
        return true;
    }
}
