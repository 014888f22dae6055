using SispamLang.CodeGeneration;
using SispamLang.Programs;

namespace SispamLang.Compiler;

/// <summary>Compiles a drill: its program to C#, the C# to an assembly.</summary>
public static class DrillCompiler
{
    /// <summary>Compiles a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="options">How the generated class looks; null: as it comes.</param>
    /// <param name="assemblyName">The assembly's name; empty: the class's.</param>
    /// <param name="embedSource">Whether the PDB holds the generated C#.</param>
    /// <exception cref="GeneratedCodeException">The generated C# does not compile: a defect of SispamLang.</exception>
    public static CompiledDrill Compile(
        DrillProgram program,
        EmitOptions? options = null,
        string assemblyName = "",
        bool embedSource = false
    )
    {
        ArgumentNullException.ThrowIfNull(program);
        options ??= new EmitOptions();
        return CompileSource(
            CSharpEmitter.Emit(program, options),
            CSharpEmitter.TypeName(program, options),
            assemblyName,
            embedSource
        );
    }

    /// <summary>Compiles generated C#.</summary>
    /// <param name="source">One file, as <see cref="CSharpEmitter"/> writes it.</param>
    /// <param name="typeName">The full name of its class.</param>
    /// <param name="assemblyName">The assembly's name; empty: the class's.</param>
    /// <param name="embedSource">Whether the PDB holds the C#.</param>
    /// <exception cref="GeneratedCodeException">It does not compile: a defect of SispamLang.</exception>
    public static CompiledDrill CompileSource(
        string source,
        string typeName,
        string assemblyName = "",
        bool embedSource = false
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentException.ThrowIfNullOrEmpty(typeName);
        var name = assemblyName.Length > 0 ? assemblyName : typeName;
        var (assembly, symbols) = CSharpToAssembly.Compile(source, typeName + ".g.cs", name, embedSource);
        return new CompiledDrill(typeName, assembly, symbols);
    }
}
