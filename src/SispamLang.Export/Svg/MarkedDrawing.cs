using System.Xml.Linq;

namespace SispamLang.Export;

/// <summary>What a drawing carries that is a file of its own.</summary>
public static class MarkedDrawing
{
    /// <summary>The room that it takes above.</summary>
    public const double HeadHeight = 30;

    /// <summary>The room that it takes below.</summary>
    public const double FootHeight = 22;

    private const double FootSize = 6.5;

    /// <summary>The marking, at the top and at the bottom.</summary>
    /// <param name="marking">The marking.</param>
    /// <param name="width">The drawing's width.</param>
    /// <param name="height">Its height.</param>
    public static IEnumerable<XElement> Of(Marking marking, double width, double height)
    {
        ArgumentNullException.ThrowIfNull(marking);
        yield return Svg.Label(6, 16, marking.Exercise, "start", 12, "#a00000");
        yield return Svg.Label(80, 16, Svg.Fitted(marking.Drill, width - 90, 12), "start", 12);
        var first = string.Join(" · ", marking.Parts.Take(2));
        yield return Svg.Label(6, height - 13, Svg.Fitted(first, width - 12, FootSize), "start", FootSize, "#555");
        var second = string.Join(" · ", marking.Parts.Skip(2));
        yield return Svg.Label(6, height - 4, Svg.Fitted(second, width - 12, FootSize), "start", FootSize, "#555");
    }
}
