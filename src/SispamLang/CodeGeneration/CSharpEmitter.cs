using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>
/// Writes a drill's program as one C# file: a class with nothing but this drill in it, its state in one struct and its
/// behaviour in <c>switch</c> statements. The same program always gives the same text.
/// </summary>
public static class CSharpEmitter
{
    /// <summary>Which version of the agreement between runners and the runtime the generated class needs: the <c>Contract</c> of
    /// <c>SispamLang.Runtime.Runner</c>.</summary>
    public const int Contract = 1;

    /// <summary>The whole C# file.</summary>
    public static string Emit(DrillProgram program, EmitOptions options)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(options);
        var emission = new Emission(program, options);
        FileCode.Write(emission);
        return emission.Out.ToString().Replace(StateCode.HashPlaceholder, StateCode.HashOf(emission.Out.ToString()));
    }

    /// <summary>The class that a file's drill gets where nobody asks for another: <c>pasuruan-kota.sispam</c> gives
    /// <c>PasuruanKota</c>.</summary>
    /// <param name="fileName">The file's name without its extension.</param>
    public static string ClassNameOf(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return NameTable.ClassName("", fileName);
    }

    /// <summary>The full name that the generated class has in metadata.</summary>
    public static string TypeName(DrillProgram program, EmitOptions options)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(options);
        return new Emission(program, options).TypeName.Replace("@", "");
    }
}
