using System.Reflection;
using SispamLang.CodeGeneration;
using SispamLang.Interpreter;
using SispamLang.Runtime;
using SispamLang.Tests.Programs;
using SispamLang.Tests.Shared;

namespace SispamLang.Compiler.Tests;

/// <summary>What a program sees of drills that it does not know, and of one that was made for another runtime.</summary>
public sealed class DefinitionTests
{
    private const string Baseline = "tests/SispamLang.Compiler.Tests/PublicApi.txt";

    [Theory]
    [InlineData("Our.Tools", "OneCrowd", true)]
    [InlineData("", "class", true)]
    [InlineData("event.namespace", "Seed", false)]
    public void An_assembly_tells_which_drills_are_in_it(string @namespace, string name, bool isPublic)
    {
        var options = new EmitOptions
        {
            Namespace = @namespace,
            ClassName = name,
            IsPublic = isPublic,
        };
        var assembly = DrillCompiler.Compile(Workload.OneCrowd(), options).Load().Assembly;

        var drill = Assert.Single(DrillDefinition.In(assembly));

        var runner = drill.CreateRunner();
        runner.Start(1);
        runner.RunToEnd();
        Assert.True(runner.HasEnded);
        Assert.Equal(runner.Info.Title, drill.Info.Title);
        Assert.NotSame(runner, drill.CreateRunner());
    }

    [Fact]
    public void An_assembly_without_drills_has_none() =>
        Assert.Empty(DrillDefinition.In(typeof(DefinitionTests).Assembly));

    [Fact]
    public void What_the_class_of_a_drill_shows_is_what_is_written_down()
    {
        var assembly = DrillCompiler
            .Compile(Workload.OneCrowd(), new EmitOptions { ClassName = "OneCrowd" })
            .Load()
            .Assembly;

        var api = PublicApi.Of(assembly);

        if (Environment.GetEnvironmentVariable("SISPAM_UPDATE_BASELINES") == "1")
        {
            File.WriteAllText(Repository.PathOf(Baseline), api);
        }

        Assert.Equal(File.ReadAllText(Repository.PathOf(Baseline)), api);
    }

    [Fact]
    public void Generated_code_is_made_for_the_runtime_beside_it() =>
        Assert.Equal(Runner.Contract, CSharpEmitter.Contract);

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_class_made_for_another_runtime_says_so_before_anything_else(int contract)
    {
        var options = new EmitOptions { ClassName = "Rekap" };
        var made = CSharpEmitter
            .Emit(Workload.OneCrowd(), options)
            .Replace("base(1)", $"base({contract})", StringComparison.Ordinal);
        var drill = DrillCompiler.CompileSource(made, "SispamLang.Drills.Rekap").Load();

        var outer = Assert.Throws<TargetInvocationException>(drill.CreateRunner);

        var refusal = Assert.IsType<NotSupportedException>(outer.InnerException);
        Assert.StartsWith(
            $"SispamLang.Drills.Rekap was made for another version of SispamLang.Runtime: it needs contract {contract}, ",
            refusal.Message
        );
    }

    [Fact]
    public void Every_thread_may_have_a_runner_of_its_own()
    {
        var program = Workload.OneCrowd();
        var compiled = Assert.Single(DrillDefinition.In(DrillCompiler.Compile(program).Load().Assembly));
        var interpreted = new DrillDefinition(compiled.Info, () => new DrillInterpreter(program));
        foreach (var drill in (DrillDefinition[])[compiled, interpreted])
        {
            var alone = Enumerable.Range(0, 32).Select(seed => TraceOf(drill, seed)).ToArray();

            var together = alone
                .Select((_, seed) => seed)
                .AsParallel()
                .AsOrdered()
                .WithDegreeOfParallelism(8)
                .Select(seed => TraceOf(drill, seed));

            Assert.Equal(alone, together.ToArray());
        }
    }

    private static List<TraceEntry> TraceOf(DrillDefinition drill, int seed)
    {
        var trace = new List<TraceEntry>();
        var runner = drill.CreateRunner();
        runner.Trace = trace.Add;
        runner.Start((ulong)seed);
        runner.RunToEnd();
        return trace;
    }
}
