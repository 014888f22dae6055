using SispamLang.Cli.Files;
using SispamLang.Cli.Reporting;
using SispamLang.Text;
using SispamLang.Workspaces;

namespace SispamLang.Cli.Commands;

/// <summary>The options of each drill: those of its folder, and over them those of the command line.</summary>
internal sealed class DrillOptions(Call call)
{
    private readonly FolderSettings _settings = new(name => call.Say(new Notice(Message.CantRead, name)));

    /// <summary>The options of a drill.</summary>
    public CompilationOptions For(SourceText drill)
    {
        var found = InFolderOf(drill.Path);
        return found with
        {
            WarningsAsErrors = call.WarningsAsErrors || found.WarningsAsErrors,
            Doctrines = found.Doctrines.AddRange(call.Doctrines),
        };
    }

    private CompilationOptions InFolderOf(string path)
    {
        // What is read from standard input counts as a file of the current directory.
        var directory = call.Host.Directory;
        var full = FullPath.Of(directory, path == Workspace.StandardInput ? "drill" + DrillFile.Extension : path);
        return full is null
            ? CompilationOptions.Default
            : _settings.For(full, file => FullPath.Display(file, directory, Path.IsPathRooted(path)));
    }
}
