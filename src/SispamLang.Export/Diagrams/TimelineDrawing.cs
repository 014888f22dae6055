using System.Xml.Linq;
using SispamLang.Dialects;

namespace SispamLang.Export;

/// <summary>A run on a scale of time.</summary>
internal static class TimelineDrawing
{
    private const double Width = 540;
    private const double Left = 128;
    private const double Right = Width - 14;
    private const double LaneHeight = 17;
    private const double BarHeight = 12;
    private const double LegendHeight = 16;
    private const int MostTicks = 8;

    /// <summary>As a file of its own, with its marking.</summary>
    public static string File(DrillPaper paper) => Svg.Write(Draw(paper, isAlone: true));

    /// <summary>The drawing of the reference run.</summary>
    /// <param name="paper">What it is made of.</param>
    /// <param name="isAlone">It is a file of its own, and carries the marking.</param>
    public static XElement Draw(DrillPaper paper, bool isAlone)
    {
        var lanes = Timeline.Of(paper, paper.Reference.Entries);
        var top = LegendHeight + (isAlone ? MarkedDrawing.HeadHeight : 4);
        var bottom = top + (lanes.Length * LaneHeight);
        var height = bottom + 34 + (isAlone ? MarkedDrawing.FootHeight : 0);
        var scale = new LinearScale(0, Math.Max(1, paper.Reference.EndMs), Left, Right);
        return Svg.Drawing(
            Width,
            height,
            paper.Texts["timeline.title"],
            isAlone ? MarkedDrawing.Of(paper.Marking, Width, height) : null,
            Key(paper, top - LegendHeight),
            Axis.Bottom(scale, scale.TimeTicks(MostTicks), top, bottom, ms => PaperValues.Elapsed((long)ms)),
            Clock(paper, scale, bottom + 25),
            lanes.Select((lane, i) => Drawn(paper, lane, top + (i * LaneHeight), scale))
        );
    }

    private static IEnumerable<XElement> Key(DrillPaper paper, double top)
    {
        (BarKind Kind, string Text)[] legend =
        [
            (BarKind.Calm, paper.Word(Concept.Calm)),
            (BarKind.Tense, paper.Word(Concept.Tense)),
            (BarKind.Unruly, paper.Word(Concept.Unruly)),
            (BarKind.Anarchic, paper.Word(Concept.Anarchic)),
            (BarKind.OnTheWay, paper.Texts["timeline.on-the-way"]),
            (BarKind.AtPlace, paper.Texts["timeline.at-place"]),
            (BarKind.Activity, paper.Texts["timeline.activity"]),
        ];
        var x = Left;
        foreach (var (kind, text) in legend)
        {
            yield return Svg.Box(x, top + 2, 9, 9, ColourOf(kind));
            yield return Svg.Label(x + 12, top + 10, text, "start", 8, "#444");
            x += 22 + Svg.WidthOf(text, 7.6);
        }
    }

    private static IEnumerable<XElement> Clock(DrillPaper paper, LinearScale scale, double y) =>
        paper.Facts.StartsAtMs is not { } start
            ? []
            : scale
                .TimeTicks(MostTicks)
                .Select(tick =>
                    Svg.Label(scale.At(tick), y, paper.Values.Clock(start + (long)tick, ""), "middle", 8, "#777")
                )
                .Append(Svg.Label(Left - 22, y, paper.Facts.Zone, "end", 8, "#777"));

    private static IEnumerable<XElement> Drawn(DrillPaper paper, Lane lane, double top, LinearScale scale)
    {
        var middle = top + (LaneHeight / 2);
        yield return Svg.Label(Left - 6, middle + 3.2, Svg.Fitted(lane.Name, Left - 10, 9), "end", 9);
        yield return Svg.Line(Left, top + LaneHeight, Right, top + LaneHeight, "#eef0f2");
        foreach (var bar in lane.Bars)
        {
            var (from, to) = (scale.At(bar.From), scale.At(bar.To));
            var hint = paper.Time(bar.From) + (bar.Text.Length > 0 ? " " + bar.Text : "");
            if (bar.Kind == BarKind.Moment)
            {
                yield return Svg.Box(from - 2, middle - 4, 4, 8, ColourOf(bar.Kind), hint);
                continue;
            }

            // What takes no time is to be seen too.
            yield return Svg.Box(
                from,
                middle - (BarHeight / 2),
                Math.Max(1.5, to - from),
                BarHeight,
                ColourOf(bar.Kind),
                hint
            );
            var text = Svg.Fitted(bar.Text, to - from - 4, 8);
            if (text.Length > 2)
            {
                yield return Svg.Label(from + 2, middle + 3, text, "start", 8, InkOn(bar.Kind));
            }
        }
    }

    private static string ColourOf(BarKind kind) =>
        kind switch
        {
            BarKind.Phase => "#1f3a5f",
            BarKind.Calm => "#8cc084",
            BarKind.Tense => "#f3d66b",
            BarKind.Unruly => "#f0a04b",
            BarKind.Anarchic => "#cc4b4b",
            BarKind.OnTheWay => "#c3d1e2",
            BarKind.AtPlace => "#5f87b5",
            BarKind.Activity => "#7a5ea8",
            _ => "#333333",
        };

    private static string InkOn(BarKind kind) =>
        kind is BarKind.Phase or BarKind.AtPlace or BarKind.Anarchic or BarKind.Activity ? "#ffffff" : "#1a1a1a";
}
