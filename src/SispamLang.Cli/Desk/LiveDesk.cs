using System.Collections.Concurrent;
using SispamLang.Cli.Commands;
using SispamLang.Cli.Reporting;
using SispamLang.Dialects;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SispamLang.Cli.Desk;

/// <summary>The desk on a terminal: one screen that is drawn anew when something on it has changed.</summary>
internal sealed class LiveDesk(Call call, DeskSession session, DeskController controller, Dialect language)
{
    private const int Beat = 50;

    private readonly DeskScreen _screen = new(session, language);
    private readonly LineEditor _editor = new();
    private readonly BlockingCollection<ConsoleKeyInfo?> _keys = [];
    private string _answer = "";
    private bool _showsHelp;

    /// <summary>Shows the exercise until it is over, and then what it came to.</summary>
    public void Run()
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                ColorSystem = call.Host.ColourOut ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.Yes,
                Out = new AnsiConsoleOutput(call.Host.Out),
                Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            }
        );
        console.Profile.Capabilities.AlternateBuffer = true;
        new Thread(ReadKeys) { IsBackground = true }.Start();
        console.AlternateScreen(() =>
            console
                .Live(new Markup(""))
                .Overflow(VerticalOverflow.Crop)
                .Start(context => Loop(console.Profile, context))
        );

        var timeline = new DeskTimeline(session, language, showsClock: true);
        var ink = Ink.For(call.Host.Out, call.Host.ColourOut);
        timeline.WriteHeader(ink);
        timeline.WriteSummary(ink);
    }

    private void Loop(Profile profile, LiveDisplayContext context)
    {
        var shown = "";
        while (!session.IsOver)
        {
            session.Tick();
            // The last column stays empty: a terminal may break the line behind it.
            var lines = _screen.Draw(profile.Width - 1, profile.Height - 1, _answer, _editor.Text, _showsHelp);
            var text = string.Join('\n', lines.Select(line => string.Concat(line.Select(piece => piece.Text))));
            if (text != shown)
            {
                shown = text;
                context.UpdateTarget(new Rows(lines.Select(Styled)));
            }

            if (_keys.TryTake(out var key, Beat, call.Host.Cancellation))
            {
                Take(key);
            }
        }
    }

    private void Take(ConsoleKeyInfo? key)
    {
        if (key is not { } pressed || _editor.IsEnd(pressed))
        {
            session.Stop();
        }
        else if (pressed.KeyChar == ' ' && _editor.Text.Length == 0)
        {
            Do(new DeskCommand(session.Clock.IsPaused ? DeskVerb.Resume : DeskVerb.Pause));
        }
        else if (_editor.Take(pressed) is { } line)
        {
            var command = DeskCommand.Read(line, session.Runner.Info);
            // Enter alone goes on, where the clock does not.
            var isStep = command is { Verb: DeskVerb.Nothing, Problem: null } && session.Clock.Speed == 0;
            Do(isStep && !_showsHelp ? new DeskCommand(DeskVerb.Skip) : command);
        }
    }

    private void Do(DeskCommand command)
    {
        _answer = controller.Do(command)?.In(language) ?? "";
        _showsHelp = command.Verb == DeskVerb.Help;
    }

    private static IRenderable Styled(IReadOnlyList<(string Text, Tone Tone)> line)
    {
        var paragraph = new Paragraph();
        foreach (var (text, tone) in line)
        {
            paragraph.Append(text, tone == Tone.Plain ? Style.Plain : ColourInk.StyleOf(tone));
        }

        return line.Sum(piece => piece.Text.Length) > 0 ? paragraph : new Markup(" ");
    }

    // Waiting for a key all the time, for what is typed in between would be echoed.
    private void ReadKeys()
    {
        try
        {
            while (true)
            {
                _keys.Add(Console.ReadKey(intercept: true));
            }
        }
        catch (Exception e) when (e is InvalidOperationException or IOException)
        {
            // The terminal is gone.
            _keys.Add(null);
        }
    }
}
