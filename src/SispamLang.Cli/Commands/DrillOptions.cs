using SispamLang.Cli.Files;
using SispamLang.Cli.Reporting;
using SispamLang.Text;

namespace SispamLang.Cli.Commands;

/// <summary>The options of each drill: those of its folder, and over them those of the command line.</summary>
internal sealed class DrillOptions(Call call)
{
    private readonly FolderSettings _settings = new(call.Host.Directory, call.Say);
    private readonly HashSet<(string Path, int Place)> _told = [];

    /// <summary>The options of a drill. What is wrong with the settings of its folder is said, once.</summary>
    public CompilationOptions For(SourceText drill)
    {
        var found = _settings.For(drill.Path);
        foreach (var problem in found.Problems)
        {
            if (_told.Add((problem.Text.Path, problem.Span.Start)))
            {
                DiagnosticText.Write(Ink.For(call.Host.Error, call.Host.ColourError), problem, call.Languages.Default);
            }
        }

        return found.Options with
        {
            WarningsAsErrors = call.WarningsAsErrors || found.Options.WarningsAsErrors,
            Doctrines = found.Options.Doctrines.AddRange(call.Doctrines),
        };
    }
}
