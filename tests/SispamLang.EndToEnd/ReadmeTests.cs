using SispamLang.Tests.Shared;

namespace SispamLang.EndToEnd;

public class ReadmeTests
{
    [Fact]
    public void The_first_command_runs_a_drill_and_the_second_runs_the_tests()
    {
        var commands = Markdown.Blocks(Repository.PathOf("README.md"), "sh");

        Assert.Equal("dotnet run --project src/SispamLang.Cli -- run examples/pasuruan-kota.sispam", commands[0]);
        Assert.Equal("dotnet test", commands[1]);
    }

    [Fact]
    public void The_first_command_prints_the_timeline()
    {
        var words = Markdown.Blocks(Repository.PathOf("README.md"), "sh")[0].Split(' ');
        var outcome = SispamProcess.Run(Repository.Root, words[0], "", words[1..]);

        Assert.Equal("", outcome.Error);
        Assert.Equal(0, outcome.Status);
        Assert.StartsWith("EXERCISE  Sispamkota Pemilu 2024 Polres Pasuruan Kota\n", outcome.Out);
        Assert.Contains("\nSummary\n", outcome.Out);
    }
}
