using System.Text;

namespace SispamLang.Export;

/// <summary>The text files in this assembly.</summary>
internal static class Resources
{
    /// <summary>The text of one, with line feeds.</summary>
    /// <param name="name">Its path in the project.</param>
    public static string Text(string name)
    {
        using var stream =
            typeof(Resources).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException("There is no resource " + name + ".");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>The names of all whose name ends so.</summary>
    public static IEnumerable<string> Names(string ending) =>
        typeof(Resources)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(ending, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
