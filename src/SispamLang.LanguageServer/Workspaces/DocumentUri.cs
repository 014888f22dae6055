using SispamLang.Workspaces;

namespace SispamLang.LanguageServer.Workspaces;

/// <summary>What documents are called: a URI by the client; here the full path of a file, or the URI of what is none.</summary>
internal static class DocumentUri
{
    /// <summary>What a document is called here.</summary>
    public static string PathOf(string uri) => FileUri.PathOf(uri) ?? uri;

    /// <summary>The URI of what is called so here.</summary>
    public static string Of(string path) => IsFile(path) ? FileUri.Of(path) : path;

    /// <summary>It is a file, at least by its name.</summary>
    public static bool IsFile(string path) => Path.IsPathFullyQualified(path);
}
