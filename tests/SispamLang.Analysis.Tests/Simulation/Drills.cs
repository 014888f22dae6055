using SispamLang.Analysis.Simulation;
using SispamLang.Compiler;
using SispamLang.Interpreter;
using SispamLang.Programs;
using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Analysis.Tests.Simulation;

/// <summary>Drills for these tests.</summary>
internal static class Drills
{
    /// <summary>One of everything that is measured.</summary>
    public const string Rally = """
        drill "Rally":
          ends after 1 h
        param call-out = 12 min from 1 min to 20 min
        place Square
        unit Dalmas Awal: 38 personnel, ready in 1 min
        unit AWC: 3 personnel, ready in call-out
        crowd Marchers: 100 people, restless, at Square
        counter thrown: 0..50
        phase Morning for 5 min:
          at start -> announce "soon"
        phase Rally for 40 min:
          crowd gathers -> deploy Dalmas Awal
          crowd escalates -> deploy AWC
          if anarchic -> water cannon
          crowd throws -> add 1 to thrown
          until crowd disperses
        expect AWC arrives within 15 min of crowd escalates
        never anarchic
        expect crowd disperses in 20% of runs
        """;

    public static DrillProgram Program(string text) =>
        Compilation.Create(new SourceText("drill.sispam", text), UseResult.None).Program
        ?? throw new InvalidOperationException("The drill has errors.");

    /// <summary>A drill of <c>examples/</c>.</summary>
    public static DrillProgram Example(string name)
    {
        var folder = Repository.PathOf("examples");
        var path = Path.Combine(folder, name + ".sispam");
        var text = new SourceText(path, File.ReadAllText(path));
        return Compilation.Create(text, new ExampleFiles(folder)).Program
            ?? throw new InvalidOperationException("The drill has errors.");
    }

    public static Simulator Interpreted(DrillProgram program) => new(program, () => new DrillInterpreter(program));

    public static Simulator Compiled(DrillProgram program) =>
        new(program, DrillCompiler.Compile(program).Load().CreateRunner);

    /// <summary>The params as the drill has them.</summary>
    public static SimulationPlan Plan(DrillProgram program, long runs, ulong seed = 1) =>
        new(runs, seed) { Params = [.. program.Params.Select(param => param.Default)], Jobs = 1 };

    private sealed class ExampleFiles(string folder) : IUseResolver
    {
        public UseResult Resolve(SourceText from, string path)
        {
            var full = Path.Combine(folder, path);
            return new UseResult(UseOutcome.Found, new SourceText(full, File.ReadAllText(full)));
        }
    }
}
