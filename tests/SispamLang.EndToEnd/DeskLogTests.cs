using System.Globalization;
using System.Text.Json;
using SispamLang.Tests.Shared;

namespace SispamLang.EndToEnd;

/// <summary>
/// The desk is killed while it writes its log, again and again at random points, and taken up again each time. By hand:
/// <c>SISPAM_KILLS=300</c>.
/// </summary>
public sealed class DeskLogTests(ITestOutputHelper output) : IDisposable
{
    private const string Drill = """
        drill "Ticks": ends after 24 h
        counter ticks: 0..1000000
        crowd Massa: 100 people, restless
        phase Watch for 23 h:
          every 5 s -> add 1 to ticks
          every 30 s -> chance 50%: announce "even" otherwise: announce "odd"
        """;

    private readonly Folder _folder = new();
    private readonly Random _random = new(1);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nothing_that_was_shown_is_lost_whenever_the_desk_is_killed()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("SISPAM_KILLS") ?? "25", CultureInfo.InvariantCulture);
        var log = _folder.PathOf("a.jsonl");
        _folder.Write("a.sispam", Drill);
        var shownInAll = 0;
        for (var i = 0; i < kills; i++)
        {
            var shown = await ShownUntilKilledAsync(i == 0 ? "--log" : "--resume");
            var kept = (await File.ReadAllLinesAsync(log))
                .Where(IsWhole)
                .Select(TextOf)
                .ToHashSet(StringComparer.Ordinal);
            Assert.Empty(shown.Except(kept));
            shownInAll += shown.Count;
        }

        var end = SispamProcess.WithInput(
            _folder.Path,
            "stop\n",
            "run",
            "a.sispam",
            "--interactive",
            "--resume",
            "a.jsonl"
        );
        Assert.Equal(0, end.Status);

        var logged = (await File.ReadAllLinesAsync(log)).Select(Parse).Where(IsEntry).ToArray();
        var stop = Array.FindIndex(logged, line => line.TryGetProperty("outside", out _));
        var until = logged[stop].GetProperty("time_ms").GetInt64() / 1000 + 1;
        var uninterrupted = SispamProcess.In(
            _folder.Path,
            "run",
            "a.sispam",
            "--trace",
            "jsonl",
            "--until",
            until + " s"
        );
        var expected = uninterrupted.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse).Take(stop);
        Assert.Equal(expected.Select(Key), logged[..stop].Select(Key));
        output.WriteLine($"{kills} kills, {shownInAll} lines shown, {stop} entries in the log.");
    }

    private async Task<List<string>> ShownUntilKilledAsync(string option)
    {
        using var process = SispamProcess.Start(
            _folder.Path,
            "run",
            "a.sispam",
            "--interactive",
            "--speed",
            "600",
            option,
            "a.jsonl"
        );
        await process.StandardInput.WriteLineAsync("resume");
        await process.StandardInput.FlushAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line && line != "* The clock runs.") { }

        var rest = process.StandardOutput.ReadToEndAsync();
        await Task.Delay(_random.Next(400));
        process.Kill();
        var text = await rest;
        await process.WaitForExitAsync();
        // What has no end was not shown yet.
        return [.. text.Split('\n')[..^1].Select(SentenceOf).Where(line => line.Length > 0)];
    }

    // T+00:00:00, two spaces, the indentation; and at the end, from when it is.
    private static string SentenceOf(string line) => line.Length < 12 ? "" : line[12..].Split("  (from ")[0].Trim();

    private static bool IsWhole(string line) => line.EndsWith('}');

    private static JsonElement Parse(string line) => JsonDocument.Parse(line).RootElement;

    private static string TextOf(string line) => Parse(line).GetProperty("text").GetString()!;

    private static bool IsEntry(JsonElement line) => line.GetProperty("kind").GetString() != "controller";

    private static string Key(JsonElement line) =>
        $"{line.GetProperty("seq")} {line.GetProperty("time_ms")} {line.GetProperty("text")} {line.GetProperty("cause")}";
}
