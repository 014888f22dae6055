using SispamLang.Programs;
using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Export.Tests;

/// <summary>Drills to make papers of.</summary>
internal static class Examples
{
    /// <summary>The five drills after the reports.</summary>
    public static TheoryData<string> Names { get; } =
    ["blitar-kota.sispam", "jepara.sispam", "malang-kota.sispam", "pasuruan-kota.sispam", "probolinggo-kota.sispam"];

    /// <summary>An example.</summary>
    public static Compilation Compile(string name)
    {
        var folder = Repository.PathOf("examples");
        return Compilation.Create(
            new SourceText(name, File.ReadAllText(Path.Combine(folder, name))),
            new ExampleFiles(folder)
        );
    }

    /// <summary>An example as a program.</summary>
    public static DrillProgram Program(string name) => Compile(name).Program!;

    /// <summary>The program of a text that uses no other file.</summary>
    public static DrillProgram ProgramOf(string text)
    {
        var compilation = Compilation.Create(new SourceText("drill.sispam", text), UseResult.None);
        Assert.Empty(compilation.Diagnostics.Where(d => d.Severity == Diagnostics.DiagnosticSeverity.Error));
        return compilation.Program!;
    }

    private sealed class ExampleFiles(string folder) : IUseResolver
    {
        public UseResult Resolve(SourceText from, string path) =>
            new(UseOutcome.Found, new SourceText(path, File.ReadAllText(Path.Combine(folder, path))));
    }
}
