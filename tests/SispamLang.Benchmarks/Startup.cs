using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SispamLang.Benchmarks;

/// <summary>
/// <c>dotnet run -c Release -- startup artifacts/sispam-linux-x64/sispam drill.sispam</c>: whole processes, turn by turn:
/// an empty program, <c>check</c>, <c>run</c> of an unchanged drill, <c>run</c> with an empty cache. Medians, and ratios
/// to the empty program.
/// </summary>
internal static class Startup
{
    private const int Rounds = 15;

    public static void Run(string sispam, string drill)
    {
        var folder = Directory.CreateTempSubdirectory("sispam-startup-").FullName;
        try
        {
            var hello = MakeHello(folder);
            var warm = Path.Combine(folder, "warm");
            Time(sispam, warm, "run", drill);
            List<double>[] times =
            [
                [],
                [],
                [],
                [],
            ];
            for (var round = 0; round < Rounds; round++)
            {
                times[0].Add(Time("dotnet", warm, hello));
                times[1].Add(Time(sispam, warm, "check", drill));
                times[2].Add(Time(sispam, warm, "run", drill));
                times[3].Add(Time(sispam, Path.Combine(folder, "cold" + round), "run", drill));
            }

            string[] names = ["empty program", "check", "run, unchanged", "run, empty cache"];
            var reference = Median(times[0]);
            for (var i = 0; i < names.Length; i++)
            {
                var median = Median(times[i]);
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{names[i], -18} {median, 7:F1} ms  {median / reference, 5:F2}x"
                    )
                );
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static double Time(string program, string cache, params string[] arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["SISPAM_CACHE"] = cache;
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var begin = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException(program + " did not start.");
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    }

    // The least that a .NET program can be.
    private static string MakeHello(string folder)
    {
        var path = Path.Combine(folder, "hello.dll");
        var core = Path.GetDirectoryName(typeof(object).Assembly.Location) ?? "";
        var compilation = CSharpCompilation.Create(
            "hello",
            [CSharpSyntaxTree.ParseText("internal static class Program { private static void Main() { } }")],
            [
                MetadataReference.CreateFromFile(Path.Combine(core, "System.Private.CoreLib.dll")),
                MetadataReference.CreateFromFile(Path.Combine(core, "System.Runtime.dll")),
            ],
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, optimizationLevel: OptimizationLevel.Release)
        );
        compilation.Emit(path);
        var version = Environment.Version.ToString(3);
        File.WriteAllText(
            Path.ChangeExtension(path, ".runtimeconfig.json"),
            $$"""{ "runtimeOptions": { "tfm": "net10.0", "framework": { "name": "Microsoft.NETCore.App", "version": "{{version}}" } } }"""
        );
        return path;
    }
}
