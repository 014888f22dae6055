using System.Text.RegularExpressions;
using SispamLang.Tests.Shared;

namespace SispamLang.EndToEnd;

/// <summary>Each of these pages is run from top to bottom, in one folder, as a reader would who tries everything.</summary>
public partial class PageTests
{
    public static TheoryData<string> Pages =>
        [
            "docs/commands.md",
            "docs/checking.md",
            "docs/simulating.md",
            "docs/papers.md",
            "docs/tables.md",
            "docs/verifying.md",
            "docs/desk.md",
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_command_on_the_page_does_and_prints_what_the_page_says(string page)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The page is written for a POSIX shell.");
        using var folder = new Folder();
        var tools = Directory.CreateDirectory(folder.PathOf(".tools")).FullName;
        var sispam = Path.Combine(tools, "sispam");
        File.WriteAllText(sispam, $"#!/bin/sh\nexec dotnet '{SispamProcess.Assembly}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(sispam, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var commands = Markdown.Commands(Repository.PathOf(page)).ToArray();
        Assert.NotEmpty(commands);
        foreach (var (command, output) in commands)
        {
            // A block that is to fail says so: "# exit status 1".
            var status = command.Contains("# exit status ", StringComparison.Ordinal)
                ? int.Parse(command.Split("# exit status ")[1].Split('\n')[0])
                : 0;
            var script = $"set -e; PATH='{tools}':\"$PATH\"\n{command}\n";
            var outcome = SispamProcess.Run(folder.Path, "sh", "", "-c", script);
            Assert.True(status == outcome.Status, $"{command}\n{outcome.Status}\n{outcome.Out}\n{outcome.Error}");
            // The page may show a part.
            Assert.Contains(Timeless(output ?? ""), Timeless(outcome.Out));
        }
    }

    [Fact]
    public void Every_verb_has_a_section()
    {
        var page = File.ReadAllText(Repository.PathOf("docs/commands.md"));

        foreach (
            var verb in (string[])
                [
                    "new",
                    "check",
                    "format",
                    "translate",
                    "run",
                    "test",
                    "simulate",
                    "verify",
                    "build",
                    "export",
                    "import-msel",
                    "explain",
                    "lsp",
                    "completion",
                ]
        )
        {
            Assert.Contains("\n## sispam " + verb + "\n", page);
        }
    }

    // How long something took is never the same.
    private static string Timeless(string text) => Took().Replace(text, "$1 # $2");

    [GeneratedRegex(@"\b(in|dalam) \d+\.\d\d (s|detik)\b")]
    private static partial Regex Took();
}
