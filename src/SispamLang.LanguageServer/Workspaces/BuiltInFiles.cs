using System.Collections.Concurrent;
using SispamLang.Diagnostics;
using SispamLang.Library;
using SispamLang.Syntax;
using SispamLang.Workspaces;

namespace SispamLang.LanguageServer.Workspaces;

/// <summary>
/// What comes with the language as files that every editor can open: the prelude, the doctrines, the pages about codes. They are
/// read-only, in the user's cache, and written when somebody first wants to go there.
/// </summary>
internal static class BuiltInFiles
{
    private static readonly ConcurrentDictionary<string, string?> Written = new(StringComparer.Ordinal);
    private static readonly Lazy<string?> Folder = new(FindFolder);

    /// <summary>The full path of the prelude or of a doctrine; null for any other name, or if there is no cache.</summary>
    /// <param name="name">What it is called in a compilation.</param>
    public static string? PathOf(string name) =>
        TreeOf(name) is { } tree ? Written.GetOrAdd(name, Write, tree.Text.Content) : null;

    /// <summary>The full path of the page about a code; null if there is no cache.</summary>
    public static string? PageOf(DiagnosticCode code)
    {
        var name = DiagnosticCatalogue.IdOf(code) + ".md";
        return Written.TryGetValue(name, out var known)
            ? known
            : Written.GetOrAdd(name, Write, DiagnosticCatalogue.PageOf(code));
    }

    /// <summary>What is in the file with this full path; null if it is none of them.</summary>
    public static SyntaxTree? Find(string path) =>
        Path.GetFileName(Path.GetDirectoryName(path)) == FolderName && Path.GetDirectoryName(path) == Folder.Value
            ? TreeOf(Path.GetFileName(path))
            : null;

    private static string FolderName { get; } =
        "library-" + (typeof(BuiltInFiles).Assembly.GetName().Version?.ToString(3) ?? "");

    private static SyntaxTree? TreeOf(string name) =>
        name == Prelude.Path ? Prelude.Tree
        : name.EndsWith(DrillFile.Extension, StringComparison.Ordinal) && !name.Contains('/')
            ? Doctrines.Find(name[..^DrillFile.Extension.Length])
        : null;

    private static string? FindFolder()
    {
        if (UserCache.Default() is not { } cache || !UserCache.IsUsable(cache))
        {
            return null;
        }

        var folder = Path.Combine(cache, FolderName);
        return UserCache.IsUsable(folder) ? folder : null;
    }

    private static string? Write(string name, string content)
    {
        if (Folder.Value is not { } folder)
        {
            return null;
        }

        var path = Path.Combine(folder, name);
        try
        {
            if (File.Exists(path))
            {
                if (File.ReadAllText(path) == content)
                {
                    return path;
                }

                File.SetAttributes(path, FileAttributes.Normal);
            }

            // Several servers may come to it at once.
            var temporary = path + "." + Path.GetRandomFileName();
            File.WriteAllText(temporary, content);
            File.SetAttributes(temporary, FileAttributes.ReadOnly);
            File.Move(temporary, path, overwrite: true);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
