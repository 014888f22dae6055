using System.Diagnostics;

namespace SispamLang.LanguageServer.Tests;

public sealed class LifecycleTests
{
    [Fact]
    public async Task Initialize_says_what_the_server_can_do_and_leaves_out_what_it_can_not()
    {
        await using var client = Client.InMemory();
        var result = (await client.InitializeAsync())["result"]!;
        Assert.Equal("sispam-lsp", (string)result["serverInfo"]!["name"]!);
        Assert.Equal("utf-16", (string)result["capabilities"]!["positionEncoding"]!);
        Assert.DoesNotContain("null", result.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_but_initialize_is_answered_first()
    {
        await using var client = Client.InMemory();
        Assert.Equal(-32002, Code(await client.RequestAsync("textDocument/hover", "{}")));
        Assert.Equal(-32002, Code(await client.RequestAsync("shutdown", "null")));
        client.Open("file:///a.sispam", "");
        Assert.NotNull((await client.InitializeAsync())["result"]);
    }

    [Fact]
    public async Task Initialize_comes_once()
    {
        await using var client = await Client.StartedAsync();
        Assert.Equal(-32600, Code(await client.RequestAsync("initialize", "{\"capabilities\":{}}")));
    }

    [Fact]
    public async Task Nothing_is_answered_after_shutdown_and_exit_ends_with_0()
    {
        await using var client = await Client.StartedAsync();
        var answer = await client.RequestAsync("shutdown", "null");
        Assert.True(answer.ContainsKey("result"));
        Assert.Null(answer["result"]);
        Assert.Equal(-32600, Code(await client.RequestAsync("shutdown", "null")));
        Assert.Equal(-32600, Code(await client.RequestAsync("textDocument/hover", "{}")));
        client.Notify("exit", "null");
        Assert.Equal(0, await client.Exit.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Exit_without_shutdown_ends_with_1()
    {
        await using var client = await Client.StartedAsync();
        client.Notify("exit", "null");
        Assert.Equal(1, await client.Exit.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Exit_is_heard_before_initialize()
    {
        await using var client = Client.InMemory();
        client.Notify("exit", "null");
        Assert.Equal(1, await client.Exit.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task The_end_of_the_input_ends_the_server()
    {
        await using var client = await Client.StartedAsync();
        client.End();
        Assert.Equal(1, await client.Exit.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task An_unknown_request_is_answered_and_an_unknown_notification_is_not()
    {
        await using var client = await Client.StartedAsync();
        client.Notify("no/such", "{}");
        client.Notify("$/whatever", "{}");
        client.Notify("$/setTrace", """{"value":"verbose"}""");
        Assert.Equal(-32601, Code(await client.RequestAsync("no/such", "{}")));
        Assert.Equal(-32601, Code(await client.RequestAsync("$/whatever", "{}")));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"textDocument":null}""")]
    [InlineData("""{"textDocument":{"uri":7}}""")]
    public async Task Params_that_are_none_are_answered(string parameters)
    {
        await using var client = await Client.StartedAsync();
        var answer = await client.RequestAsync("textDocument/formatting", parameters);
        Assert.Equal(-32602, Code(answer));
        Assert.StartsWith(
            "The params are not those of textDocument/formatting: look at $",
            (string)answer["error"]!["message"]!,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_notification_with_such_params_is_logged_and_the_server_goes_on()
    {
        await using var client = await Client.StartedAsync();
        client.Notify("textDocument/didOpen", "{}");
        await client.NotificationAsync("window/logMessage");
        Assert.Contains("textDocument/didOpen", client.Log.ToString(), StringComparison.Ordinal);
        Assert.Equal(-32601, Code(await client.RequestAsync("no/such", "{}")));
    }

    [Fact]
    public async Task The_server_ends_with_its_client()
    {
        using var parent = Process.Start(new ProcessStartInfo("sleep", "60") { UseShellExecute = false })!;
        await using var client = Client.InMemory();
        await client.RequestAsync("initialize", $$$"""{"processId":{{{parent.Id}}},"capabilities":{}}""");
        parent.Kill();
        Assert.Equal(1, await client.Exit.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_client_that_can_not_be_seen_does_not_end_it()
    {
        await using var client = Client.InMemory();
        await client.RequestAsync("initialize", """{"processId":2147483600,"capabilities":{}}""");
        await Task.Delay(200);
        Assert.Equal(-32601, Code(await client.RequestAsync("no/such", "{}")));
    }

    private static int Code(System.Text.Json.Nodes.JsonObject answer) => (int)answer["error"]!["code"]!;
}
