using System.Text;
using SispamLang.Workspaces;

namespace SispamLang.Cli.Files;

/// <summary>The document that a verb prints: on standard output, or in a file that is there whole or not at all.</summary>
internal sealed class Document : IDisposable
{
    private readonly string? _path;
    private readonly string? _temporary;
    private bool _kept;

    private Document(TextWriter writer, bool colours, string? path, string? temporary)
    {
        Writer = writer;
        Colours = colours;
        _path = path;
        _temporary = temporary;
    }

    /// <summary>Takes the text.</summary>
    public TextWriter Writer { get; }

    /// <summary>Takes what is no text; null on standard output.</summary>
    public Stream? Bytes => (Writer as StreamWriter)?.BaseStream;

    /// <summary>The text may be coloured.</summary>
    public bool Colours { get; }

    /// <summary>Opens it.</summary>
    /// <param name="host">Has standard output.</param>
    /// <param name="path">The file; null or <c>-</c> for standard output.</param>
    /// <returns>Null if the file can't be written.</returns>
    public static Document? Open(Host host, string? path)
    {
        if (path is null or "-")
        {
            return new Document(host.Out, host.ColourOut, null, null);
        }

        if (FullPath.Of(host.Directory, path) is not { } full || Directory.Exists(full))
        {
            return null;
        }

        var temporary = PendingFiles.Beside(full);
        try
        {
            var writer = new StreamWriter(temporary, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
            return new Document(writer, false, full, temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            PendingFiles.Drop(temporary);
            return null;
        }
    }

    /// <summary>It is whole. Without this call the file stays as it was.</summary>
    public void Keep()
    {
        _kept = true;
        if (_path is not null && _temporary is not null)
        {
            Writer.Dispose();
            PendingFiles.Keep(_temporary, _path);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_kept && _temporary is not null)
        {
            Writer.Dispose();
            PendingFiles.Drop(_temporary);
        }
    }
}
