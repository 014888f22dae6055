using System.Diagnostics;
using System.Globalization;
using SispamLang.Compiler;
using SispamLang.Runtime;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Benchmarks.Runners;

/// <summary>
/// <c>dotnet run -c Release -- watch DRILL</c>: what it costs to watch the properties of a drill beside running it without, and
/// what it costs to check a long drill against three doctrines beside only parsing it; turn by turn in one process, medians.
/// </summary>
internal static class Watching
{
    private const int Rounds = 15;
    private const int WarmUp = 40;
    private const int Runs = 2_000;
    private const int Lines = 5_000;

    public static void Run(string path)
    {
        var drill = Compilation.Create(new SourceText(path, File.ReadAllText(path)), UseResult.None);
        var program = drill.Program ?? throw new InvalidOperationException(path + " can't be run.");
        var runner = DrillCompiler.Compile(program).CreateRunner(collectible: false);
        long allocated = 0;
        var (without, watched) = Turns(
            () => RunAll(runner, watches: false),
            () =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                RunAll(runner, watches: true);
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            }
        );
        Report(
            $"{program.Properties.Length} properties, {Runs} runs",
            "not watched",
            without,
            "watched",
            watched,
            $", {allocated} bytes allocated"
        );

        var text = new SourceText("generated.sispam", GeneratedText.Drill(Lines));
        var options = CompilationOptions.Default with
        {
            Doctrines = ["perkap-16-2006", "perkap-1-2009", "perkap-2-2019"],
        };
        var (parsed, measured) = Turns(
            () => SyntaxTree.Parse(text),
            () => Compilation.Create(text, UseResult.None, options)
        );
        var found = Compilation.Create(text, UseResult.None, options).Diagnostics;
        Report(
            $"{Lines} lines",
            "parsed",
            parsed,
            "checked against three doctrines",
            measured,
            $", {found.Length} findings, {found.Count(d => d.Severity == Diagnostics.DiagnosticSeverity.Error)} errors"
        );
        var (plain, against) = Turns(
            () => Compilation.Create(text, UseResult.None),
            () => Compilation.Create(text, UseResult.None, options)
        );
        Report($"{Lines} lines", "checked", plain, "checked against three doctrines", against, "");
    }

    private static void RunAll(Runner runner, bool watches)
    {
        runner.WatchesProperties = watches;
        for (ulong seed = 1; seed <= Runs; seed++)
        {
            runner.Start(seed);
            runner.RunToEnd();
        }
    }

    private static (double First, double Second) Turns(Action first, Action second)
    {
        List<double> a = [];
        List<double> b = [];
        for (var round = 0; round < Rounds + WarmUp; round++)
        {
            var (x, y) = (Time(first), Time(second));
            if (round >= WarmUp)
            {
                a.Add(x);
                b.Add(y);
            }
        }

        a.Sort();
        b.Sort();
        return (a[Rounds / 2], b[Rounds / 2]);
    }

    private static double Time(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Report(string what, string first, double a, string second, double b, string rest) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: {first} {a:F2} ms, {second} {b:F2} ms, ratio {b / a:F2}{rest}"
            )
        );
}
