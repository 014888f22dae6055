namespace SispamLang.Cli.Reporting;

/// <summary>Rows of text below each other: names to the left, numbers to the right.</summary>
/// <param name="names">How many columns, from the left, are names.</param>
/// <param name="headings">The headings.</param>
internal sealed class TextTable(int names, params string[] headings)
{
    private const string Gap = "  ";

    private readonly List<(string[] Cells, Tone Tone)> _rows = [(headings, Tone.Dim)];

    /// <summary>Adds a row.</summary>
    public void Add(Tone tone, params string[] cells) => _rows.Add((Array.ConvertAll(cells, Visible.Line), tone));

    /// <summary>Writes all rows, each column as wide as it has to be.</summary>
    public void Write(Ink ink)
    {
        var widths = new int[headings.Length];
        foreach (var (cells, _) in _rows)
        {
            for (var column = 0; column < widths.Length; column++)
            {
                widths[column] = Math.Max(widths[column], Width(cells[column]));
            }
        }

        foreach (var (cells, tone) in _rows)
        {
            var padded = cells.Select((cell, column) => Pad(cell, widths[column], column < names));
            ink.Line(("  " + string.Join(Gap, padded)).TrimEnd(), tone);
        }
    }

    private static string Pad(string cell, int width, bool isName)
    {
        var blanks = new string(' ', width - Width(cell));
        return isName ? cell + blanks : blanks + cell;
    }

    private static int Width(string text) => text.Sum(Visible.WidthOf);
}
