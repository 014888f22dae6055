using SispamLang.Tests.Shared;

namespace SispamLang.EndToEnd;

public sealed class InterruptionTests : IDisposable
{
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
}
