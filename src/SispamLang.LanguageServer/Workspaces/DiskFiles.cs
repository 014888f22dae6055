using System.Collections.Concurrent;
using SispamLang.Workspaces;

namespace SispamLang.LanguageServer.Workspaces;

/// <summary>The drills on disk. A file that has not changed is read once and has one text, whoever uses it.</summary>
internal sealed class DiskFiles
{
    private readonly ConcurrentDictionary<string, Entry> _known = new(StringComparer.Ordinal);

    /// <summary>What is in a file; null if it can't be read.</summary>
    /// <param name="path">Its full path, links followed.</param>
    /// <param name="name">What to call it.</param>
    public DrillReading? Read(string path, string name)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                _known.TryRemove(path, out _);
                return null;
            }

            var (written, length) = (file.LastWriteTimeUtc, file.Length);
            if (
                !_known.TryGetValue(path, out var entry)
                || entry.Written != written
                || entry.Length != length
                || entry.Name != name
            )
            {
                entry = new Entry(written, length, name, DrillFile.Read(path, name));
                _known[path] = entry;
            }

            return entry.Reading;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private sealed record Entry(DateTime Written, long Length, string Name, DrillReading Reading);
}
