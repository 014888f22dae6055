using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SispamLang.LanguageServer.Protocol.Messages;

namespace SispamLang.LanguageServer.Protocol;

/// <summary>Takes the messages that a <see cref="Connection"/> reads, one after the other.</summary>
internal interface IReceiver
{
    /// <summary>Takes a notification.</summary>
    /// <returns>False to leave.</returns>
    bool Take(string method, ReadOnlyMemory<byte> parameters);

    /// <summary>Takes a request: whatever has to be done in turn is done when it returns. The rest runs beside what follows.</summary>
    /// <param name="method">The method.</param>
    /// <param name="parameters">Its params in JSON.</param>
    /// <param name="cancellation">Is cancelled if the client does not want the answer any more.</param>
    /// <returns>What writes the answer.</returns>
    Task<Reply> AnswerAsync(string method, ReadOnlyMemory<byte> parameters, CancellationToken cancellation);
}

/// <summary>Writes the answer to a request.</summary>
internal delegate void Reply(MessageWriter writer, RequestId id);

/// <summary>
/// JSON-RPC with one client. Messages are taken in the order in which they come. Requests are answered when they are ready, and
/// every one is: with its result, with an error, or with that it was cancelled.
/// </summary>
internal sealed class Connection(PipeReader input, PipeWriter output, TextWriter log)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly MessageReader _reader = new(input);
    private readonly MessageWriter _writer = new(output);
    private readonly ConcurrentDictionary<RequestId, CancellationTokenSource> _underWay = new();
    private readonly ConcurrentDictionary<Task, byte> _answers = new();
    private readonly ConcurrentDictionary<RequestId, TaskCompletionSource<ReadOnlyMemory<byte>>> _asked = new();
    private int _lastId;

    /// <summary>Reads until the input ends or the receiver leaves; then finishes what is under way.</summary>
    /// <returns>False if the input can't be read any further.</returns>
    public async Task<bool> RunAsync(IReceiver receiver, CancellationToken cancellationToken)
    {
        var isReadable = true;
        try
        {
            while (await _reader.ReadAsync(cancellationToken) is { } body)
            {
                if (!Take(Message.Parse(body), receiver))
                {
                    await CancelAllAsync();
                    break;
                }
            }
        }
        catch (BrokenHeaderException e)
        {
            isReadable = false;
            log.WriteLine("sispam-lsp: " + e.Message);
        }
        catch (OperationCanceledException)
        {
            // The client is gone.
        }

        await FinishAsync(cancellationToken);
        return isReadable;
    }

    /// <summary>Tells the client something.</summary>
    public void Notify<T>(string method, T parameters, JsonTypeInfo<T> type) =>
        _writer.Notification(method, parameters, type);

    /// <summary>Asks the client for something.</summary>
    /// <returns>The result in JSON; <c>null</c> if it is an error.</returns>
    public async Task<ReadOnlyMemory<byte>> AskAsync<T>(string method, T? parameters, JsonTypeInfo<T> type)
    {
        var id = new RequestId(Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture));
        var answer = new TaskCompletionSource<ReadOnlyMemory<byte>>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[id] = answer;
        _writer.Request(id, method, parameters, type);
        return await answer.Task;
    }

    /// <summary>Tells those who look after the server that something went wrong.</summary>
    public void Report(string what)
    {
        log.WriteLine("sispam-lsp: " + what);
        Notify("window/logMessage", new MessageParams(MessageParams.Error, what), Json.Default.MessageParams);
    }

    private bool Take(Message message, IReceiver receiver)
    {
        switch (message.Kind)
        {
            case MessageKind.Notification when message.Method == "$/cancelRequest":
                Cancel(message.Params.Span);
                break;
            case MessageKind.Notification:
                return Take(message.Method, message.Params, receiver);
            case MessageKind.Request:
                Begin(message, receiver);
                break;
            case MessageKind.Response:
                if (_asked.TryRemove(message.Id, out var answer))
                {
                    answer.SetResult(message.Result);
                }

                break;
            case MessageKind.Invalid:
                _writer.Error(message.Id, new ResponseError(ErrorCodes.InvalidRequest, "This is no message."));
                break;
            default:
                _writer.Error(message.Id, new ResponseError(ErrorCodes.ParseError, "This is no JSON."));
                break;
        }

        return true;
    }

#pragma warning disable CA1031 // Whatever it is that one message does, the server lives.
    private bool Take(string method, ReadOnlyMemory<byte> parameters, IReceiver receiver)
    {
        try
        {
            return receiver.Take(method, parameters);
        }
        catch (Exception e)
        {
            Report($"{method}: {e}");
            return true;
        }
    }

    private async Task AnswerAsync(Message message, IReceiver receiver, CancellationTokenSource cancellation)
    {
        Reply reply;
        try
        {
            reply = await receiver.AnswerAsync(message.Method, message.Params, cancellation.Token);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            reply = Failure(ErrorCodes.RequestCancelled, "Cancelled.");
        }
        catch (Exception e)
        {
            Report($"{message.Method}: {e}");
            reply = Failure(ErrorCodes.InternalError, $"A defect of the server: {e.GetType().Name}.");
        }

        _underWay.TryRemove(message.Id, out _);
        reply(_writer, message.Id);
    }
#pragma warning restore CA1031

    private static Reply Failure(int code, string sentence) =>
        (writer, id) => writer.Error(id, new ResponseError(code, sentence));

    private void Begin(Message message, IReceiver receiver)
    {
        var cancellation = new CancellationTokenSource();
        if (!_underWay.TryAdd(message.Id, cancellation))
        {
            _writer.Error(message.Id, new ResponseError(ErrorCodes.InvalidRequest, "This id is in use."));
            return;
        }

        var answer = AnswerAsync(message, receiver, cancellation);
        if (!answer.IsCompleted)
        {
            _answers[answer] = 0;
            _ = answer.ContinueWith(done => _answers.TryRemove(done, out _), TaskScheduler.Default);
        }
    }

    private void Cancel(ReadOnlySpan<byte> parameters)
    {
        try
        {
            var id = JsonSerializer.Deserialize(parameters, Json.Default.CancelParams)?.Id.GetRawText();
            if (id is not null && _underWay.TryGetValue(new RequestId(id), out var request))
            {
                // Beside the loop: what is registered with the token runs at once.
                _ = request.CancelAsync();
            }
        }
        catch (JsonException)
        {
            // There is nobody to be told.
        }
    }

    private async Task FinishAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(_answers.Keys).WaitAsync(Grace, cancellationToken);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            await CancelAllAsync();
        }

        foreach (var answer in _asked.Values)
        {
            answer.TrySetCanceled(CancellationToken.None);
        }

        _writer.Close();
    }

    private async Task CancelAllAsync()
    {
        foreach (var request in _underWay.Values)
        {
            await request.CancelAsync();
        }
    }
}
