using System.Text.Encodings.Web;
using System.Text.Json;
using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Runtime;

namespace SispamLang.Export;

/// <summary>
/// The whole drill as data (<c>docs/schemas/drill.schema.json</c>): what it says of itself, who and what it has, its course, and
/// the events list of a reference run. Times are milliseconds, percentages hundredths of a percent.
/// </summary>
internal sealed partial class DrillJson
{
    // Letters stay letters; nothing here ends up inside HTML.
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    private readonly DrillPaper _paper;
    private readonly BoundDrill _drill;
    private readonly DrillProgram _program;
    private readonly DrillInfo _info;
    private readonly Utf8JsonWriter _json;

    private DrillJson(DrillPaper paper, Utf8JsonWriter json)
    {
        _paper = paper;
        _drill = paper.Drill;
        _program = paper.Program;
        _info = paper.Info;
        _json = json;
    }

    /// <summary>Writes it.</summary>
    public static void Write(DrillPaper paper, Stream output, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using (var json = new Utf8JsonWriter(output, Options))
        {
            new DrillJson(paper, json).Write();
        }

        output.WriteByte((byte)'\n');
    }

    private void Write()
    {
        _json.WriteStartObject();
        WriteMarking();
        WriteFacts(_program.Facts);
        WriteForces();
        WriteCrowds();
        WriteCourse();
        WriteProperties();
        WriteReference();
        _json.WriteEndObject();
    }

    private void WriteMarking()
    {
        _json.WriteString("marking", _paper.Marking.Exercise);
        _json.WriteString("drill", _paper.Marking.Drill);
        _json.WriteString("source_hash", _paper.Marking.SourceHash);
        WriteStrings("doctrines", _paper.Marking.Doctrines);
        _json.WriteString("tool_version", _paper.Marking.ToolVersion);
        _json.WriteString("clock", "simulated");
        _json.WriteString("language", _program.Facts.Language);
        WriteStrings("files", _program.Files.Where(file => file.IsOwn).Select(file => file.Path));
    }

    private void WriteFacts(DrillFacts facts)
    {
        _json.WriteStartObject("facts");
        _json.WriteString("operation", facts.Operation);
        WriteIfAny("date", facts.Date);
        if (facts.StartsAtMs is { } start)
        {
            _json.WriteString("starts", ValueText.Clock(start));
        }
        else
        {
            _json.WriteNull("starts");
        }

        WriteIfAny("zone", facts.Zone);
        _json.WriteString("venue", facts.Venue);
        _json.WriteString("host", facts.Host);
        WriteStrings("objectives", facts.Objectives);
        _json.WriteString("observers", facts.Observers);
        _json.WriteString("participants", facts.Participants);
        WriteIfAny("safety_officer", facts.SafetyOfficer);
        WriteIfAny("stop_word", facts.StopWord);
        if (facts.Personnel is { } personnel)
        {
            _json.WriteStartObject("personnel");
            _json.WriteNumber("figure", personnel.Figure);
            _json.WriteString("exactness", TraceText.NameOf(personnel.Exactness));
            _json.WriteBoolean("with_players", personnel.WithPlayers);
            _json.WriteEndObject();
        }
        else
        {
            _json.WriteNull("personnel");
        }

        _json.WriteNumber("ends_after_ms", Value(facts.EndsAfter));
        _json.WriteEndObject();
    }

    // What the reference run starts with: a param has its default.
    private long Value(Amount amount) => amount.Param < 0 ? amount.Constant : _program.Params[amount.Param].Default;

    private void WriteSpan(string name, Span? span)
    {
        if (span is not { } some)
        {
            _json.WriteNull(name);
            return;
        }

        _json.WriteStartObject(name);
        _json.WriteNumber("min_ms", Value(some.Low));
        _json.WriteNumber("max_ms", Value(some.High));
        _json.WriteEndObject();
    }

    private void WriteIfAny(string name, string value)
    {
        if (value.Length == 0)
        {
            _json.WriteNull(name);
        }
        else
        {
            _json.WriteString(name, value);
        }
    }

    private void WriteStrings(string name, IEnumerable<string> values)
    {
        _json.WriteStartArray(name);
        foreach (var value in values)
        {
            _json.WriteStringValue(value);
        }

        _json.WriteEndArray();
    }

    private void WriteAll<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        _json.WriteStartArray(name);
        foreach (var item in items)
        {
            _json.WriteStartObject();
            write(item);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteSite(int site)
    {
        if (site < 0)
        {
            _json.WriteNull("file");
            _json.WriteNull("line");
            return;
        }

        _json.WriteString("file", _info.Files[_info.Sites[site].File]);
        _json.WriteNumber("line", _info.Sites[site].Line);
    }
}
