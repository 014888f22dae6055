using SispamLang.Cli.Files;
using SispamLang.Text;

namespace SispamLang.Cli.Commands;

/// <summary>The options of each drill: those of its folder, and over them those of the command line.</summary>
internal sealed class DrillOptions(Call call)
{
    private readonly FolderSettings _settings = new(call.Host.Directory, call.Say);

    /// <summary>The options of a drill.</summary>
    public CompilationOptions For(SourceText drill)
    {
        var found = _settings.For(drill.Path);
        return found with
        {
            WarningsAsErrors = call.WarningsAsErrors || found.WarningsAsErrors,
            Doctrines = found.Doctrines.AddRange(call.Doctrines),
        };
    }
}
