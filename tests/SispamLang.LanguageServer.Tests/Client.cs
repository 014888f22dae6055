using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace SispamLang.LanguageServer.Tests;

/// <summary>A client that speaks to a server through two pipes, and knows no more of the protocol than its JSON.</summary>
internal sealed class Client : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Stream _toServer;
    private readonly Channel<JsonObject> _notifications = Channel.CreateUnbounded<JsonObject>();
    private readonly Channel<JsonObject> _strayAnswers = Channel.CreateUnbounded<JsonObject>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonObject>> _answers = new();
    private readonly Task _reading;
    private bool _isEnded;
    private int _lastId;

    public Client(Stream fromServer, Stream toServer, Task<int> exit, StringWriter log)
    {
        _toServer = toServer;
        Exit = exit;
        Log = log;
        _reading = Task.Run(() => ReadAsync(fromServer));
    }

    /// <summary>The server's exit status, when it ends.</summary>
    public Task<int> Exit { get; }

    /// <summary>What the server logs.</summary>
    public StringWriter Log { get; }

    /// <summary>Answers the requests of the server.</summary>
    public Func<string, JsonNode?, JsonNode?> Answer { get; set; } = (_, _) => null;

    /// <summary>The requests of the server, by method.</summary>
    public ConcurrentQueue<(string Method, JsonNode? Params)> Asked { get; } = new();

    /// <summary>A notification of a method has come and was not taken yet.</summary>
    public bool HasTold(string method) =>
        _notifications.Reader.TryPeek(out var message) && message["method"]!.GetValue<string>() == method;

    /// <summary>Whatever bytes the server wrote that are no messages.</summary>
    public string Rubbish { get; private set; } = "";

    /// <summary>A client of a server in this process.</summary>
    public static Client InMemory()
    {
        var toServer = new Pipe();
        var fromServer = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        var log = new StringWriter(CultureInfo.InvariantCulture);
        var exit = new Server(toServer.Reader, fromServer.Writer, TextWriter.Synchronized(log)).RunAsync();
        return new Client(fromServer.Reader.AsStream(), toServer.Writer.AsStream(), exit, log);
    }

    /// <summary>A client of a server in this process that is initialized.</summary>
    public static async Task<Client> StartedAsync(string capabilities = "{}", string rest = "\"rootUri\":null")
    {
        var client = InMemory();
        await client.InitializeAsync(capabilities, rest);
        return client;
    }

    /// <summary>Initializes.</summary>
    public async Task<JsonObject> InitializeAsync(string capabilities = "{}", string rest = "\"rootUri\":null")
    {
        var answer = await RequestAsync(
            "initialize",
            $$"""{"processId":null,"capabilities":{{capabilities}},{{rest}}}"""
        );
        Notify("initialized", "{}");
        return answer;
    }

    /// <summary>Sends bytes as they are.</summary>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        lock (_toServer)
        {
            if (!_isEnded)
            {
                _toServer.Write(bytes);
                _toServer.Flush();
            }
        }
    }

    /// <summary>Sends a body with its header.</summary>
    public void SendBody(string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        Send([.. Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"), .. body]);
    }

    /// <summary>Ends what the server reads.</summary>
    public void End()
    {
        lock (_toServer)
        {
            _isEnded = true;
            _toServer.Dispose();
        }
    }

    /// <summary>Sends a notification.</summary>
    public void Notify(string method, string parameters) =>
        SendBody($$"""{"jsonrpc":"2.0","method":"{{method}}","params":{{parameters}}}""");

    /// <summary>Sends a request and gives the whole answer.</summary>
    public Task<JsonObject> RequestAsync(string method, string parameters) =>
        RequestAsync(Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture), method, parameters);

    /// <summary>Sends a request with an id in JSON and gives the whole answer.</summary>
    public Task<JsonObject> RequestAsync(string id, string method, string parameters)
    {
        var answer = AnswerTo(id);
        SendBody($$"""{"jsonrpc":"2.0","id":{{id}},"method":"{{method}}","params":{{parameters}}}""");
        return answer;
    }

    /// <summary>The answer to an id in JSON.</summary>
    public async Task<JsonObject> AnswerTo(string id)
    {
        var source = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        _answers[id] = source;
        return await source.Task.WaitAsync(Patience);
    }

    /// <summary>The next answer to nothing that was asked.</summary>
    public async Task<JsonObject> StrayAnswerAsync() =>
        await _strayAnswers.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>The params of the next notification of a method; others before it are passed over.</summary>
    public async Task<JsonObject> NotificationAsync(string method, Func<JsonObject, bool>? wanted = null)
    {
        while (true)
        {
            var message = await _notifications.Reader.ReadAsync().AsTask().WaitAsync(Patience);
            if (
                message["method"]!.GetValue<string>() == method
                && message["params"] is JsonObject parameters
                && (wanted is null || wanted(parameters))
            )
            {
                return parameters;
            }
        }
    }

    /// <summary>Opens a document.</summary>
    public void Open(string uri, string text, int version = 1) =>
        Notify(
            "textDocument/didOpen",
            $$$"""{"textDocument":{"uri":"{{{uri}}}","languageId":"sispam","version":{{{version}}},"text":{{{Quote(text)}}} } }"""
        );

    /// <summary>Changes a document; each change in JSON.</summary>
    public void Change(string uri, int version, params string[] changes) =>
        Notify(
            "textDocument/didChange",
            $$$"""{"textDocument":{"uri":"{{{uri}}}","version":{{{version}}} },"contentChanges":[{{{string.Join(',', changes)}}}]}"""
        );

    /// <summary>A change of a range.</summary>
    public static string Edit(int line, int character, int endLine, int endCharacter, string text) =>
        Edit(Range(line, character, endLine, endCharacter), text);

    /// <summary>A change of a range in JSON.</summary>
    public static string Edit(string range, string text) => $$"""{"range":{{range}},"text":{{Quote(text)}}}""";

    /// <summary>A range in JSON.</summary>
    public static string Range(int line, int character, int endLine, int endCharacter) =>
        $$$"""{"start":{"line":{{{line}}},"character":{{{character}}} },"end":{"line":{{{endLine}}},"character":{{{endCharacter}}} } }""";

    /// <summary>What the server says about a document in a version.</summary>
    public async Task<JsonArray> DiagnosticsAsync(string uri, int? version) =>
        (JsonArray)
            (
                await NotificationAsync(
                    "textDocument/publishDiagnostics",
                    p => p["uri"]!.GetValue<string>() == uri && p["version"]?.GetValue<int>() == version
                )
            )["diagnostics"]!;

    /// <summary>A text in JSON.</summary>
    public static string Quote(string text) => JsonSerializer.Serialize(text);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            End();
        }
        catch (IOException)
        {
            // The server has left already.
        }

        await Exit.WaitAsync(Patience);
        await _reading.WaitAsync(Patience);
    }

    private async Task ReadAsync(Stream stream)
    {
        var reader = PipeReader.Create(stream);
        while (true)
        {
            var read = await reader.ReadAsync();
            var buffer = read.Buffer;
            while (TryTake(ref buffer, out var message))
            {
                Take(message);
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
            {
                Rubbish = Encoding.UTF8.GetString(buffer);
                return;
            }
        }
    }

    private static bool TryTake(ref ReadOnlySequence<byte> buffer, out JsonObject message)
    {
        message = [];
        var bytes = new SequenceReader<byte>(buffer);
        if (!bytes.TryReadTo(out ReadOnlySequence<byte> header, "\r\n\r\n"u8))
        {
            return false;
        }

        var length = int.Parse(Encoding.ASCII.GetString(header)["Content-Length: ".Length..]);
        if (bytes.UnreadSequence.Length < length)
        {
            return false;
        }

        var body = bytes.UnreadSequence.Slice(0, length);
        message = JsonNode.Parse(Encoding.UTF8.GetString(body))!.AsObject();
        buffer = buffer.Slice(body.End);
        return true;
    }

    private void Take(JsonObject message)
    {
        if (message["method"] is null)
        {
            var id = message["id"]?.ToJsonString() ?? "null";
            if (_answers.TryRemove(id, out var answer))
            {
                answer.SetResult(message);
            }
            else
            {
                _strayAnswers.Writer.TryWrite(message);
            }
        }
        else if (message["id"] is { } id)
        {
            var method = message["method"]!.GetValue<string>();
            Asked.Enqueue((method, message["params"]));
            var result = Answer(method, message["params"])?.ToJsonString() ?? "null";
            SendBody($$"""{"jsonrpc":"2.0","id":{{id.ToJsonString()}},"result":{{result}}}""");
        }
        else
        {
            _notifications.Writer.TryWrite(message);
        }
    }
}
