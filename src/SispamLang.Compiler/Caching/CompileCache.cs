using SispamLang.Workspaces;

namespace SispamLang.Compiler;

/// <summary>
/// Compiled drills in the user's cache folder. Several processes may use it at once: an entry is written beside its place and
/// moved there in one step, and one that is not what was written counts as absent. Nothing that goes wrong with the
/// folder is an error; the drill is compiled again then.
/// </summary>
/// <remarks>An assembly from here is run, so the folder has to be its owner's alone.</remarks>
public sealed class CompileCache
{
    private const string Extension = ".drill";
    private readonly string _folder;

    private CompileCache(string folder, long limit)
    {
        _folder = folder;
        Limit = limit;
    }

    /// <summary>What <see cref="Limit"/> is unless said otherwise: 256 MiB.</summary>
    public const long DefaultLimit = 256L << 20;

    /// <summary>How many bytes the entries may have together; beyond that the least recently used ones go.</summary>
    public long Limit { get; }

    /// <summary>The user's cache: <c>SISPAM_CACHE</c>, else <c>XDG_CACHE_HOME/sispam</c> or <c>~/.cache/sispam</c>, on Windows
    /// below the local application data.</summary>
    /// <returns>Null if there is no such folder, or somebody else could have written to it.</returns>
    public static CompileCache? Open() => UserCache.Default() is { } folder ? Open(folder) : null;

    /// <summary>The cache in this folder, which is created if need be.</summary>
    /// <returns>Null if it can't be had, belongs to somebody else, or others can write to it.</returns>
    public static CompileCache? Open(string folder, long limit = DefaultLimit) =>
        UserCache.IsUsable(folder) ? new CompileCache(folder, limit) : null;

    /// <summary>Finds an entry.</summary>
    /// <param name="key">What it was stored by.</param>
    /// <param name="readUsed">Reads a file that the drill used, by the path it was stored with; null if it is not there.</param>
    /// <returns>Null if there is none, if it is damaged, or if a file it used has changed.</returns>
    public CacheEntry? Find(CacheKey key, Func<string, string?>? readUsed = null)
    {
        var path = PathOf(key);
        try
        {
            if (!File.Exists(path) || CacheEntry.FromBytes(File.ReadAllBytes(path)) is not { } entry)
            {
                return null;
            }

            foreach (var use in entry.Uses)
            {
                if (readUsed?.Invoke(use.Path) is not { } text || CacheKey.HashOf(text) != use.Hash)
                {
                    return null;
                }
            }

            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            return entry;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Stores an entry, and makes room if the cache has grown too large.</summary>
    /// <returns>False if that did not work.</returns>
    public bool Store(CacheKey key, CacheEntry entry)
    {
        var temporary = Path.Combine(_folder, Path.GetRandomFileName() + ".tmp");
        try
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Share = FileShare.None,
            };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var file = new FileStream(temporary, options))
            {
                file.Write(entry.ToBytes());
            }

            File.Move(temporary, PathOf(key), overwrite: true);
            Trim(PathOf(key));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TryDelete(temporary);
            return false;
        }
    }

    private string PathOf(CacheKey key) => Path.Combine(_folder, key.Value + Extension);

    private void Trim(string newest)
    {
        var now = DateTime.UtcNow;
        foreach (var left in new DirectoryInfo(_folder).EnumerateFiles("*.tmp"))
        {
            // What a process that died while it wrote has left behind.
            if (now - left.LastWriteTimeUtc > TimeSpan.FromHours(1))
            {
                TryDelete(left.FullName);
            }
        }

        var entries = new DirectoryInfo(_folder)
            .EnumerateFiles("*" + Extension)
            .Select(file => (file.FullName, file.Length, file.LastWriteTimeUtc))
            .ToList();
        var size = entries.Sum(entry => entry.Length);
        foreach (var entry in entries.OrderBy(entry => entry.LastWriteTimeUtc).TakeWhile(_ => size > Limit))
        {
            if (entry.FullName != newest)
            {
                TryDelete(entry.FullName);
                size -= entry.Length;
            }
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody else has it open, or has deleted it first. The next one makes room.
        }
    }
}
