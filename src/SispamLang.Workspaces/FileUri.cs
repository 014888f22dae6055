namespace SispamLang.Workspaces;

/// <summary>From paths to <c>file:</c> URIs and back.</summary>
public static class FileUri
{
    private const string Scheme = "file://";

    /// <summary>The URI of a file.</summary>
    /// <param name="fullPath">Its full path.</param>
    public static string Of(string fullPath)
    {
        var path = FullPath.WithSlashes(fullPath);
        var start =
            path.StartsWith("//", StringComparison.Ordinal) ? "file:"
            : path.StartsWith('/') ? Scheme
            : Scheme + "/";
        return start + Escape(path).Replace("%3A", ":", StringComparison.Ordinal);
    }

    /// <summary>A path with <c>/</c> as it stands in a URI.</summary>
    public static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>The full path that a URI means; null if it is not that of a file.</summary>
    public static string? PathOf(string uri)
    {
        if (!uri.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var path = Uri.UnescapeDataString(uri[Scheme.Length..]);
        if (path.StartsWith("localhost/", StringComparison.OrdinalIgnoreCase))
        {
            path = path["localhost".Length..];
        }

        if (OperatingSystem.IsWindows())
        {
            // Behind the third slash a drive, else the name of a computer and a share.
            path = path.StartsWith('/') ? path[1..] : @"\\" + path;
            path = path.Length > 1 && path[1] == ':' ? char.ToUpperInvariant(path[0]) + path[1..] : path;
        }

        return Path.IsPathFullyQualified(path) ? FullPath.Of(path, path) : null;
    }
}
