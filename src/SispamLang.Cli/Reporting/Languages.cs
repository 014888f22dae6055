using SispamLang.Dialects;

namespace SispamLang.Cli.Reporting;

/// <summary>The language that the user is spoken to in: that of <c>--language</c>, else of the file, else English.</summary>
/// <param name="Asked">What <c>--language</c> says, or null.</param>
internal readonly record struct Languages(Dialect? Asked)
{
    /// <summary>For what belongs to no file.</summary>
    public Dialect Default => Asked ?? Dialect.English;

    /// <summary>For what belongs to a file of this dialect.</summary>
    public Dialect For(Dialect file) => Asked ?? file;
}
