using System.Globalization;
using System.Text;

namespace SispamLang.Export;

/// <summary>Writes the content lines of a calendar (RFC 5545): folded, with escaped texts.</summary>
internal sealed class ICalendar
{
    private const int LongestLine = 75;

    private readonly StringBuilder _text = new();

    /// <summary>A part with its lines.</summary>
    public void Part(string name, Action content)
    {
        Line("BEGIN", name);
        content();
        Line("END", name);
    }

    /// <summary>A line whose value needs no escapes.</summary>
    public void Line(string name, string value) => Fold(name + ":" + value);

    /// <summary>A line of text; none if it is empty.</summary>
    public void Text(string name, string value)
    {
        if (value.Length > 0)
        {
            Line(name, Escaped(value));
        }
    }

    /// <summary>A day.</summary>
    public void Day(string name, DateOnly day) =>
        Line(name + ";VALUE=DATE", day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));

    /// <summary>A time in a zone, or wherever the reader is if it is null.</summary>
    public void Time(string name, DateTime time, string? zone) =>
        Line(
            zone is null ? name : name + ";TZID=" + zone,
            time.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture)
        );

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            _ = c switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(c),
                '\n' => escaped.Append("\\n"),
                // What controls a terminal is no text (RFC 5545, 3.1).
                _ when char.IsControl(c) && c != '\t' => escaped,
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    // 75 octets at the most without the line end, never inside a character; a continuation starts with a blank.
    private void Fold(string line)
    {
        var length = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > LongestLine)
            {
                _text.Append("\r\n ");
                length = 1;
            }

            _text.Append(rune.ToString());
            length += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
    }
}
