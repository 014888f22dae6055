using System.Text.Json.Nodes;

namespace SispamLang.LanguageServer.Tests;

/// <summary>What is named in one place is told, found and changed in all others, in the words of the protocol.</summary>
public sealed class NavigationTests
{
    private const string Uri = "file:///drills/a.sispam";
    private const string LibraryUri = "file:///drills/lib.sispam";

    private const string Drill = """
        use "lib.sispam"
        place KPU
        event bomb
        phase Rekap for 10 min:
          crowd escalates -> deploy Ton to KPU, bomb
          bomb -> warn
        test "it works":
          expect warn
        """;

    [Fact]
    public async Task Hover_tells_what_is_pointed_at()
    {
        await using var client = await OpenAsync();
        var hover = await AskAsync(client, "textDocument/hover", At(4, 30));
        Assert.Equal("markdown", (string)hover["contents"]!["kind"]!);
        Assert.StartsWith(
            "unit **Ton**\n\n- 30 personnel",
            (string)hover["contents"]!["value"]!,
            StringComparison.Ordinal
        );
        Assert.Equal("4:28-4:31", Range(hover["range"]!));
    }

    [Fact]
    public async Task Hover_of_nothing_is_null()
    {
        await using var client = await OpenAsync();
        var answer = await client.RequestAsync("textDocument/hover", "{" + At(3, 17) + "}");
        Assert.True(answer.ContainsKey("result"));
        Assert.Null(answer["result"]);
    }

    [Fact]
    public async Task Definition_leads_into_the_library()
    {
        await using var client = await OpenAsync();
        var place = Assert.Single(
            Assert.IsType<JsonArray>(await AskAsync(client, "textDocument/definition", At(4, 30)))
        )!;
        Assert.Equal(LibraryUri, (string)place["uri"]!);
        Assert.Equal("0:5-0:8", Range(place["range"]!));
    }

    [Fact]
    public async Task Definition_is_a_link_for_clients_that_know_links()
    {
        await using var client = await OpenAsync("""{"textDocument":{"definition":{"linkSupport":true} } }""");
        var link = Assert.Single(
            Assert.IsType<JsonArray>(await AskAsync(client, "textDocument/definition", At(4, 30)))
        )!;
        Assert.Equal("4:28-4:31", Range(link["originSelectionRange"]!));
        Assert.Equal(LibraryUri, (string)link["targetUri"]!);
        Assert.Equal("0:0-0:22", Range(link["targetRange"]!));
        Assert.Equal("0:5-0:8", Range(link["targetSelectionRange"]!));
        Assert.Null(link["uri"]);
    }

    [Fact]
    public async Task What_comes_with_the_language_is_opened_as_a_file_that_can_not_be_changed()
    {
        await using var client = await OpenAsync();
        var place = Assert.Single(
            Assert.IsType<JsonArray>(await AskAsync(client, "textDocument/definition", At(5, 11)))
        )!;
        var path = new Uri((string)place["uri"]!).LocalPath;
        Assert.EndsWith("prelude.sispam", path, StringComparison.Ordinal);
        var line = File.ReadAllLines(path)[(int)place["range"]!["start"]!["line"]!];
        Assert.StartsWith("tactic warn", line, StringComparison.Ordinal);
        Assert.True(File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly));

        // There, what is declared is found in the drill, has no mistakes, and keeps its name.
        var uri = (string)place["uri"]!;
        client.Open(uri, File.ReadAllText(path));
        Assert.Empty(await client.DiagnosticsAsync(uri, 1));
        var there = Place(uri, (int)place["range"]!["start"]!["line"]!, 8);
        var references = Assert.IsType<JsonArray>(
            await AskAsync(client, "textDocument/references", there + ",\"context\":{\"includeDeclaration\":false}")
        );
        Assert.Equal([Uri, Uri], references.Select(r => (string)r!["uri"]!));
        var refused = await client.RequestAsync("textDocument/prepareRename", "{" + there + "}");
        Assert.StartsWith(
            "“warn” comes with the language",
            (string)refused["error"]!["message"]!,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(DoctrineNames))]
    public async Task A_doctrine_opens_as_a_file_without_mistakes(string name)
    {
        await using var client = await OpenAsync();
        const string Follows = "file:///drills/follows.sispam";
        client.Open(Follows, $"drill \"X\":\n  follows {name}\n");
        var place = Assert.Single(
            Assert.IsType<JsonArray>(await AskAsync(client, "textDocument/definition", Place(Follows, 1, 11)))
        )!;
        var uri = (string)place["uri"]!;
        Assert.EndsWith($"/{name}.sispam", uri, StringComparison.Ordinal);
        client.Open(uri, File.ReadAllText(new Uri(uri).LocalPath));
        Assert.Empty(await client.DiagnosticsAsync(uri, 1));
    }

    public static TheoryData<string> DoctrineNames => [.. Library.Doctrines.Names];

    [Fact]
    public async Task Type_definition_leads_to_the_kind()
    {
        await using var client = await OpenAsync();
        client.Open("file:///drills/b.sispam", "unit Dalmas Kota: 30 personnel\n");
        var place = Assert.Single(
            Assert.IsType<JsonArray>(
                await AskAsync(client, "textDocument/typeDefinition", Place("file:///drills/b.sispam", 0, 6))
            )
        )!;
        Assert.EndsWith("prelude.sispam", (string)place["uri"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "a.sispam 4:28-4:31, lib.sispam 0:5-0:8")]
    [InlineData(false, "a.sispam 4:28-4:31")]
    public async Task References_are_found_in_all_files(bool includeDeclaration, string expected)
    {
        await using var client = await OpenAsync();
        var found = Assert.IsType<JsonArray>(
            await AskAsync(
                client,
                "textDocument/references",
                Place(LibraryUri, 0, 6)
                    + $",\"context\":{{\"includeDeclaration\":{(includeDeclaration ? "true" : "false")}}}"
            )
        );
        Assert.Equal(
            expected,
            string.Join(
                ", ",
                found
                    .Select(r => ((string)r!["uri"]!).Split('/')[^1] + " " + Range(r["range"]!))
                    .Order(StringComparer.Ordinal)
            )
        );
    }

    [Fact]
    public async Task Highlights_tell_what_is_done_from_what_is_asked()
    {
        await using var client = await OpenAsync();
        var found = Assert.IsType<JsonArray>(await AskAsync(client, "textDocument/documentHighlight", At(2, 7)));
        Assert.Equal(
            ["2:6-2:10 3", "4:40-4:44 3", "5:2-5:6 2"],
            found.Select(h => Range(h!["range"]!) + " " + (int)h["kind"]!)
        );
    }

    [Fact]
    public async Task Rename_changes_all_files_in_the_versions_that_are_open()
    {
        await using var client = await OpenAsync("""{"workspace":{"workspaceEdit":{"documentChanges":true} } }""");
        var prepared = await AskAsync(client, "textDocument/prepareRename", At(4, 29));
        Assert.Equal("Ton", (string)prepared["placeholder"]!);
        Assert.Equal("4:28-4:31", Range(prepared["range"]!));

        var edit = await AskAsync(client, "textDocument/rename", At(4, 29) + ",\"newName\":\"Regu di Kota\"");

        var changes = Assert
            .IsType<JsonArray>(edit["documentChanges"])
            .OrderBy(c => (string)c!["textDocument"]!["uri"]!)
            .ToList();
        Assert.Equal([Uri, LibraryUri], changes.Select(c => (string)c!["textDocument"]!["uri"]!));
        Assert.All(changes, c => Assert.Equal(1, (int)c!["textDocument"]!["version"]!));
        Assert.All(changes, c => Assert.Equal("\"Regu di Kota\"", (string)c!["edits"]![0]!["newText"]!));
    }

    [Fact]
    public async Task Rename_is_refused_with_the_reason()
    {
        await using var client = await OpenAsync();
        var answer = await client.RequestAsync("textDocument/rename", "{" + At(4, 29) + ",\"newName\":\"kpu\"}");
        Assert.Equal(
            "“KPU” is the name of something else already, in /drills/a.sispam.",
            (string)answer["error"]!["message"]!
        );
        Assert.Equal(-32803, (int)answer["error"]!["code"]!);
    }

    [Fact]
    public async Task The_outline_is_a_list_for_clients_that_know_no_trees()
    {
        await using var client = await OpenAsync();
        var outline = Assert.IsType<JsonArray>(await AskAsync(client, "textDocument/documentSymbol", Document));
        Assert.Equal(
            ["lib.sispam", "KPU", "bomb", "Rekap", "crowd escalates", "bomb", "it works"],
            outline.Select(item => (string)item!["name"]!)
        );
        Assert.Equal("Rekap", (string)outline[4]!["containerName"]!);
        Assert.Equal(Uri, (string)outline[4]!["location"]!["uri"]!);
        Assert.False(outline[4]!.AsObject().ContainsKey("range"));
    }

    [Fact]
    public async Task The_outline_has_rules_below_their_phase()
    {
        await using var client = await OpenAsync(
            """{"textDocument":{"documentSymbol":{"hierarchicalDocumentSymbolSupport":true} } }"""
        );
        var outline = Assert.IsType<JsonArray>(await AskAsync(client, "textDocument/documentSymbol", Document));
        Assert.Equal(
            ["lib.sispam", "KPU", "bomb", "Rekap", "it works"],
            outline.Select(item => (string)item!["name"]!)
        );
        Assert.Equal(
            ["crowd escalates", "bomb"],
            outline[3]!["children"]!.AsArray().Select(item => (string)item!["name"]!)
        );
        Assert.Equal("3:6-3:11", Range(outline[3]!["selectionRange"]!));
    }

    [Fact]
    public async Task Symbols_are_found_in_all_files()
    {
        await using var client = await OpenAsync();
        var found = Assert.IsType<JsonArray>(await AskAsync(client, "workspace/symbol", "\"query\":\"ton\""));
        var symbol = Assert.Single(found)!;
        Assert.Equal("Ton", (string)symbol["name"]!);
        Assert.Equal(LibraryUri, (string)symbol["location"]!["uri"]!);
        Assert.Equal("lib.sispam", (string)symbol["containerName"]!);
    }

    [Fact]
    public async Task What_an_event_starts_and_is_started_by_can_be_followed()
    {
        await using var client = await OpenAsync();
        var item = Assert.Single(
            Assert.IsType<JsonArray>(await AskAsync(client, "textDocument/prepareCallHierarchy", At(2, 7)))
        )!;
        Assert.Equal("bomb", (string)item["name"]!);

        var incoming = Assert.Single(
            Assert.IsType<JsonArray>(
                await AskAsync(client, "callHierarchy/incomingCalls", "\"item\":" + item.ToJsonString())
            )
        )!;
        Assert.Equal("Rekap: crowd escalates", (string)incoming["from"]!["name"]!);
        Assert.Equal("4:40-4:44", Range(incoming["fromRanges"]![0]!));

        var outgoing = Assert.Single(
            Assert.IsType<JsonArray>(
                await AskAsync(client, "callHierarchy/outgoingCalls", "\"item\":" + item.ToJsonString())
            )
        )!;
        Assert.Equal("Rekap: bomb", (string)outgoing["to"]!["name"]!);

        var next = Assert.Single(
            Assert.IsType<JsonArray>(
                await AskAsync(client, "callHierarchy/outgoingCalls", "\"item\":" + outgoing["to"]!.ToJsonString())
            )
        )!;
        Assert.Equal("warn", (string)next["to"]!["name"]!);
    }

    [Fact]
    public async Task Lenses_run_things_and_count_references_when_they_are_seen()
    {
        await using var client = await OpenAsync();
        var lenses = Assert.IsType<JsonArray>(await AskAsync(client, "textDocument/codeLens", Document));
        Assert.Equal(
            [
                "1:6-1:9 ",
                "2:6-2:10 ",
                "3:6-3:11 ",
                "3:6-3:11 sispam.runFromPhase Rekap",
                "3:6-3:11  ordered: 30 personnel",
                "6:5-6:15 sispam.runTest it works",
            ],
            lenses.Select(lens =>
                Range(lens!["range"]!)
                + " "
                + lens["command"]?["command"]
                + (lens["command"]?["arguments"] is { } arguments ? " " + arguments[1] : "")
                + (lens["command"]?["arguments"] is null && lens["command"] is { } told ? " " + told["title"] : "")
            )
        );

        var counted = (await client.RequestAsync("codeLens/resolve", lenses[1]!.ToJsonString()))["result"]!;
        Assert.Equal("2 references", (string)counted["command"]!["title"]!);
    }

    [Theory]
    [InlineData("true", "T+00:00")]
    [InlineData("{\"phaseStarts\":false}", "")]
    [InlineData("false", "")]
    public async Task Hints_are_shown_as_far_as_they_are_wanted(string setting, string expected)
    {
        await using var client = await OpenAsync(
            rest: "\"rootUri\":null,\"initializationOptions\":{\"inlayHints\":" + setting + "}"
        );
        var hints = Assert.IsType<JsonArray>(
            await AskAsync(client, "textDocument/inlayHint", Document + ",\"range\":" + Client.Range(0, 0, 9, 0))
        );
        Assert.Equal(expected, string.Join(", ", hints.Select(hint => (string)hint!["label"]!)));
    }

    [Fact]
    public async Task Used_files_are_links()
    {
        await using var client = await OpenAsync();
        var links = Assert.IsType<JsonArray>(await AskAsync(client, "textDocument/documentLink", Document));
        Assert.Equal(LibraryUri, (string)Assert.Single(links)!["target"]!);
    }

    private static async Task<Client> OpenAsync(string capabilities = "{}", string rest = "\"rootUri\":null")
    {
        var client = await Client.StartedAsync(capabilities, rest);
        client.Open(LibraryUri, "unit Ton: 30 personnel\n");
        client.Open(Uri, Drill + "\n");
        return client;
    }

    private static async Task<JsonNode> AskAsync(Client client, string method, string parameters)
    {
        var answer = await client.RequestAsync(method, "{" + parameters + "}");
        Assert.Null(answer["error"]);
        return Assert.IsAssignableFrom<JsonNode>(answer["result"]);
    }

    private static string Document => $"\"textDocument\":{{\"uri\":\"{Uri}\"}}";

    private static string At(int line, int character) => Place(Uri, line, character);

    private static string Place(string uri, int line, int character) =>
        $"\"textDocument\":{{\"uri\":\"{uri}\"}},\"position\":{{\"line\":{line},\"character\":{character}}}";

    private static string Range(JsonNode range) =>
        $"{range["start"]!["line"]}:{range["start"]!["character"]}-{range["end"]!["line"]}:{range["end"]!["character"]}";
}
