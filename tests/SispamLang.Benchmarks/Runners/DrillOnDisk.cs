using SispamLang.Programs;
using SispamLang.Text;
using SispamLang.Workspaces;

namespace SispamLang.Benchmarks.Runners;

/// <summary>A drill that a benchmark is given by its path, with what it uses, found by the rules of the command.</summary>
internal sealed class DrillOnDisk : IDrillFiles
{
    /// <summary>Reads a drill.</summary>
    /// <exception cref="InvalidOperationException">It is no drill that can run.</exception>
    public static DrillProgram Read(string path)
    {
        var full = Path.GetFullPath(path);
        var here = Directory.GetCurrentDirectory();
        var root = FullPath.IsWithin(full, here) ? here : Path.GetDirectoryName(full)!;
        var text =
            DrillFile.Read(full, full).Text ?? throw new InvalidOperationException(path + " is no text of a drill.");
        return Compilation.Create(text, new UsedFiles(new DrillOnDisk(), root, text, full)).Program
            ?? throw new InvalidOperationException(path + " can't be verified: see what sispam check says of it.");
    }

    /// <inheritdoc/>
    public string? FolderOf(SourceText text) => Path.GetDirectoryName(text.Path);

    /// <inheritdoc/>
    public string NameOf(string fullPath) => fullPath;

    /// <inheritdoc/>
    public SourceText? Read(string realPath, string name) => DrillFile.Read(realPath, name).Text;
}
