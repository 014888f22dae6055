namespace SispamLang.LanguageServer.Tests;

public sealed class DocumentTests
{
    private const string Uri = "file:///drills/a.sispam";

    [Fact]
    public async Task What_is_wrong_is_told_with_the_version_it_is_about()
    {
        await using var client = await Client.StartedAsync();
        client.Open(Uri, "phase A: crowd escalates -> deplot Dalmas\n");
        var found = Assert.Single(await client.DiagnosticsAsync(Uri, 1))!;
        Assert.Equal("SIS2005", (string)found["code"]!);
        Assert.Equal("sispam", (string)found["source"]!);
        client.Change(Uri, 2, Client.Edit(0, 28, 0, 34, "deploy"));
        Assert.Empty(await client.DiagnosticsAsync(Uri, 2));
    }

    [Fact]
    public async Task Several_changes_are_made_one_after_the_other()
    {
        await using var client = await Client.StartedAsync();
        client.Open(Uri, "phase A:\n");
        client.Change(
            Uri,
            2,
            """{"text":"phase B: at start -> deplot X\n"}""",
            Client.Edit(0, 21, 0, 27, "announce"),
            Client.Edit(0, 30, 0, 31, "\"x\""),
            Client.Edit(1, 0, 1, 0, "phase C: at start -> deplot X\n")
        );
        var found = Assert.Single(await client.DiagnosticsAsync(Uri, 2))!;
        Assert.Equal(1, (int)found["range"]!["start"]!["line"]!);
    }

    [Theory]
    [InlineData("[]", "utf-16", 28)]
    [InlineData("[\"utf-32\"]", "utf-16", 28)]
    [InlineData("[\"utf-16\",\"utf-8\"]", "utf-16", 28)]
    [InlineData("[\"utf-8\",\"utf-16\"]", "utf-8", 31)]
    public async Task Columns_are_counted_as_agreed(string offered, string agreed, int column)
    {
        // é is one unit and two bytes, the engine two units and four bytes.
        await using var client = Client.InMemory();
        var initialized = await client.InitializeAsync($$$"""{"general":{"positionEncodings":{{{offered}}} } }""");
        Assert.Equal(agreed, (string)initialized["result"]!["capabilities"]!["positionEncoding"]!);
        client.Open(Uri, "# 🚒\r\nphase A \"é🚒\": at start -> deplot X\r\n");
        var found = Assert.Single(await client.DiagnosticsAsync(Uri, 1))!;
        Assert.Equal(column - 1, (int)found["range"]!["start"]!["character"]!);
        client.Change(Uri, 2, Client.Edit(1, column - 1, 1, column + 7, "announce \"🚒\""));
        Assert.Empty(await client.DiagnosticsAsync(Uri, 2));
    }

    [Theory]
    [InlineData(0, 99, 0, 99, "ab!\ncd\n")]
    [InlineData(99, 0, 99, 5, "ab\ncd\n!")]
    [InlineData(1, 1, 0, 0, "ab\nc!d\n")]
    [InlineData(4000000000, 4000000000, 4000000000, 4000000000, "ab\ncd\n!")]
    public void A_place_outside_is_moved_inside(
        uint line,
        uint character,
        uint endLine,
        uint endCharacter,
        string result
    )
    {
        var document = new Workspaces.Document(Uri, 1, new Text.SourceText("/a", "ab\ncd\n"));
        var range = new Protocol.Messages.Range(new(line, character), new(endLine, endCharacter));
        var changed = document.Change(
            2,
            [new Protocol.Messages.TextDocumentContentChangeEvent("!", range)],
            Workspaces.PositionEncoding.Utf16
        );
        Assert.Equal(result, changed.Text.Content);
    }

    [Theory]
    [InlineData("a\rb\rc", 2, 0, 4)]
    [InlineData("a\r\nb\r\nc", 2, 0, 6)]
    [InlineData("a\r\nb", 0, 5, 1)]
    [InlineData("\uFEFFab\nc", 0, 1, 1)]
    [InlineData("🚒🚒", 0, 2, 2)]
    public void Lines_end_in_LF_CRLF_or_CR(string text, uint line, uint character, int offset) =>
        Assert.Equal(
            offset,
            Workspaces.PositionEncoding.Utf16.OffsetOf(new Text.SourceText("/a", text), new(line, character))
        );

    [Fact]
    public async Task Closing_clears_what_was_told()
    {
        await using var client = await Client.StartedAsync();
        client.Open(Uri, "phase A: crowd escalates -> deplot Dalmas\n");
        Assert.NotEmpty(await client.DiagnosticsAsync(Uri, 1));
        client.Notify("textDocument/didClose", $$$"""{"textDocument":{"uri":"{{{Uri}}}"}}""");
        Assert.Empty(await client.DiagnosticsAsync(Uri, null));
    }

    [Fact]
    public async Task Only_the_newest_version_is_told_of_in_the_end()
    {
        await using var client = await Client.StartedAsync();
        client.Open(Uri, "phase A: at start -> announce \"x\"\n");
        for (var version = 2; version <= 100; version++)
        {
            client.Change(Uri, version, Client.Edit(0, 6, 0, 7, version % 2 == 0 ? "\"" : "B"));
        }

        var last = 0;
        while (last < 100)
        {
            var told = await client.NotificationAsync("textDocument/publishDiagnostics");
            var version = (int)told["version"]!;
            Assert.True(version > last, $"{version} came after {last}");
            last = version;
        }
    }

    [Fact]
    public async Task A_change_of_what_is_not_open_changes_nothing()
    {
        await using var client = await Client.StartedAsync();
        client.Change(Uri, 2, """{"text":"x"}""");
        await client.NotificationAsync("window/logMessage");
        var answer = await client.RequestAsync("textDocument/formatting", Format);
        Assert.True(answer.ContainsKey("result"));
        Assert.Null(answer["result"]);
    }

    [Fact]
    public async Task An_unsaved_library_is_seen_by_those_who_use_it()
    {
        await using var client = await Client.StartedAsync();
        client.Open(Uri, "use \"lib.sispam\"\nphase A: at start -> deploy Regu\nplace KPU\n");
        Assert.NotEmpty(await client.DiagnosticsAsync(Uri, 1));
        client.Open("file:///drills/lib.sispam", "unit Regu: 10 personnel\n");
        Assert.Empty(await client.DiagnosticsAsync(Uri, 1));
        client.Change("file:///drills/lib.sispam", 2, Client.Edit(0, 5, 0, 9, "Tim"));
        Assert.NotEmpty(await client.DiagnosticsAsync(Uri, 1));
    }

    private const string Format =
        $$$"""{"textDocument":{"uri":"{{{Uri}}}"},"options":{"tabSize":2,"insertSpaces":true}}""";
}
