using System.Text.Json.Nodes;

namespace SispamLang.LanguageServer.Tests;

public sealed class SemanticTokensTests
{
    private const string Uri = "file:///drills/a.sispam";
    private const string Document = $$$"""{"textDocument":{"uri":"{{{Uri}}}"} }""";

    [Fact]
    public async Task Tokens_are_numbers_counted_from_the_one_before()
    {
        await using var client = Client.InMemory();
        var initialized = await client.InitializeAsync();
        var legend = initialized["result"]!["capabilities"]!["semanticTokensProvider"]!["legend"]!;
        string[] types = [.. legend["tokenTypes"]!.AsArray().Select(type => (string)type!)];
        client.Open(Uri, "place KPU\nunit A: 3 personnel\n");

        var result = (await client.RequestAsync("textDocument/semanticTokens/full", Document))["result"]!;

        int Type(string name) => Array.IndexOf(types, name);
        Assert.Equal(
            [
                .. (int[])[0, 0, 5, Type("keyword"), 0],
                .. (int[])[0, 6, 3, Type("property"), 1],
                .. (int[])[1, 0, 4, Type("keyword"), 0],
                .. (int[])[0, 5, 1, Type("class"), 1],
                .. (int[])[0, 3, 1, Type("number"), 0],
                .. (int[])[0, 2, 9, Type("keyword"), 0],
            ],
            Numbers(result["data"])
        );
    }

    [Fact]
    public async Task After_an_edit_only_what_has_changed_is_sent()
    {
        await using var client = await Client.StartedAsync();
        client.Open(Uri, "place KPU\nplace Alun-alun\nplace Bawaslu\n");
        var before = (await client.RequestAsync("textDocument/semanticTokens/full", Document))["result"]!;
        client.Change(Uri, 2, Client.Edit(1, 6, 1, 15, "DPRD: risk high"));

        var answer = await client.RequestAsync("textDocument/semanticTokens/full/delta", Delta(before));

        var edit = Assert.Single(answer["result"]!["edits"]!.AsArray())!;
        List<int> data = [.. Numbers(before["data"])];
        data.RemoveRange((int)edit["start"]!, (int)edit["deleteCount"]!);
        data.InsertRange((int)edit["start"]!, Numbers(edit["data"]));
        var full = (await client.RequestAsync("textDocument/semanticTokens/full", Document))["result"]!;
        Assert.Equal(Numbers(full["data"]), data);
        Assert.True(edit["data"]!.AsArray().Count < data.Count);
    }

    [Fact]
    public async Task Who_asks_for_changes_of_what_is_forgotten_gets_all()
    {
        await using var client = await Client.StartedAsync();
        client.Open(Uri, "place KPU\n");

        var answer = await client.RequestAsync(
            "textDocument/semanticTokens/full/delta",
            $$"""{"textDocument":{"uri":"{{Uri}}"},"previousResultId":"long ago"}"""
        );

        Assert.Equal(10, answer["result"]!["data"]!.AsArray().Count);
    }

    [Fact]
    public async Task Without_an_edit_nothing_has_changed()
    {
        await using var client = await Client.StartedAsync();
        client.Open(Uri, "place KPU\n");
        var before = (await client.RequestAsync("textDocument/semanticTokens/full", Document))["result"]!;

        var answer = await client.RequestAsync("textDocument/semanticTokens/full/delta", Delta(before));

        Assert.Empty(answer["result"]!["edits"]!.AsArray());
    }

    [Fact]
    public async Task A_range_has_its_own_tokens()
    {
        await using var client = await Client.StartedAsync();
        client.Open(Uri, "place KPU\nplace Alun-alun\n");

        var answer = await client.RequestAsync(
            "textDocument/semanticTokens/range",
            $$"""{"textDocument":{"uri":"{{Uri}}"},"range":{{Client.Range(1, 7, 1, 8)}}}"""
        );

        Assert.Equal([1, 6, 9], Numbers(answer["result"]!["data"]).Take(3));
    }

    private static string Delta(JsonNode before) =>
        $$"""{"textDocument":{"uri":"{{Uri}}"},"previousResultId":{{before["resultId"]!.ToJsonString()}}}""";

    private static IEnumerable<int> Numbers(JsonNode? data) => data!.AsArray().Select(number => (int)number!);
}
