using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SispamLang.Export;

/// <summary>
/// Reads comma-separated values (RFC 4180); semicolons and tabs separate too, as Excel writes them where the comma is a decimal
/// sign.
/// </summary>
internal sealed class CsvTable
{
    private const int MostSampled = 4_096;

    private readonly string _text;
    private readonly char _separator;
    private readonly string _linePlace;
    private int _at;
    private int _line = 1;
    private string? _openQuote;

    private CsvTable(string text, string linePlace)
    {
        _text = text;
        _linePlace = linePlace;
        _separator = SeparatorOf(text);
    }

    /// <summary>The table of a file.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="texts">Say where a cell is.</param>
    public static TableReading Read(byte[] content, PaperTexts texts) =>
        Decode(content) is not { } text ? TableReading.Failed("", "import.not-utf8")
        // No text has such a character, and every other sort of file soon does.
        : text.Contains('\0', StringComparison.Ordinal) ? TableReading.Failed("", "import.no-table")
        : new CsvTable(text, texts["import.line"]).Read();

    private TableReading Read()
    {
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        if (_text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            _at = Math.Max(_text.IndexOf('\n', StringComparison.Ordinal) + 1, 0);
            _line++;
        }

        while (_at < _text.Length)
        {
            var place = string.Format(CultureInfo.InvariantCulture, _linePlace, _line);
            var cells = ReadRow(place);
            if (cells.Count > 0)
            {
                rows.Add(new TableRow(place, cells));
            }
        }

        return _openQuote is { } open
            ? TableReading.Failed(open, "import.quote-open")
            : TableReading.Of(new Table("", rows.ToImmutable()));
    }

    private ImmutableSortedDictionary<int, TableCell> ReadRow(string place)
    {
        var cells = ImmutableSortedDictionary.CreateBuilder<int, TableCell>();
        for (var column = 0; ; column++)
        {
            var field = MselCsv.Unguarded(ReadField(place).Trim());
            if (field.Length > 0)
            {
                cells.Add(column, new TableCell(place, field));
            }

            if (_at < _text.Length && _text[_at] == _separator)
            {
                _at++;
                continue;
            }

            SkipLineEnd();
            return cells.ToImmutable();
        }
    }

    private string ReadField(string place)
    {
        if (_at >= _text.Length || _text[_at] != '"')
        {
            var start = _at;
            while (_at < _text.Length && _text[_at] != _separator && _text[_at] is not ('\r' or '\n'))
            {
                _at++;
            }

            return _text[start.._at];
        }

        var field = new StringBuilder();
        for (_at++; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (c == '"' && _at + 1 < _text.Length && _text[_at + 1] == '"')
            {
                _at++;
            }
            else if (c == '"')
            {
                _at++;
                // What stands between the quote and the separator belongs to the field all the same.
                return field.Append(ReadRest()).ToString();
            }
            else if (c == '\n')
            {
                _line++;
            }

            field.Append(c);
        }

        _openQuote = place;
        return field.ToString();
    }

    private string ReadRest()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] != _separator && _text[_at] is not ('\r' or '\n'))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private void SkipLineEnd()
    {
        if (_at < _text.Length && _text[_at] == '\r')
        {
            _at++;
        }

        if (_at < _text.Length && _text[_at] == '\n')
        {
            _at++;
        }

        _line++;
    }

    private static string? Decode(byte[] content)
    {
        try
        {
            using var reader = new StreamReader(
                new MemoryStream(content),
                new UTF8Encoding(false, throwOnInvalidBytes: true),
                detectEncodingFromByteOrderMarks: true
            );
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // What there is most of; quoted text may hold any of them.
    private static char SeparatorOf(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, MostSampled));
        var counts = (Commas: 0, Semicolons: 0, Tabs: 0);
        var isQuoted = false;
        foreach (var c in sample)
        {
            isQuoted ^= c == '"';
            counts = (isQuoted, c) switch
            {
                (false, ',') => counts with { Commas = counts.Commas + 1 },
                (false, ';') => counts with { Semicolons = counts.Semicolons + 1 },
                (false, '\t') => counts with { Tabs = counts.Tabs + 1 },
                _ => counts,
            };
        }

        return counts.Semicolons > counts.Commas && counts.Semicolons > counts.Tabs ? ';'
            : counts.Tabs > counts.Commas ? '\t'
            : ',';
    }
}
