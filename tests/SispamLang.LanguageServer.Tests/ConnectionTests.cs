using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json.Nodes;
using SispamLang.LanguageServer.Protocol;

namespace SispamLang.LanguageServer.Tests;

/// <summary>What the connection promises whoever is behind it.</summary>
public sealed class ConnectionTests
{
    [Fact]
    public async Task A_cancelled_request_is_answered_while_it_still_waits()
    {
        await using var client = Connect(out _);
        var answer = client.RequestAsync("\"slow\"", "wait", "{}");
        client.Notify("$/cancelRequest", """{"id":"slow"}""");
        Assert.Equal(-32800, (int)(await answer)["error"]!["code"]!);
    }

    [Fact]
    public async Task To_cancel_what_is_not_there_does_nothing()
    {
        await using var client = Connect(out _);
        var answer = client.RequestAsync("7", "wait", "{}");
        client.Notify("$/cancelRequest", """{"id":"7"}""");
        client.Notify("$/cancelRequest", """{"id":99}""");
        client.Notify("$/cancelRequest", "{}");
        client.Notify("$/cancelRequest", "[]");
        Assert.NotNull((await client.RequestAsync("echo", "[1]"))["result"]);
        Assert.False(answer.IsCompleted);
        client.Notify("$/cancelRequest", """{"id":7}""");
        await answer;
    }

    [Fact]
    public async Task A_request_that_waits_holds_up_nobody()
    {
        await using var client = Connect(out _);
        var slow = client.RequestAsync("wait", "{}");
        for (var i = 0; i < 100; i++)
        {
            await client.RequestAsync("echo", "[1]");
        }

        Assert.False(slow.IsCompleted);
        client.Notify("go", "{}");
        Assert.NotNull((await slow)["result"]);
    }

    [Fact]
    public async Task A_defect_in_one_request_is_answered_and_logged_and_the_server_goes_on()
    {
        await using var client = Connect(out _);
        foreach (var method in new[] { "crash", "crash later" })
        {
            Assert.Equal(-32603, (int)(await client.RequestAsync(method, "{}"))["error"]!["code"]!);
            await client.NotificationAsync("window/logMessage");
        }

        client.Notify("crash", "{}");
        await client.NotificationAsync("window/logMessage");
        Assert.Equal(3, client.Log.ToString().Split("Broken on purpose").Length - 1);
        Assert.NotNull((await client.RequestAsync("echo", "[1]"))["result"]);
    }

    [Fact]
    public async Task What_the_server_asks_is_answered_while_another_request_is_handled()
    {
        await using var client = Connect(out _);
        client.Answer = (method, parameters) => method == "question" ? parameters!.DeepClone() : null;
        var slow = client.RequestAsync("wait", "{}");
        Assert.Equal("""["a"]""", (await client.RequestAsync("ask", "{}"))["result"]!.ToJsonString());
        Assert.False(slow.IsCompleted);
        client.Notify("go", "{}");
        await slow;
    }

    [Fact]
    public async Task An_id_that_is_in_use_is_refused()
    {
        await using var client = Connect(out _);
        var slow = client.RequestAsync("1000", "wait", "{}");
        client.SendBody("""{"jsonrpc":"2.0","id":1000,"method":"echo","params":[]}""");
        Assert.Equal(-32600, (int)(await slow)["error"]!["code"]!);
    }

    [Fact]
    public async Task Answers_to_nothing_are_passed_over()
    {
        await using var client = Connect(out _);
        client.SendBody("""{"jsonrpc":"2.0","id":12345,"result":null}""");
        client.SendBody("""{"jsonrpc":"2.0","id":12345,"error":{"code":1,"message":"no"}}""");
        Assert.NotNull((await client.RequestAsync("echo", "[1]"))["result"]);
    }

    [Fact]
    public async Task A_thousand_messages_at_once_are_answered_in_their_turn()
    {
        await using var client = Connect(out var receiver);
        var answers = new List<Task<JsonObject>>();
        for (var i = 0; i < 1000; i++)
        {
            client.Notify("count", "{}");
            answers.Add(client.RequestAsync("turn", "{}"));
        }

        var turns = (await Task.WhenAll(answers)).Select(answer => (string)answer["result"]![0]!);
        Assert.Equal(Enumerable.Range(1, 1000).Select(i => i.ToString(CultureInfo.InvariantCulture)), turns);
        Assert.Equal(1000, receiver.Count);
    }

    private static Client Connect(out Receiver receiver)
    {
        var toServer = new Pipe();
        var fromServer = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        var log = new StringWriter(CultureInfo.InvariantCulture);
        var connection = new Connection(toServer.Reader, fromServer.Writer, TextWriter.Synchronized(log));
        receiver = new Receiver(connection);
        var exit = connection.RunAsync(receiver, CancellationToken.None).ContinueWith(_ => 0, TaskScheduler.Default);
        return new Client(fromServer.Reader.AsStream(), toServer.Writer.AsStream(), exit, log);
    }

    private sealed class Receiver(Connection connection) : IReceiver
    {
        private readonly TaskCompletionSource _go = new();

        public int Count { get; private set; }

        public bool Take(string method, ReadOnlyMemory<byte> parameters)
        {
            switch (method)
            {
                case "go":
                    _go.SetResult();
                    break;
                case "count":
                    Count++;
                    break;
                case "crash":
                    throw new InvalidOperationException("Broken on purpose");
            }

            return true;
        }

        public async Task<Reply> AnswerAsync(
            string method,
            ReadOnlyMemory<byte> parameters,
            CancellationToken cancellation
        )
        {
            string[] result = [Count.ToString(CultureInfo.InvariantCulture)];
            switch (method)
            {
                case "wait":
                    await _go.Task.WaitAsync(cancellation);
                    break;
                case "ask":
                    var answer = await connection.AskAsync("question", ["a"], Json.Default.StringArray);
                    result = System.Text.Json.JsonSerializer.Deserialize(answer.Span, Json.Default.StringArray)!;
                    break;
                case "crash":
                    throw new InvalidOperationException("Broken on purpose");
                case "crash later":
                    await Task.Yield();
                    throw new InvalidOperationException("Broken on purpose");
            }

            return (writer, id) => writer.Result(id, result, Json.Default.StringArray);
        }
    }
}
