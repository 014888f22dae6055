using System.IO.Pipelines;
using System.Text.Json;
using SispamLang.Dialects;
using SispamLang.LanguageServer.Features;
using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;

namespace SispamLang.LanguageServer;

/// <summary>The language server: from <c>initialize</c> to <c>exit</c>, whatever comes between.</summary>
public sealed class Server : IReceiver
{
    private readonly Connection _connection;
    private readonly Dialect? _language;
    private readonly CancellationTokenSource _clientIsGone = new();
    private Session? _session;
    private bool _isShutDown;

    /// <summary>Makes a server for one client.</summary>
    /// <param name="input">What the client writes.</param>
    /// <param name="output">What the client reads; takes whatever it is given without waiting.</param>
    /// <param name="log">Takes lines for those who look after the server.</param>
    /// <param name="language">The language of messages if the client sets none; null for that of each file.</param>
    public Server(PipeReader input, PipeWriter output, TextWriter log, Dialect? language = null)
    {
        _connection = new Connection(input, output, log);
        _language = language;
    }

    /// <summary>Serves until the client says <c>exit</c>, ends its output or is gone.</summary>
    /// <param name="clientProcessId">The process of the client, if it is known.</param>
    /// <returns>The exit status: 0 after <c>shutdown</c>, else 1.</returns>
    public async Task<int> RunAsync(int? clientProcessId = null)
    {
        Watch(clientProcessId);
        var isReadable = await _connection.RunAsync(this, _clientIsGone.Token);
        return isReadable && _isShutDown ? 0 : 1;
    }

    bool IReceiver.Take(string method, ReadOnlyMemory<byte> parameters)
    {
        switch (method)
        {
            case "exit":
                return false;
            case "initialized" when _session is not null && !_isShutDown:
                Begin(_session);
                break;
            default:
                if (
                    _session is not null
                    && !_isShutDown
                    && AllFeatures.Handlers.GetValueOrDefault(method) is NotificationHandler handler
                )
                {
                    handler.Take(parameters, _session);
                }

                break;
        }

        return true;
    }

    Task<Reply> IReceiver.AnswerAsync(string method, ReadOnlyMemory<byte> parameters, CancellationToken cancellation)
    {
        try
        {
            return method switch
            {
                _ when _isShutDown => Fail(ErrorCodes.InvalidRequest, "The server is shut down."),
                "initialize" when _session is null => Task.FromResult(Initialize(parameters)),
                "initialize" => Fail(ErrorCodes.InvalidRequest, "The server is initialized already."),
                _ when _session is null => Fail(ErrorCodes.ServerNotInitialized, "The server is not initialized."),
                "shutdown" => Task.FromResult(ShutDown()),
                _ when AllFeatures.Handlers.GetValueOrDefault(method) is RequestHandler handler => Answer(
                    handler.Begin(parameters, new Turn(_session.Workspace.Current, _session), cancellation),
                    _session,
                    cancellation
                ),
                _ => Fail(ErrorCodes.MethodNotFound, $"There is no method {method}."),
            };
        }
        catch (JsonException e)
        {
            return Fail(ErrorCodes.InvalidParams, $"The params are not those of {method}: look at {e.Path ?? "$"}.");
        }
    }

    private static Task<Reply> Answer(Func<Task<Reply>> answer, Session session, CancellationToken cancellation)
    {
        var work = Task.Run(answer, cancellation);
        session.Watch(work);
        return work;
    }

    private static Task<Reply> Fail(int code, string sentence) =>
        Task.FromResult<Reply>((writer, id) => writer.Error(id, new ResponseError(code, sentence)));

    private static void Begin(Session session)
    {
        session.Register([.. AllFeatures.List.SelectMany(feature => feature.Register(session.Client))]);
        if (session.Client.Workspace?.Configuration == true)
        {
            session.AskForSettings();
        }
    }

    private Reply Initialize(ReadOnlyMemory<byte> parameters)
    {
        var initialize =
            JsonSerializer.Deserialize(parameters.Span, Json.Default.InitializeParams)
            ?? throw new JsonException("There are no params.");
        _session = new Session(_connection, initialize, _language);
        Watch(initialize.ProcessId);
        var capabilities = new ServerCapabilities();
        foreach (var feature in AllFeatures.List)
        {
            feature.Announce(capabilities, _session);
        }

        var result = new InitializeResult(
            capabilities,
            new ServerInfo("sispam-lsp", typeof(Server).Assembly.GetName().Version?.ToString(3) ?? "")
        );
        return (writer, id) => writer.Result(id, result, Json.Default.InitializeResult);
    }

    private Reply ShutDown()
    {
        _isShutDown = true;
        return (writer, id) => writer.Result(id, null, Json.Default.NoResult);
    }

    private void Watch(int? process)
    {
        if (process is { } id)
        {
            _ = ClientProcess.WatchAsync(id, _clientIsGone);
        }
    }
}
