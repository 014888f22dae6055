using System.Xml.Linq;

namespace SispamLang.Export;

/// <summary>The phases below each other, and the ways between them.</summary>
internal static class PhaseDrawing
{
    private const double Width = 640;
    private const double BoxLeft = 12;
    private const double BoxWidth = 220;
    private const double BoxHeight = 38;
    private const double LineHeight = 12;
    private const double LeastGap = 30;
    private const double FirstLane = 352;
    private const double LaneWidth = 14;
    private const int LabelLetters = 44;
    private const string Ink = "#1f3a5f";

    /// <summary>As a file of its own, with its marking.</summary>
    public static string File(DrillPaper paper) => Svg.Write(Draw(paper, isAlone: true));

    /// <summary>The drawing.</summary>
    /// <param name="paper">What it is made of.</param>
    /// <param name="isAlone">It is a file of its own, and carries the marking.</param>
    public static XElement Draw(DrillPaper paper, bool isAlone)
    {
        var ways = PhaseWay.Of(paper);
        var names = paper
            .Drill.Phases.Select(phase => (phase.Name, Title: paper.TitleOf(phase)))
            .Append((paper.Texts["phases.end"], ""))
            .ToArray();
        var tops = new double[names.Length];
        var y = isAlone ? MarkedDrawing.HeadHeight : 6;
        for (var i = 0; i < names.Length; i++)
        {
            tops[i] = y;
            y +=
                BoxHeight
                + Math.Max(LeastGap, (LinesOf(ways.FirstOrDefault(w => IsDown(w, i))).Count * LineHeight) + 16);
        }

        var height = tops[^1] + BoxHeight + (isAlone ? MarkedDrawing.FootHeight + 4 : 6);
        return Svg.Drawing(
            Width,
            height,
            paper.Texts["phases.title"],
            Arrowhead(),
            isAlone ? MarkedDrawing.Of(paper.Marking, Width, height) : null,
            ways.Where(way => way.To == way.From + 1).Select(way => Down(way, tops)),
            Aside(ways.Where(way => way.To != way.From + 1), tops),
            names.Select((name, i) => Phase(name.Item1, name.Item2, tops[i], i == names.Length - 1))
        );
    }

    private static bool IsDown(PhaseWay way, int from) => way.From == from && way.To == from + 1;

    private static List<string> LinesOf(PhaseWay? way) =>
        way is null ? [] : [.. way.Labels.SelectMany(label => Wrapped(label, LabelLetters))];

    private static IEnumerable<XElement> Phase(string name, string title, double top, bool isEnd)
    {
        yield return Svg.Tag(
            "rect",
            [
                ("x", BoxLeft),
                ("y", top),
                ("width", BoxWidth),
                ("height", BoxHeight),
                ("rx", isEnd ? 19 : 5),
                ("fill", isEnd ? "#eef0f2" : "#e8edf3"),
                ("stroke", Ink),
            ]
        );
        var middle = BoxLeft + (BoxWidth / 2);
        var hasTitle = title.Length > 0;
        yield return Svg.Label(middle, top + (hasTitle ? 16 : 23), Svg.Fitted(name, BoxWidth - 10, 11), "middle", 11);
        if (hasTitle)
        {
            yield return Svg.Label(middle, top + 30, Svg.Fitted(title, BoxWidth - 10, 9), "middle", 9, "#444");
        }
    }

    // To the next phase, with the label beside it.
    private static IEnumerable<XElement> Down(PhaseWay way, double[] tops)
    {
        var x = BoxLeft + (BoxWidth / 2);
        var (from, to) = (tops[way.From] + BoxHeight, tops[way.To]);
        yield return Arrow(FormattableString.Invariant($"M {x:0.##} {from:0.##} L {x:0.##} {to - 2:0.##}"));
        var lines = LinesOf(way);
        var y = ((from + to) / 2) + 3 - ((lines.Count - 1) * LineHeight / 2);
        foreach (var line in lines)
        {
            yield return Svg.Label(x + 8, y, line, "start", 9, "#333");
            y += LineHeight;
        }
    }

    // Past other phases: on the right of the boxes. Ways to one phase that say the same share a lane.
    private static IEnumerable<XElement> Aside(IEnumerable<PhaseWay> ways, double[] tops)
    {
        var right = BoxLeft + BoxWidth;
        var lane = FirstLane;
        foreach (var same in ways.GroupBy(way => (way.To, Text: string.Join('\n', way.Labels))))
        {
            var to = tops[same.Key.To] + (BoxHeight / 2) + 8 - ((lane - FirstLane) / 4);
            foreach (var from in same.Select(way => tops[way.From] + 10))
            {
                yield return Arrow(
                    FormattableString.Invariant(
                        $"M {right:0.##} {from:0.##} L {lane:0.##} {from:0.##} L {lane:0.##} {to:0.##} L {right + 2:0.##} {to:0.##}"
                    )
                );
            }

            var y = tops[same.Min(way => way.From)] + 13;
            foreach (var line in same.First().Labels.SelectMany(label => Wrapped(label, LabelLetters)))
            {
                yield return Svg.Label(lane + 5, y, Svg.Fitted(line, Width - lane - 8, 9), "start", 9, "#333");
                y += LineHeight;
            }

            lane += LaneWidth;
        }
    }

    private static XElement Arrow(string path)
    {
        var arrow = Svg.Path(path, Ink, 1.2);
        arrow.SetAttributeValue("marker-end", "url(#arrow)");
        return arrow;
    }

    private static XElement Arrowhead() =>
        Svg.Tag(
            "defs",
            [],
            Svg.Tag(
                "marker",
                [
                    ("id", "arrow"),
                    ("viewBox", "0 0 10 10"),
                    ("refX", 8),
                    ("refY", 5),
                    ("markerWidth", 7),
                    ("markerHeight", 7),
                    ("orient", "auto-start-reverse"),
                ],
                Svg.Path("M 0 0 L 10 5 L 0 10 z", "none", 0, Ink)
            )
        );

    private static IEnumerable<string> Wrapped(string text, int letters)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + word.Length >= letters)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : line + " " + word;
        }

        yield return line;
    }
}
