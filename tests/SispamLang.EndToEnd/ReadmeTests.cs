using System.Text.RegularExpressions;
using SispamLang.Tests.Shared;

namespace SispamLang.EndToEnd;

public partial class ReadmeTests
{
    [Fact]
    public void The_first_command_runs_a_drill_and_the_second_runs_the_tests()
    {
        string[] commands = Commands();

        Assert.Matches("^dotnet run --project src/SispamLang.Cli -- run examples/[a-z-]+\\.sispam$", commands[0]);
        Assert.Equal("dotnet test", commands[1]);
        Assert.True(File.Exists(Repository.PathOf("src/SispamLang.Cli/SispamLang.Cli.csproj")));
    }

    /// <summary>The contents of the README's sh blocks, in order: the same text that .ci/run takes its test command from.</summary>
    private static string[] Commands() =>
        [
            .. ShellBlock()
                .Matches(File.ReadAllText(Repository.PathOf("README.md")))
                .Select(m => m.Groups["body"].Value.Trim()),
        ];

    [GeneratedRegex("^```sh\\n(?<body>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShellBlock();
}
