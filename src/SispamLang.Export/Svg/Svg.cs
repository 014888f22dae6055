using System.Globalization;
using System.Xml.Linq;

namespace SispamLang.Export;

/// <summary>Makes the elements of a drawing. Lengths are in its own units, which print as points.</summary>
public static class Svg
{
    private static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    /// <summary>An element.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="attributes">Names and values; numbers are written with two digits at most behind the point.</param>
    /// <param name="content">Texts and elements; null is nothing.</param>
    public static XElement Tag(string name, (string Name, object Value)[] attributes, params object?[] content)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return new XElement(
            Namespace + name,
            attributes.Select(attribute => new XAttribute(attribute.Name, Text(attribute.Value))),
            content
        );
    }

    /// <summary>A drawing.</summary>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <param name="title">What it shows, for those who can't see it.</param>
    /// <param name="content">What is in it.</param>
    public static XElement Drawing(double width, double height, string title, params object?[] content) =>
        Tag(
            "svg",
            [
                ("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width:0.##} {height:0.##}")),
                ("width", width),
                ("height", height),
                ("role", "img"),
                ("font-family", "Noto Sans, Segoe UI, Arial, sans-serif"),
                ("font-size", 10),
            ],
            Tag("title", [], title),
            content
        );

    /// <summary>A line.</summary>
    public static XElement Line(double x1, double y1, double x2, double y2, string stroke, double width = 1) =>
        Tag("line", [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2), ("stroke", stroke), ("stroke-width", width)]);

    /// <summary>A box; what it stands for, if that is not empty, is shown by browsers.</summary>
    public static XElement Box(double x, double y, double width, double height, string fill, string hint = "") =>
        Tag(
            "rect",
            [("x", x), ("y", y), ("width", Math.Max(0, width)), ("height", height), ("fill", fill)],
            string.IsNullOrEmpty(hint) ? null : Tag("title", [], hint)
        );

    /// <summary>Some text.</summary>
    /// <param name="x">Where it is anchored.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="text">The text.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    /// <param name="size">The size of its letters.</param>
    /// <param name="fill">Its colour.</param>
    public static XElement Label(
        double x,
        double y,
        string text,
        string anchor = "start",
        double size = 10,
        string fill = "#1a1a1a"
    ) => Tag("text", [("x", x), ("y", y), ("text-anchor", anchor), ("font-size", size), ("fill", fill)], text);

    /// <summary>A line along points, <c>M x y L x y</c>, or any other path.</summary>
    public static XElement Path(string data, string stroke, double width = 1, string fill = "none") =>
        Tag("path", [("d", data), ("stroke", stroke), ("stroke-width", width), ("fill", fill)]);

    /// <summary>About how wide a text is; the font is not known here.</summary>
    public static double WidthOf(string text, double size = 10)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length * size * 0.56;
    }

    /// <summary>The text, or as much of it as has room, with an ellipsis.</summary>
    public static string Fitted(string text, double width, double size = 10)
    {
        ArgumentNullException.ThrowIfNull(text);
        var letters = (int)(width / (size * 0.56));
        return text.Length <= letters ? text
            : letters < 2 ? ""
            : text[..(letters - 1)].TrimEnd() + "…";
    }

    /// <summary>The text of a file of its own.</summary>
    public static string Write(XElement drawing)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + Markup.Write(drawing);
    }

    private static string Text(object value) =>
        value switch
        {
            double number => number.ToString("0.##", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
