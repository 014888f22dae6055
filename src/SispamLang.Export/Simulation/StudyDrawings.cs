using System.Globalization;
using System.Text;
using System.Xml.Linq;
using SispamLang.Analysis.Simulation;

namespace SispamLang.Export;

/// <summary>Draws the charts of the report of many runs.</summary>
internal sealed class StudyDrawings(StudyWords words)
{
    private const double Width = 640;
    private const double LabelWidth = 210;
    private const double Right = Width - 90;
    private const double RowHeight = 19;
    private const double BarHeight = 11;
    private const double PlotHeight = 190;
    private const double LabelSize = 9;
    private const int MostBars = 40;
    private const string Bar = "#7a9cc6";
    private const string Whisker = "#1f3a5f";
    private const string Frame = "#c4cbd3";
    private const string Asked = "#b3261e";

    /// <summary>The drawing of a chart; null if there is nothing to draw.</summary>
    public XElement? Draw(StudyChart chart) =>
        chart switch
        {
            ShareChart { Bars.IsEmpty: false } shares => Shares(shares),
            TimeChart { Curves.IsEmpty: false } times => Times(times),
            HistogramChart histogram => Histogram(histogram),
            EffectChart effects => Effects(effects),
            _ => null,
        };

    private XElement Shares(ShareChart chart)
    {
        var scale = new LinearScale(0, 100, LabelWidth, Right);
        var bottom = 6 + (chart.Bars.Length * RowHeight);
        return Svg.Drawing(
            Width,
            bottom + 20,
            chart.Title,
            Axis.Bottom(scale, scale.Ticks(10), 0, bottom, Number),
            chart.Bars.Select((bar, i) => Row(bar, 6 + (i * RowHeight)))
        );

        IEnumerable<XElement> Row(ShareBar bar, double y)
        {
            var share = (double)bar.Hits / bar.Runs * 100;
            var interval = ShareInterval.Of(bar.Hits, bar.Runs);
            var middle = y + (BarHeight / 2);
            var (low, high) = (scale.At(interval.Low * 100), scale.At(interval.High * 100));
            yield return Label(bar.Label, y);
            yield return Svg.Box(scale.At(0), y, scale.At(share) - scale.At(0), BarHeight, Bar, bar.Label);
            yield return Svg.Line(low, middle, high, middle, Whisker, 1.4);
            yield return Svg.Line(low, y + 2, low, y + BarHeight - 2, Whisker, 1.4);
            yield return Svg.Line(high, y + 2, high, y + BarHeight - 2, Whisker, 1.4);
            if (bar.Asked is { } asked)
            {
                yield return Svg.Line(scale.At(asked * 100), y - 2, scale.At(asked * 100), y + BarHeight + 2, Asked, 2);
            }

            yield return Svg.Label(Right + 8, y + BarHeight - 2, words.Cell(bar.Hits, bar.Runs), "start", LabelSize);
        }
    }

    private XElement Times(TimeChart chart)
    {
        const double left = 40;
        const double top = 8;
        var end = chart.Curves.Max(curve => curve.Values.Most);
        var time = new LinearScale(0, Math.Max(end, 1), left, Right);
        var share = new LinearScale(0, 100, top + PlotHeight, top);
        return Svg.Drawing(
            Width,
            top + PlotHeight + 22,
            chart.Title,
            Axis.Left(share, share.Ticks(5), left, Right, Number),
            Axis.Bottom(time, time.TimeTicks(8), top, top + PlotHeight, words.Time),
            chart.Curves.Select(Curve)
        );

        XElement[] Curve(TimeCurve curve)
        {
            var path = new StringBuilder();
            Append('M', 0, 0);
            long seen = 0;
            for (var i = 0; i < curve.Values.Bins.Length; i++)
            {
                if (curve.Values.Bins[i] == 0)
                {
                    continue;
                }

                // A step: up at the bin, and on at that height.
                var at = Math.Min(curve.Values.Scale.StartOf(i), end);
                Append('L', at, 100.0 * seen / curve.Runs);
                seen += curve.Values.Bins[i];
                Append('L', at, 100.0 * seen / curve.Runs);
            }

            var last = 100.0 * seen / curve.Runs;
            Append('L', end, last);
            return
            [
                Svg.Path(path.ToString(), curve.Colour, 2),
                Svg.Label(Right + 8, share.At(last) + 3, curve.Label, "start", LabelSize + 1, curve.Colour),
            ];

            void Append(char command, double x, double y) =>
                path.Append(CultureInfo.InvariantCulture, $"{command}{time.At(x):0.##} {share.At(y):0.##} ");
        }
    }

    private XElement Histogram(HistogramChart chart)
    {
        const double left = 40;
        const double top = 8;
        var values = chart.Values;
        var (first, last) = (values.Scale.BinOf(values.Least), values.Scale.BinOf(values.Most));
        var perBar = ((last - first) / MostBars) + 1;
        var bars = Enumerable.Range(0, ((last - first) / perBar) + 1).Select(Sum).ToArray();
        var width = perBar * values.Scale.Width;
        var start = values.Scale.StartOf(first);
        var time = new LinearScale(start, start + (bars.Length * width), left, Right);
        var count = new LinearScale(0, bars.Max(), top + PlotHeight, top);
        return Svg.Drawing(
            Width,
            top + PlotHeight + 22,
            chart.Title,
            Axis.Left(count, count.Ticks(5), left, Right, Number),
            Axis.Bottom(time, time.TimeTicks(8), top, top + PlotHeight, words.Time),
            bars.Select(
                (runs, i) =>
                    Svg.Box(
                        time.At(start + (i * width)) + 0.5,
                        count.At(runs),
                        time.At(start + width) - time.At(start) - 1,
                        top + PlotHeight - count.At(runs),
                        Bar,
                        $"{words.Time(start + (i * width))}: {words.Number(runs)} {chart.Unit}"
                    )
            ),
            Svg.Label(Right + 8, top + 8, chart.Unit, "start", LabelSize)
        );

        long Sum(int bar)
        {
            long sum = 0;
            for (var i = first + (bar * perBar); i <= Math.Min(last, first + ((bar + 1) * perBar) - 1); i++)
            {
                sum += values.Bins[i];
            }

            return sum;
        }
    }

    // A tornado: the longest bar on top. From nothing to all, so that little looks like little.
    private XElement Effects(EffectChart chart)
    {
        const double side = 130;
        var scale = new LinearScale(0, chart.Full, LabelWidth + side, Width - side);
        var bottom = 6 + (chart.Bars.Length * RowHeight);
        return Svg.Drawing(
            Width,
            bottom + 4,
            chart.Title,
            Svg.Line(scale.From, 0, scale.From, bottom, Frame),
            Svg.Line(scale.To, 0, scale.To, bottom, Frame),
            chart.Bars.Select((bar, i) => Row(bar, 6 + (i * RowHeight))),
            chart.Base is { } standing
                ? Svg.Line(scale.At(standing), 0, scale.At(standing), bottom, Whisker, 1.4)
                : null
        );

        IEnumerable<XElement> Row(EffectBar bar, double y)
        {
            var (least, most) = (scale.At(bar.Least), scale.At(bar.Most));
            yield return Label(bar.Label, y);
            yield return Svg.Box(least, y, Math.Max(most - least, 1), BarHeight, Bar, bar.Label);
            yield return Svg.Label(scale.From - 5, y + BarHeight - 2, bar.LeastLabel, "end", LabelSize);
            yield return Svg.Label(scale.To + 5, y + BarHeight - 2, bar.MostLabel, "start", LabelSize);
        }
    }

    private static XElement Label(string text, double y) =>
        Svg.Label(LabelWidth - 8, y + BarHeight - 2, Svg.Fitted(text, LabelWidth - 12, LabelSize), "end", LabelSize);

    private string Number(double number) => words.Number((long)number);
}
