using SispamLang.Tests.Shared;

namespace SispamLang.EndToEnd;

/// <summary>Our packages as they are published, in a feed of their own, and a folder where a stranger works with them: with
/// an empty package cache, and with nothing of this repository around. They are packed once for all tests on them, and these take
/// turns.</summary>
[CollectionDefinition(nameof(Packages))]
public sealed class PackagesCollection : ICollectionFixture<Packages>;

/// <inheritdoc cref="PackagesCollection"/>
public sealed class Packages : IDisposable
{
    private readonly Folder _folder = new();

    public Packages()
    {
        foreach (var project in (string[])["SispamLang.Runtime", "SispamLang.Build", "SispamLang.Templates"])
        {
            // What the tests were built with is packed as it is.
            Succeed(Repository.Root, $"dotnet pack src/{project} --no-build -c {Configuration} -o '{Feed}'");
        }
    }

    /// <summary>The folder of the packages.</summary>
    public string Feed => PathOf("artifacts/packages");

    /// <summary>What the tests were built as.</summary>
    public static string Configuration { get; } =
        AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";

    /// <summary>A path in the stranger's folder.</summary>
    public string PathOf(string path) => _folder.PathOf(path);

    /// <summary>Copies a folder of the repository, as a clone without what was built in it.</summary>
    public void CopyFolder(string path)
    {
        var from = Repository.PathOf(path);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(from, file);
            if (!name.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            {
                var copy = PathOf(Path.Combine(path, name));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!); // A file has a folder.
                File.Copy(file, copy, overwrite: true);
            }
        }
    }

    /// <summary>Has the projects in a folder find the packages, and nothing else of ours.</summary>
    public void UseFeedIn(string folder) =>
        File.WriteAllText(
            Path.Combine(folder, "NuGet.config"),
            $"""
            <configuration>
              <packageSources>
                <add key="SispamLang" value="{Feed}" />
              </packageSources>
            </configuration>
            """
        );

    /// <summary>A console program with one drill in it.</summary>
    /// <param name="name">Its folder.</param>
    /// <param name="framework">Its framework.</param>
    /// <param name="program">Its C#; if none is given, it runs the drill and tells how the crowd is in the end.</param>
    public string NewProject(string name, string framework, string? program = null)
    {
        var folder = Directory.CreateDirectory(PathOf(name)).FullName;
        UseFeedIn(folder);
        File.WriteAllText(
            Path.Combine(folder, "book.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>{framework}</TargetFramework>
                <RootNamespace>Book</RootNamespace>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="SispamLang.Build" Version="0.1.0" />
              </ItemGroup>
            </Project>
            """
        );
        File.WriteAllText(
            Path.Combine(folder, "rekap.sispam"),
            "phase Rekap: crowd escalates -> deploy Dalmas; if anarchic -> water cannon\n"
        );
        File.WriteAllText(
            Path.Combine(folder, "Program.cs"),
            program
                ?? """
                var drill = new Book.Rekap();
                drill.Start(1);
                drill.RaiseCrowdDisperses();
                System.Console.WriteLine(drill.MoodOf(Book.Rekap.CrowdId.Massa));
                """
        );
        return folder;
    }

    /// <summary>Runs a command line that must not fail.</summary>
    /// <returns>What it printed.</returns>
    internal string Succeed(string folder, string command)
    {
        var outcome = Run(folder, command);
        Assert.True(outcome.Status == 0, $"{command}\n{outcome.Out}\n{outcome.Error}");
        return outcome.Out;
    }

    /// <summary>Runs a command line.</summary>
    internal Outcome Run(string folder, string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are written for a POSIX shell.");
        var script =
            $"export NUGET_PACKAGES='{PathOf("cache")}' MSBUILDDISABLENODEREUSE=1 RestoreLockedMode=false\n{command}\n";
        return SispamProcess.Run(folder, "sh", "", "-e", "-c", script);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
