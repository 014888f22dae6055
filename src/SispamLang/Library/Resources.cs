using System.Text;
using SispamLang.Text;

namespace SispamLang.Library;

/// <summary>Files that are part of the language.</summary>
internal static class Resources
{
    /// <summary>The text of a file.</summary>
    /// <param name="name">The name of the resource.</param>
    /// <param name="path">What the file is called in messages and traces.</param>
    public static SourceText Read(string name, string path)
    {
        using var stream =
            typeof(Resources).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException("The resource " + name + " is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new SourceText(path, reader.ReadToEnd());
    }
}
