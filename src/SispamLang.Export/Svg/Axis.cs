using System.Xml.Linq;

namespace SispamLang.Export;

/// <summary>The scales of a drawing, drawn.</summary>
public static class Axis
{
    private const string Ink = "#555";
    private const string Grid = "#e1e5ea";

    /// <summary>Below a chart.</summary>
    /// <param name="scale">Its scale.</param>
    /// <param name="ticks">Which values are marked.</param>
    /// <param name="top">Where the lines through the chart begin.</param>
    /// <param name="bottom">Where the axis is.</param>
    /// <param name="label">What a value is called.</param>
    public static IEnumerable<XElement> Bottom(
        LinearScale scale,
        IEnumerable<double> ticks,
        double top,
        double bottom,
        Func<double, string> label
    )
    {
        foreach (var tick in ticks)
        {
            var x = scale.At(tick);
            yield return Svg.Line(x, top, x, bottom + 4, Grid);
            yield return Svg.Label(x, bottom + 14, label(tick), "middle", 8.5, Ink);
        }

        yield return Svg.Line(scale.From, bottom, scale.To, bottom, Ink);
    }

    /// <summary>Left of a chart.</summary>
    /// <param name="scale">Its scale.</param>
    /// <param name="ticks">Which values are marked.</param>
    /// <param name="left">Where the axis is.</param>
    /// <param name="right">Where the lines through the chart end.</param>
    /// <param name="label">What a value is called.</param>
    public static IEnumerable<XElement> Left(
        LinearScale scale,
        IEnumerable<double> ticks,
        double left,
        double right,
        Func<double, string> label
    )
    {
        foreach (var tick in ticks)
        {
            var y = scale.At(tick);
            yield return Svg.Line(left - 4, y, right, y, Grid);
            yield return Svg.Label(left - 6, y + 3, label(tick), "end", 8.5, Ink);
        }

        yield return Svg.Line(left, scale.From, left, scale.To, Ink);
    }
}
