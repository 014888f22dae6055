using System.Text;
using SispamLang.Syntax;
using SispamLang.Text;

namespace SispamLang.Library;

/// <summary>The file that every drill has.</summary>
public static class Prelude
{
    /// <summary>What it is called in messages and traces.</summary>
    public const string Path = "prelude.sispam";

    private static readonly Lazy<SyntaxTree> Parsed = new(() => SyntaxTree.Parse(new SourceText(Path, Read())));

    /// <summary>Its tree, parsed once.</summary>
    public static SyntaxTree Tree => Parsed.Value;

    private static string Read()
    {
        const string Resource = "Library/" + Path;
        using var stream =
            typeof(Prelude).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The resource " + Resource + " is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
