namespace SispamLang.Cli.Files;

/// <summary>A file can't be written, found out when part of it was: ends the command.</summary>
internal sealed class OutputException(string path, Exception cause) : Exception("Can't write " + path, cause)
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;
}
