namespace SispamLang.Runtime;

/// <summary>
/// Writes a trace as JSON lines, one object an entry: <c>seq, time_ms, phase, kind, text, cause, file, line, column</c> and
/// what the kind adds. Hand <see cref="Write(TraceEntry)"/> to <see cref="Runner.Trace"/>.
/// </summary>
public sealed class TraceJson : TraceWriter
{
    private readonly JsonLines _lines;
    private readonly TraceJsonObject _object;

    /// <summary>A writer; it does not close the stream.</summary>
    /// <param name="output">Where the lines go.</param>
    /// <param name="info">The drill.</param>
    /// <param name="language">Of the texts: <c>en</c> or <c>id</c>.</param>
    /// <param name="toolVersion">The version of the tool that runs the drill.</param>
    /// <param name="parameters">The params that were set, by name.</param>
    public TraceJson(
        Stream output,
        DrillInfo info,
        string language,
        string toolVersion,
        IReadOnlyDictionary<string, long>? parameters = null
    )
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(info);
        _lines = new JsonLines(output);
        _object = new TraceJsonObject(_lines.Json, info, language, toolVersion, parameters);
    }

    /// <summary>Writes one entry as a line.</summary>
    public override void Write(TraceEntry entry)
    {
        _lines.Begin();
        _object.Write(entry);
        _lines.End();
    }

    /// <summary>Writes what the controller did as a line; it is no entry of the run, and has no number of its own.</summary>
    /// <param name="act">What.</param>
    /// <param name="next">The number that the next entry will have.</param>
    /// <param name="phase">The phase, or -1.</param>
    public void Write(ControllerAct act, int next, int phase)
    {
        _lines.Begin();
        _object.Write(act, next, phase);
        _lines.End();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _lines.Dispose();
}
