using System.Text;

namespace SispamLang.LanguageServer.Workspaces;

/// <summary>From URIs of documents to paths and back.</summary>
internal static class DocumentUri
{
    private const string Scheme = "file://";

    /// <summary>What the document is called here: the full path of a file; the URI itself of what is none.</summary>
    public static string PathOf(string uri)
    {
        if (!uri.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return uri;
        }

        var path = Uri.UnescapeDataString(uri[Scheme.Length..]);
        if (OperatingSystem.IsWindows())
        {
            // Behind the third slash a drive, else the name of a computer and a share.
            path = path.StartsWith('/') ? path[1..] : @"\\" + path;
            path = path.Length > 1 && path[1] == ':' ? char.ToUpperInvariant(path[0]) + path[1..] : path;
        }
        else if (path.StartsWith("localhost/", StringComparison.OrdinalIgnoreCase))
        {
            path = path["localhost".Length..];
        }

        return path.Contains('\0') || !Path.IsPathFullyQualified(path)
            ? uri
            : Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
    }

    /// <summary>The URI of a document that has this name here.</summary>
    public static string Of(string path)
    {
        if (!Path.IsPathFullyQualified(path))
        {
            return path;
        }

        var uri = new StringBuilder(Scheme);
        var slashes = path.Replace(Path.DirectorySeparatorChar, '/');
        if (slashes.StartsWith("//", StringComparison.Ordinal))
        {
            slashes = slashes[2..];
        }
        else if (slashes[0] != '/')
        {
            uri.Append('/');
        }

        var parts = slashes.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            uri.Append(i == 0 ? "" : "/").Append(Uri.EscapeDataString(parts[i]));
        }

        return uri.ToString();
    }
}
