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
    public void What_stands_below_a_command_is_what_it_prints()
    {
        var shown = Markdown
            .Commands(Repository.PathOf("README.md"))
            .Where(command => command.Output is not null)
            .ToArray();

        Assert.NotEmpty(shown);
        foreach (var (command, output) in shown)
        {
            var words = command.Split(' ');
            Assert.Equal(output + "\n", SispamProcess.Run(Repository.Root, words[0], "", words[1..]).Out);
        }
    }

    [Fact]
    public void The_program_is_that_of_the_page_about_builds()
    {
        var program = Assert.Single(Markdown.Blocks(Repository.PathOf("README.md"), "csharp"));

        Assert.Contains(program, File.ReadAllText(Repository.PathOf("docs/builds.md")));
    }

    [Fact]
    public void Every_page_is_named()
    {
        var readme = File.ReadAllText(Repository.PathOf("README.md"));

        Assert.All(
            Directory.GetFiles(Repository.PathOf("docs"), "*.md"),
            page => Assert.Contains($"(docs/{Path.GetFileName(page)})", readme)
        );
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
