using System.Diagnostics;
using System.Globalization;

namespace SispamLang.Benchmarks.Builds;

/// <summary>
/// <c>dotnet run -c Release -- builds DRILL FEED [COUNT…]</c>: <c>dotnet build</c> of a project with so many copies of a drill,
/// beside the same project with the generated C# checked in; clean, and again without a change; turn by turn, medians. FEED is
/// the folder with our packages.
/// </summary>
internal static class ProjectBuilds
{
    private const int Rounds = 7;

    public static void Run(string drill, string feed, int[] counts)
    {
        Console.WriteLine("drills  build     with drills  with C#   ratio  difference");
        foreach (var count in counts)
        {
            var folder = Directory.CreateTempSubdirectory("sispam-builds-").FullName;
            try
            {
                Measure(folder, File.ReadAllText(drill), Path.GetFullPath(feed), count);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static void Measure(string folder, string drill, string feed, int count)
    {
        var drills = NewProject(folder, "drills", "SispamLang.Build", feed);
        for (var i = 0; i < count; i++)
        {
            File.WriteAllText(Path.Combine(drills, $"drill{i}.sispam"), drill);
        }

        Build(drills, "--verbosity:quiet");
        var checkedIn = NewProject(folder, "csharp", "SispamLang.Runtime", feed);
        var generated = Directory.GetFiles(Path.Combine(drills, "obj"), "*.g.cs", SearchOption.AllDirectories);
        if (generated.Length != count)
        {
            throw new InvalidOperationException($"{count} drills gave {generated.Length} classes.");
        }

        foreach (var file in generated)
        {
            File.Copy(file, Path.Combine(checkedIn, Path.GetFileName(file)));
        }

        Build(checkedIn, "--verbosity:quiet");
        Compare(count, "clean", drills, checkedIn, "--no-restore", "--no-incremental");
        Compare(count, "again", drills, checkedIn, "--no-restore");
    }

    private static void Compare(int count, string name, string drills, string checkedIn, params string[] options)
    {
        var (with, without) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            with.Add(Build(drills, options));
            without.Add(Build(checkedIn, options));
        }

        var (a, b) = (Median(with), Median(without));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count, 6}  {name, -8} {a, 8:F0} ms {b, 8:F0} ms {a / b, 6:F2}x {a - b, 8:F0} ms"
            )
        );
    }

    private static string NewProject(string folder, string name, string package, string feed)
    {
        var project = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        File.WriteAllText(
            Path.Combine(project, "NuGet.config"),
            $"""<configuration><packageSources><add key="SispamLang" value="{feed}" /></packageSources></configuration>"""
        );
        File.WriteAllText(
            Path.Combine(project, name + ".csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <RootNamespace>Drills</RootNamespace>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{package}" Version="0.1.0" />
              </ItemGroup>
            </Project>
            """
        );
        return project;
    }

    private static double Build(string project, params string[] options)
    {
        var start = new ProcessStartInfo("dotnet", ["build", .. options])
        {
            WorkingDirectory = project,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        // The packages of an earlier version of the same number would otherwise be taken from the user's cache.
        start.Environment["NUGET_PACKAGES"] = Path.Combine(Path.GetDirectoryName(project) ?? project, "cache");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        var begin = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? Stopwatch.GetElapsedTime(begin).TotalMilliseconds
            : throw new InvalidOperationException(output);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
