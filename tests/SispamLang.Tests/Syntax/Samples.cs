using System.Text;
using SispamLang.Tests.Shared;
using SispamLang.Text;

namespace SispamLang.Tests.Syntax;

/// <summary>The conformance corpus in <c>grammar/corpus</c>: what the parser reads, <c>valid/…</c> and <c>invalid/…</c>.</summary>
internal static class Samples
{
    private const string Corpus = "grammar/corpus/";

    /// <summary>Their names with their folder and without ending, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory
            .EnumerateFiles(Repository.PathOf(Corpus), "*.sispam", SearchOption.AllDirectories)
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(Repository.PathOf(Corpus), file), null))
            .Select(name => name.Replace('\\', '/'))
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

    /// <summary>It is one that the parser has to accept.</summary>
    public static bool IsValid(string name) => name.StartsWith("valid/", StringComparison.Ordinal);

    /// <summary>A sample as it is on disk, its byte order mark included.</summary>
    public static SourceText Read(string name) =>
        new(name + ".sispam", Encoding.UTF8.GetString(File.ReadAllBytes(Repository.PathOf($"{Corpus}{name}.sispam"))));
}
