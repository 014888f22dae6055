using System.Reflection;
using System.Runtime.Loader;
using SispamLang.Runtime;

namespace SispamLang.Compiler;

/// <summary>A drill as an assembly. Nothing here needs the C# compiler, so that a cached drill runs without loading it.</summary>
/// <param name="TypeName">The full name of the runner's class.</param>
/// <param name="Assembly">The assembly.</param>
/// <param name="Symbols">Its portable PDB.</param>
public sealed record CompiledDrill(string TypeName, ReadOnlyMemory<byte> Assembly, ReadOnlyMemory<byte> Symbols)
{
    /// <summary>Loads the assembly.</summary>
    /// <param name="collectible">True: it is unloaded when nothing refers to it any more, but its code is compiled once and for
    /// all, without regard to how it runs. False: it stays, starts sooner and gets faster while it runs.</param>
    public LoadedDrill Load(bool collectible = true)
    {
        var context = new AssemblyLoadContext("drill " + TypeName, collectible);
        using var image = new MemoryStream(Assembly.ToArray(), writable: false);
        using var symbols = Symbols.IsEmpty ? null : new MemoryStream(Symbols.ToArray(), writable: false);
        return new LoadedDrill(context, context.LoadFromStream(image, symbols), TypeName);
    }

    /// <summary>Loads the assembly and creates a runner.</summary>
    public Runner CreateRunner(bool collectible = true) => Load(collectible).CreateRunner();

    /// <summary>Writes the assembly and, beside it, its PDB. A file that is there is replaced in one step.</summary>
    public void WriteTo(string assemblyPath)
    {
        WriteWhole(Path.ChangeExtension(assemblyPath, ".pdb"), Symbols.Span);
        WriteWhole(assemblyPath, Assembly.Span);
    }

    private static void WriteWhole(string path, ReadOnlySpan<byte> content)
    {
        var temporary = path + "." + Path.GetRandomFileName();
        try
        {
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}

/// <summary>A drill's assembly, loaded.</summary>
public sealed class LoadedDrill
{
    private readonly AssemblyLoadContext _context;
    private readonly Type _type;

    internal LoadedDrill(AssemblyLoadContext context, Assembly assembly, string typeName)
    {
        _context = context;
        Assembly = assembly;
        _type = assembly.GetType(typeName, throwOnError: true)!;
    }

    /// <summary>The assembly.</summary>
    public Assembly Assembly { get; }

    /// <summary>A new runner.</summary>
    public Runner CreateRunner() => (Runner)Activator.CreateInstance(_type)!;

    /// <summary>Lets go of a collectible assembly; it goes when its last runner has.</summary>
    public void Unload()
    {
        if (_context.IsCollectible)
        {
            _context.Unload();
        }
    }
}
