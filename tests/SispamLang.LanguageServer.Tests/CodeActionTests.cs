using System.Text.Json.Nodes;

namespace SispamLang.LanguageServer.Tests;

public sealed class CodeActionTests
{
    private const string Uri = "file:///drills/a.sispam";
    private const string Lazy = """{"textDocument":{"codeAction":{"resolveSupport":{"properties":["edit"]}}}}""";
    private const string Files =
        """{"workspace":{"workspaceEdit":{"documentChanges":true,"resourceOperations":["create"]}}}""";

    [Fact]
    public async Task A_quick_fix_comes_with_its_message_and_its_change()
    {
        await using var client = await Client.StartedAsync();
        client.Open(Uri, "phase A: crowd escalates -> deplot Dalmas\n");

        var fix = (await ActionsAsync(client, Client.Range(0, 30, 0, 30)))[0]!;

        Assert.Equal("Write “deploy”", (string)fix["title"]!);
        Assert.Equal("quickfix", (string)fix["kind"]!);
        Assert.True((bool)fix["isPreferred"]!);
        Assert.Equal("SIS2005", (string)fix["diagnostics"]![0]!["code"]!);
        var edit = Assert.Single(fix["edit"]!["changes"]![Uri]!.AsArray())!;
        Assert.Equal("deploy", (string)edit["newText"]!);
        Assert.Equal(28, (int)edit["range"]!["start"]!["character"]!);
    }

    [Fact]
    public async Task A_client_that_asks_for_the_change_later_gets_it_later()
    {
        await using var client = await Client.StartedAsync(Lazy);
        client.Open(Uri, "phase A: crowd escalates -> deplot Dalmas\n");
        var fix = (await ActionsAsync(client, Client.Range(0, 30, 0, 30)))[0]!;
        Assert.Null(fix["edit"]);

        var resolved = (await client.RequestAsync("codeAction/resolve", fix.ToJsonString()))["result"]!;

        Assert.Equal("deploy", (string)resolved["edit"]!["changes"]![Uri]![0]!["newText"]!);
        Assert.Equal((string)fix["title"]!, (string)resolved["title"]!);
    }

    [Fact]
    public async Task Of_two_that_are_called_the_same_the_right_one_is_given_later()
    {
        await using var client = await Client.StartedAsync(Lazy);
        client.Open(Uri, "phase A: crowd escalates -> deplot Dalmas, deplot Raimas\n");
        var second = (await ActionsAsync(client, Client.Range(0, 28, 0, 50)))
            .Where(action => (string)action!["title"]! == "Write “deploy”")
            .ElementAt(1)!;

        var resolved = (await client.RequestAsync("codeAction/resolve", second.ToJsonString()))["result"]!;

        var edit = resolved["edit"]!["changes"]![Uri]![0]!;
        Assert.Equal(43, (int)edit["range"]!["start"]!["character"]!);
    }

    [Fact]
    public async Task What_was_offered_for_an_earlier_version_is_refused()
    {
        await using var client = await Client.StartedAsync(Lazy);
        client.Open(Uri, "phase A: crowd escalates -> deplot Dalmas\n");
        var fix = (await ActionsAsync(client, Client.Range(0, 30, 0, 30)))[0]!;
        client.Change(Uri, 2, Client.Edit(0, 0, 0, 0, "# new\n"));

        var answer = await client.RequestAsync("codeAction/resolve", fix.ToJsonString());

        Assert.Equal(-32801, (int)answer["error"]!["code"]!);
    }

    [Theory]
    [InlineData("\"quickfix\"", "quickfix")]
    [InlineData("\"source.fixAll\"", "source.fixAll.sispam")]
    [InlineData("\"source\"", "source.fixAll.sispam")]
    [InlineData("\"refactor\"", "refactor.rewrite")]
    [InlineData("\"source.organizeImports\"", "")]
    [InlineData("\"quick\"", "")]
    public async Task Only_what_is_wanted_is_offered(string only, string kind)
    {
        await using var client = await Client.StartedAsync();
        client.Open(Uri, "phase A: crowd escalates -> deploy Dalmas, jika red: kerahkan Raimas\n");

        var actions = await ActionsAsync(client, Client.Range(0, 45, 0, 45), $$""","only":[{{only}}]""");

        Assert.Equal(kind, string.Join(' ', actions.Select(action => (string)action!["kind"]!).Distinct()));
    }

    [Fact]
    public async Task Beside_a_line_nothing_is_offered_for_the_whole_file_unless_someone_asks()
    {
        await using var client = await Client.StartedAsync();
        client.Open(Uri, "place KPU\n");

        Assert.Empty(await ActionsAsync(client, Client.Range(0, 0, 0, 0), ",\"triggerKind\":2"));
        Assert.Single(await ActionsAsync(client, Client.Range(0, 0, 0, 0), ",\"triggerKind\":1"));
    }

    [Fact]
    public async Task Selected_declarations_go_to_a_new_file_beside_the_drill()
    {
        await using var client = await Client.StartedAsync(Files);
        client.Open(Uri, "unit A: 3 personnel\nphase B: at start -> deploy A\n", 7);

        var action = Assert.Single(
            await ActionsAsync(client, Client.Range(0, 0, 0, 19), ",\"only\":[\"refactor.extract\"]")
        )!;

        var changes = action["edit"]!["documentChanges"]!.AsArray();
        Assert.Equal("""{"kind":"create","uri":"file:///drills/unit.sispam"}""", changes[0]!.ToJsonString());
        Assert.Null(changes[1]!["textDocument"]!["version"]);
        Assert.Equal("# language: en\n\nunit A: 3 personnel\n", (string)changes[1]!["edits"]![0]!["newText"]!);
        Assert.Equal(7, (int)changes[2]!["textDocument"]!["version"]!);
    }

    [Fact]
    public async Task A_client_that_can_make_no_files_is_offered_none()
    {
        await using var client = await Client.StartedAsync();
        client.Open(Uri, "unit A: 3 personnel\nphase B: at start -> deploy A\n");

        Assert.Empty(await ActionsAsync(client, Client.Range(0, 0, 0, 19), ",\"only\":[\"refactor.extract\"]"));
    }

    private static async Task<JsonArray> ActionsAsync(Client client, string range, string context = "") =>
        (
            await client.RequestAsync(
                "textDocument/codeAction",
                $$$"""{"textDocument":{"uri":"{{{Uri}}}"},"range":{{{range}}},"context":{"diagnostics":[]{{{context}}}} }"""
            )
        )["result"]!.AsArray();
}
