using System.Text;
using SispamLang.Diagnostics;
using SispamLang.Text;

namespace SispamLang.Workspaces;

/// <summary>What a drill's bytes gave.</summary>
/// <param name="Text">The text, without its byte order mark; null if there is none that the language takes.</param>
/// <param name="Problem">Why there is none, with a place.</param>
/// <param name="HasByteOrderMark">The bytes start with a byte order mark.</param>
public readonly record struct DrillReading(SourceText? Text, Diagnostic? Problem, bool HasByteOrderMark);

/// <summary>The files that drills are in.</summary>
public static class DrillFile
{
    /// <summary>How their names end.</summary>
    public const string Extension = ".sispam";

    /// <summary>The full paths of all below a folder, in ordinal order. Hidden ones are passed over.</summary>
    /// <param name="folder">The folder's full path.</param>
    /// <param name="passOverUnreadable">Folders that can't be read are passed over, too.</param>
    /// <exception cref="IOException">A folder can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be read.</exception>
    public static string[] Below(string folder, bool passOverUnreadable)
    {
        // Links are not followed on the way down: they may lead anywhere, and in circles.
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = passOverUnreadable,
            MatchCasing = MatchCasing.CaseSensitive,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        };
        var files = Directory.GetFiles(folder, "*" + Extension, options);
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }

    /// <summary>Reads one.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="name">What to call it.</param>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static DrillReading Read(string path, string name)
    {
        using var stream = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete,
            bufferSize: 0
        );
        return Read(stream, name);
    }

    /// <summary>Reads one from a stream. Never takes in more than one byte over the limit, whatever it claims to be.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">What to call it.</param>
    /// <exception cref="IOException">It can't be read.</exception>
    public static DrillReading Read(Stream stream, string name)
    {
        var length = stream.CanSeek ? stream.Length : 0;
        if (length > SourceText.MaxLength)
        {
            return TooLong(name);
        }

        var bytes = new byte[Math.Max((int)length, 4096)];
        var count = 0;
        for (int read; (read = stream.Read(bytes, count, bytes.Length - count)) > 0; )
        {
            count += read;
            if (count > SourceText.MaxLength)
            {
                return TooLong(name);
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

        if (System.Text.Unicode.Utf8.IsValid(content))
        {
            return new DrillReading(new SourceText(name, Encoding.UTF8.GetString(content)), null, hasMark);
        }

        // The text with replacement characters is only shown, never compiled.
        var shown = new SourceText(name, Encoding.UTF8.GetString(content));
        var place = new TextSpan(Encoding.UTF8.GetCharCount(content[..FirstInvalid(content)]), 1);
        return new DrillReading(null, new Diagnostic(DiagnosticCode.NotUtf8, shown, place, [], []), hasMark);
    }

    private static DrillReading TooLong(string name) =>
        new(
            null,
            new Diagnostic(DiagnosticCode.TooLong, new SourceText(name, ""), new TextSpan(0, 0), [], []),
            HasByteOrderMark: false
        );

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
