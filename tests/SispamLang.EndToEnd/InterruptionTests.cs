using SispamLang.Tests.Shared;

namespace SispamLang.EndToEnd;

public sealed class InterruptionTests : IDisposable
{
    // Times to the second, and many of them left to chance.
    private const string Explodes = """
        drill "Explodes": ends after 8 h
        unit Alpha: 10 personnel, ready in 41..42 s
        temper own: escalates every 7..8 s 50%, calms 20%, throws every 11..12 s
        crowd Mob: 100 people, own
        crowd Crew: 100 people, own
        phase All for 8 h: Mob throws -> deploy Alpha, wait 19..20 s, withdraw Alpha
        never Mob dispersed

        """;

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ctrl_C_ends_a_command_with_130_and_leaves_nothing_behind()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no kill to send an interruption with.");
        // Standard input does not end, so it waits until it is interrupted.
        var outcome = await SispamProcess.InterruptedAsync(
            _folder.Path,
            TimeSpan.FromSeconds(2),
            "run",
            "-",
            "--output",
            "run.txt"
        );

        Assert.Equal(130, outcome.Status);
        Assert.Equal("", outcome.Out);
        Assert.DoesNotContain("Exception", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(_folder.Files());
    }

    [Theory]
    [InlineData("verify", "Not decided: never Mob dispersed", "--max-states", "2000000000", "--max-memory", "8 GB")]
    [InlineData("simulate", "clock is simulated", "--runs", "100000000000")]
    public async Task Ctrl_C_leaves_what_there_is_so_far_marked_as_partial(
        string verb,
        string sentence,
        params string[] options
    )
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no kill to send an interruption with.");
        _folder.Write("drill.sispam", Explodes);

        var outcome = await SispamProcess.InterruptedAsync(
            _folder.Path,
            () => _folder.Files().Length > 1, // It has begun to write.
            TimeSpan.FromSeconds(10),
            [verb, "drill.sispam", "--output", "report.txt", .. options]
        );

        Assert.Equal(130, outcome.Status);
        Assert.Equal("", outcome.Error);
        Assert.Equal(["drill.sispam", "report.txt"], _folder.Files().Order(StringComparer.Ordinal));
        var report = File.ReadAllText(_folder.PathOf("report.txt"));
        Assert.StartsWith("EXERCISE  Explodes  PARTIAL", report);
        Assert.Contains(sentence, report);
    }

    [Theory]
    [InlineData("--max-states", "5000")]
    [InlineData("--max-memory", "3 MB")]
    public void A_drill_with_more_states_than_are_allowed_is_not_decided(string option, string value)
    {
        _folder.Write("drill.sispam", Explodes);

        var outcome = SispamProcess.In(_folder.Path, "verify", "drill.sispam", option, value);

        Assert.Equal(3, outcome.Status);
        Assert.Contains("Not decided: never Mob dispersed", outcome.Out);
        Assert.Contains($"as {option} allows", outcome.Out);
        Assert.Equal("", outcome.Error);
    }
}
