using SispamLang.Cli.Reporting;
using SispamLang.Settings;
using SispamLang.Text;

namespace SispamLang.Cli.Files;

/// <summary>Reads the files <c>.editorconfig</c> above drills, each once.</summary>
/// <param name="directory">The current directory.</param>
/// <param name="say">Is told of those that can't be read.</param>
internal sealed class FolderSettings(string directory, Action<Notice> say)
{
    private const string FileName = ".editorconfig";
    private const int MostBytes = 1 << 20;

    private readonly Dictionary<string, EditorConfigFile?> _files = new(StringComparer.Ordinal);

    /// <summary>What is set for a drill.</summary>
    /// <param name="path">The drill as it is called in messages; standard input counts as a file of the current directory.</param>
    public CompilationOptions For(string path)
    {
        var name = path == Workspace.StandardInput ? "drill.sispam" : path;
        return FullPath.Of(directory, name) is { } full
            ? FolderOptions.For(FullPath.WithSlashes(full), folder => Read(folder, Path.IsPathRooted(path)))
            : CompilationOptions.Default;
    }

    private EditorConfigFile? Read(string folder, bool rooted)
    {
        if (!_files.TryGetValue(folder, out var file))
        {
            var path = Path.GetFullPath(folder + FileName);
            file = _files[folder] = Read(path, FullPath.Display(path, directory, rooted));
        }

        return file;
    }

    private EditorConfigFile? Read(string path, string display)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                return null;
            }

            if (file.Length <= MostBytes)
            {
                return EditorConfigFile.Parse(new SourceText(display, File.ReadAllText(path)));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Said below.
        }

        say(new Notice(Message.CantRead, display));
        return null;
    }
}
