namespace SispamLang.EndToEnd;

/// <summary>What <c>sispam build</c> makes serves programs on .NET 8 and .NET 10 alike.</summary>
public sealed class BuiltRunnerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sispam-built-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void A_program_drives_a_built_runner(string framework)
    {
        File.WriteAllText(
            Path.Combine(_folder, "rekap.sispam"),
            "phase Rekap: crowd escalates -> deploy Dalmas; if anarchic -> water cannon\n"
        );
        var built = SispamProcess.In(_folder, "build", "rekap.sispam", "--output", "lib");
        Assert.True(built.Status == 0, built.Error);
        var drill = Directory
            .GetFiles(Path.Combine(_folder, "lib"), "*.dll")
            .Single(file => Path.GetFileName(file) != "SispamLang.Runtime.dll");
        var program = Directory.CreateDirectory(Path.Combine(_folder, "program")).FullName;

        // An empty one of each, so that no settings from outside the folder take part.
        File.WriteAllText(Path.Combine(_folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(_folder, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(_folder, "Directory.Packages.props"), "<Project />");
        File.WriteAllText(Path.Combine(program, "program.csproj"), Project(framework, drill));
        File.WriteAllText(
            Path.Combine(program, "Program.cs"),
            """
            using System.Linq;
            using SispamLang.Runtime;
            var type = System.Reflection.Assembly.LoadFrom(args[0]).GetTypes().Single(t => !t.IsAbstract && typeof(Runner).IsAssignableFrom(t));
            var runner = (Runner)System.Activator.CreateInstance(type)!;
            runner.Start(1);
            runner.Raise("crowd escalates");
            System.Console.WriteLine(runner.PlacementOf(0) + " " + runner.MoodOf(0) + " " + System.Environment.Version.Major);
            """
        );
        var made = SispamProcess.Run(program, "dotnet", "", "build", "-o", "out", "-nodeReuse:false");
        Assert.True(made.Status == 0, made.Out);
        var ran = SispamProcess.Run(program, "dotnet", "", "exec", "--roll-forward", "Major", "out/program.dll", drill);

        Assert.True(ran.Status == 0, ran.Error);
        Assert.StartsWith("OnTheWay Tense ", ran.Out, StringComparison.Ordinal);
    }

    private static string Project(string framework, string drill) =>
        $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>{framework}</TargetFramework>
                <Nullable>enable</Nullable>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{drill}" />
                <Reference Include="{Path.Combine(Path.GetDirectoryName(drill)!, "SispamLang.Runtime.dll")}" />
              </ItemGroup>
            </Project>
            """;
}
