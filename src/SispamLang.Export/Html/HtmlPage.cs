using System.Globalization;
using System.Text;
using System.Xml.Linq;
using SispamLang.Dialects;

namespace SispamLang.Export;

/// <summary>
/// A page that needs nothing but a browser: one embedded style sheet, no script, nothing from elsewhere. Printed on A4, every
/// sheet carries the marking. It is well-formed XML too.
/// </summary>
public static class HtmlPage
{
    // Elements that HTML knows as empty; all others need an end tag.
    private static readonly string[] Empty = ["br", "col", "hr", "meta"];

    /// <summary>The text of a page.</summary>
    /// <param name="title">What the paper is.</param>
    /// <param name="marking">What it carries.</param>
    /// <param name="body">Its content.</param>
    public static string Write(string title, Marking marking, params object?[] body)
    {
        ArgumentNullException.ThrowIfNull(marking);
        var root = Html.Tag(
            "html",
            new XAttribute("lang", marking.Language.ShortName()),
            Html.Tag(
                "head",
                Html.Tag("meta", new XAttribute("charset", "utf-8")),
                Html.Tag(
                    "meta",
                    new XAttribute("http-equiv", "Content-Security-Policy"),
                    new XAttribute("content", "default-src 'none'; style-src 'unsafe-inline'")
                ),
                Html.Tag(
                    "meta",
                    new XAttribute("name", "viewport"),
                    new XAttribute("content", "width=device-width, initial-scale=1")
                ),
                Html.Tag("title", $"{marking.Exercise}: {title}, {marking.Drill}"),
                Html.Tag("style", Resources.Text("Html/papers.css")),
                Html.Tag("style", RunningLines(title, marking))
            ),
            Html.Tag(
                "body",
                Html.Tag("header.marking", Html.Tag("strong", marking.Exercise), Html.Tag("span", marking.Drill)),
                Html.Tag("main", body),
                Html.Tag("footer.marking", marking.Footer)
            )
        );
        Settle(root);
        return "<!DOCTYPE html>\n" + Markup.Write(root);
    }

    // What stands in the margins of each printed sheet.
    private static string RunningLines(string title, Marking marking) =>
        $$"""
            @page {
              @top-left { content: {{CssString(marking.Exercise)}}; }
              @top-center { content: {{CssString(marking.Drill)}}; }
              @top-right { content: {{CssString(title)}}; }
              @bottom-left { content: {{CssString(marking.Footer)}}; }
              @bottom-right { content: counter(page) " / " counter(pages); }
            }
            """;

    // Whatever stands in a name, it stays within the string, and the string within the style element.
    private static string CssString(string text)
    {
        var css = new StringBuilder("\"");
        foreach (var rune in Markup.Clean(text).EnumerateRunes())
        {
            _ =
                Rune.IsLetterOrDigit(rune) || rune.Value == ' '
                    ? css.Append(rune.ToString())
                    : css.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:x6}");
        }

        return css.Append('"').ToString();
    }

    // <td/> would be an open td to a browser.
    private static void Settle(XElement root)
    {
        foreach (var element in root.DescendantsAndSelf())
        {
            if (element.IsEmpty && element.Name.Namespace == XNamespace.None && !Empty.Contains(element.Name.LocalName))
            {
                element.Add("");
            }
        }
    }
}
