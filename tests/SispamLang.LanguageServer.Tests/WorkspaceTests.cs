using System.Text.Json.Nodes;
using SispamLang.Tests.Shared;

namespace SispamLang.LanguageServer.Tests;

public sealed class WorkspaceTests : IDisposable
{
    private const string User = "use \"lib.sispam\"\nplace KPU\nphase A: at start -> deploy Regu to KPU\n";
    private const string Library = "unit Regu: 10 personnel\n";

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_library_comes_from_disk_and_its_users_are_checked_again_when_it_changes_there()
    {
        _folder.Write("lib.sispam", Library);
        await using var client = await StartAsync();
        client.Open(Uri("a.sispam"), User);
        Assert.Empty(await client.DiagnosticsAsync(Uri("a.sispam"), 1));

        _folder.Write("lib.sispam", "unit Tim: 10 personnel\n");
        Changed(client, "lib.sispam", 2);
        Assert.NotEmpty(await client.DiagnosticsAsync(Uri("a.sispam"), 1));
    }

    [Fact]
    public async Task A_library_that_comes_or_goes_is_noticed_also_with_its_whole_folder()
    {
        await using var client = await StartAsync();
        client.Open(Uri("a.sispam"), User.Replace("lib.", "libs/lib."));
        Assert.NotEmpty(await client.DiagnosticsAsync(Uri("a.sispam"), 1));

        _folder.Write("libs/lib.sispam", Library);
        Changed(client, "libs/lib.sispam", 1);
        Assert.Empty(await client.DiagnosticsAsync(Uri("a.sispam"), 1));

        Directory.Delete(_folder.PathOf("libs"), recursive: true);
        Changed(client, "libs", 3);
        Assert.NotEmpty(await client.DiagnosticsAsync(Uri("a.sispam"), 1));
    }

    [Fact]
    public async Task An_unsaved_library_goes_before_its_file_and_closing_it_goes_back()
    {
        _folder.Write("lib.sispam", Library);
        await using var client = await StartAsync();
        client.Open(Uri("a.sispam"), User);
        Assert.Empty(await client.DiagnosticsAsync(Uri("a.sispam"), 1));
        client.Open(Uri("lib.sispam"), "unit Tim: 10 personnel\n");
        Assert.NotEmpty(await client.DiagnosticsAsync(Uri("a.sispam"), 1));
        client.Notify("textDocument/didClose", $$$"""{"textDocument":{"uri":"{{{Uri("lib.sispam")}}}"}}""");
        Assert.Empty(await client.DiagnosticsAsync(Uri("a.sispam"), 1));
    }

    [Fact]
    public async Task A_library_that_is_open_is_known_by_a_link_too()
    {
        _folder.Write("lib.sispam", "# empty\n");
        File.CreateSymbolicLink(_folder.PathOf("link.sispam"), "lib.sispam");
        await using var client = await StartAsync();
        client.Open(Uri("lib.sispam"), Library);
        client.Open(Uri("a.sispam"), User.Replace("lib.", "link."));
        Assert.Empty(await client.DiagnosticsAsync(Uri("a.sispam"), 1));
    }

    [Fact]
    public async Task No_use_leaves_the_folder_that_is_open()
    {
        _folder.Write("lib.sispam", Library);
        Directory.CreateDirectory(_folder.PathOf("inside"));
        File.CreateSymbolicLink(_folder.PathOf("inside/link.sispam"), _folder.PathOf("lib.sispam"));
        await using var client = await StartAsync("inside");
        client.Open(Uri("inside/a.sispam"), "use \"../lib.sispam\"\nuse \"link.sispam\"\n");
        var found = await client.DiagnosticsAsync(Uri("inside/a.sispam"), 1);
        Assert.Equal(["SIS2012", "SIS2012"], found.Select(one => (string)one!["code"]!));
    }

    [Fact]
    public async Task Folders_come_and_go()
    {
        _folder.Write("lib.sispam", Library);
        await using var client = await StartAsync("inside");
        client.Open(Uri("inside/a.sispam"), User.Replace("lib.", "../lib."));
        Assert.NotEmpty(await client.DiagnosticsAsync(Uri("inside/a.sispam"), 1));
        client.Notify(
            "workspace/didChangeWorkspaceFolders",
            $$$"""{"event":{"added":[{"uri":"{{{Uri("")}}}","name":"all"}],"removed":[{"uri":"{{{Uri(
                "inside"
            )}}}","name":"inside"}]}}"""
        );
        Assert.Empty(await client.DiagnosticsAsync(Uri("inside/a.sispam"), 1));
    }

    [Fact]
    public async Task The_settings_of_a_folder_count_and_what_is_wrong_with_them_is_told_at_their_place()
    {
        _folder.Write(".editorconfig", "[*.sispam]\ndotnet_diagnostic.SIS3007.severity = none\n");
        await using var client = await StartAsync();
        client.Open(Uri("a.sispam"), User.Replace("use \"lib.sispam\"", "unit Regu: 9 personnel\ncounter n: 0..5"));
        Assert.Empty(await client.DiagnosticsAsync(Uri("a.sispam"), 1));

        _folder.Write(".editorconfig", "[*.sispam]\ndotnet_diagnostic.SIS9999.severity = none\n");
        Changed(client, ".editorconfig", 2);
        Assert.Equal("SIS3007", (string)Assert.Single(await client.DiagnosticsAsync(Uri("a.sispam"), 1))!["code"]!);
        var wrong = Assert.Single(await client.DiagnosticsAsync(Uri(".editorconfig"), null))!;
        Assert.Equal("SIS1095", (string)wrong["code"]!);
        Assert.Equal(1, (int)wrong["range"]!["start"]!["line"]!);

        File.Delete(_folder.PathOf(".editorconfig"));
        Changed(client, ".editorconfig", 3);
        Assert.Empty(await client.DiagnosticsAsync(Uri(".editorconfig"), null));
    }

    [Fact]
    public async Task What_is_wrong_with_a_library_that_is_not_open_is_told_of_its_file()
    {
        _folder.Write("lib.sispam", "unit Regu: 10 personell\n");
        await using var client = await StartAsync();
        client.Open(Uri("a.sispam"), User);
        Assert.NotEmpty(await client.DiagnosticsAsync(Uri("lib.sispam"), null));
        client.Notify("textDocument/didClose", $$$"""{"textDocument":{"uri":"{{{Uri("a.sispam")}}}"}}""");
        Assert.Empty(await client.DiagnosticsAsync(Uri("lib.sispam"), null));
    }

    [Fact]
    public async Task Files_are_watched_by_names_and_what_is_deleted_by_any()
    {
        var asked = new TaskCompletionSource<JsonNode>();
        await using var client = Client.InMemory();
        client.Answer = (method, parameters) =>
        {
            if (method == "client/registerCapability")
            {
                asked.SetResult(parameters!);
            }

            return null;
        };
        await client.InitializeAsync("""{"workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true}}}""");
        var registration = Assert.Single((await asked.Task)["registrations"]!.AsArray())!;
        Assert.Equal("workspace/didChangeWatchedFiles", (string)registration["method"]!);
        Assert.Equal(
            ["**/*.sispam", "**/.editorconfig", "**/*"],
            registration["registerOptions"]!["watchers"]!.AsArray().Select(one => (string)one!["globPattern"]!)
        );
    }

    [Fact]
    public async Task A_client_that_asks_is_not_told()
    {
        await using var client = await StartAsync(capabilities: """{"textDocument":{"diagnostic":{}}}""");
        client.Open(Uri("a.sispam"), "phase A: crowd escalates -> deplot Regu\n");
        var first = (await client.RequestAsync("textDocument/diagnostic", Document("a.sispam")))["result"]!;
        Assert.Equal("full", (string)first["kind"]!);
        Assert.Equal("SIS2005", (string)Assert.Single(first["items"]!.AsArray())!["code"]!);

        var known = Document("a.sispam")[..^1] + $",\"previousResultId\":\"{first["resultId"]}\"}}";
        var second = (await client.RequestAsync("textDocument/diagnostic", known))["result"]!;
        Assert.Equal("unchanged", (string)second["kind"]!);
        Assert.False(second.AsObject().ContainsKey("items"));

        client.Change(Uri("a.sispam"), 2, Client.Edit(0, 28, 0, 34, "withdraw"));
        var third = (await client.RequestAsync("textDocument/diagnostic", known))["result"]!;
        Assert.Equal("full", (string)third["kind"]!);
        Assert.False(client.HasTold("textDocument/publishDiagnostics"));
    }

    [Fact]
    public async Task What_is_wrong_with_a_library_comes_with_the_answer_for_its_user()
    {
        _folder.Write("lib.sispam", "unit Regu: 10 personell\n");
        await using var client = await StartAsync(
            capabilities: """{"textDocument":{"diagnostic":{"relatedDocumentSupport":true}}}"""
        );
        client.Open(Uri("a.sispam"), User);
        var report = (await client.RequestAsync("textDocument/diagnostic", Document("a.sispam")))["result"]!;
        var library = report["relatedDocuments"]![Uri("lib.sispam")]!;
        Assert.Equal("full", (string)library["kind"]!);
        Assert.NotEmpty(library["items"]!.AsArray());
    }

    [Fact]
    public async Task All_drills_of_the_workspace_can_be_asked_about()
    {
        _folder.Write("good.sispam", Library);
        _folder.Write("sub/bad.sispam", "phase A: crowd escalates -> deplot Regu\n");
        _folder.Write("sub/bytes.sispam", [0xFF, 0xFE, 0x00]);
        _folder.Write("other.txt", "no drill");
        await using var client = await StartAsync();
        client.Open(Uri("good.sispam"), "unit\n", version: 3);
        var report = (await client.RequestAsync("workspace/diagnostic", """{"previousResultIds":[]}"""))["result"]!;
        var items = report["items"]!.AsArray();
        Assert.Equal(
            [Uri("good.sispam"), Uri("sub/bad.sispam"), Uri("sub/bytes.sispam")],
            items.Select(item => (string)item!["uri"]!)
        );
        Assert.All(items, item => Assert.NotEmpty(item!["items"]!.AsArray()));
        Assert.Equal(3, (int)items[0]!["version"]!);
        Assert.True(items[1]!.AsObject().ContainsKey("version"));
        Assert.Null(items[1]!["version"]);
    }

    [Theory]
    [InlineData("""{"language":"id"}""")]
    [InlineData("""{"sispam":{"language":"id"}}""")]
    public async Task The_language_of_messages_is_set_at_the_start(string options)
    {
        await using var client = await Client.StartedAsync(rest: $"\"initializationOptions\":{options}");
        client.Open(Uri("a.sispam"), "phase A: crowd escalates -> deplot Regu\n");
        Assert.Contains("deplot", Message(await client.DiagnosticsAsync(Uri("a.sispam"), 1)), StringComparison.Ordinal);
        client.Notify("workspace/didChangeConfiguration", """{"settings":{"sispam":{"language":"en"}}}""");
        var english = Message(await client.DiagnosticsAsync(Uri("a.sispam"), 1));
        client.Notify("workspace/didChangeConfiguration", """{"settings":{"sispam":{"language":"id"}}}""");
        Assert.NotEqual(english, Message(await client.DiagnosticsAsync(Uri("a.sispam"), 1)));
        client.Notify("workspace/didChangeConfiguration", """{"settings":{"sispam":{"language":"auto"}}}""");
        Assert.Equal(english, Message(await client.DiagnosticsAsync(Uri("a.sispam"), 1)));
    }

    [Fact]
    public async Task The_client_is_asked_for_settings_if_it_can_be()
    {
        await using var client = Client.InMemory();
        client.Answer = (method, _) =>
            method == "workspace/configuration"
                ? JsonNode.Parse("""[{"language":"auto","doctrines":["perkap-16-2006"]}]""")
                : null;
        await client.InitializeAsync("""{"workspace":{"configuration":true}}""");
        client.Open(Uri("a.sispam"), "phase Rekap: crowd escalates -> deploy Dalmas; if anarchic -> water cannon\n");
        await client.NotificationAsync(
            "textDocument/publishDiagnostics",
            told => told["diagnostics"]!.AsArray().Any(one => (string)one!["code"]! == "SIS4001")
        );
    }

    [Theory]
    [InlineData("en", "sispam.doctrines: Expected a doctrine here, but none is called “perkap-16-2007”")]
    [InlineData("id", "sispam.doctrines: Di sini seharusnya doktrin, tetapi")]
    public async Task A_doctrine_in_the_settings_that_does_not_exist_is_told(string language, string sentence)
    {
        var settings = $$"""{"language":"{{language}}","doctrines":["perkap-16-2006","perkap-16-2007"]}""";
        await using var client = await Client.StartedAsync(rest: $"\"initializationOptions\":{settings}");
        var told = await client.NotificationAsync("window/showMessage");
        Assert.StartsWith(sentence, (string)told["message"]!, StringComparison.Ordinal);
        Assert.Equal(2, (int)told["type"]!);
    }

    [Fact]
    public async Task What_takes_more_than_a_second_is_shown_until_it_ends()
    {
        var rules = string.Concat(Enumerable.Repeat("  crowd escalates -> deploy Regu to KPU, announce \"x\"\n", 5000));
        for (var i = 0; i < 200; i++)
        {
            _folder.Write($"{i}.sispam", "unit Regu: 9 personnel\nplace KPU\nphase A:\n" + rules);
        }

        await using var client = await StartAsync(capabilities: """{"window":{"workDoneProgress":true}}""");
        var answer = client.RequestAsync("workspace/symbol", "{\"query\":\"Regu\"}");
        var began = await client.NotificationAsync("$/progress");
        Assert.Equal("begin", (string)began["value"]!["kind"]!);
        Assert.Equal("SispamLang is at work", (string)began["value"]!["title"]!);
        Assert.Contains(client.Asked, question => question.Method == "window/workDoneProgress/create");
        client.Notify("$/cancelRequest", "{\"id\":2}");
        await answer;
        var ended = await client.NotificationAsync("$/progress");
        Assert.Equal("end", (string)ended["value"]!["kind"]!);
        Assert.Equal((string)began["token"]!, (string)ended["token"]!);
    }

    private static string Message(JsonArray diagnostics) => (string)Assert.Single(diagnostics)!["message"]!;

    private Task<Client> StartAsync(string folder = "", string capabilities = "{}") =>
        Client.StartedAsync(
            capabilities,
            $$$"""{"workspaceFolders":[{"uri":"{{{Uri(folder)}}}","name":"x"}]}"""[1..^1]
        );

    private string Uri(string name) => new Uri(_folder.PathOf(name)).AbsoluteUri;

    private string Document(string name) => $$$"""{"textDocument":{"uri":"{{{Uri(name)}}}"}}""";

    private void Changed(Client client, string name, int type) =>
        client.Notify(
            "workspace/didChangeWatchedFiles",
            $$$"""{"changes":[{"uri":"{{{Uri(name)}}}","type":{{{type}}} }]}"""
        );
}
