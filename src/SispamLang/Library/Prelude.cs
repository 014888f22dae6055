using SispamLang.Syntax;

namespace SispamLang.Library;

/// <summary>The file that every drill has.</summary>
public static class Prelude
{
    /// <summary>What it is called in messages and traces.</summary>
    public const string Path = "prelude.sispam";

    private static readonly Lazy<SyntaxTree> Parsed = new(() =>
        SyntaxTree.Parse(Resources.Read("Library/" + Path, Path))
    );

    /// <summary>Its tree, parsed once.</summary>
    public static SyntaxTree Tree => Parsed.Value;
}
