using System.Text.Json;

namespace SispamLang.Runtime;

/// <summary>One entry as a JSON object: <c>seq, time_ms, phase, kind, text, cause, file, line, column</c> and what the kind adds.</summary>
internal sealed class TraceJsonObject(
    Utf8JsonWriter json,
    DrillInfo info,
    string language,
    string toolVersion,
    IReadOnlyDictionary<string, long>? parameters
)
{
    /// <summary>The kind of the lines that tell what the controller did.</summary>
    public const string ControllerKind = "controller";

    private readonly Utf8JsonWriter _json = json;
    private readonly DrillInfo _info = info;
    private readonly string _language = language;
    private readonly IReadOnlyDictionary<string, long> _params = parameters ?? new Dictionary<string, long>();

    /// <summary>The word that marks all of it as an exercise.</summary>
    public static string MarkingIn(string language) => language == "id" ? "LATIHAN" : "EXERCISE";

    public void Write(in TraceEntry entry)
    {
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
    }

    public void Write(in ControllerAct act, int next, int phase)
    {
        _json.WriteStartObject();
        _json.WriteNumber("seq", next);
        _json.WriteNumber("time_ms", act.TimeMs);
        WriteName("phase", phase < 0 ? null : _info.Phases[phase].Name);
        _json.WriteString("kind", ControllerKind);
        _json.WriteString("text", act.Describe(_language));
        WriteIndex("cause", -1);
        WriteSite(-1);
        _json.WriteString("code", TraceText.NameOf(act.Code));
        _json.WriteNumber("value", act.Value);
        if (act.Text.Length > 0)
        {
            _json.WriteString("note", act.Text);
        }

        _json.WriteEndObject();
    }

    private void WriteStart(in TraceEntry entry)
    {
        _json.WriteString("marking", MarkingIn(_language));
        _json.WriteString("drill", _info.Title);
        _json.WriteString("source_hash", _info.SourceHash);
        _json.WriteStartArray("doctrines");
        foreach (string doctrine in _info.Doctrines)
        {
            _json.WriteStringValue(doctrine);
        }

        _json.WriteEndArray();
        _json.WriteNumber("seed", unchecked((ulong)entry.C));
        _json.WriteString("tool_version", toolVersion);
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
