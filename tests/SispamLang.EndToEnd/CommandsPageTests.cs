using SispamLang.Tests.Shared;

namespace SispamLang.EndToEnd;

/// <summary><c>docs/commands.md</c> is run from top to bottom, in one folder, as a reader would who tries everything.</summary>
public class CommandsPageTests
{
    [Fact]
    public void Every_command_on_the_page_does_what_the_page_says()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The page is written for a POSIX shell.");
        using var folder = new Folder();
        var tools = Directory.CreateDirectory(folder.PathOf(".tools")).FullName;
        var command = Path.Combine(tools, "sispam");
        File.WriteAllText(command, $"#!/bin/sh\nexec dotnet '{SispamProcess.Assembly}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(command, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var blocks = Markdown.Blocks(Repository.PathOf("docs/commands.md"), "sh");
        Assert.NotEmpty(blocks);
        foreach (var block in blocks)
        {
            // A block that is to fail says so: "# exit status 1".
            var status = block.Contains("# exit status ", StringComparison.Ordinal)
                ? int.Parse(block.Split("# exit status ")[1].Split('\n')[0])
                : 0;
            var script = $"set -e; PATH='{tools}':\"$PATH\"\n{block}\n";
            var outcome = SispamProcess.Run(folder.Path, "sh", "", "-c", script);
            Assert.True(status == outcome.Status, $"{block}\n{outcome.Status}\n{outcome.Out}\n{outcome.Error}");
        }
    }

    [Fact]
    public void Every_verb_has_a_section()
    {
        var page = File.ReadAllText(Repository.PathOf("docs/commands.md"));

        foreach (var verb in (string[])["new", "check", "run", "test", "build", "explain"])
        {
            Assert.Contains("\n## sispam " + verb + "\n", page);
        }
    }
}
