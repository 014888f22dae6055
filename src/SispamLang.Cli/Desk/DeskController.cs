using SispamLang.Cli.Reporting;
using SispamLang.Dialects;
using SispamLang.Runtime;

namespace SispamLang.Cli.Desk;

/// <summary>Does what the controller asks for, whoever reads it from the keyboard.</summary>
/// <param name="session">The exercise.</param>
/// <param name="language">The language in which events are named.</param>
/// <param name="createFile">Makes a file for the log; null if it can't be had, or holds something.</param>
internal sealed class DeskController(DeskSession session, Dialect language, Func<string, Stream?> createFile)
{
    /// <summary>Does it.</summary>
    /// <returns>What to answer; null if what is to be seen says it all.</returns>
    public Notice? Do(DeskCommand command)
    {
        if (command.Problem is { } problem)
        {
            return problem;
        }

        if (session.Runner.HasEnded && IsOfTheClock(command.Verb))
        {
            return Ended();
        }

        switch (command.Verb)
        {
            case DeskVerb.Pause:
                session.Pause();
                return new Notice(Message.DeskPaused);
            case DeskVerb.Resume:
                session.Resume();
                return new Notice(Message.DeskResumed);
            case DeskVerb.Skip:
                session.Skip(command.Value);
                return session.Runner.HasEnded
                    ? Ended()
                    : new Notice(Message.DeskNow, TraceText.FormatTime(session.NowMs));
            case DeskVerb.Shift:
                return PutOff(command.Value ?? 0);
            case DeskVerb.Speed:
                session.SetSpeed((int)(command.Value ?? 1));
                return session.Clock.IsPaused ? new Notice(Message.DeskStillPaused) : null;
            case DeskVerb.Trigger:
                session.Raise((int)(command.Value ?? 0));
                return session.Runner.HasEnded ? Ended() : null;
            case DeskVerb.Undo:
                return Undo();
            case DeskVerb.Delivered:
                return Deliver((int)(command.Value ?? 0));
            case DeskVerb.Note:
                session.Note(command.Text);
                return new Notice(Message.DeskNoted);
            case DeskVerb.Save:
                return Save(command.Text);
            case DeskVerb.Stop:
                session.Stop();
                return null;
            default:
                return null;
        }
    }

    private static bool IsOfTheClock(DeskVerb verb) =>
        verb
            is DeskVerb.Pause
                or DeskVerb.Resume
                or DeskVerb.Skip
                or DeskVerb.Shift
                or DeskVerb.Speed
                or DeskVerb.Trigger;

    private Notice Ended() =>
        new(
            Message.DeskHasEnded,
            DeskCommand.WordFor(DeskVerb.Undo, language),
            DeskCommand.StopWordOf(session.Runner.Info)
        );

    private Notice PutOff(long ms)
    {
        if (session.Clock.Speed == 0)
        {
            return new Notice(Message.DeskNoClock);
        }

        session.PutOff(ms);
        return new Notice(Message.DeskPutOff, TraceText.FormatDuration(ms, language.ShortName()));
    }

    private Notice Undo()
    {
        var undone = session.Undo();
        return undone < 0
            ? new Notice(Message.DeskNothingToUndo)
            : new Notice(
                Message.DeskUndone,
                DeskChoices.NameOf(session.Runner.Info, undone, language),
                TraceText.FormatTime(session.NowMs),
                DeskCommand.WordFor(session.Clock.Speed == 0 ? DeskVerb.Skip : DeskVerb.Resume, language)
            );
    }

    private Notice? Deliver(int number)
    {
        var injects = session.Injects;
        if (number < 1 || number > injects.Count)
        {
            return new Notice(
                Message.DeskNoSuchInject,
                number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                injects.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)
            );
        }

        session.Deliver(injects[number - 1]);
        return new Notice(Message.DeskDelivered, injects[number - 1].Info.Text);
    }

    private Notice Save(string path)
    {
        if (createFile(path) is not { } file)
        {
            return new Notice(Message.DeskCantSave, path);
        }

        if (session.TryMoveLog(file))
        {
            return new Notice(Message.DeskSaved, path);
        }

        file.Dispose();
        return new Notice(Message.DeskCantSave, path);
    }
}
