using System.Text.Json.Nodes;

namespace SispamLang.LanguageServer.Tests;

public sealed class DrillRequestTests
{
    private const string Uri = "file:///drills/a.sispam";

    private const string Drill = """
        drill "Balai Kota":
          personnel 20
          starts 09:00 WIB
        place KPU

        unit Regu: 10 personnel of Polres, with 5 shields
        unit Massa: 10 players

        param strength = 50% from 10% to 90%

        phase Rekap "Rekapitulasi" for 10 min:
          crowd throws -> deploy Regu to KPU
          crowd escalates -> chance strength: next phase

        phase Akhir:
          at start -> withdraw Regu
          crowd disperses -> end drill

        phase Sesudah:
          after 1 min -> go to Rekap
          until crowd disperses

        test "it arrives":
          crowd throws
          after 10 s
          expect Regu at KPU

        test "it does not":
          crowd throws
          expect no Regu arrives
        """;

    [Fact]
    public async Task The_graph_of_phases_has_each_way_from_one_to_the_next()
    {
        await using var client = await StartAsync();
        var graph = await ResultAsync(client, "sispam/phaseGraph");
        Assert.Equal("Balai Kota", (string)graph["drill"]!);
        Assert.Equal(
            ["Rekap", "Akhir", "Sesudah"],
            graph["phases"]!.AsArray().Select(phase => (string)phase!["name"]!)
        );
        Assert.Equal(
            [
                "Rekap time> Akhir: for 10 min",
                "Rekap order> Akhir: crowd escalates",
                "Akhir quiet> Sesudah: ",
                "Akhir order> end: crowd disperses",
                "Sesudah until> end: crowd disperses",
                "Sesudah order> Rekap: after 1 min",
            ],
            graph["changes"]!
                .AsArray()
                .Select(change =>
                    $"{change!["from"]} {change["kind"]}> {change["to"]?.ToString() ?? "end"}: {change["trigger"]}"
                )
        );
        Assert.Equal(10, (int)graph["phases"]![0]!["location"]!["range"]!["start"]!["line"]!);
    }

    [Fact]
    public async Task The_ledger_is_what_the_drill_has()
    {
        await using var client = await StartAsync();
        var ledger = (await ResultAsync(client, "sispam/ledger"))["ledger"]!;
        Assert.Equal(["Regu", "Massa"], ledger["units"]!.AsArray().Select(unit => (string)unit!["name"]!));
        Assert.Equal(10, (int)ledger["total"]!["personnel"]!);
        Assert.Equal("Exact", (string)ledger["announced"]!["announced"]!["exactness"]!);
        Assert.Equal(20, (int)ledger["announced"]!["sum"]!);
        Assert.True((bool)ledger["announced"]!["withPlayers"]!);
        Assert.Equal("shields", (string)ledger["kit"]![0]!["name"]!);
    }

    [Fact]
    public async Task A_timeline_tells_what_happens_and_why()
    {
        await using var client = await StartAsync();
        var timeline = await ResultAsync(client, "sispam/timeline", ",\"seed\":7,\"params\":{\"Strength\":9000}");
        var entries = timeline["entries"]!.AsArray();
        Assert.True((bool)timeline["isComplete"]!);
        Assert.Equal(9 * 3_600_000, (int)timeline["startsAtMs"]!);
        Assert.Equal("start", (string)entries[0]!["kind"]!);
        Assert.Equal(7, (int)entries[0]!["seed"]!);
        Assert.Equal("end", (string)entries[^1]!["kind"]!);
        Assert.All(entries, entry => Assert.True(entry!.AsObject().ContainsKey("cause")));
        Assert.Equal(Uri, (string)timeline["files"]!["/drills/a.sispam"]!);

        var part = await ResultAsync(client, "sispam/timeline", ",\"untilMs\":0");
        Assert.False((bool)part["isComplete"]!);
        Assert.All(part["entries"]!.AsArray(), entry => Assert.Equal(0, (int)entry!["time_ms"]!));

        var later = await ResultAsync(client, "sispam/timeline", ",\"phase\":\"Sesudah\"");
        Assert.DoesNotContain(later["entries"]!.AsArray().Take(3), entry => (string?)entry!["phase"] == "Rekap");
    }

    [Theory]
    [InlineData(",\"params\":{\"strength\":1}", -32602)]
    [InlineData(",\"params\":{\"none\":1}", -32602)]
    [InlineData(",\"phase\":\"none\"", -32602)]
    [InlineData(",\"seed\":-1", -32602)]
    [InlineData(",\"seed\":\"one\"", -32602)]
    public async Task What_makes_no_sense_is_refused(string more, int code)
    {
        await using var client = await StartAsync();
        var answer = await client.RequestAsync("sispam/timeline", Params(more));
        Assert.Equal(code, (int)answer["error"]!["code"]!);
    }

    [Fact]
    public async Task What_can_not_be_run_says_why()
    {
        await using var client = await StartAsync();
        client.Change(Uri, 2, """{"text":"unit Regu: 10 personnel\n"}""");
        var answer = await client.RequestAsync("sispam/timeline", Params(""));
        Assert.Equal("The file has no phase, so there is nothing to run.", (string)answer["error"]!["message"]!);
        client.Change(Uri, 3, """{"text":"fase A: massa bereskalasi -> kerahkan Siapa\n"}""");
        answer = await client.RequestAsync("sispam/runTests", Params(""));
        Assert.Equal("Latihan ini masih mengandung kesalahan.", (string)answer["error"]!["message"]!);
    }

    [Fact]
    public async Task Tests_are_listed_and_run()
    {
        await using var client = await StartAsync();
        var tests = (await ResultAsync(client, "sispam/tests")).AsArray();
        Assert.Equal(["it arrives", "it does not"], tests.Select(test => (string)test!["name"]!));

        var outcomes = (await ResultAsync(client, "sispam/runTests")).AsArray();
        Assert.Equal([true, false], outcomes.Select(outcome => (bool)outcome!["passed"]!));
        var problem = outcomes[1]!["problem"]!;
        Assert.Equal(
            "expected: expect no Regu arrives; but it has happened once",
            ((string)problem["message"]!).Replace("\r", "")
        );
        Assert.Equal("expect no Regu arrives", (string)problem["expected"]!);
        Assert.Equal("it has happened once", (string)problem["got"]!);
        Assert.Equal(29, (int)problem["location"]!["range"]!["start"]!["line"]!);

        outcomes = (await ResultAsync(client, "sispam/runTests", ",\"names\":[\"it arrives\"]")).AsArray();
        Assert.True((bool)Assert.Single(outcomes)!["passed"]!);
        var answer = await client.RequestAsync("sispam/runTests", Params(",\"names\":[\"no such\"]"));
        Assert.Equal(-32602, (int)answer["error"]!["code"]!);
    }

    [Theory]
    [InlineData("sispam/phaseGraph")]
    [InlineData("sispam/ledger")]
    [InlineData("sispam/timeline")]
    [InlineData("sispam/tests")]
    [InlineData("sispam/runTests")]
    public async Task Of_what_is_not_open_there_is_nothing_to_say(string method)
    {
        await using var client = await Client.StartedAsync();
        var answer = await client.RequestAsync(method, Params(""));
        Assert.True(answer.ContainsKey("result"));
        Assert.Null(answer["result"]);
    }

    private static string Params(string more) => $$$"""{"textDocument":{"uri":"{{{Uri}}}"}{{{more}}} }""";

    private static async Task<JsonNode> ResultAsync(Client client, string method, string more = "") =>
        (await client.RequestAsync(method, Params(more)))["result"]!;

    private static async Task<Client> StartAsync()
    {
        var client = await Client.StartedAsync();
        client.Open(Uri, Drill.ReplaceLineEndings("\n") + "\n");
        return client;
    }
}
