using System.Text;
using System.Text.Json;

namespace SispamLang.LanguageServer.Protocol;

/// <summary>What a message is.</summary>
internal enum MessageKind
{
    /// <summary>Wants an answer.</summary>
    Request,

    /// <summary>Wants none.</summary>
    Notification,

    /// <summary>The answer to a request of ours.</summary>
    Response,

    /// <summary>JSON, but none of these.</summary>
    Invalid,

    /// <summary>No JSON.</summary>
    Unreadable,
}

/// <summary>A message of JSON-RPC, taken apart as far as one can without knowing its method.</summary>
internal readonly record struct Message
{
    private static readonly byte[] Null = "null"u8.ToArray();
    private static readonly Message Unreadable = new() { Kind = MessageKind.Unreadable };

    public Message() { }

    /// <summary>What it is.</summary>
    public required MessageKind Kind { get; init; }

    /// <summary>The id of a request or response.</summary>
    public RequestId Id { get; init; } = RequestId.None;

    /// <summary>The method of a request or notification; empty for a response.</summary>
    public string Method { get; init; } = "";

    /// <summary>The params in JSON; <c>null</c> if there are none.</summary>
    public ReadOnlyMemory<byte> Params { get; init; } = Null;

    /// <summary>The result of a response in JSON; <c>null</c> if there is none, as in an error.</summary>
    public ReadOnlyMemory<byte> Result { get; init; } = Null;

    /// <summary>Takes a body apart.</summary>
    public static Message Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return System.Text.Unicode.Utf8.IsValid(body.Span) ? Read(body) : Unreadable;
        }
        catch (JsonException)
        {
            return Unreadable;
        }
    }

    private static Message Read(ReadOnlyMemory<byte> body)
    {
        var json = new Utf8JsonReader(body.Span);
        string? method = null;
        var (id, isGoodId) = (RequestId.None, true);
        ReadOnlyMemory<byte> parameters = Null;
        ReadOnlyMemory<byte> result = Null;
        var isResponse = false;
        json.Read();
        var isObject = json.TokenType == JsonTokenType.StartObject;
        while (isObject && json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString();
            json.Read();
            switch (name)
            {
                case "id":
                    isGoodId = json.TokenType is JsonTokenType.Number or JsonTokenType.String;
                    id = isGoodId ? new RequestId(Encoding.UTF8.GetString(Value(ref json).Span)) : RequestId.None;
                    break;
                case "method" when json.TokenType == JsonTokenType.String:
                    method = json.GetString();
                    break;
                case "params":
                    parameters = Value(ref json);
                    break;
                case "result":
                    isResponse = true;
                    result = Value(ref json);
                    break;
                case "error":
                    isResponse = true;
                    break;
            }

            json.Skip();
        }

        // What is no object is still to be read to its end, for it may be no JSON either.
        while (json.Read())
        {
            json.Skip();
        }

        return new Message
        {
            Kind =
                !isObject || !isGoodId ? MessageKind.Invalid
                : method is not null
                    ? id == RequestId.None ? MessageKind.Notification
                        : MessageKind.Request
                : isResponse && id != RequestId.None ? MessageKind.Response
                : MessageKind.Invalid,
            Id = id,
            Method = method ?? "",
            Params = parameters,
            Result = result,
        };

        ReadOnlyMemory<byte> Value(ref Utf8JsonReader json)
        {
            var start = (int)json.TokenStartIndex;
            json.Skip();
            return body[start..(int)json.BytesConsumed];
        }
    }
}
