using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace SispamLang.Generator.Tests;

/// <summary>A C# project in the folder <c>/work/</c> with drills, built as the compiler builds it, again and again.</summary>
internal sealed class TestProject
{
    public const string Folder = "/work/";

    private readonly Dictionary<string, TestFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _properties = new(StringComparer.Ordinal)
    {
        ["build_property.ProjectDir"] = Folder,
        ["build_property.RootNamespace"] = "Our.Tools",
        ["build_property.SispamHelpFolder"] = "/help/",
    };

    private GeneratorDriver _driver;
    private CSharpCompilation _compilation;

    /// <summary>A project.</summary>
    /// <param name="code">Its C#.</param>
    /// <param name="withRuntime">It has the package of the runtime.</param>
    /// <param name="runtime">The C# and the version of another runtime that it has instead.</param>
    public TestProject(string code = "", bool withRuntime = true, (string Code, string Version)? runtime = null)
    {
        _compilation = CSharpCompilation.Create(
            "Our.Tools",
            [CSharpSyntaxTree.ParseText(code, path: "Program.cs")],
            runtime is { } other ? References(false).Add(Runtime(other.Code, other.Version)) : References(withRuntime),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        _driver = CSharpGeneratorDriver.Create(
            [new DrillGenerator().AsSourceGenerator()],
            driverOptions: new GeneratorDriverOptions(
                IncrementalGeneratorOutputKind.None,
                trackIncrementalGeneratorSteps: true
            )
        );
    }

    public TestProject Set(string property, string value)
    {
        _properties["build_property." + property] = value;
        return this;
    }

    /// <summary>Writes a file, or writes it anew.</summary>
    /// <param name="path">From the project's folder, or a full path.</param>
    /// <param name="content">The text.</param>
    /// <param name="metadata">What its item says, name by name.</param>
    public TestProject Write(string path, string content, params (string Name, string Value)[] metadata)
    {
        var full = path.StartsWith('/') ? path : Folder + path;
        _files[full] = new TestFile(full, content, metadata.ToImmutableDictionary(m => m.Name, m => m.Value));
        return this;
    }

    public TestProject Delete(string path)
    {
        _files.Remove(Folder + path);
        return this;
    }

    public TestProject WriteCode(string code)
    {
        _compilation = _compilation.ReplaceSyntaxTree(
            _compilation.SyntaxTrees[0],
            CSharpSyntaxTree.ParseText(code, path: "Program.cs")
        );
        return this;
    }

    public TestBuild Build()
    {
        _driver = _driver
            .ReplaceAdditionalTexts([.. _files.Values])
            .WithUpdatedAnalyzerConfigOptions(new Options(_properties));
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation, out var built, out var found);
        var result = _driver.GetRunResult().Results[0];
        Assert.Null(result.Exception);
        return new TestBuild(built, found, result);
    }

    private static ImmutableArray<MetadataReference> References(bool withRuntime)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator); // Always there.
        return
        [
            .. platform
                .Where(path => withRuntime || Path.GetFileName(path) != "SispamLang.Runtime.dll")
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }

    private static MetadataReference Runtime(string code, string version)
    {
        using var image = new MemoryStream();
        var text =
            $"[assembly: System.Reflection.AssemblyVersion(\"{version}.0\")]\nnamespace SispamLang.Runtime;\n{code}";
        var made = CSharpCompilation.Create(
            "SispamLang.Runtime",
            [CSharpSyntaxTree.ParseText(text)],
            References(withRuntime: false),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        Assert.True(made.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private sealed class TestFile(string path, string content, ImmutableDictionary<string, string> metadata)
        : AdditionalText
    {
        public ImmutableDictionary<string, string> Metadata => metadata;

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(content);
    }

    private sealed class Options(Dictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => new Values(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            new Values(
                ((TestFile)textFile).Metadata.ToDictionary(
                    pair => "build_metadata.AdditionalFiles." + pair.Key,
                    pair => pair.Value
                )
            );
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }
}

/// <summary>What came of a build.</summary>
/// <param name="Compilation">The project with its generated classes.</param>
/// <param name="Found">What the generator said.</param>
/// <param name="Result">What the generator did.</param>
internal sealed record TestBuild(
    Microsoft.CodeAnalysis.Compilation Compilation,
    ImmutableArray<Diagnostic> Found,
    GeneratorRunResult Result
)
{
    /// <summary>The full names of the generated classes.</summary>
    public IEnumerable<string> Classes =>
        Result.GeneratedSources.Select(source => source.HintName[..^".g.cs".Length]).Order();

    /// <summary>What the generator said, as <c>drill.sispam(1,40): error SIS2001</c>.</summary>
    public IEnumerable<string> Messages => Found.Select(Short).Order(StringComparer.Ordinal);

    /// <summary>What the C# compiler has to say on top of it.</summary>
    public IEnumerable<string> CSharpErrors =>
        Compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString());

    /// <summary>How often a step of the generator was run again, by what came of it.</summary>
    public int Count(string step, params IncrementalStepRunReason[] reasons) =>
        Result.TrackedSteps.TryGetValue(step, out var runs)
            ? runs.SelectMany(run => run.Outputs).Count(output => reasons.Contains(output.Reason))
            : 0;

    private static string Short(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        var start = place.StartLinePosition;
        var path = place.Path.StartsWith(TestProject.Folder) ? place.Path[TestProject.Folder.Length..] : place.Path;
        var severity = diagnostic.Severity.ToString().ToLowerInvariant();
        return FormattableString.Invariant(
            $"{path}({start.Line + 1},{start.Character + 1}): {severity} {diagnostic.Id}"
        );
    }
}
