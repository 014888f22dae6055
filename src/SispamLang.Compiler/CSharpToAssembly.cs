using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace SispamLang.Compiler;

/// <summary>
/// Turns generated C# into an assembly. The only class that touches Roslyn, so that nothing of it is loaded until one of
/// these methods is called.
/// </summary>
internal static class CSharpToAssembly
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> References = new(ReadReferences);

    private static readonly CSharpParseOptions ParseOptions = new(
        LanguageVersion.CSharp12,
        DocumentationMode.None,
        SourceCodeKind.Regular
    );

    /// <summary>Compiles one file.</summary>
    /// <param name="source">The C#.</param>
    /// <param name="path">What the PDB calls the file.</param>
    /// <param name="assemblyName">The assembly's name.</param>
    /// <param name="embedSource">Whether the PDB holds the C# as well.</param>
    /// <exception cref="GeneratedCodeException">It does not compile.</exception>
    public static (byte[] Assembly, byte[] Symbols) Compile(
        string source,
        string path,
        string assemblyName,
        bool embedSource
    )
    {
        var text = SourceText.From(source, Encoding.UTF8, SourceHashAlgorithm.Sha256);
        var tree = CSharpSyntaxTree.ParseText(text, ParseOptions, path);
        var compilation = CSharpCompilation.Create(
            assemblyName,
            [tree],
            References.Value,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                deterministic: true,
                // One file: there is nothing to share out between threads but the start of the threads.
                concurrentBuild: false,
                nullableContextOptions: NullableContextOptions.Enable,
                allowUnsafe: false
            )
        );

        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(
            assembly,
            symbols,
            options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb),
            embeddedTexts: embedSource ? [EmbeddedText.FromSource(path, text)] : null
        );
        if (!result.Success)
        {
            var errors = result
                .Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(diagnostic =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"line {diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}: {diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"
                    )
                )
                .ToImmutableArray();
            throw new GeneratedCodeException(errors, source);
        }

        return (assembly.ToArray(), symbols.ToArray());
    }

    // What the generated code is compiled against travels in this assembly, so that it never depends on what happens to run it.
    private static ImmutableArray<MetadataReference> ReadReferences()
    {
        var self = typeof(CSharpToAssembly).Assembly;
        return
        [
            .. self.GetManifestResourceNames()
                .Where(name => name.StartsWith("ref/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name =>
                    (MetadataReference)MetadataReference.CreateFromStream(self.GetManifestResourceStream(name)!)
                ),
        ];
    }
}
