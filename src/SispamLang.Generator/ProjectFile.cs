using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SispamLang.Dialects;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Generator;

/// <summary>A drill, a library or an <c>.editorconfig</c> of the project, as the build hands it over. Two are equal if
/// nothing that is made of them could differ.</summary>
/// <param name="Path">Its full path, with <c>/</c>.</param>
/// <param name="Content">Its text.</param>
/// <param name="ClassName">The class that its item asks for, or empty.</param>
/// <param name="Namespace">The namespace that its item asks for, or empty.</param>
internal sealed record ProjectFile(string Path, string Content, string ClassName, string Namespace)
{
    public const string Extension = ".sispam";
    private const string Settings = "/.editorconfig";
    private const string Metadata = "build_metadata.AdditionalFiles.";

    /// <summary>The file is written in the language.</summary>
    public bool IsDrill => Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>The file holds settings for a folder.</summary>
    public bool IsSettings => Path.EndsWith(Settings, StringComparison.Ordinal);

    /// <summary>Its folder, with the last <c>/</c>.</summary>
    public string Folder => Path.Substring(0, Path.LastIndexOf('/') + 1);

    /// <summary>The paths that it uses, as written.</summary>
    public EquatableList<string> Uses { get; private init; } = new([]);

    /// <summary>Its name without folder and extension.</summary>
    public string Name => Path.Substring(Folder.Length, Path.Length - Folder.Length - Extension.Length);

    /// <summary>Reads an additional file; null if it is none of ours, or can't be read.</summary>
    public static ProjectFile? Of(
        AdditionalText file,
        AnalyzerConfigOptionsProvider options,
        CancellationToken cancellationToken
    )
    {
        if (FullPath(file.Path.Replace('\\', '/')) is not { } path)
        {
            return null;
        }

        var known = new ProjectFile(path, "", "", "");
        if (!(known.IsDrill || known.IsSettings) || file.GetText(cancellationToken) is not { } text)
        {
            return null;
        }

        var metadata = options.GetOptions(file);
        return new ProjectFile(path, text.ToString(), Get("SispamClassName"), Get("SispamNamespace"));

        string Get(string name) => metadata.TryGetValue(Metadata + name, out var value) ? value.Trim() : "";
    }

    /// <summary>A path without <c>.</c> and <c>..</c> in it; null if it goes up beyond the root of the file system.</summary>
    public static string? FullPath(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part == "..")
            {
                if (parts.Count <= 1)
                {
                    return null;
                }

                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != "." && (part.Length > 0 || parts.Count == 0))
            {
                parts.Add(part); // The first is empty, or a drive.
            }
        }

        return string.Join("/", parts);
    }

    /// <summary>The same, but it is known what it uses.</summary>
    public ProjectFile WithUses(CancellationToken cancellationToken)
    {
        if (!IsDrill)
        {
            return this;
        }

        var uses = Syntax
            .SyntaxTree.Parse(ToSourceText(), cancellationToken)
            .Root.Declarations.Where(d => d.Kind == Concept.Use);
        var paths = uses.Select(use => use.First<StringSyntax>()).OfType<StringSyntax>().Where(path => !path.IsMissing);
        return this with { Uses = new([.. paths.Select(path => path.Value)]) };
    }

    /// <summary>Its text, for the language.</summary>
    public SourceText ToSourceText() => new(Path, Content);
}
