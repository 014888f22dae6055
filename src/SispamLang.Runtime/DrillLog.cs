using System.Globalization;
using System.Text;

namespace SispamLang.Runtime;

/// <summary>
/// The log of an exercise: the lines of <see cref="TraceJson"/>, each with the real time at which it was written (<c>at</c>, UTC)
/// and a checksum (<c>check</c>). A line is on the disk when a call returns. <see cref="DrillLogReading"/> reads it again, and so
/// does <see cref="RecordedRun"/>.
/// </summary>
/// <remarks>
/// <c>check</c> is the CRC-32C of the whole log up to the comma before it, eight hexadecimal digits, so that a line that was
/// changed, lost or put elsewhere shows. What could not be written is kept, and written before the next line.
/// </remarks>
public sealed class DrillLog : IDisposable
{
    private readonly MemoryStream _all = new();
    private readonly TraceJson _json;
    private readonly TimeProvider _time;
    private Stream _output;
    private long _start;
    private long _written;
    private uint _check = DrillLogReading.FirstCheck;

    /// <summary>A log; it does not close the stream.</summary>
    /// <param name="output">Where it is kept. A file is flushed to the disk after every line; let it have no buffer.</param>
    /// <param name="info">The drill.</param>
    /// <param name="language">Of the texts: <c>en</c> or <c>id</c>.</param>
    /// <param name="toolVersion">The version of the tool that runs the drill.</param>
    /// <param name="parameters">The params that were set, by name.</param>
    /// <param name="time">Tells the real time; null: the system.</param>
    public DrillLog(
        Stream output,
        DrillInfo info,
        string language,
        string toolVersion,
        IReadOnlyDictionary<string, long>? parameters = null,
        TimeProvider? time = null
    )
    {
        ArgumentNullException.ThrowIfNull(output);
        _output = output;
        _start = output.CanSeek ? output.Position : 0;
        _time = time ?? TimeProvider.System;
        _json = new TraceJson(_all, info, language, toolVersion, parameters);
    }

    /// <summary>There are lines that could not be written yet.</summary>
    public bool IsBehind => _written < _all.Length;

    /// <summary>Goes on with a log that was read from the same stream; what is no whole line at its end is cut off.</summary>
    /// <exception cref="IOException">The stream can't be written.</exception>
    public void Continue(DrillLogReading earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        _start = earlier.Start;
        _all.Write(earlier.Whole.Span);
        _written = _all.Length;
        _check = earlier.Check;
        _output.SetLength(_start + _written);
    }

    /// <summary>Writes an entry.</summary>
    /// <exception cref="IOException">It can't be written; it is kept.</exception>
    public void Write(TraceEntry entry)
    {
        var from = (int)_all.Length;
        _json.Write(entry);
        Seal(from);
    }

    /// <summary>Writes what the controller did.</summary>
    /// <param name="act">What.</param>
    /// <param name="next">The number that the next entry will have.</param>
    /// <param name="phase">The phase, or -1.</param>
    /// <exception cref="IOException">It can't be written; it is kept.</exception>
    public void Write(ControllerAct act, int next, int phase)
    {
        var from = (int)_all.Length;
        _json.Write(act, next, phase);
        Seal(from);
    }

    /// <summary>Keeps the log in another place from now on, all of it.</summary>
    /// <exception cref="IOException">It can't be written there, so that it stays where it was.</exception>
    public void MoveTo(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var before = (_output, _start, _written);
        (_output, _start, _written) = (output, output.CanSeek ? output.Position : 0, 0);
        try
        {
            Save();
        }
        catch
        {
            (_output, _start, _written) = before;
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    // The line is written as a trace has it; instead of its end comes what makes it a line of a log.
    private void Seal(int from)
    {
        const int End = 2;
        _all.SetLength(_all.Length - End);
        var now = _time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        _all.Position = _all.Length;
        _all.Write(Encoding.ASCII.GetBytes($",\"at\":\"{now}\""));
        _check = DrillLogReading.CheckOf(_check, _all.GetBuffer().AsSpan(from, (int)_all.Length - from));
        var seal = DrillLogReading.SealOf(_check);
        _all.Write(seal);
        _check = DrillLogReading.CheckOf(_check, seal);
        Save();
    }

    private void Save()
    {
        if (_output.CanSeek)
        {
            // After a failure part of the rest may be there.
            _output.Position = _start + _written;
        }

        _output.Write(_all.GetBuffer().AsSpan((int)_written, (int)(_all.Length - _written)));
        if (_output is FileStream file)
        {
            file.Flush(flushToDisk: true);
        }
        else
        {
            _output.Flush();
        }

        _written = _all.Length;
    }
}
