using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SispamLang.Runtime;

/// <summary>JSON objects, one a line.</summary>
internal sealed class JsonLines : IDisposable
{
    // Line by line for people and tools to read; nothing here ends up inside HTML.
    private static readonly JsonWriterOptions _options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Stream _output;
    private readonly ArrayBufferWriter<byte> _line = new(512);

    public JsonLines(Stream output)
    {
        _output = output;
        Json = new(_line, _options);
    }

    /// <summary>Takes the object of the line.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>Begins a line.</summary>
    public Utf8JsonWriter Begin()
    {
        _line.ResetWrittenCount();
        Json.Reset();
        return Json;
    }

    /// <summary>Ends it.</summary>
    public void End()
    {
        Json.Flush();
        _output.Write(_line.WrittenSpan);
        _output.WriteByte((byte)'\n');
    }

    public void Dispose() => Json.Dispose();
}
