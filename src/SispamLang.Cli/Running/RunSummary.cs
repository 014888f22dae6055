using System.Globalization;
using SispamLang.Cli.Reporting;
using SispamLang.Dialects;
using SispamLang.Runtime;

namespace SispamLang.Cli.Running;

/// <summary>What a run comes to: its length, its phases, how long it was green, yellow and red, what was ordered.</summary>
internal sealed class RunSummary(DrillInfo info, Dialect language)
{
    private const int LabelWidth = 14;

    private readonly List<string> _phases = [];
    private readonly long[] _situationMs = new long[3];
    private readonly long?[] _counters = new long?[info.Counters.Count];
    private Situation _situation;
    private long _situationSince;
    private int _phase = -1;
    private long _phaseSince;
    private int _deployments;
    private int _activities;
    private int _notPossible;
    private int _injects;
    private int _ignored;
    private TraceEntry? _end;

    /// <summary>Takes in an entry.</summary>
    public void Add(in TraceEntry entry)
    {
        switch (entry.Code)
        {
            case TraceCode.PhaseStarts:
                _phase = entry.A;
                _phaseSince = entry.TimeMs;
                break;
            case TraceCode.PhaseEnds:
                EndPhase(entry.TimeMs);
                break;
            case TraceCode.SituationIs:
                EndSituation(entry.TimeMs);
                _situation = (Situation)entry.A;
                break;
            case TraceCode.CounterIs:
                _counters[entry.A] = entry.C;
                break;
            case TraceCode.Deploy:
                _deployments++;
                break;
            case TraceCode.ActivityStarts:
                _activities++;
                break;
            case TraceCode.NotPossible:
                _notPossible++;
                break;
            case TraceCode.InjectSent:
                _injects++;
                break;
            case TraceCode.End:
                _end = entry;
                break;
            default:
                _ignored += TraceText.KindOf(entry.Code) == TraceKind.Ignored ? 1 : 0;
                break;
        }
    }

    /// <summary>Writes it.</summary>
    /// <param name="ink">Where.</param>
    /// <param name="runner">Where it stands.</param>
    /// <param name="isStopped">The controller stopped it.</param>
    public void Write(Ink ink, Runner runner, bool isStopped)
    {
        var nowMs = runner.Now;
        EndPhase(nowMs);
        EndSituation(nowMs);
        ink.End();
        ink.Line(Message.Summary.In(language), Tone.Strong);
        Line(ink, _end is null ? Message.StoppedAt : Message.EndedAt, Ending(nowMs, isStopped));
        Line(ink, Message.Phases, string.Join(", ", _phases));
        Line(ink, Message.SituationLabel, Situations());
        Line(ink, Message.Orders, Orders());
        Line(ink, Message.Counters, Counters());
        Line(ink, Message.Properties, Properties(runner));
    }

    private void Line(Ink ink, Message label, string text)
    {
        if (text.Length > 0)
        {
            ink.Line("  " + label.In(language).PadRight(LabelWidth) + Visible.Line(text));
        }
    }

    private string Ending(long nowMs, bool isStopped)
    {
        var why = isStopped ? Message.StoppedByController : Message.StoppedByUntil;
        var clock = TraceText.FormatClock(nowMs, info);
        var time = TraceText.FormatTime(nowMs) + (clock.Length == 0 ? "" : " (" + clock + ")");
        return time + (_end is null ? ": " + why.In(language) : "");
    }

    private string Situations()
    {
        List<string> parts = [];
        foreach (
            var (message, lengthMs) in (ReadOnlySpan<(Message, long)>)
                [(Message.Green, _situationMs[0]), (Message.Yellow, _situationMs[1]), (Message.Red, _situationMs[2])]
        )
        {
            if (lengthMs > 0)
            {
                parts.Add(message.In(language) + " " + Length(lengthMs));
            }
        }

        return string.Join(", ", parts);
    }

    private string Orders()
    {
        List<string> parts = [];
        foreach (
            var (message, count) in (ReadOnlySpan<(Message, int)>)
                [
                    (Message.Deployments, _deployments),
                    (Message.Activities, _activities),
                    (Message.NotPossible, _notPossible),
                    (Message.Injects, _injects),
                    (Message.Ignored, _ignored),
                ]
        )
        {
            if (count > 0)
            {
                parts.Add(new Notice(message, Number(count)).In(language));
            }
        }

        return string.Join(", ", parts);
    }

    private string Counters()
    {
        List<string> parts = [];
        for (var i = 0; i < _counters.Length; i++)
        {
            if (_counters[i] is { } value)
            {
                parts.Add(info.Counters[i] + " " + Number(value));
            }
        }

        return string.Join(", ", parts);
    }

    // How many are broken, kept and so on, the drill's own promises and those of doctrines alike.
    private string Properties(Runner runner)
    {
        var counts = new int[4];
        for (var i = 0; i < info.Properties.Count; i++)
        {
            counts[(int)runner.VerdictOf(i)]++;
        }

        List<string> parts = [];
        foreach (
            var (message, verdict) in (ReadOnlySpan<(Message, PropertyVerdict)>)
                [
                    (Message.Broken, PropertyVerdict.Broken),
                    (Message.Kept, PropertyVerdict.Kept),
                    (Message.Open, PropertyVerdict.Open),
                    (Message.NotTested, PropertyVerdict.NotTested),
                ]
        )
        {
            if (counts[(int)verdict] > 0)
            {
                parts.Add(new Notice(message, Number(counts[(int)verdict])).In(language));
            }
        }

        return string.Join(", ", parts);
    }

    private void EndPhase(long timeMs)
    {
        if (_phase >= 0)
        {
            _phases.Add(info.Phases[_phase].Name + " " + Length(timeMs - _phaseSince));
            _phase = -1;
        }
    }

    private void EndSituation(long timeMs)
    {
        _situationMs[(int)_situation] += timeMs - _situationSince;
        _situationSince = timeMs;
    }

    // To the second: nobody reads more.
    private string Length(long milliseconds) =>
        TraceText.FormatDuration(milliseconds / 1000 * 1000, language.ShortName());

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
