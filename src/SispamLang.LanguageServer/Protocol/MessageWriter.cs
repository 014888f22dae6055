using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SispamLang.LanguageServer.Protocol;

/// <summary>Writes messages, each as one piece, whoever writes.</summary>
internal sealed class MessageWriter(PipeWriter output)
{
    private readonly Lock _gate = new();
    private readonly ArrayBufferWriter<byte> _body = new();
    private bool _isClosed;

    /// <summary>Writes the answer to a request.</summary>
    public void Result<T>(RequestId id, T? result, JsonTypeInfo<T> type) =>
        Write(id, null, "result"u8, json => Value(json, result, type));

    /// <summary>Writes why a request has no result.</summary>
    public void Error(RequestId id, ResponseError error) =>
        Write(id, null, "error"u8, json => JsonSerializer.Serialize(json, error, Json.Default.ResponseError));

    /// <summary>Writes a request of ours.</summary>
    public void Request<T>(RequestId id, string method, T? parameters, JsonTypeInfo<T> type) =>
        Write(id, method, "params"u8, json => Value(json, parameters, type));

    /// <summary>Writes a notification.</summary>
    public void Notification<T>(string method, T parameters, JsonTypeInfo<T> type) =>
        Write(null, method, "params"u8, json => Value(json, parameters, type));

    /// <summary>Nothing is written any more.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            output.Complete();
        }
    }

    private static void Value<T>(Utf8JsonWriter json, T? value, JsonTypeInfo<T> type)
    {
        if (value is null)
        {
            json.WriteNullValue();
        }
        else
        {
            JsonSerializer.Serialize(json, value, type);
        }
    }

    private void Write(RequestId? id, string? method, ReadOnlySpan<byte> name, Action<Utf8JsonWriter> value)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return;
            }

            _body.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(_body, Json.WriterOptions))
            {
                json.WriteStartObject();
                json.WriteString("jsonrpc"u8, "2.0"u8);
                if (id is { } known)
                {
                    json.WritePropertyName("id"u8);
                    json.WriteRawValue(known.Json, skipInputValidation: true);
                }

                if (method is not null)
                {
                    json.WriteString("method"u8, method);
                }

                json.WritePropertyName(name);
                value(json);
                json.WriteEndObject();
            }

            var header = string.Create(CultureInfo.InvariantCulture, $"Content-Length: {_body.WrittenCount}\r\n\r\n");
            Encoding.ASCII.GetBytes(header, output);
            output.Write(_body.WrittenSpan);

            // The pipe takes whatever comes (see StandardStreams): what waits for a slow reader is there, not here.
            _ = output.FlushAsync().AsTask();
        }
    }
}
