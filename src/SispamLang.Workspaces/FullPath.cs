namespace SispamLang.Workspaces;

/// <summary>Full paths, with and without links.</summary>
public static class FullPath
{
    private const int MostLinks = 40;

    /// <summary>The full path of what is named in a folder; null if no file can have that name.</summary>
    public static string? Of(string folder, string path)
    {
        if (path.Length == 0 || path.Contains('\0'))
        {
            return null;
        }

        try
        {
            return Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, folder));
        }
        catch (Exception e) when (e is ArgumentException or IOException)
        {
            return null;
        }
    }

    /// <summary>Where a full path leads when every link on it is followed; null if it leads nowhere.</summary>
    public static string? Real(string path)
    {
        var links = 0;
        return Real(path, ref links);
    }

    /// <summary>A full path lies in a folder, or is that folder.</summary>
    public static bool IsWithin(string path, string folder) =>
        string.Equals(path, folder, StringComparison.Ordinal)
        || (
            path.StartsWith(folder, StringComparison.Ordinal)
            && (Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar)
        );

    /// <summary>
    /// What a file is called: by its path from the current directory if it lies below it, else as the user would write it;
    /// with <c>/</c> everywhere, so that messages and traces are the same on every system.
    /// </summary>
    /// <param name="path">Its full path.</param>
    /// <param name="directory">The current directory.</param>
    /// <param name="rooted">The user names it by a full path.</param>
    public static string Display(string path, string directory, bool rooted) =>
        WithSlashes(rooted && !IsWithin(path, directory) ? path : Path.GetRelativePath(directory, path));

    /// <summary>A path as it is written on every system.</summary>
    public static string WithSlashes(string path) =>
        Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>A full path is a link, perhaps one that leads nowhere.</summary>
    public static bool IsLink(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget is not null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string? Real(string path, ref int links)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }

        if (Real(parent, ref links) is not { } folder)
        {
            return null;
        }

        var here = Path.Combine(folder, Path.GetFileName(path));
        try
        {
            var file = new FileInfo(here);
            if (file.LinkTarget is { } target)
            {
                return ++links > MostLinks || Of(folder, target) is not { } full ? null : Real(full, ref links);
            }

            return file.Exists || Directory.Exists(here) ? here : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
