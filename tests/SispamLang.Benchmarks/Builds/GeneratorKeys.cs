using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SispamLang.CodeGeneration;

namespace SispamLang.Benchmarks.Builds;

/// <summary>
/// <c>dotnet run -c Release -- keys DRILL [COUNT…]</c>: what one key costs in the generator of a project with so many copies of a
/// drill, in the C# and in a drill, beside taking that drill alone from its text to its C#; medians, and the 95th of 100.
/// </summary>
internal static class GeneratorKeys
{
    // What was built beside this program, in its own folder.
    private static readonly string Generator = Path.GetFullPath(
        Path.Combine(
            AppContext.BaseDirectory,
            "../../../../../src/SispamLang.Generator/bin/Release/netstandard2.0/SispamLang.Generator.dll"
        )
    );

    private const int WarmUp = 30;
    private const int Keys = 200;

    public static void Run(string path, int[] counts)
    {
        var drill = File.ReadAllText(path);
        var generators = new AnalyzerFileReference(Generator, new Loader()).GetGenerators(LanguageNames.CSharp);
        Console.WriteLine("drills  key in        median        p95  beside one drill");
        var alone = Times(key => Emit(drill + Comment(key)));
        Report(1, "no project", alone, alone);
        foreach (var count in counts)
        {
            var texts = Enumerable.Range(0, count).Select(i => new TextOf($"/work/drill{i}.sispam", drill)).ToArray();
            var project = Project(-1);
            GeneratorDriver driver = CSharpGeneratorDriver
                .Create(generators, texts, optionsProvider: new Options())
                .RunGenerators(project);
            if (driver.GetRunResult().GeneratedTrees.Length != count)
            {
                throw new InvalidOperationException(string.Join('\n', driver.GetRunResult().Diagnostics));
            }

            Report(count, "C#", Times(key => driver = driver.RunGenerators(Project(key))), alone);
            var current = texts[0];
            var inDrill = Times(key =>
            {
                var next = new TextOf(current.Path, drill + Comment(key));
                driver = driver.ReplaceAdditionalText(current, next).RunGenerators(project);
                current = next;
            });
            Report(count, "a drill", inDrill, alone);
        }
    }

    private static string Comment(int key) => FormattableString.Invariant($"# {key}\n");

    private static CSharpCompilation Project(int key) =>
        CSharpCompilation.Create(
            "Our.Tools",
            [CSharpSyntaxTree.ParseText(FormattableString.Invariant($"class Key {{ int key = {key}; }}"))],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );

    private static MetadataReference[] References { get; } =
    [
        MetadataReference.CreateFromFile(typeof(object).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Runtime.Runner).Assembly.Location),
    ];

    private static string Emit(string drill)
    {
        var compilation = Compilation.Create(new Text.SourceText("/work/drill.sispam", drill), UseResult.None);
        var program = compilation.Program ?? throw new InvalidOperationException("The drill can't be run.");
        return CSharpEmitter.Emit(program, new EmitOptions());
    }

    private static double[] Times(Action<int> press)
    {
        var times = new double[Keys];
        for (var key = 0; key < WarmUp + Keys; key++)
        {
            var begin = Stopwatch.GetTimestamp();
            press(key);
            if (key >= WarmUp)
            {
                times[key - WarmUp] = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
            }
        }

        Array.Sort(times);
        return times;
    }

    private static void Report(int count, string where, double[] times, double[] alone)
    {
        var (median, slow) = (times[Keys / 2], times[Keys * 95 / 100]);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count, 6}  {where, -10} {median, 7:F2} ms {slow, 7:F2} ms {median / alone[Keys / 2], 8:F2}x"
            )
        );
    }

    // The generator brings a language of its own, built for the compiler; everything else is shared.
    private sealed class Loader : AssemblyLoadContext, IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath) { }

        public Assembly LoadFromPath(string fullPath) => LoadFromAssemblyPath(fullPath);

        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name == "SispamLang"
                ? LoadFromAssemblyPath(Path.Combine(Path.GetDirectoryName(Generator) ?? "", "SispamLang.dll"))
                : null;
    }

    private sealed class TextOf(string path, string content) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(content);
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.ProjectDir" ? "/work/" : null;
            return value is not null;
        }
    }
}
