using System.Globalization;
using System.Text.Json.Nodes;
using SispamLang.Tests.Shared;

namespace SispamLang.LanguageServer.Tests;

/// <summary>The client is asked to ask again for what it shows where it can't know that it has changed.</summary>
public sealed class ShownViewsTests : IDisposable
{
    private const string Refreshing = """
        {"textDocument":{"diagnostic":{}},"workspace":{"diagnostics":{"refreshSupport":true},
        "semanticTokens":{"refreshSupport":true},"inlayHint":{"refreshSupport":true},"codeLens":{"refreshSupport":true}}}
        """;

    private static readonly string[] All =
    [
        "workspace/codeLens/refresh",
        "workspace/diagnostic/refresh",
        "workspace/inlayHint/refresh",
        "workspace/semanticTokens/refresh",
    ];

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Of_other_settings()
    {
        await using var client = await StartAsync();
        client.Notify("workspace/didChangeConfiguration", """{"settings":{"sispam":{"inlayHints":false}}}""");
        Assert.Equal(All, await RefreshedAsync(client));
    }

    [Fact]
    public async Task Of_its_own_edits_it_knows()
    {
        await using var client = await StartAsync();
        client.Open(Uri("a.sispam"), "phase A:\n");
        client.Change(Uri("a.sispam"), 2, Client.Edit(0, 6, 0, 7, "B"));
        Assert.Empty(await RefreshedAsync(client));
    }

    [Fact]
    public async Task Of_an_edit_of_what_another_document_uses()
    {
        await using var client = await StartAsync();
        client.Open(Uri("lib.sispam"), "unit Regu: 9 personnel\n");
        client.Open(Uri("a.sispam"), "use \"lib.sispam\"\nphase A: crowd escalates -> deploy Regu\n");
        await AskAsync(client);
        client.Change(Uri("lib.sispam"), 2, Client.Edit(0, 5, 0, 9, "Ton"));
        Assert.Equal(All, await RefreshedAsync(client));
    }

    [Fact]
    public async Task Of_a_branch_switch_once()
    {
        await using var client = await StartAsync();
        var changes = Enumerable.Range(0, 100).Select(i => $$"""{"uri":"{{Uri(Name(i))}}","type":2}""");
        client.Notify("workspace/didChangeWatchedFiles", $$"""{"changes":[{{string.Join(',', changes)}}]}""");
        Assert.Equal(All, await RefreshedAsync(client));
    }

    [Fact]
    public async Task Only_where_it_can_be_asked()
    {
        await using var client = await StartAsync("""{"workspace":{"codeLens":{"refreshSupport":true}}}""");
        client.Notify("workspace/didChangeConfiguration", """{"settings":{"sispam":{"language":"id"}}}""");
        Assert.Equal(["workspace/codeLens/refresh"], await RefreshedAsync(client));
    }

    private static string Name(int i) => i.ToString(CultureInfo.InvariantCulture) + ".sispam";

    private Task<Client> StartAsync(string capabilities = Refreshing) =>
        Client.StartedAsync(
            capabilities,
            $$"""
            "workspaceFolders":[{"uri":"{{Uri("")}}","name":"x"}]
            """
        );

    private Task<JsonObject> AskAsync(Client client) =>
        client.RequestAsync("textDocument/diagnostic", $$$"""{"textDocument":{"uri":"{{{Uri("a.sispam")}}}"}}""");

    // What comes before the answer to a request was sent before it.
    private async Task<IEnumerable<string>> RefreshedAsync(Client client)
    {
        await AskAsync(client);
        return client.Asked.Select(question => question.Method).Order(StringComparer.Ordinal);
    }

    private string Uri(string name) => new Uri(_folder.PathOf(name)).AbsoluteUri;
}
