using System.Text.Json.Nodes;
using SispamLang.Tests.Shared;

namespace SispamLang.LanguageServer.Tests;

/// <summary>Completion and signature help, as an editor asks for them.</summary>
public sealed class CompletionTests
{
    private const string Uri = "file:///drills/a.sispam";
    private const string Snippets = """{"textDocument":{"completion":{"completionItem":{"snippetSupport":true} } } }""";

    [Fact]
    public async Task An_item_says_what_it_writes_in_place_of_what()
    {
        await using var client = await Client.StartedAsync();
        client.Open(Uri, "# 🚒\nunit Dalmas Lanjut: 38 personnel\nphase A: at start -> deploy Dalmas La\n");

        var item = await ItemAsync(client, 2, 37, "Dalmas Lanjut");

        Assert.Equal("Dalmas Lanjut", (string)item["textEdit"]!["newText"]!);
        Assert.Equal(
            """{"start":{"line":2,"character":28},"end":{"line":2,"character":37}}""",
            item["textEdit"]!["range"]!.ToJsonString()
        );
        Assert.Equal("unit, 38 personnel", (string)item["detail"]!);
        Assert.Equal(7, (int)item["kind"]!);
        Assert.Equal("00000", (string)item["sortText"]!);
        Assert.Null(item["documentation"]);
    }

    [Fact]
    public async Task An_item_is_explained_when_the_user_looks_at_it()
    {
        await using var client = await Client.StartedAsync();
        client.Open(Uri, "phase A: at start -> \n");

        var item = await ItemAsync(client, 0, 21, "deploy");
        var resolved = (await client.RequestAsync("completionItem/resolve", item.ToJsonString()))["result"]!;

        Assert.Equal("markdown", (string)resolved["documentation"]!["kind"]!);
        Assert.Contains("deploy", (string)resolved["documentation"]!["value"]!, StringComparison.Ordinal);
        Assert.Equal((string)item["label"]!, (string)resolved["label"]!);
        Assert.Equal(item["textEdit"]!.ToJsonString(), resolved["textEdit"]!.ToJsonString());
    }

    [Fact]
    public async Task An_item_that_nobody_knows_comes_back_as_it_was()
    {
        await using var client = await Client.StartedAsync();
        foreach (
            var item in new[] { """{"label":"x"}""", """{"label":"x","data":{"uri":"file:///b","key":"word:9"}}""" }
        )
        {
            var resolved = (await client.RequestAsync("completionItem/resolve", item))["result"]!;
            Assert.Equal(item, resolved.ToJsonString());
        }
    }

    [Fact]
    public async Task Gaps_are_written_for_clients_that_know_them()
    {
        await using var knowing = await Client.StartedAsync(Snippets);
        await using var other = await Client.StartedAsync();
        const string Text = "unit A: ";
        knowing.Open(Uri, Text);
        other.Open(Uri, Text);

        var withGaps = await ItemAsync(knowing, 0, 8, "38 personnel");
        var without = await ItemAsync(other, 0, 8, "38 personnel");

        Assert.Equal("${1:38} personnel", (string)withGaps["textEdit"]!["newText"]!);
        Assert.Equal(2, (int)withGaps["insertTextFormat"]!);
        Assert.Equal("38 personnel", (string)without["textEdit"]!["newText"]!);
        Assert.Null(without["insertTextFormat"]);
    }

    [Fact]
    public async Task Names_that_were_typed_before_are_known_while_their_check_is_still_under_way()
    {
        await using var client = await Client.StartedAsync();
        client.Open(Uri, "unit Zeta: 1 personnel\nphase A: at start -> \n");
        await ItemAsync(client, 1, 21, "deploy");
        client.Change(Uri, 2, Client.Edit(1, 21, 1, 21, "deploy "));

        Assert.NotNull(await ItemAsync(client, 1, 28, "Zeta"));
    }

    [Fact]
    public async Task The_form_of_the_action_is_shown_with_the_part_that_is_being_typed()
    {
        await using var client = await Client.StartedAsync();
        client.Open(Uri, "place KPU\nphase A: at start -> deploy Dalmas to \n");

        var help = (await client.RequestAsync("textDocument/signatureHelp", At(1, 38)))["result"]!;

        var signature = Assert.Single((JsonArray)help["signatures"]!)!;
        var label = (string)signature["label"]!;
        Assert.Equal("deploy UNIT [and UNIT] [to PLACE] [by ROLE]", label);
        var part = (JsonArray)signature["parameters"]![(int)help["activeParameter"]!]!["label"]!;
        Assert.Equal("to PLACE", label[(int)part[0]!..(int)part[1]!]);
    }

    [Fact]
    public async Task Where_no_action_is_typed_there_is_no_help_and_no_error()
    {
        await using var client = await Client.StartedAsync();
        client.Open(Uri, "place KPU\n");

        var answer = await client.RequestAsync("textDocument/signatureHelp", At(0, 6));

        Assert.Null(answer["error"]);
        Assert.True(answer.ContainsKey("result"));
        Assert.Null(answer["result"]);
    }

    [Fact]
    public async Task Behind_use_stand_the_other_drills_of_the_folder()
    {
        using var folder = new Folder();
        folder.Write("libs/incidents.sispam", "event fire\n");
        var root = new Uri(folder.Path).AbsoluteUri;
        await using var client = await Client.StartedAsync(rest: $"\"rootUri\":\"{root}\"");
        client.Open(root + "/drills/a.sispam", "use \"\n");

        var answer = await client.RequestAsync("textDocument/completion", At(0, 5, root + "/drills/a.sispam"));

        var item = Assert.Single((JsonArray)answer["result"]!["items"]!)!;
        Assert.Equal("../libs/incidents.sispam\"", (string)item["textEdit"]!["newText"]!);
    }

    [Fact]
    public async Task A_document_that_is_not_open_has_no_items()
    {
        await using var client = await Client.StartedAsync();

        Assert.Null((await client.RequestAsync("textDocument/completion", At(0, 0)))["result"]);
    }

    private static async Task<JsonObject> ItemAsync(Client client, int line, int character, string label)
    {
        var answer = await client.RequestAsync("textDocument/completion", At(line, character));
        var items = (JsonArray)answer["result"]!["items"]!;
        return (JsonObject)items.First(item => (string)item!["label"]! == label)!;
    }

    private static string At(int line, int character, string uri = Uri) =>
        $$$"""{"textDocument":{"uri":"{{{uri}}}"},"position":{"line":{{{line}}},"character":{{{character}}} } }""";
}
