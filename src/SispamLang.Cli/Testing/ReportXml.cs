using System.Globalization;
using System.Xml;

namespace SispamLang.Cli.Testing;

/// <summary>Writes XML for any text: what XML can't hold becomes U+FFFD.</summary>
internal sealed class ReportXml : IDisposable
{
    private readonly XmlWriter _writer;

    /// <summary>Starts a document.</summary>
    public ReportXml(TextWriter writer)
    {
        var settings = new XmlWriterSettings
        {
            Indent = true,
            NewLineChars = "\n",
            CloseOutput = false,
        };
        _writer = XmlWriter.Create(writer, settings);
        _writer.WriteStartDocument();
    }

    /// <summary>Starts an element.</summary>
    public void Start(string name, string? space = null) => _writer.WriteStartElement(name, space);

    /// <summary>Ends it.</summary>
    public void End() => _writer.WriteEndElement();

    /// <summary>Writes an attribute.</summary>
    public void Attribute(string name, string value) => _writer.WriteAttributeString(name, Holdable(value));

    /// <summary>Writes an attribute.</summary>
    public void Attribute(string name, int value) => Attribute(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes the text of an element.</summary>
    public void Text(string text) => _writer.WriteString(Holdable(text));

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
    }

    private static string Holdable(string text)
    {
        var result = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                result.Append(text, i, 2);
                i++;
            }
            else
            {
                result.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
            }
        }

        return result.ToString();
    }
}
