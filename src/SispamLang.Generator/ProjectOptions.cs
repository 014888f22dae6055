using Microsoft.CodeAnalysis.Diagnostics;

namespace SispamLang.Generator;

/// <summary>What the project says that matters to its drills.</summary>
/// <param name="Folder">The project's folder with <c>/</c> at the end; empty if the build does not tell.</param>
/// <param name="Namespace">The project's root namespace.</param>
/// <param name="Help">The folder with a page for each code, with <c>/</c> at the end; or empty.</param>
/// <param name="IsPublic">Whether runners are public.</param>
/// <param name="Language">The language of messages, <c>en</c> or <c>id</c>; empty: the drill's.</param>
/// <param name="IsOptimized">The build is for speed and not for a debugger.</param>
internal sealed record ProjectOptions(
    string Folder,
    string Namespace,
    string Help,
    bool IsPublic,
    string Language,
    bool IsOptimized
)
{
    private const string Property = "build_property.";

    public static ProjectOptions Of(AnalyzerConfigOptions options)
    {
        return new ProjectOptions(
            Folder("ProjectDir"),
            Get("RootNamespace"),
            Folder("SispamHelpFolder"),
            !Get("SispamVisibility").Equals("internal", StringComparison.OrdinalIgnoreCase),
            Get("SispamLanguage"),
            Get("Optimize").Equals("true", StringComparison.OrdinalIgnoreCase)
        );

        string Get(string name) => options.TryGetValue(Property + name, out var value) ? value.Trim() : "";

        string Folder(string name)
        {
            var path = Get(name).Replace('\\', '/');
            return path.Length == 0 || path.EndsWith("/", StringComparison.Ordinal) ? path : path + "/";
        }
    }

    /// <summary>The namespace of a file: the project's, and below it the folders.</summary>
    public string NamespaceOf(ProjectFile file)
    {
        if (file.Namespace.Length > 0)
        {
            return file.Namespace;
        }

        var isBelow = Folder.Length > 0 && file.Path.StartsWith(Folder, StringComparison.Ordinal);
        var folders = isBelow ? file.Folder.Substring(Folder.Length).Split('/').Where(part => part.Length > 0) : [];
        var root = Namespace.Length > 0 ? Namespace : "SispamLang.Drills";
        return string.Join(".", folders.Select(CodeGeneration.CSharpEmitter.ClassNameOf).Prepend(root));
    }
}
