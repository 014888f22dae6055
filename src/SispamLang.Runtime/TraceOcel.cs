using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SispamLang.Runtime;

/// <summary>
/// Writes a trace as an object-centric event log (OCEL 2.0, JSON), for process mining: entries are events, and the exercise, its
/// phases, units, crowds and roles are the objects they relate to. All of it is written by <see cref="Complete"/>.
/// </summary>
/// <remarks>The object <c>exercise</c>, to which every event relates, says what was run, and that it was one.</remarks>
public sealed class TraceOcel : TraceWriter
{
    private const string Exercise = "exercise";

    // Nothing here ends up inside HTML.
    private static readonly JsonWriterOptions _options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Stream _output;
    private readonly DrillInfo _info;
    private readonly string _language;
    private readonly string _toolVersion;
    private readonly SimulatedTime _time;
    private readonly List<TraceEntry> _entries = [];

    /// <summary>A writer; it does not close the stream.</summary>
    /// <param name="output">Where the log goes.</param>
    /// <param name="info">The drill.</param>
    /// <param name="language">Of the texts: <c>en</c> or <c>id</c>.</param>
    /// <param name="toolVersion">The version of the tool that runs the drill.</param>
    /// <param name="time">When it is; null: see <see cref="SimulatedTime"/>.</param>
    public TraceOcel(Stream output, DrillInfo info, string language, string toolVersion, SimulatedTime? time = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(info);
        _output = output;
        _info = info;
        _language = language;
        _toolVersion = toolVersion;
        _time = time ?? new SimulatedTime(info);
    }

    /// <inheritdoc/>
    public override void Write(TraceEntry entry) => _entries.Add(entry);

    /// <inheritdoc/>
    public override void Complete()
    {
        using (Utf8JsonWriter json = new(_output, _options))
        {
            json.WriteStartObject();
            WriteTypes(json);
            json.WriteStartArray("objects");
            WriteExercise(json);
            WriteObjects(json, "phase", _info.Phases.Select(phase => phase.Name));
            WriteObjects(json, "unit", _info.Units);
            WriteObjects(json, "role", _info.Roles);
            WriteCrowds(json);
            json.WriteEndArray();
            json.WriteStartArray("events");
            foreach (TraceEntry entry in _entries)
            {
                WriteEvent(json, entry);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        _output.WriteByte((byte)'\n');
    }

    private void WriteTypes(Utf8JsonWriter json)
    {
        json.WriteStartArray("objectTypes");
        WriteType(
            json,
            Exercise,
            [
                ("marking", "string"),
                ("drill", "string"),
                ("source_hash", "string"),
                ("doctrines", "string"),
                ("seed", "string"),
                ("tool_version", "string"),
                ("clock", "string"),
            ]
        );
        WriteType(json, "phase", [("name", "string")]);
        WriteType(json, "unit", [("name", "string")]);
        WriteType(json, "role", [("name", "string")]);
        WriteType(json, "crowd", [("name", "string"), ("mood", "string"), ("size", "integer")]);
        json.WriteEndArray();
        json.WriteStartArray("eventTypes");
        foreach (TraceCode code in _entries.Select(entry => entry.Code).Distinct())
        {
            WriteType(
                json,
                TraceText.NameOf(code),
                [
                    ("text", "string"),
                    ("time_ms", "integer"),
                    ("cause", "string"),
                    ("file", "string"),
                    ("line", "integer"),
                ]
            );
        }

        json.WriteEndArray();
    }

    private static void WriteType(Utf8JsonWriter json, string name, ReadOnlySpan<(string Name, string Type)> attributes)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteStartArray("attributes");
        foreach ((string attribute, string type) in attributes)
        {
            json.WriteStartObject();
            json.WriteString("name", attribute);
            json.WriteString("type", type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteExercise(Utf8JsonWriter json)
    {
        TraceEntry start = _entries.Find(entry => entry.Code == TraceCode.Start);
        WriteObject(
            json,
            Exercise,
            "1",
            () =>
            {
                WriteAttribute(json, "marking", TraceJsonObject.MarkingIn(_language), 0);
                WriteAttribute(json, "drill", _info.Title, 0);
                WriteAttribute(json, "source_hash", _info.SourceHash, 0);
                WriteAttribute(json, "doctrines", string.Join(", ", _info.Doctrines), 0);
                WriteAttribute(json, "seed", unchecked((ulong)start.C).ToString(CultureInfo.InvariantCulture), 0);
                WriteAttribute(json, "tool_version", _toolVersion, 0);
                WriteAttribute(json, "clock", "simulated", 0);
            }
        );
    }

    private void WriteObjects(Utf8JsonWriter json, string type, IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            WriteObject(json, type, name, () => WriteAttribute(json, "name", name, 0));
        }
    }

    // A crowd changes: its attributes have a value for each time.
    private void WriteCrowds(Utf8JsonWriter json)
    {
        for (int crowd = 0; crowd < _info.Crowds.Count; crowd++)
        {
            int number = crowd;
            string name = _info.Crowds[crowd];
            WriteObject(
                json,
                "crowd",
                name,
                () =>
                {
                    WriteAttribute(json, "name", name, 0);
                    foreach (TraceEntry entry in _entries.Where(entry => entry.A == number))
                    {
                        if (entry.Code == TraceCode.MoodIs)
                        {
                            WriteAttribute(json, "mood", TraceText.NameOf((Mood)entry.B), entry.TimeMs);
                        }
                        else if (entry.Code is TraceCode.CrowdGathers or TraceCode.CrowdGrows or TraceCode.SizeIs)
                        {
                            WriteAttribute(json, "size", entry.C, entry.TimeMs);
                        }
                    }
                }
            );
        }
    }

    private static void WriteObject(Utf8JsonWriter json, string type, string name, Action writeAttributes)
    {
        json.WriteStartObject();
        json.WriteString("id", IdOf(type, name));
        json.WriteString("type", type);
        json.WriteStartArray("attributes");
        writeAttributes();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteAttribute(Utf8JsonWriter json, string name, object value, long timeMs)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("time", TimeOf(timeMs));
        WriteValue(json, value);
        json.WriteEndObject();
    }

    private void WriteEvent(Utf8JsonWriter json, in TraceEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", EventId(entry.Seq));
        json.WriteString("type", TraceText.NameOf(entry.Code));
        json.WriteString("time", TimeOf(entry.TimeMs));
        json.WriteStartArray("attributes");
        WriteAttribute(json, "text", TraceText.Describe(entry, _info, _language));
        WriteAttribute(json, "time_ms", entry.TimeMs);
        if (entry.Cause >= 0)
        {
            WriteAttribute(json, "cause", EventId(entry.Cause));
        }

        if (entry.Site >= 0)
        {
            WriteAttribute(json, "file", _info.Files[_info.Sites[entry.Site].File]);
            WriteAttribute(json, "line", (long)_info.Sites[entry.Site].Line);
        }

        json.WriteEndArray();
        json.WriteStartArray("relationships");
        WriteRelationship(json, IdOf(Exercise, "1"), "part of");
        foreach ((string type, string name, string qualifier) in TraceObjects.Of(entry, _info))
        {
            WriteRelationship(json, IdOf(type, name), qualifier);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteAttribute(Utf8JsonWriter json, string name, object value)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        WriteValue(json, value);
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, object value)
    {
        if (value is long number)
        {
            json.WriteNumber("value", number);
        }
        else
        {
            json.WriteString("value", (string)value);
        }
    }

    private static void WriteRelationship(Utf8JsonWriter json, string id, string qualifier)
    {
        json.WriteStartObject();
        json.WriteString("objectId", id);
        json.WriteString("qualifier", qualifier);
        json.WriteEndObject();
    }

    // A unit and a role may not have one name, but a phase of this log and a type might.
    private static string IdOf(string type, string name) => type + "/" + name;

    private static string EventId(int seq) => "e" + seq.ToString(CultureInfo.InvariantCulture);

    private string TimeOf(long timeMs) =>
        _time.At(timeMs).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
}
