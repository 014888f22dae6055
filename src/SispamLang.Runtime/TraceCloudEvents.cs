using System.Globalization;
using System.Text.Json;

namespace SispamLang.Runtime;

/// <summary>
/// Writes a trace as CloudEvents 1.0 in their JSON format, one event a line: <c>data</c> is the object that <see cref="TraceJson"/>
/// writes for the entry. Each event is marked as one of an exercise by the extension attributes <c>exercise</c> and <c>clock</c>.
/// </summary>
public sealed class TraceCloudEvents : TraceWriter
{
    private readonly JsonLines _lines;
    private readonly TraceJsonObject _data;
    private readonly DrillInfo _info;
    private readonly SimulatedTime _time;
    private readonly string _toolVersion;
    private readonly string _exercise;
    private string _seed = "0";

    /// <summary>A writer; it does not close the stream.</summary>
    /// <param name="output">Where the lines go.</param>
    /// <param name="info">The drill.</param>
    /// <param name="language">Of the texts: <c>en</c> or <c>id</c>.</param>
    /// <param name="toolVersion">The version of the tool that runs the drill.</param>
    /// <param name="time">When it is; null: see <see cref="SimulatedTime"/>.</param>
    /// <param name="parameters">The params that were set, by name.</param>
    public TraceCloudEvents(
        Stream output,
        DrillInfo info,
        string language,
        string toolVersion,
        SimulatedTime? time = null,
        IReadOnlyDictionary<string, long>? parameters = null
    )
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(info);
        _lines = new JsonLines(output);
        _data = new TraceJsonObject(_lines.Json, info, language, toolVersion, parameters);
        _info = info;
        _time = time ?? new SimulatedTime(info);
        _toolVersion = toolVersion;
        _exercise = TraceJsonObject.MarkingIn(language);
    }

    /// <inheritdoc/>
    public override void Write(TraceEntry entry)
    {
        if (entry.Code == TraceCode.Start)
        {
            _seed = unchecked((ulong)entry.C).ToString(CultureInfo.InvariantCulture);
        }

        Utf8JsonWriter json = _lines.Begin();
        json.WriteStartObject();
        json.WriteString("specversion", "1.0");
        json.WriteString("id", entry.Seq.ToString(CultureInfo.InvariantCulture));
        json.WriteString("source", $"urn:sispam:{_info.SourceHash}:{_seed}");
        json.WriteString("type", "sispam.trace." + TraceText.NameOf(entry.Code));
        if (entry.Phase >= 0)
        {
            json.WriteString("subject", _info.Phases[entry.Phase].Name);
        }

        json.WriteString(
            "time",
            _time.At(entry.TimeMs).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture)
        );
        json.WriteString("datacontenttype", "application/json");
        json.WriteString("exercise", _exercise);
        json.WriteString("clock", "simulated");
        json.WriteString("sourcehash", _info.SourceHash);
        json.WriteString("seed", _seed);
        json.WriteString("toolversion", _toolVersion);
        json.WritePropertyName("data");
        _data.Write(entry);
        json.WriteEndObject();
        _lines.End();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _lines.Dispose();
}
