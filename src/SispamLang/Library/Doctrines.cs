using System.Collections.Concurrent;
using System.Collections.Immutable;
using SispamLang.Syntax;

namespace SispamLang.Library;

/// <summary>The doctrines that come with the language, each a file of it.</summary>
public static class Doctrines
{
    private const string Folder = "Library/Doctrines/";
    private const string Extension = ".sispam";

    private static readonly ConcurrentDictionary<string, SyntaxTree> Trees = new(StringComparer.Ordinal);

    /// <summary>Their names, in alphabetical order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. typeof(Doctrines)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name.Substring(Folder.Length, name.Length - Folder.Length - Extension.Length))
            .OrderBy(name => name, StringComparer.Ordinal),
    ];

    /// <summary>The file of a doctrine, parsed once; null if none has that name.</summary>
    /// <param name="name">A name, compared without regard to case.</param>
    public static SyntaxTree? Find(string name)
    {
        foreach (var known in Names)
        {
            if (string.Equals(known, name, StringComparison.OrdinalIgnoreCase))
            {
                return Trees.GetOrAdd(
                    known,
                    static key => SyntaxTree.Parse(Resources.Read(Folder + key + Extension, key + Extension))
                );
            }
        }

        return null;
    }
}
