namespace SispamLang.Cli.Files;

/// <summary>The temporary files of this process, so that none is left behind when it has to leave in a hurry.</summary>
internal static class PendingFiles
{
    private static readonly Lock Gate = new();
    private static readonly HashSet<string> Paths = new(StringComparer.Ordinal);

    /// <summary>A new name beside a file; its content is moved there when it is whole.</summary>
    public static string Beside(string path)
    {
        var temporary = path + "." + Path.GetRandomFileName() + ".tmp";
        lock (Gate)
        {
            Paths.Add(temporary);
        }

        return temporary;
    }

    /// <summary>It is whole: moves it to its place.</summary>
    public static void Keep(string temporary, string path)
    {
        File.Move(temporary, path, overwrite: true);
        Forget(temporary);
    }

    /// <summary>It is not wanted any more.</summary>
    public static void Drop(string temporary)
    {
        Delete(temporary);
        Forget(temporary);
    }

    /// <summary>Deletes all of them.</summary>
    public static void Delete()
    {
        lock (Gate)
        {
            foreach (var path in Paths)
            {
                Delete(path);
            }
        }
    }

    private static void Forget(string temporary)
    {
        lock (Gate)
        {
            Paths.Remove(temporary);
        }
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It stays where it is; there is nobody left to tell.
        }
    }
}
