using System.Text;
using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Tests.Syntax;

/// <summary>The drills in <c>Samples</c>: what the parser reads, well-formed and broken (<c>broken-…</c>).</summary>
internal static class Samples
{
    /// <summary>Their names without ending, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory
            .EnumerateFiles(Repository.PathOf("tests/SispamLang.Tests/Samples"), "*.sispam")
            .Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The text of each, and of the examples: what mutations start from.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        .. Names.Select(name => Read(name).Content),
        .. Directory
            .EnumerateFiles(Repository.PathOf("examples"), "*.sispam", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => File.ReadAllText(file)),
    ];

    /// <summary>A sample as it is on disk, its byte order mark included.</summary>
    public static SourceText Read(string name) =>
        new(
            name + ".sispam",
            Encoding.UTF8.GetString(
                File.ReadAllBytes(Repository.PathOf($"tests/SispamLang.Tests/Samples/{name}.sispam"))
            )
        );
}
