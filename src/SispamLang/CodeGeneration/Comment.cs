using System.Globalization;
using System.Text;

namespace SispamLang.CodeGeneration;

/// <summary>
/// Names and texts of a drill inside comments. Only line comments are ever written, so a text can't leave one as long as
/// no line terminator gets through; everything but plain ASCII is written as a number.
/// </summary>
internal static class Comment
{
    /// <summary>A text for a <c>//</c> comment.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is >= ' ' and <= '~')
            {
                plain.Append(character);
            }
            else
            {
                plain.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
            }
        }

        return plain.ToString();
    }

    /// <summary>A text for a documentation comment.</summary>
    public static string Xml(string text)
    {
        var xml = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            switch (character)
            {
                case '<':
                    xml.Append("&lt;");
                    break;
                case '>':
                    xml.Append("&gt;");
                    break;
                case '&':
                    xml.Append("&amp;");
                    break;
                case >= ' ' and <= '~':
                    xml.Append(character);
                    break;
                // Half a surrogate pair and most control characters are not XML, not even as a number.
                case < ' ' or '\u007F' or (>= '\uD800' and <= '\uDFFF') or '\uFFFE' or '\uFFFF':
                    xml.Append('?');
                    break;
                default:
                    xml.Append("&#x").Append(((int)character).ToString("X", CultureInfo.InvariantCulture)).Append(';');
                    break;
            }
        }

        return xml.ToString();
    }
}
