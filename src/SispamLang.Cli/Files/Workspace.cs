using System.Globalization;
using SispamLang.Cli.Reporting;
using SispamLang.Diagnostics;
using SispamLang.Text;
using SispamLang.Workspaces;

namespace SispamLang.Cli.Files;

/// <summary>What became of a file that the user named: its text, or why there is none.</summary>
/// <param name="Text">The text.</param>
/// <param name="Problem">It is text, but not one that the language takes; has a place.</param>
/// <param name="Failure">There is nothing to show a place in.</param>
internal readonly record struct ReadResult(SourceText? Text, Diagnostic? Problem, Notice? Failure)
{
    /// <summary>The file starts with a byte order mark; the text does not.</summary>
    public bool HasByteOrderMark { get; init; }
}

/// <summary>Reads the drills that are named on the command line, and what they use.</summary>
internal sealed class Workspace
{
    /// <summary>How standard input is written on the command line, and called in messages.</summary>
    public const string StandardInput = "-";

    private readonly Host _host;
    private readonly Dictionary<string, SourceText> _used = new(StringComparer.Ordinal);

    /// <summary>Reads for this run of the command.</summary>
    public Workspace(Host host) => _host = host;

    /// <summary>The drills that a path means: itself, or every one below a directory, in ordinal order.</summary>
    public IReadOnlyList<string> Expand(string path, out Notice? failure)
    {
        failure = null;
        if (path == StandardInput || FullPath.Of(_host.Directory, path) is not { } full)
        {
            return [path];
        }

        if (!Directory.Exists(full))
        {
            // One name for one file, but a file that is called - is not standard input.
            var display = DisplayPath(full, Path.IsPathRooted(path));
            return [display == StandardInput ? path : display];
        }

        try
        {
            var files = DrillFile.Below(full, passOverUnreadable: false);
            if (files.Length == 0)
            {
                failure = new Notice(Message.NoDrillsBelow, path);
            }

            for (var i = 0; i < files.Length; i++)
            {
                files[i] = DisplayPath(files[i], Path.IsPathRooted(path));
            }

            return files;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failure = new Notice(Message.CantRead, path);
            return [];
        }
    }

    /// <summary>Reads what some paths mean, each file once, in the order of the paths.</summary>
    public IEnumerable<ReadResult> ReadAll(IEnumerable<string> paths)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var files = Expand(path, out var failure);
            foreach (var file in files.Where(done.Add))
            {
                _host.Cancellation.ThrowIfCancellationRequested();
                yield return Read(file);
            }

            if (failure is not null)
            {
                yield return new ReadResult(null, null, failure);
            }
        }
    }

    /// <summary>Reads a file that the user named.</summary>
    public ReadResult Read(string path)
    {
        if (path == StandardInput)
        {
            using var input = _host.OpenInput();
            return Result(DrillFile.Read(input, StandardInput));
        }

        if (FullPath.Of(_host.Directory, path) is not { } full)
        {
            return new ReadResult(null, null, new Notice(Message.NoSuchFile, path));
        }

        var display = DisplayPath(full, Path.IsPathRooted(path));
        try
        {
            if (Directory.Exists(full))
            {
                return new ReadResult(null, null, new Notice(Message.IsDirectory, display));
            }

            return Result(DrillFile.Read(full, display));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new ReadResult(null, null, new Notice(Message.NoSuchFile, display));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new ReadResult(null, null, new Notice(Message.CantRead, display));
        }
    }

    /// <summary>Reads a file that is no drill; null if it can't be had.</summary>
    public byte[]? ReadBytes(string path, int mostMiB, out Notice? failure)
    {
        failure = null;
        try
        {
            using var input =
                path == StandardInput
                    ? _host.OpenInput()
                    : File.OpenRead(FullPath.Of(_host.Directory, path) ?? throw new FileNotFoundException());
            using var content = new MemoryStream();
            var buffer = new byte[1 << 16];
            while (input.Read(buffer) is > 0 and var count)
            {
                content.Write(buffer, 0, count);
                if (content.Length > (long)mostMiB << 20)
                {
                    failure = new Notice(Message.TableTooLarge, path, mostMiB.ToString(CultureInfo.InvariantCulture));
                    return null;
                }
            }

            return content.ToArray();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            failure = new Notice(Message.NoSuchFile, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failure = new Notice(Message.CantRead, path);
        }

        return null;
    }

    /// <summary>
    /// Gives a drill what it uses. The root is the current directory if the drill lies below it, else the drill's folder.
    /// </summary>
    public UsedFiles UsedFilesOf(SourceText main)
    {
        var files = new Files(this, Path.IsPathRooted(main.Path));
        if (main.Path == StandardInput)
        {
            return new UsedFiles(files, _host.Directory, main, null);
        }

        var full = FullPath.Of(_host.Directory, main.Path)!;
        var root = FullPath.IsWithin(full, _host.Directory) ? _host.Directory : Path.GetDirectoryName(full)!;
        return new UsedFiles(files, root, main, full);
    }

    /// <summary>Reads again what an earlier run used, under the same rules; null if it can't be had any more.</summary>
    /// <param name="used">What the drill uses.</param>
    /// <param name="display">What the file was called.</param>
    public string? ReadAgain(UsedFiles used, string display) =>
        FullPath.Of(_host.Directory, display) is { } full ? used.ReadAgain(full, display) : null;

    private static ReadResult Result(DrillReading reading) =>
        new(reading.Text, reading.Problem, null) { HasByteOrderMark = reading.HasByteOrderMark };

    private string DisplayPath(string full, bool rooted) => FullPath.Display(full, _host.Directory, rooted);

    // The same file gives the same text.
    private SourceText? ReadUsed(string real, string display)
    {
        if (_used.TryGetValue(real, out var known) && known.Path == display)
        {
            return known;
        }

        try
        {
            var text = DrillFile.Read(real, display).Text;
            if (text is not null)
            {
                _used[real] = text;
            }

            return text;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>What one drill sees.</summary>
    /// <param name="workspace">The rest.</param>
    /// <param name="rooted">The user names the drill by a full path.</param>
    private sealed class Files(Workspace workspace, bool rooted) : IDrillFiles
    {
        public string FolderOf(SourceText text) =>
            text.Path == StandardInput
                ? workspace._host.Directory
                : Path.GetDirectoryName(FullPath.Of(workspace._host.Directory, text.Path)!)!;

        public string NameOf(string fullPath) => workspace.DisplayPath(fullPath, rooted);

        public SourceText? Read(string realPath, string name) => workspace.ReadUsed(realPath, name);
    }
}
