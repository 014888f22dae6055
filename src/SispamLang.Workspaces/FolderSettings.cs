using SispamLang.Settings;
using SispamLang.Text;

namespace SispamLang.Workspaces;

/// <summary>Reads the files <c>.editorconfig</c> above drills, each once.</summary>
/// <param name="unreadable">Is told what those are called that can't be read.</param>
public sealed class FolderSettings(Action<string> unreadable)
{
    /// <summary>What the files are called.</summary>
    public const string FileName = ".editorconfig";

    private const int MostBytes = 1 << 20;

    private readonly Dictionary<string, EditorConfigFile?> _files = new(StringComparer.Ordinal);

    /// <summary>What is set for a drill.</summary>
    /// <param name="path">The drill's full path.</param>
    /// <param name="nameOf">Says what a file with a full path is called.</param>
    public CompilationOptions For(string path, Func<string, string> nameOf) =>
        FolderOptions.For(FullPath.WithSlashes(path), folder => ReadIn(folder, nameOf));

    private EditorConfigFile? ReadIn(string folder, Func<string, string> nameOf)
    {
        if (!_files.TryGetValue(folder, out var file))
        {
            var path = Path.GetFullPath(folder + FileName);
            file = _files[folder] = Read(path, nameOf(path));
        }

        return file;
    }

    private EditorConfigFile? Read(string path, string name)
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
                return EditorConfigFile.Parse(new SourceText(name, File.ReadAllText(path)));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Said below.
        }

        unreadable(name);
        return null;
    }
}
