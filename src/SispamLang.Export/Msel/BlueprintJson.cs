using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SispamLang.Runtime;

namespace SispamLang.Export;

/// <summary>
/// The events list as Blueprint uploads an MSEL: moves are the phases, data fields the columns, scenario events the rows, each in
/// seconds from the start.
/// </summary>
/// <remarks>
/// The platform reads the members of its own tables by their exact names, and puts what it reads into its database as it is: so every
/// row has an identifier of its own here, the same each time the same paper is made, and the start is in UTC.
/// </remarks>
internal sealed class BlueprintJson
{
    // DataFieldType and EventType of the platform.
    private const int Text = 0;
    private const int Inject = 10;
    private const int Information = 20;
    private const int Facilitation = 30;

    // Only ASCII, as the platform itself writes it.
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.Default,
        NewLine = "\n",
    };

    private static readonly ImmutableArray<MselColumn> Columns = [.. MselColumns.Texts, MselColumn.Marking];

    private readonly MselTable _table;
    private readonly DrillPaper _paper;
    private readonly Utf8JsonWriter _json;
    private readonly Guid _msel;

    private BlueprintJson(DrillPaper paper, Utf8JsonWriter json)
    {
        _table = MselTable.Of(paper);
        _paper = paper;
        _json = json;
        _msel = Identify("msel");
    }

    /// <summary>Writes it.</summary>
    public static void Write(DrillPaper paper, Stream output, CancellationToken cancellationToken)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            new BlueprintJson(paper, json).Write(cancellationToken);
        }

        output.WriteByte((byte)'\n');
    }

    private void Write(CancellationToken cancellationToken)
    {
        var time = new SimulatedTime(_paper.Info, _paper.Day);
        _json.WriteStartObject();
        _json.WriteString("Id", _msel);
        _json.WriteString("Name", _paper.Marking.Exercise + ": " + _paper.Marking.Drill);
        _json.WriteString("Description", _table.MarkingLine);
        _json.WriteBoolean("IsTemplate", false);
        _json.WriteString("StartTime", time.Start.UtcDateTime);
        _json.WriteNumber("DurationSeconds", Seconds(_paper.Reference.EndMs));
        _json.WriteBoolean("ShowTimeOnScenarioEventList", true);
        _json.WriteBoolean("ShowTimeOnExerciseView", true);
        WriteMoves();
        WriteFields();
        _json.WriteStartArray("ScenarioEvents");
        var inSecond = 0;
        for (var i = 0; i < _table.Rows.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            inSecond = i > 0 && _table.Rows[i].TimeMs == _table.Rows[i - 1].TimeMs ? inSecond + 1 : 0;
            WriteEvent(_table.Rows[i], inSecond);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteMoves()
    {
        _json.WriteStartArray("Moves");
        for (var i = 0; i < _paper.Info.Phases.Count; i++)
        {
            var phase = _paper.Info.Phases[i];
            _json.WriteStartObject();
            _json.WriteString("Id", Identify("move", i));
            _json.WriteString("MselId", _msel);
            _json.WriteNumber("MoveNumber", i);
            _json.WriteString("Title", phase.Name);
            _json.WriteString("Description", phase.Title);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteFields()
    {
        _json.WriteStartArray("DataFields");
        for (var i = 0; i < Columns.Length; i++)
        {
            _json.WriteStartObject();
            _json.WriteString("Id", Identify("field", i));
            _json.WriteString("MselId", _msel);
            _json.WriteString("Name", _paper.Texts.Heading(Columns[i]));
            _json.WriteNumber("DataType", Text);
            _json.WriteNumber("DisplayOrder", i + 1);
            _json.WriteBoolean("OnScenarioEventList", true);
            _json.WriteBoolean("OnExerciseView", true);
            _json.WriteBoolean("IsShownOnDefaultTab", true);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteEvent(MselRow row, int inSecond)
    {
        var id = Identify("event", row.Number);
        _json.WriteStartObject();
        _json.WriteString("Id", id);
        _json.WriteString("MselId", _msel);
        _json.WriteNumber("DeltaSeconds", Seconds(row.TimeMs));
        _json.WriteNumber("GroupOrder", inSecond);
        _json.WriteNumber("ScenarioEventType", TypeOf(row.Kind));

        // What the players are to find out by themselves.
        _json.WriteBoolean("IsHidden", TypeOf(row.Kind) == Facilitation);
        _json.WriteStartArray("DataValues");
        for (var i = 0; i < Columns.Length; i++)
        {
            _json.WriteStartObject();
            _json.WriteString("Id", Identify("value", (row.Number * Columns.Length) + i));
            _json.WriteString("ScenarioEventId", id);
            _json.WriteString("DataFieldId", Identify("field", i));
            _json.WriteString(
                "Value",
                Columns[i] == MselColumn.Marking ? _paper.Marking.Exercise : row.TextIn(Columns[i])
            );
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private static int TypeOf(MselRowKind kind) =>
        kind switch
        {
            MselRowKind.Inject => Inject,
            MselRowKind.Announcement or MselRowKind.Order => Information,
            _ => Facilitation,
        };

    private static long Seconds(long ms) => ms / 1000;

    // RFC 9562, version 8: made of a hash.
    private Guid Identify(string what, int number = 0)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{_table.MarkingLine}\n{what} {number}"), hash);
        var version = BinaryPrimitives.ReadUInt16BigEndian(hash[6..]);
        BinaryPrimitives.WriteUInt16BigEndian(hash[6..], (ushort)((version & 0x0FFF) | 0x8000));
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
