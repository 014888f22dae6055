using System.Text;

namespace SispamLang.EndToEnd;

public class LspVerbTests
{
    [Fact]
    public void The_command_is_a_language_server_too()
    {
        var input = Messages(
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"capabilities":{}}}""",
            """{"jsonrpc":"2.0","id":2,"method":"shutdown"}""",
            """{"jsonrpc":"2.0","method":"exit"}"""
        );
        var outcome = SispamProcess.WithInput(Path.GetTempPath(), input, "lsp", "--stdio", "--clientProcessId", "none");

        Assert.Equal(0, outcome.Status);
        Assert.Equal("", outcome.Error);
        Assert.StartsWith("Content-Length: ", outcome.Out);
        Assert.Contains("\"name\":\"sispam-lsp\"", outcome.Out);
        Assert.EndsWith("""{"jsonrpc":"2.0","id":2,"result":null}""", outcome.Out);
    }

    private static string Messages(params string[] bodies) =>
        string.Concat(bodies.Select(body => $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));
}
