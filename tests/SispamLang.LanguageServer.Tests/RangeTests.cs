namespace SispamLang.LanguageServer.Tests;

public sealed class RangeTests
{
    private const string Uri = "file:///drills/a.sispam";

    [Fact]
    public async Task Blocks_and_comments_are_folded()
    {
        await using var client = await Client.StartedAsync();
        client.Open(Uri, "# a\n# b\nphase A:\n  at start -> deploy Dalmas\n");

        var answer = await client.RequestAsync(
            "textDocument/foldingRange",
            $$$"""{"textDocument":{"uri":"{{{Uri}}}"} }"""
        );

        Assert.Equal(
            """[{"startLine":0,"endLine":1,"kind":"comment"},{"startLine":2,"endLine":3}]""",
            answer["result"]!.ToJsonString()
        );
    }

    [Fact]
    public async Task Each_place_has_its_selections()
    {
        await using var client = await Client.StartedAsync();
        client.Open(Uri, "place Alun Alun\n");

        var answer = await client.RequestAsync(
            "textDocument/selectionRange",
            $$"""{"textDocument":{"uri":"{{Uri}}"},"positions":[{"line":0,"character":7},{"line":9,"character":9}]}"""
        );

        var first = answer["result"]!.AsArray()[0]!;
        Assert.Equal(
            Client.Range(0, 6, 0, 10).Replace(" ", "", StringComparison.Ordinal),
            first["range"]!.ToJsonString()
        );
        Assert.Equal(
            Client.Range(0, 6, 0, 15).Replace(" ", "", StringComparison.Ordinal),
            first["parent"]!["range"]!.ToJsonString()
        );
        Assert.Equal(2, answer["result"]!.AsArray().Count);
    }
}
