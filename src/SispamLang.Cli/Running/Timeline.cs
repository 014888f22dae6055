using SispamLang.Cli.Reporting;
using SispamLang.Dialects;
using SispamLang.Runtime;

namespace SispamLang.Cli.Running;

/// <summary>
/// Writes a run for people: when, what, and on whose order, each thing indented below what led to it in the same instant.
/// </summary>
internal sealed class Timeline
{
    private const int Deepest = 6;
    private const int LongestRule = 100;

    private readonly Ink _ink;
    private readonly DrillInfo _info;
    private readonly Dialect _language;
    private readonly string _shortName;
    private readonly RunSummary _summary;
    private readonly List<(long TimeMs, int Depth, TraceCode Code)> _entries = [];
    private long _shownTime = -1;
    private Tone _situation = Tone.Green;

    /// <summary>A timeline of a drill.</summary>
    public Timeline(Ink ink, DrillInfo info, Dialect language)
    {
        _ink = ink;
        _info = info;
        _language = language;
        _shortName = language.ShortName();
        _summary = new RunSummary(info, language);
    }

    /// <summary>What chance decided is shown.</summary>
    public bool ShowsChance { get; init; }

    /// <summary>The time of day is shown, if the drill says when it starts.</summary>
    public bool ShowsClock { get; init; } = true;

    private int TimeWidth => TimeOf(0).Length;

    /// <summary>Writes what is run, and how.</summary>
    /// <param name="seed">The seed; null if the draws come from elsewhere.</param>
    /// <param name="replayed">The trace that they come from.</param>
    public void WriteHeader(ulong? seed, string? replayed)
    {
        _ink.Write(Message.Exercise.In(_language), Tone.Strong);
        _ink.Line("  " + Visible.Line(_info.Title));
        var origin = seed is { } number
            ? new Notice(Message.Seed, number.ToString(System.Globalization.CultureInfo.InvariantCulture))
            : new Notice(Message.Replayed, replayed ?? "");
        _ink.Line(
            string.Join(
                "  ",
                new Notice(Message.Source, _info.SourceHash).In(_language),
                origin.In(_language),
                "sispam " + ToolVersion.Text,
                Message.ClockSimulated.In(_language)
            ),
            Tone.Dim
        );
    }

    /// <summary>Writes an entry.</summary>
    public void Add(TraceEntry entry)
    {
        _summary.Add(entry);
        var sameInstant = entry.Cause >= 0 && _entries[entry.Cause].TimeMs == entry.TimeMs;
        // A phase and the drill are on the outermost level, whoever ends them.
        var isBelow =
            sameInstant
            && entry.Code is not (TraceCode.PhaseEnds or TraceCode.End)
            && _entries[entry.Cause].Code is not (TraceCode.Start or TraceCode.PhaseStarts);
        var depth = isBelow ? Math.Min(_entries[entry.Cause].Depth + 1, Deepest) : 0;
        if (entry.Code == TraceCode.Draw && !ShowsChance)
        {
            // What follows from it stands where it would.
            _entries.Add((entry.TimeMs, depth - 1, entry.Code));
            return;
        }

        _entries.Add((entry.TimeMs, depth, entry.Code));
        switch (entry.Code)
        {
            case TraceCode.Start:
                return;
            case TraceCode.PhaseStarts:
                _ink.End();
                _shownTime = -1;
                WriteTime(entry.TimeMs);
                WriteHeading(_info.Phases[entry.A]);
                return;
            case TraceCode.SituationIs:
                _situation = ToneOf((Situation)entry.A);
                break;
            case TraceCode.End:
                _ink.End();
                _shownTime = -1;
                break;
        }

        WriteTime(entry.TimeMs);
        _ink.Write(new string(' ', 2 * depth));
        _ink.Write(Sentence(entry), ToneOf(entry));
        if (entry.Cause >= 0 && !sameInstant && IsWorthTracingBack(_entries[entry.Cause].Code))
        {
            var time = TraceText.FormatTime(_entries[entry.Cause].TimeMs);
            _ink.Write("  (" + new Notice(Message.CausedAt, time).In(_language) + ")", Tone.Dim);
        }

        _ink.End();
    }

    /// <summary>Writes what it comes to.</summary>
    /// <param name="runner">Where it stands.</param>
    /// <param name="isStopped">The controller stopped it.</param>
    public void WriteSummary(Runner runner, bool isStopped) => _summary.Write(_ink, runner, isStopped);

    private void WriteHeading(PhaseInfo phase)
    {
        _ink.Write(Message.Phase.In(_language) + " " + Visible.Line(phase.Name), Tone.Strong);
        _ink.Line(phase.Title.Length > 0 ? " — " + Visible.Line(phase.Title) : "");
    }

    // Once an instant, so that the eye finds the instants.
    private void WriteTime(long timeMs)
    {
        if (timeMs == _shownTime)
        {
            _ink.Write(new string(' ', TimeWidth));
            return;
        }

        _shownTime = timeMs;
        _ink.Write(TimeOf(timeMs).PadRight(TimeWidth), _situation);
    }

    private string TimeOf(long timeMs)
    {
        var clock = ShowsClock ? TraceText.FormatClock(timeMs, _info) : "";
        return TraceText.FormatTime(timeMs) + "  " + (clock.Length == 0 ? "" : clock + "  ");
    }

    private string Sentence(in TraceEntry entry)
    {
        var sentence = Visible.Line(Joined(TraceText.Describe(entry, _info, _shortName)));
        return entry.Code is TraceCode.RuleFires or TraceCode.IgnoredTrigger && sentence.Length > LongestRule
            ? sentence[..(LongestRule - 1)] + "…"
            : sentence;
    }

    // A rule may be written on several lines.
    private static string Joined(string text) =>
        text.AsSpan().IndexOfAny('\n', '\r') < 0
            ? text
            : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private Tone ToneOf(in TraceEntry entry) =>
        TraceText.KindOf(entry.Code) switch
        {
            TraceKind.Draw or TraceKind.Ignored => Tone.Dim,
            TraceKind.End => Tone.Strong,
            _ => entry.Code switch
            {
                TraceCode.SituationIs => _situation,
                TraceCode.NotPossible or TraceCode.PropertyBroken => Tone.Warning,
                _ => Tone.Plain,
            },
        };

    // Where something began that is carried on or ends now; that a crowd gathered long ago explains nothing.
    private static bool IsWorthTracingBack(TraceCode cause) =>
        cause is TraceCode.RuleFires or TraceCode.Deploy or TraceCode.ActivityStarts or TraceCode.InjectSent;

    private static Tone ToneOf(Situation situation) =>
        situation switch
        {
            Situation.Green => Tone.Green,
            Situation.Yellow => Tone.Yellow,
            _ => Tone.Red,
        };
}
