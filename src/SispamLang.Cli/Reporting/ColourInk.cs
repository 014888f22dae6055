using Spectre.Console;

namespace SispamLang.Cli.Reporting;

/// <summary>Colours for a terminal. But for the desk the only class that touches Spectre.Console, so that nothing
/// of it is loaded without a terminal.</summary>
internal sealed class ColourInk : Ink
{
    private readonly TextWriter _writer;
    private readonly IAnsiConsole _console;

    public ColourInk(TextWriter writer)
    {
        _writer = writer;
        _console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                // The sixteen colours that follow the terminal's own theme.
                ColorSystem = ColorSystemSupport.Standard,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(writer),
            }
        );
        // Breaking lines is left to the terminal, which does not lose them when its window changes.
        _console.Profile.Width = int.MaxValue / 2;
    }

    public override void Write(string text, Tone tone = Tone.Plain)
    {
        if (tone == Tone.Plain)
        {
            _writer.Write(text);
        }
        else
        {
            _console.Write(new Spectre.Console.Text(text, StyleOf(tone)));
        }
    }

    public override void End() => _writer.WriteLine();

    /// <summary>The style of a tone.</summary>
    public static Style StyleOf(Tone tone) =>
        tone switch
        {
            Tone.Error => new Style(Color.Red, decoration: Decoration.Bold),
            Tone.Warning => new Style(Color.Yellow, decoration: Decoration.Bold),
            Tone.Info => new Style(Color.Blue, decoration: Decoration.Bold),
            Tone.Green => new Style(Color.Green),
            Tone.Yellow => new Style(Color.Yellow),
            Tone.Red => new Style(Color.Red),
            Tone.Dim => new Style(decoration: Decoration.Dim),
            _ => new Style(decoration: Decoration.Bold),
        };
}
