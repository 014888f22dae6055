using System.Text;

namespace SispamLang.LanguageServer.Tests;

public sealed class FramingTests
{
    private const string Ask = """{"jsonrpc":"2.0","id":1,"method":"no/such"}""";

    [Theory]
    [InlineData("Content-Length: {0}\r\n\r\n")]
    [InlineData("content-length:{0}\r\n\r\n")]
    [InlineData("CONTENT-LENGTH:   {0}  \r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n")]
    [InlineData("X-Whatever: a:b\r\nContent-Length: {0}\r\n\r\n")]
    public async Task Header_names_ignore_case_and_unknown_ones_are_skipped(string header)
    {
        await using var client = Client.InMemory();
        var answer = client.AnswerTo("1");
        client.Send(Encoding.ASCII.GetBytes(string.Format(header, Ask.Length) + Ask));
        Assert.Equal(-32002, (int)(await answer)["error"]!["code"]!);
    }

    [Fact]
    public async Task A_message_may_come_byte_by_byte()
    {
        await using var client = Client.InMemory();
        var answer = client.AnswerTo("1");
        foreach (var part in Encoding.ASCII.GetBytes($"Content-Length: {Ask.Length}\r\n\r\n{Ask}"))
        {
            client.Send([part]);
            await Task.Yield();
        }

        Assert.NotNull((await answer)["error"]);
    }

    [Fact]
    public async Task Content_Length_counts_bytes()
    {
        await using var client = Client.InMemory();
        client.SendBody("""{"jsonrpc":"2.0","id":"kéy 🚒","method":"no/such"}""");
        Assert.Equal("kéy 🚒", (string)(await client.StrayAnswerAsync())["id"]!);
    }

    [Theory]
    [InlineData("Content-Type: text\r\n\r\n{}")]
    [InlineData("\r\n{}")]
    [InlineData("Content-Length: -1\r\n\r\n{}")]
    [InlineData("Content-Length: two\r\n\r\n{}")]
    [InlineData("Content-Length: 99999999999999999999\r\n\r\n{}")]
    [InlineData("Content-Length: 4000000000\r\n\r\n{}")]
    [InlineData("Content-Length: \r\n\r\n{}")]
    [InlineData("this is no header\r\n\r\n{}")]
    public async Task A_broken_header_ends_the_server_with_1_and_a_line_in_the_log(string bytes)
    {
        await using var client = Client.InMemory();
        client.Send(Encoding.ASCII.GetBytes(bytes));
        Assert.Equal(1, await client.Exit.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.StartsWith("sispam-lsp: The input has ", client.Log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_without_end_is_broken()
    {
        await using var client = Client.InMemory();
        client.Send(Encoding.ASCII.GetBytes(new string('x', 10_000)));
        Assert.Equal(1, await client.Exit.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Theory]
    [InlineData("no JSON", -32700)]
    [InlineData("", -32700)]
    [InlineData("{\"id\":1", -32700)]
    [InlineData("{} {}", -32700)]
    [InlineData("[]", -32600)]
    [InlineData("{}", -32600)]
    [InlineData("7", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":{},"method":"x"}""", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":1.5e,"method":"x"}""", -32700)]
    public async Task A_body_that_is_no_message_is_answered_with_id_null_and_the_server_goes_on(string body, int code)
    {
        await using var client = Client.InMemory();
        client.SendBody(body);
        var answer = await client.StrayAnswerAsync();
        Assert.Equal(code, (int)answer["error"]!["code"]!);
        Assert.True(answer.ContainsKey("id"));
        Assert.Null(answer["id"]);
        Assert.NotNull((await client.InitializeAsync())["result"]);
    }

    [Fact]
    public async Task A_body_that_is_no_UTF8_is_no_JSON()
    {
        await using var client = Client.InMemory();
        client.Send([.. "Content-Length: 4\r\n\r\n"u8, (byte)'"', 0xC3, 0x28, (byte)'"']);
        Assert.Equal(-32700, (int)(await client.StrayAnswerAsync())["error"]!["code"]!);
    }

    [Fact]
    public async Task Deep_JSON_is_refused()
    {
        await using var client = Client.InMemory();
        client.SendBody(new string('[', 100_000));
        Assert.Equal(-32700, (int)(await client.StrayAnswerAsync())["error"]!["code"]!);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("\"1\"")]
    [InlineData("\"a-b\"")]
    public async Task An_id_goes_back_as_it_came(string id)
    {
        await using var client = Client.InMemory();
        Assert.NotNull((await client.RequestAsync(id, "no/such", "{}"))["error"]);
    }

    [Fact]
    public async Task What_arrives_together_with_the_end_is_answered()
    {
        await using var client = Client.InMemory();
        var answers = Task.WhenAll(client.AnswerTo("1"), client.AnswerTo("2"));
        var second = Ask.Replace("\"id\":1", "\"id\":2");
        client.Send(
            Encoding.ASCII.GetBytes(
                $"Content-Length: {Ask.Length}\r\n\r\n{Ask}Content-Length: {second.Length}\r\n\r\n{second}Content-Le"
            )
        );
        client.End();
        Assert.Equal(2, (await answers).Length);
        Assert.Equal(1, await client.Exit.WaitAsync(TimeSpan.FromSeconds(30)));
    }
}
