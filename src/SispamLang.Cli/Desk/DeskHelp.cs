using SispamLang.Cli.Reporting;
using SispamLang.Dialects;
using SispamLang.Runtime;

namespace SispamLang.Cli.Desk;

/// <summary>What both views say in the same words.</summary>
internal static class DeskHelp
{
    private const int CommandWidth = 16;

    /// <summary>Lists the commands.</summary>
    public static void Write(Ink ink, DrillInfo info, Dialect language)
    {
        foreach (var (verb, _, _, help) in DeskCommand.Words)
        {
            ink.Line("  " + DeskCommand.WordFor(verb, language).PadRight(CommandWidth) + help.In(language));
        }

        ink.Line("  " + new Notice(Message.DeskHelpStop, DeskCommand.StopWordOf(info)).In(language));
    }

    /// <summary>The log can't be written.</summary>
    public static string LogFailing(Dialect language) =>
        new Notice(Message.DeskLogFails, DeskCommand.WordFor(DeskVerb.Save, language)).In(language);
}
