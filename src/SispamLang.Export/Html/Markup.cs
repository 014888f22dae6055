using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace SispamLang.Export;

/// <summary>From a tree to its text, for pages and drawings.</summary>
internal static class Markup
{
    /// <summary>The text of a tree, without an XML declaration. Characters that XML does not know are replaced.</summary>
    public static string Write(XElement root)
    {
        foreach (var element in root.DescendantsAndSelf())
        {
            foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration))
            {
                attribute.Value = Clean(attribute.Value);
            }
        }

        foreach (var text in root.DescendantNodes().OfType<XText>())
        {
            text.Value = Clean(text.Value);
        }

        var result = new StringBuilder();
        var settings = new XmlWriterSettings
        {
            OmitXmlDeclaration = true,
            Indent = true,
            IndentChars = " ",
            NewLineChars = "\n",
        };
        using (var writer = XmlWriter.Create(result, settings))
        {
            root.WriteTo(writer);
        }

        return result.Append('\n').ToString();
    }

    /// <summary>The text with U+FFFD for what can't stand in XML: control characters and halves of pairs.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ =
                rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value)
                    ? clean.Append('\uFFFD')
                    : clean.Append(rune.ToString());
        }

        return clean.ToString();
    }
}
