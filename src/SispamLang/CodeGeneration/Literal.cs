using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SispamLang.CodeGeneration;

/// <summary>
/// Values as C# literals. A drill is untrusted, so everything in a text that is not plain ASCII becomes an escape: no
/// text can end its literal, and the generated file is ASCII whatever the drill says.
/// </summary>
internal static class Literal
{
    /// <summary>A text.</summary>
    public static string Of(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            switch (character)
            {
                case '"':
                    literal.Append("\\\"");
                    break;
                case '\\':
                    literal.Append("\\\\");
                    break;
                case >= ' ' and <= '~':
                    literal.Append(character);
                    break;
                default:
                    literal.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
                    break;
            }
        }

        return literal.Append('"').ToString();
    }

    /// <summary>A number.</summary>
    public static string Of(long value) =>
        value switch
        {
            long.MinValue => "long.MinValue",
            long.MaxValue => "long.MaxValue",
            < int.MinValue or > int.MaxValue => value.ToString(CultureInfo.InvariantCulture) + "L",
            _ => value.ToString(CultureInfo.InvariantCulture),
        };

    /// <summary>A truth value.</summary>
    public static string Of(bool value) => value ? "true" : "false";

    /// <summary>An array of texts.</summary>
    public static string Of(IEnumerable<string> texts)
    {
        var items = texts.Select(Of).ToImmutableArray();
        return items.IsEmpty
            ? "global::System.Array.Empty<string>()"
            : "new string[] { " + string.Join(", ", items) + " }";
    }
}
