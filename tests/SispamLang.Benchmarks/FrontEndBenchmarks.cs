using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Microsoft.CodeAnalysis.CSharp;
using Perfolizer.Horology;
using SispamLang.Binding;
using SispamLang.Formatting;
using SispamLang.Library;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Benchmarks;

/// <summary>A 10,000-line drill, beside Roslyn's parser on dense C# of as many lines and characters.</summary>
[Config(typeof(Config))]
[MemoryDiagnoser]
public class FrontEndBenchmarks
{
    private const int Lines = 10_000;
    private static readonly string Drill = GeneratedText.Drill(Lines);
    private static readonly string CSharp = GeneratedText.CSharp(Lines, Drill.Length);
    private readonly SourceText _drill = new("generated.sispam", Drill);

    /// <summary>The reference.</summary>
    [Benchmark(Baseline = true)]
    public object RoslynParse() => CSharpSyntaxTree.ParseText(CSharp).GetRoot();

    /// <summary>Tokens and tree.</summary>
    [Benchmark]
    public SyntaxTree Parse() => SyntaxTree.Parse(_drill);

    /// <summary>Tokens, tree and names.</summary>
    [Benchmark]
    public BoundDrill ParseAndBind() =>
        Binder.Bind(
            [
                new SourceUnit(Prelude.Tree, SourceUnitKind.Prelude, []),
                new SourceUnit(SyntaxTree.Parse(_drill), SourceUnitKind.Main, []),
            ],
            besides: [],
            CancellationToken.None
        );

    /// <summary>Tokens, tree, names and checks: all that an editor shows.</summary>
    [Benchmark]
    public Compilation ParseBindAndCheck() => Compilation.Create(_drill, UseResult.None);

    /// <summary>Tokens, tree and a settled layout.</summary>
    [Benchmark]
    public string ParseAndFormat() => Formatter.Format(SyntaxTree.Parse(_drill));

    // Many short iterations: a minute and a half in all, and intervals of a few percent on a quiet machine.
    private sealed class Config : ManualConfig
    {
        public Config()
        {
            AddJob(
                // Not in a project of their own: that would build all it refers to into one folder, the generator's netstandard too.
                Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
                    .WithWarmupCount(12)
                    .WithIterationCount(60)
                    .WithIterationTime(TimeInterval.FromMilliseconds(250))
            );
            AddColumn(StatisticColumn.Median);
            AddColumn(new ThroughputColumn("Lines/s", "Thousand lines in a second", Lines / 1e3, "k"));
            AddColumn(new ThroughputColumn("MB/s", "Million characters in a second", Drill.Length / 1e6, ""));
        }
    }
}
