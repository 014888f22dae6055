using System.Diagnostics;
using SispamLang.Tests.Shared;

namespace SispamLang.Cli.Tests;

/// <summary>What a shell is told when the Tab key is pressed.</summary>
public class CompletionTests
{
    [Theory]
    [InlineData("sispam che", "check")]
    [InlineData("sispam check --fo", "--format")]
    [InlineData("sispam check --format ", "json", "sarif", "text")]
    [InlineData("sispam check drills --format s", "sarif")]
    [InlineData("sispam run a.sispam --engine i", "interpreter")]
    [InlineData("sispam run a.sispam --language ", "en", "id")]
    [InlineData("sispam explain sis1020", "SIS1020")]
    [InlineData("sispam check --doctrine perkap-1", "perkap-1-2009", "perkap-16-2006")]
    [InlineData("sispam completion ", "bash", "fish", "pwsh", "zsh")]
    [InlineData("sispam check ")]
    [InlineData("sispam check dri")]
    [InlineData("sispam run a.sispam --output ")]
    [InlineData("sispam xyzzy --fo")]
    public void What_fits_is_suggested_and_nothing_where_it_is_a_file(string line, params string[] expected)
    {
        var outcome = Sispam.In(Path.GetTempPath(), "[suggest]", line);

        Assert.Equal(ExitStatus.Ok, outcome.Status);
        Assert.Equal(expected, outcome.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order());
        Assert.Empty(outcome.Error);
    }

    [Fact]
    public void All_verbs_are_suggested_at_first() =>
        Assert.Equal(
            CommandLine.Verbs.Order(),
            Sispam.In(Path.GetTempPath(), "[suggest]", "sispam ").Out.TrimEnd().Split('\n').Order()
        );

    [Theory]
    [InlineData("[suggest:10]", "sispam che a.sispam", "check\n")]
    [InlineData("[suggest:999]", "sispam che", "check\n")]
    [InlineData("[suggest:-1]", "sispam che", "check\n")]
    [InlineData("[suggest:x]", "sispam che", "check\n")]
    public void The_place_of_the_cursor_counts_if_it_is_one(string directive, string line, string expected) =>
        Assert.Equal(expected, Sispam.In(Path.GetTempPath(), directive, line).Out);

    [Fact]
    public void Each_shell_has_a_script_of_its_own()
    {
        foreach (var shell in (string[])["bash", "zsh", "fish", "pwsh"])
        {
            var outcome = Sispam.In(Path.GetTempPath(), "completion", shell);

            Assert.Equal(ExitStatus.Ok, outcome.Status);
            Assert.Contains("sispam completion " + shell, outcome.Out);
        }
    }

    [Fact]
    public void A_real_bash_completes_by_the_script()
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "There is no bash.");
        using var folder = new Folder();
        folder.Write("sispam.bash", Sispam.In(folder.Path, "completion", "bash").Out);
        folder.Write("sispam", $"#!/bin/sh\nexec dotnet '{typeof(CommandLine).Assembly.Location}' \"$@\"\n");

        // As readline does it: the function is called with what was typed, and its answers are read.
        var words = Completed(folder, "sispam check --fo") + Completed(folder, "sispam check --format ");

        Assert.Equal("--format\njson\nsarif\ntext\n", words);
    }

    private static string Completed(Folder folder, string line)
    {
        const string Script = """
            chmod +x sispam
            PATH="$PWD:$PATH"
            source ./sispam.bash
            COMP_LINE=$1 COMP_POINT=${#1} COMP_WORDS=($1)
            "$(complete -p sispam | sed 's/.*-F \([^ ]*\) .*/\1/')"
            printf '%s\n' "${COMPREPLY[@]}" | sort
            """;
        var start = new ProcessStartInfo("/bin/bash", ["-e", "-c", Script, "bash", line])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var bash = Process.Start(start)!; // It is there.
        var words = bash.StandardOutput.ReadToEnd();
        bash.WaitForExit();
        return words;
    }
}
