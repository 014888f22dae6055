using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Runtime;

namespace SispamLang.Export;

/// <summary>How a piece of a lane is drawn.</summary>
internal enum BarKind
{
    /// <summary>A phase.</summary>
    Phase,

    /// <summary>A crowd that is calm.</summary>
    Calm,

    /// <summary>A crowd that heats up.</summary>
    Tense,

    /// <summary>A disorderly crowd.</summary>
    Unruly,

    /// <summary>A violent crowd.</summary>
    Anarchic,

    /// <summary>A unit on its way.</summary>
    OnTheWay,

    /// <summary>A unit at its place.</summary>
    AtPlace,

    /// <summary>Something that is done.</summary>
    Activity,

    /// <summary>A moment: an inject or an announcement.</summary>
    Moment,
}

/// <summary>A piece of a lane, from one time to another in milliseconds, and what it says.</summary>
internal sealed record Bar(BarKind Kind, long From, long To, string Text);

/// <summary>Who or what, and when.</summary>
internal sealed record Lane(string Name, ImmutableArray<Bar> Bars);

/// <summary>A run as lanes: the phases, the crowds, the units, what was done, what was fed in.</summary>
internal sealed class Timeline
{
    private readonly DrillPaper _paper;
    private readonly ImmutableArray<TraceEntry> _entries;
    private readonly long _end;

    private Timeline(DrillPaper paper, ImmutableArray<TraceEntry> entries)
    {
        _paper = paper;
        _entries = entries;
        _end = entries[^1].TimeMs;
    }

    /// <summary>The lanes of a run; one in which nothing happens is left out.</summary>
    public static ImmutableArray<Lane> Of(DrillPaper paper, ImmutableArray<TraceEntry> entries)
    {
        var timeline = new Timeline(paper, entries);
        Lane[] lanes =
        [
            timeline.Phases(),
            .. Enumerable.Range(0, paper.Info.Crowds.Count).Select(timeline.Crowd),
            .. Enumerable.Range(0, paper.Info.Units.Count).Select(timeline.Unit),
            .. timeline.Activities(),
            timeline.Moments(TraceCode.InjectSent, "timeline.injects"),
            timeline.Moments(TraceCode.Announce, "timeline.announcements"),
        ];
        return [.. lanes.Where(lane => !lane.Bars.IsEmpty)];
    }

    private Lane Phases()
    {
        var starts = _entries.Where(entry => entry.Code == TraceCode.PhaseStarts).ToList();
        return new Lane(
            _paper.Texts["timeline.phases"],
            [
                .. starts.Select(
                    (start, i) =>
                        new Bar(
                            BarKind.Phase,
                            start.TimeMs,
                            i + 1 < starts.Count ? starts[i + 1].TimeMs : _end,
                            _paper.Drill.Phases[start.A].NameIn(_paper.Language)
                        )
                ),
            ]
        );
    }

    private Lane Crowd(int crowd)
    {
        var changes = _entries
            .Where(entry => entry.Code == TraceCode.MoodIs && entry.A == crowd)
            .Select(entry => (entry.TimeMs, Kind: KindOf((Mood)entry.B), Mood: (Programs.Mood)entry.B));
        return new Lane(
            _paper.Drill.Crowds[crowd].NameIn(_paper.Language),
            Between([.. changes.Select(c => (c.TimeMs, c.Kind, c.Kind is null ? "" : _paper.Word(c.Mood.ToConcept())))])
        );
    }

    private static BarKind? KindOf(Mood mood) =>
        mood switch
        {
            Mood.Calm => BarKind.Calm,
            Mood.Tense => BarKind.Tense,
            Mood.Unruly => BarKind.Unruly,
            Mood.Anarchic => BarKind.Anarchic,
            _ => null,
        };

    private Lane Unit(int unit)
    {
        var changes = new List<(long, BarKind?, string)>();
        foreach (var entry in _entries.Where(entry => entry.A == unit))
        {
            switch (entry.Code)
            {
                case TraceCode.Deploy:
                    changes.Add((entry.TimeMs, BarKind.OnTheWay, ""));
                    break;
                case TraceCode.UnitArrives:
                    changes.Add((entry.TimeMs, BarKind.AtPlace, _paper.Info.Places[entry.B]));
                    break;
                case TraceCode.Withdraw:
                    changes.Add((entry.TimeMs, null, ""));
                    break;
            }
        }

        return new Lane(_paper.Drill.Units[unit].NameIn(_paper.Language), Between(changes));
    }

    private IEnumerable<Lane> Activities()
    {
        for (var i = 0; i < _paper.Info.Activities.Count; i++)
        {
            var changes = _entries
                .Where(entry => entry.Code is TraceCode.ActivityStarts or TraceCode.ActivityEnds && entry.A == i)
                .Select(entry =>
                    (entry.TimeMs, entry.Code == TraceCode.ActivityStarts ? BarKind.Activity : (BarKind?)null, "")
                );
            yield return new Lane(_paper.Info.Activities[i], Between([.. changes]));
        }
    }

    private Lane Moments(TraceCode code, string key) =>
        new(
            _paper.Texts[key],
            [
                .. _entries
                    .Where(entry => entry.Code == code)
                    .Select(entry => new Bar(
                        BarKind.Moment,
                        entry.TimeMs,
                        entry.TimeMs,
                        code == TraceCode.Announce
                            ? _paper.Info.Announcements[entry.A]
                            : _paper.Info.Injects[entry.A].Text
                    )),
            ]
        );

    // Each change lasts until the next one.
    private ImmutableArray<Bar> Between(IReadOnlyList<(long Time, BarKind? Kind, string Text)> changes)
    {
        var bars = ImmutableArray.CreateBuilder<Bar>();
        for (var i = 0; i < changes.Count; i++)
        {
            if (changes[i].Kind is { } kind)
            {
                var end = i + 1 < changes.Count ? changes[i + 1].Time : _end;
                bars.Add(new Bar(kind, changes[i].Time, end, changes[i].Text));
            }
        }

        return bars.ToImmutable();
    }
}
