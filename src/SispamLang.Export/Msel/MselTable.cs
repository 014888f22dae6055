using System.Collections.Immutable;
using SispamLang.Runtime;

namespace SispamLang.Export;

/// <summary>
/// The master scenario events list: what is delivered, announced, ordered and played, when, by whom and to whom, row by row,
/// as one run of the drill had it.
/// </summary>
internal sealed class MselTable
{
    private MselTable(DrillPaper paper, ImmutableArray<MselRow> rows)
    {
        Paper = paper;
        Rows = rows;
        HasSeconds = rows.Any(row => row.TimeMs % 60_000 != 0) || paper.Info.StartsAtMs % 60_000 > 0;
    }

    /// <summary>What it is made of.</summary>
    public DrillPaper Paper { get; }

    /// <summary>The rows in the order of time.</summary>
    public ImmutableArray<MselRow> Rows { get; }

    /// <summary>Some row does not come on a whole minute.</summary>
    public bool HasSeconds { get; }

    /// <summary>What it carries, on one line.</summary>
    public string MarkingLine => string.Join(" · ", Paper.Marking.Exercise, Paper.Marking.Drill, Paper.Marking.Footer);

    /// <summary>The list of a drill.</summary>
    public static MselTable Of(DrillPaper paper) => new(paper, MselRows.Of(paper));

    /// <summary>T+00:15, or T+00:15:30 in a table that needs the seconds.</summary>
    public string Elapsed(MselRow row) => Shortened(TraceText.FormatTime(row.TimeMs));

    /// <summary>09:15 WIB; empty if the drill does not say when it starts.</summary>
    public string Clock(MselRow row)
    {
        var clock = TraceText.FormatClock(row.TimeMs, Paper.Info);
        return clock.Length == 0 ? "" : Shortened(clock[..8]) + clock[8..];
    }

    private string Shortened(string time) => HasSeconds ? time : time[..^3];
}
