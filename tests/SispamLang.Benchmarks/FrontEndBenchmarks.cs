using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis.CSharp;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Benchmarks;

/// <summary>A 10,000-line drill, beside Roslyn's parser on dense C# of as many lines.</summary>
[MemoryDiagnoser]
public class FrontEndBenchmarks
{
    private const int Lines = 10_000;
    private readonly SourceText _drill = new("generated.sispam", GeneratedText.Drill(Lines));
    private readonly string _csharp = GeneratedText.CSharp(Lines);

    /// <summary>The reference.</summary>
    [Benchmark(Baseline = true)]
    public object RoslynParse() => CSharpSyntaxTree.ParseText(_csharp).GetRoot();

    /// <summary>Tokens and tree.</summary>
    [Benchmark]
    public SyntaxTree Parse() => SyntaxTree.Parse(_drill);

    /// <summary>Tokens, tree, names, checks and program.</summary>
    [Benchmark]
    public Compilation ParseAndBind() => Compilation.Create(_drill, UseResult.None);
}
