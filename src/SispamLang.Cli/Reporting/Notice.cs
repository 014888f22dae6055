using SispamLang.Dialects;

namespace SispamLang.Cli.Reporting;

/// <summary>Something the command says, with what fills its gaps.</summary>
internal sealed record Notice(Message Message, params string[] Arguments)
{
    /// <summary>The sentence in a language.</summary>
    public string In(Dialect language) =>
        string.Format(
            System.Globalization.CultureInfo.InvariantCulture,
            Message.In(language),
            Array.ConvertAll<string, object>(Arguments, Visible.Line)
        );
}
