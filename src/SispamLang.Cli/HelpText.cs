using System.Text;
using SispamLang.Dialects;

namespace SispamLang.Cli;

/// <summary>The help pages: text files in this assembly, written by people for people.</summary>
internal static class HelpText
{
    /// <summary>A page.</summary>
    /// <param name="topic">A verb, or <c>sispam</c>.</param>
    /// <param name="language">Its language.</param>
    public static string Of(string topic, Dialect language)
    {
        using var stream = typeof(HelpText).Assembly.GetManifestResourceStream(
            $"Help/{topic}.{language.ShortName()}.txt"
        )!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
