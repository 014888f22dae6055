using System.Collections.Concurrent;
using System.Text;
using SispamLang.Cli.Commands;
using SispamLang.Cli.Reporting;
using SispamLang.Dialects;

namespace SispamLang.Cli.Desk;

/// <summary>
/// The desk line by line, for screen readers, pipes and plain terminals: what happens is printed as it happens, what is typed is
/// read as it comes.
/// </summary>
internal sealed class PlainDesk(Call call, DeskSession session, DeskController controller, Dialect language)
{
    // What is only found when time is over, such as a promise, has no due time of its own.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly Ink _ink = Ink.For(call.Host.Out, call.Host.ColourOut);
    private readonly DeskPanel _panel = new(session, language);
    private readonly DeskTimeline _timeline = new(session, language, showsClock: true);
    private int _printed;
    private int _injects;
    private bool _isFailing;
    private bool _hasEnded;

    /// <summary>Shows the exercise until it is over.</summary>
    public void Run()
    {
        using var lines = new BlockingCollection<string>();
        var reader = new Thread(() => Read(lines)) { IsBackground = true };
        _timeline.WriteHeader(_ink);
        Say(new Notice(Message.DeskHint, Help, DeskCommand.StopWordOf(session.Runner.Info)));
        _injects = session.Injects.Count;
        Print();
        Status();
        call.Host.Out.Flush();
        reader.Start();
        while (!session.IsOver)
        {
            var wait = session.NextTick is { } next && next < Longest ? next : Longest;
            if (lines.TryTake(out var line, (int)Math.Ceiling(wait.TotalMilliseconds), call.Host.Cancellation))
            {
                Do(line);
            }
            else if (lines.IsCompleted)
            {
                session.Stop();
            }

            session.Tick();
            Print();
            call.Host.Out.Flush();
        }

        _timeline.WriteSummary(_ink);
    }

    private string Help => DeskCommand.WordFor(DeskVerb.Help, language);

    private void Do(string line)
    {
        var command = DeskCommand.Read(line, session.Runner.Info);
        var answer = controller.Do(command);
        Print();
        if (answer is not null)
        {
            Say(answer);
        }

        switch (command.Verb)
        {
            case DeskVerb.Help:
                DeskHelp.Write(_ink, session.Runner.Info, language);
                break;
            case DeskVerb.Status:
                Status();
                break;
        }
    }

    private void Print()
    {
        if (!_timeline.Update())
        {
            // The lines before are on the screen already.
            _printed = _timeline.Lines.Count;
            _injects = session.Injects.Count;
            _hasEnded = false;
        }

        for (; _printed < _timeline.Lines.Count; _printed++)
        {
            foreach (var (text, tone) in _timeline.Lines[_printed])
            {
                _ink.Write(text, tone);
            }

            _ink.End();
        }

        var injects = _panel.Injects(all: true);
        for (; _injects < injects.Length; _injects++)
        {
            Labelled(Message.DeskInjects, injects[_injects]);
        }

        Warn();
        if (session.Runner.HasEnded && !_hasEnded && !session.IsOver)
        {
            Say(
                new Notice(
                    Message.DeskHasEnded,
                    DeskCommand.WordFor(DeskVerb.Undo, language),
                    DeskCommand.StopWordOf(session.Runner.Info)
                )
            );
        }

        _hasEnded = session.Runner.HasEnded;
    }

    private void Warn()
    {
        if (session.IsLogFailing)
        {
            _ink.Line(DeskHelp.LogFailing(language), Tone.Error);
            if (!_isFailing)
            {
                call.Host.Error.WriteLine("sispam: " + DeskHelp.LogFailing(language));
                call.Host.Error.Flush();
            }
        }
        else if (_isFailing)
        {
            Say(new Notice(Message.DeskLogWorks));
        }

        _isFailing = session.IsLogFailing;
    }

    private void Status()
    {
        _ink.Line(_panel.Time() + "  " + _panel.Clock() + "  " + _panel.Phase(), Tone.Strong);
        _ink.Line(_panel.Situation() + "  " + _panel.Control(), _panel.Tone);
        All(Message.DeskCrowds, _panel.Crowds());
        All(Message.Units, _panel.Units());
        All(Message.DeskInjects, _panel.Injects(all: true));
        All(Message.DeskExpected, _panel.Expectations());
        All(Message.DeskChoices, _panel.Choices());
    }

    private void All(Message label, IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            Labelled(label, text);
        }
    }

    private void Labelled(Message label, string text) =>
        _ink.Line("  " + label.In(language) + ": " + Visible.Line(text));

    private void Say(Notice notice) => _ink.Line("* " + notice.In(language), Tone.Strong);

    // To its end, whatever becomes of who asked for it.
    private void Read(BlockingCollection<string> lines)
    {
        try
        {
            using var reader = new StreamReader(call.Host.OpenInput(), new UTF8Encoding(false));
            while (reader.ReadLine() is { } line)
            {
                lines.Add(line);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The input is gone, which is its end too.
        }

        try
        {
            lines.CompleteAdding();
        }
        catch (ObjectDisposedException)
        {
            // The exercise was over before.
        }
    }
}
