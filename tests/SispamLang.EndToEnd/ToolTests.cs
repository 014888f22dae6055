using SispamLang.Tests.Shared;

namespace SispamLang.EndToEnd;

/// <summary>The command as a .NET tool: packed, installed from the feed, and used.</summary>
[Collection(nameof(Packages))]
public sealed class ToolTests(Packages packages)
{
    [Fact]
    public void The_command_installs_as_a_tool()
    {
        // One package for any machine, of what the tests were built with: those with machine code would be built anew.
        packages.Succeed(
            Repository.Root,
            $"""
            dotnet pack src/SispamLang.Cli --no-build -c {Packages.Configuration} -o '{packages.Feed}' \
                -p:RuntimeIdentifiers= -p:ToolPackageRuntimeIdentifiers= -p:PublishReadyToRun=false
            """
        );
        var folder = Directory.CreateDirectory(packages.PathOf("tool")).FullName;
        packages.UseFeedIn(folder);
        File.Copy(Repository.PathOf("examples/one-line.sispam"), Path.Combine(folder, "one-line.sispam"));

        var ran = packages.Succeed(
            folder,
            """
            dotnet tool install sispam --version 0.1.0 --tool-path tools
            tools/sispam --version
            tools/sispam run one-line.sispam --engine compiled
            """
        );

        Assert.Contains("\nsispam 0.1.0\n", ran);
        Assert.Contains("EXERCISE", ran);
    }
}
