using SispamLang.CodeGeneration;
using SispamLang.Compiler;
using SispamLang.Runtime;

namespace SispamLang.Analysis.Verification;

/// <summary>A drill compiled for its exploration, with the cells of its states.</summary>
internal sealed class ExploredDrill
{
    private const string ClassName = "ExploredDrill";

    private readonly VerifiedDrill _drill;
    private readonly LoadedDrill _loaded;

    /// <summary>Compiles a drill.</summary>
    public ExploredDrill(VerifiedDrill drill)
    {
        _drill = drill;
        Open = new OpenTimes(drill);
        Cells = new StateCells(drill, Open);
        EmitOptions options = new()
        {
            ClassName = ClassName,
            LineDirectives = false,
            Explored = Cells.Explored,
        };
        _loaded = DrillCompiler.Compile(drill.Program, options).Load();
    }

    /// <summary>The times that are left open.</summary>
    public OpenTimes Open { get; }

    /// <summary>The cells of its states.</summary>
    public StateCells Cells { get; }

    /// <summary>A runner that settles instants.</summary>
    public ExploredRunner CreateRunner()
    {
        ExploredRunner runner = (ExploredRunner)_loaded.CreateRunner();
        runner.WatchesProperties = true;
        for (int i = 0; i < _drill.Params.Length; i++)
        {
            runner.SetParam(i, _drill.Params[i]);
        }

        return runner;
    }
}
