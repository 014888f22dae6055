using System.Text;
using SispamLang.Cli.Reporting;
using SispamLang.Diagnostics;
using SispamLang.Text;

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

/// <summary>Reads drills. The only place that opens one.</summary>
internal sealed class Workspace
{
    /// <summary>How standard input is written on the command line, and called in messages.</summary>
    public const string StandardInput = "-";

    private const string Extension = ".sispam";
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
            // Links are not followed on the way down: they may lead anywhere, and in circles.
            var options = new EnumerationOptions
            {
                RecurseSubdirectories = true,
                IgnoreInaccessible = false,
                MatchCasing = MatchCasing.CaseSensitive,
                AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
            };
            var files = Directory.GetFiles(full, "*" + Extension, options);
            if (files.Length == 0)
            {
                failure = new Notice(Message.NoDrillsBelow, path);
            }

            for (var i = 0; i < files.Length; i++)
            {
                files[i] = DisplayPath(files[i], Path.IsPathRooted(path));
            }

            Array.Sort(files, StringComparer.Ordinal);
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
            return Decode(StandardInput, input);
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

            using var stream = Open(full);
            return Decode(display, stream);
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

    /// <summary>Gives a drill what it uses.</summary>
    public UsedFiles UsedFilesOf(SourceText main) => new(this, _host.Directory, main);

    /// <summary>The text of a used file; null if it can't be had. The same file gives the same text.</summary>
    /// <param name="real">Its full path, links followed.</param>
    /// <param name="display">What to call it.</param>
    internal SourceText? ReadUsed(string real, string display)
    {
        if (_used.TryGetValue(real, out var known) && known.Path == display)
        {
            return known;
        }

        try
        {
            using var stream = Open(real);
            var text = Decode(display, stream).Text;
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

    /// <summary>What a file is called.</summary>
    internal string DisplayPath(string full, bool rooted) => FullPath.Display(full, _host.Directory, rooted);

    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    // Never takes in more than one byte over the limit, whatever the file claims to be.
    private static ReadResult Decode(string path, Stream stream)
    {
        var length = stream.CanSeek ? stream.Length : 0;
        if (length > SourceText.MaxLength)
        {
            return TooLong(path);
        }

        var bytes = new byte[Math.Max((int)length, 4096)];
        var count = 0;
        for (int read; (read = stream.Read(bytes, count, bytes.Length - count)) > 0; )
        {
            count += read;
            if (count > SourceText.MaxLength)
            {
                return TooLong(path);
            }

            if (count == bytes.Length)
            {
                Array.Resize(ref bytes, (int)Math.Min((long)count * 2, SourceText.MaxLength + 1L));
            }
        }

        var content = bytes.AsSpan(0, count);
        var hasMark = content.StartsWith("\uFEFF"u8);
        if (hasMark)
        {
            content = content[3..];
        }

        var invalid = System.Text.Unicode.Utf8.IsValid(content) ? -1 : FirstInvalid(content);
        if (invalid < 0)
        {
            return new ReadResult(new SourceText(path, Encoding.UTF8.GetString(content)), null, null)
            {
                HasByteOrderMark = hasMark,
            };
        }

        // The text with replacement characters is only shown, never compiled.
        var shown = new SourceText(path, Encoding.UTF8.GetString(content));
        var place = new TextSpan(Encoding.UTF8.GetCharCount(content[..invalid]), 1);
        return new ReadResult(null, new Diagnostic(DiagnosticCode.NotUtf8, shown, place, [], []), null);
    }

    private static ReadResult TooLong(string path) =>
        new(null, new Diagnostic(DiagnosticCode.TooLong, new SourceText(path, ""), new TextSpan(0, 0), [], []), null);

    private static int FirstInvalid(ReadOnlySpan<byte> content)
    {
        var position = 0;
        while (
            position < content.Length
            && Rune.DecodeFromUtf8(content[position..], out _, out var length) == System.Buffers.OperationStatus.Done
        )
        {
            position += length;
        }

        return position;
    }
}
