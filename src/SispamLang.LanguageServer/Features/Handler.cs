using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SispamLang.LanguageServer.Protocol;

namespace SispamLang.LanguageServer.Features;

/// <summary>Does what one method of the protocol asks for.</summary>
/// <param name="Method">The method.</param>
internal abstract record Handler(string Method)
{
    /// <summary>Reads params.</summary>
    /// <exception cref="JsonException">They are not what the method has.</exception>
    protected static T Read<T>(ReadOnlyMemory<byte> json, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(json.Span, type) ?? throw new JsonException("There are no params.");
}

/// <summary>Takes a notification, in its turn: it is quick.</summary>
internal abstract record NotificationHandler(string Method) : Handler(Method)
{
    /// <summary>Takes it.</summary>
    public abstract void Take(ReadOnlyMemory<byte> parameters, Session session);
}

/// <inheritdoc cref="NotificationHandler"/>
internal sealed record Notification<TParams>(
    string Method,
    JsonTypeInfo<TParams> Params,
    Action<TParams, Session> Handle
) : NotificationHandler(Method)
{
    /// <inheritdoc/>
    public override void Take(ReadOnlyMemory<byte> parameters, Session session) =>
        Handle(Read(parameters, Params), session);
}

/// <summary>Answers a request from what its <see cref="Turn"/> shows, beside whatever else is going on.</summary>
internal abstract record RequestHandler(string Method) : Handler(Method)
{
    /// <summary>Answers it.</summary>
    public abstract Func<Task<Reply>> Begin(ReadOnlyMemory<byte> parameters, Turn turn, CancellationToken cancellation);
}

/// <inheritdoc cref="RequestHandler"/>
internal sealed record Request<TParams, TResult>(
    string Method,
    JsonTypeInfo<TParams> Params,
    JsonTypeInfo<TResult> Result,
    Func<TParams, Turn, CancellationToken, ValueTask<Answer<TResult>>> Handle
) : RequestHandler(Method)
{
    /// <inheritdoc/>
    public override Func<Task<Reply>> Begin(ReadOnlyMemory<byte> parameters, Turn turn, CancellationToken cancellation)
    {
        var read = Read(parameters, Params);
        return async () =>
        {
            var (result, error) = await Handle(read, turn, cancellation);
            return error is null
                ? (writer, id) => writer.Result(id, result, Result)
                : (writer, id) => writer.Error(id, error);
        };
    }
}
