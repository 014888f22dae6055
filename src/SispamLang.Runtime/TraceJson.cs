using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SispamLang.Runtime;

/// <summary>
/// Writes a trace as JSON lines, one object an entry: <c>seq, time_ms, phase, kind, text, cause, file, line, column</c> and
/// what the kind adds. Hand <see cref="Write"/> to <see cref="Runner.Trace"/>.
/// </summary>
public sealed class TraceJson : IDisposable
{
    // Line by line for people and tools to read; nothing here ends up inside HTML.
    private static readonly JsonWriterOptions _options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Stream _output;
    private readonly DrillInfo _info;
    private readonly string _language;
    private readonly string _toolVersion;
    private readonly IReadOnlyDictionary<string, long> _params;
    private readonly ArrayBufferWriter<byte> _line = new(512);
    private readonly Utf8JsonWriter _json;

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
        _output = output;
        _info = info;
        _language = language;
        _toolVersion = toolVersion;
        _params = parameters ?? new Dictionary<string, long>();
        _json = new(_line, _options);
    }

    /// <summary>Writes one entry as a line.</summary>
    public void Write(TraceEntry entry)
    {
        _line.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteNumber("seq", entry.Seq);
        _json.WriteNumber("time_ms", entry.TimeMs);
        WriteName("phase", entry.Phase < 0 ? null : _info.Phases[entry.Phase].Name);
        _json.WriteString("kind", TraceText.NameOf(TraceText.KindOf(entry.Code)));
        _json.WriteString("text", TraceText.Describe(entry, _info, _language));
        WriteIndex("cause", entry.Cause);
        WriteSite(entry.Site);
        _json.WriteString("code", TraceText.NameOf(entry.Code));
        WriteOrigin(entry);
        TraceJsonDetails.Write(_json, entry, _info);
        if (entry.Code == TraceCode.Start)
        {
            WriteStart(entry);
        }

        _json.WriteEndObject();
        _json.Flush();
        _output.Write(_line.WrittenSpan);
        _output.WriteByte((byte)'\n');
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void WriteStart(in TraceEntry entry)
    {
        _json.WriteString("marking", _language == "id" ? "LATIHAN" : "EXERCISE");
        _json.WriteString("drill", _info.Title);
        _json.WriteString("source_hash", _info.SourceHash);
        _json.WriteStartArray("doctrines");
        foreach (string doctrine in _info.Doctrines)
        {
            _json.WriteStringValue(doctrine);
        }

        _json.WriteEndArray();
        _json.WriteNumber("seed", unchecked((ulong)entry.C));
        _json.WriteString("tool_version", _toolVersion);
        _json.WriteString("clock", "simulated");
        _json.WriteStartObject("params");
        foreach ((string name, long value) in _params)
        {
            _json.WriteNumber(name, value);
        }

        _json.WriteEndObject();
    }

    private void WriteOrigin(in TraceEntry entry)
    {
        if (entry.By >= 0)
        {
            _json.WriteString("by", _info.Roles[entry.By]);
        }
        else if (entry.By == -2)
        {
            _json.WriteBoolean("outside", true);
            WriteName("raised", OutsideEvents.NameOf(entry, _info));
        }
    }

    private void WriteSite(int site)
    {
        if (site < 0)
        {
            _json.WriteNull("file");
            _json.WriteNull("line");
            _json.WriteNull("column");
            return;
        }

        SiteInfo place = _info.Sites[site];
        _json.WriteString("file", _info.Files[place.File]);
        _json.WriteNumber("line", place.Line);
        _json.WriteNumber("column", place.Column);
    }

    private void WriteIndex(string name, int value)
    {
        if (value < 0)
        {
            _json.WriteNull(name);
        }
        else
        {
            _json.WriteNumber(name, value);
        }
    }

    private void WriteName(string name, string? value)
    {
        if (value is null)
        {
            _json.WriteNull(name);
        }
        else
        {
            _json.WriteString(name, value);
        }
    }
}
