using System.Xml.Linq;

namespace SispamLang.Export;

/// <summary>Makes the elements of a page. What is text stays text: escaping is left to <see cref="HtmlPage"/>, which writes the tree.</summary>
public static class Html
{
    /// <summary>An element.</summary>
    /// <param name="selector">Its name, and after points its classes: <c>td.number</c>.</param>
    /// <param name="content">Texts, elements, attributes and lists of them; null is nothing.</param>
    public static XElement Tag(string selector, params object?[] content)
    {
        ArgumentNullException.ThrowIfNull(selector);
        var parts = selector.Split('.');
        var element = new XElement(parts[0], content);
        if (parts.Length > 1)
        {
            element.SetAttributeValue("class", string.Join(' ', parts[1..]));
        }

        return element;
    }

    /// <summary>A table with a head that is repeated on each printed page.</summary>
    /// <param name="classes">Its classes, separated by points; may be empty.</param>
    /// <param name="heads">The heads of its columns.</param>
    /// <param name="rows">Its rows: their <c>tr</c> elements.</param>
    public static XElement Table(string classes, IEnumerable<string> heads, IEnumerable<XElement> rows) =>
        Tag(
            classes?.Length > 0 ? "table." + classes : "table",
            Tag("thead", Tag("tr", heads.Select(head => Tag("th", head)))),
            Tag("tbody", rows)
        );

    /// <summary>A row of a table.</summary>
    /// <param name="cells">Cells, lists of cells, or what stands in one.</param>
    public static XElement Row(params object?[] cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return Tag(
            "tr",
            cells.Select(cell =>
                cell is XElement { Name.LocalName: "td" or "th" } or IEnumerable<XElement> ? cell : Tag("td", cell)
            )
        );
    }

    /// <summary>Terms and what is said of each; those of which nothing is said are left out.</summary>
    public static XElement Facts(params IEnumerable<(string Term, object? Said)> facts) =>
        Tag(
            "dl",
            facts
                .Where(fact => fact.Said is not (null or ""))
                .Select(fact => new[] { Tag("dt", fact.Term), Tag("dd", fact.Said) })
        );
}
