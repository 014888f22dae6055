using System.Collections.Immutable;
using System.Globalization;
using SispamLang.Cli.Reporting;
using SispamLang.Dialects;
using SispamLang.Runtime;

namespace SispamLang.Cli.Desk;

/// <summary>How things are, in words; where they stand is for the views.</summary>
internal sealed class DeskPanel(DeskSession session, Dialect language)
{
    private readonly Runner _runner = session.Runner;
    private readonly DrillInfo _info = session.Runner.Info;
    private readonly string _shortName = language.ShortName();

    /// <summary>The tone of the situation.</summary>
    public Tone Tone =>
        _runner.Situation switch
        {
            Runtime.Situation.Green => Tone.Green,
            Runtime.Situation.Yellow => Tone.Yellow,
            _ => Tone.Red,
        };

    /// <summary>The time in the drill and of the day.</summary>
    public string Time()
    {
        var clock = TraceText.FormatClock(session.NowMs, _info);
        return TraceText.FormatTime(session.NowMs) + (clock.Length == 0 ? "" : "  " + clock);
    }

    /// <summary>How the clock goes.</summary>
    public string Clock() =>
        _runner.HasEnded ? Message.DeskEnded.In(language)
        : session.Clock.IsPaused ? Message.DeskClockPaused.In(language)
        : session.Clock.Speed == 0 ? Message.DeskClockSteps.In(language)
        : session.PutOffMs > 0 ? new Notice(Message.DeskClockPutOff, Length(session.PutOffMs)).In(language)
        : session.Clock.Speed == 1 ? Message.DeskClockRuns.In(language)
        : new Notice(Message.DeskClockFast, Number(session.Clock.Speed)).In(language);

    /// <summary>The phase; empty after the end.</summary>
    public string Phase()
    {
        if (_runner.Phase < 0)
        {
            return "";
        }

        var phase = _info.Phases[_runner.Phase];
        var title = phase.Title.Length > 0 ? " — " + phase.Title : "";
        return Message.Phase.In(language) + " " + phase.Name + title;
    }

    /// <summary>The situation in capitals, for those who see no colours, and the threat.</summary>
    public string Situation() =>
        Capital(Message.SituationLabel.In(language))
        + " "
        + TraceText.NameOf(_runner.Situation, _shortName).ToUpperInvariant()
        + ", "
        + TraceText.NameOf(_runner.Threat, _shortName);

    /// <summary>Who is in control, and when something is due.</summary>
    public string Control()
    {
        List<string> parts = [];
        if (_runner.ControlledBy >= 0)
        {
            parts.Add(Message.Control.In(language) + ": " + _info.Roles[_runner.ControlledBy]);
        }

        if (_runner.NextDue is { } due)
        {
            parts.Add(new Notice(Message.DeskNextDue, TraceText.FormatTime(due)).In(language));
        }

        return string.Join("  ", parts);
    }

    /// <summary>A line for each crowd: mood, size, place.</summary>
    public ImmutableArray<string> Crowds() =>
        [
            .. Enumerable
                .Range(0, _info.Crowds.Count)
                .Select(i =>
                {
                    var text = _info.Crowds[i] + ": " + TraceText.NameOf(_runner.MoodOf(i), _shortName);
                    if (_runner.MoodOf(i) is Mood.Absent or Mood.Dispersed)
                    {
                        return text;
                    }

                    var place = _info.Places[_runner.PlaceOfCrowd(i)];
                    return text
                        + ", "
                        + new Notice(Message.DeskPeople, Number(_runner.SizeOf(i))).In(language)
                        + (place.Length == 0 ? "" : ", " + new Notice(Message.DeskAt, place).In(language));
                }),
        ];

    /// <summary>The units by where they are: those at a place first, those on standby last.</summary>
    public ImmutableArray<string> Units() =>
        [
            .. Enumerable
                .Range(0, _info.Units.Count)
                .GroupBy(unit => (_runner.PlacementOf(unit), Place: PlaceOfGroup(unit)))
                .OrderBy(group => Order(group.Key.Item1))
                .ThenBy(group => group.Key.Place)
                .Select(group =>
                    Heading(group.Key.Item1, group.Key.Place)
                    + ": "
                    + string.Join(", ", group.Select(unit => _info.Units[unit]))
                ),
        ];

    /// <summary>What can be made to happen, with its number.</summary>
    public ImmutableArray<string> Choices() =>
        [.. DeskChoices.Of(_runner, language).Select(choice => Number(choice.Number) + " " + choice.Name)];

    /// <summary>The injects with their numbers.</summary>
    /// <param name="all">Those that were delivered, too.</param>
    public ImmutableArray<string> Injects(bool all)
    {
        var injects = session.Injects;
        return
        [
            .. Enumerable
                .Range(0, injects.Count)
                .Where(i => all || !injects[i].IsDelivered)
                .Select(i =>
                    Number(i + 1)
                    + (injects[i].IsDelivered ? " [x] " : " [ ] ")
                    + TraceText.FormatTime(injects[i].TimeMs)
                    + (injects[i].IsDue ? " " + Message.DeskDue.In(language) : "")
                    + " "
                    + Text(injects[i].Info)
                ),
        ];
    }

    /// <summary>What must come in time, with the time that is left, the nearest first.</summary>
    public ImmutableArray<string> Expectations() =>
        [
            .. Enumerable
                .Range(0, _info.Properties.Count)
                .Where(i => _runner.DeadlineOf(i) != Runner.Never && !_runner.HasEnded)
                .OrderBy(_runner.DeadlineOf)
                .Select(i => Left(_runner.DeadlineOf(i)) + " " + _info.Properties[i].Text),
        ];

    private string Left(long deadline) => Length(Math.Max(0, deadline - session.NowMs));

    private string Text(InjectInfo inject)
    {
        var ends = string.Join(" → ", new[] { inject.From, inject.To }.Where(end => end.Length > 0));
        var via = inject.Via.Length > 0 ? " (" + inject.Via + ")" : "";
        return ends + via + (ends.Length + via.Length > 0 ? ": " : "") + inject.Text;
    }

    private int PlaceOfGroup(int unit) =>
        _runner.PlacementOf(unit) is Placement.AtPlace or Placement.OnTheWay ? _runner.PlaceOf(unit) : -1;

    private static int Order(Placement placement) =>
        placement switch
        {
            Placement.AtPlace => 0,
            Placement.OnTheWay => 1,
            Placement.Back => 2,
            _ => 3,
        };

    private string Heading(Placement placement, int place)
    {
        var name =
            place < 0 || _info.Places[place].Length == 0 ? Message.DeskCrowdPlace.In(language) : _info.Places[place];
        return placement switch
        {
            Placement.AtPlace => Capital(new Notice(Message.DeskAt, name).In(language)),
            Placement.OnTheWay => new Notice(Message.DeskOnTheWay, name).In(language),
            Placement.Back => Message.DeskBack.In(language),
            _ => Message.DeskStandby.In(language),
        };
    }

    // hh:mm:ss, begun seconds counted.
    private static string Length(long ms) => TraceText.FormatTime(ms + 999)[2..];

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
