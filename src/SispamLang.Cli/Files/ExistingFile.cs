using System.Text;
using SispamLang.Workspaces;

namespace SispamLang.Cli.Files;

/// <summary>Files that are there already and get another content: whole or not at all.</summary>
internal static class ExistingFile
{
    /// <summary>Writes one. What it is a link to is written; who may read and write it stays.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="content">The text, in UTF-8; a byte order mark only if it starts with one.</param>
    /// <exception cref="OutputException">It can't be written; it is as it was.</exception>
    public static void Write(string path, string content)
    {
        var real = FullPath.Real(path) ?? path;
        var temporary = PendingFiles.Beside(real);
        try
        {
            // One that may not be written may not be replaced either.
            using (File.Open(real, FileMode.Open, FileAccess.Write, FileShare.None))
            {
                File.WriteAllText(temporary, content, new UTF8Encoding(false));
            }

            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(real));
            }

            PendingFiles.Keep(temporary, real);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            PendingFiles.Drop(temporary);
            throw new OutputException(path, e);
        }
    }
}
