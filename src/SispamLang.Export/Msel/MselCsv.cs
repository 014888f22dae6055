using System.Globalization;
using System.Text;

namespace SispamLang.Export;

/// <summary>
/// The events list as comma-separated values (RFC 4180), in UTF-8 with a byte order mark: without one Excel takes it for
/// another encoding.
/// </summary>
internal static class MselCsv
{
    // As these begin, spreadsheets take a text for a formula.
    private const string FormulaStarts = "=+-@\t\r";

    /// <summary>Writes it.</summary>
    public static void Write(DrillPaper paper, Stream output, CancellationToken cancellationToken)
    {
        var table = MselTable.Of(paper);
        using var writer = new StreamWriter(output, new UTF8Encoding(true), leaveOpen: true) { NewLine = "\r\n" };
        var columns = MselColumns.All.Add(MselColumn.Marking);
        writer.WriteLine(string.Join(',', columns.Select(column => Field(paper.Texts.Heading(column)))));
        foreach (var row in table.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.WriteLine(string.Join(',', columns.Select(column => Field(CellOf(table, row, column)))));
        }
    }

    /// <summary>What a text was before it was made harmless.</summary>
    public static string Unguarded(string field) => field is ['\'', var c, ..] && NeedsGuard(c) ? field[1..] : field;

    private static string CellOf(MselTable table, MselRow row, MselColumn column) =>
        column switch
        {
            MselColumn.Number => row.Number.ToString(CultureInfo.InvariantCulture),
            MselColumn.Elapsed => table.Elapsed(row),
            MselColumn.Clock => table.Clock(row),
            MselColumn.Marking => table.MarkingLine,
            _ => Guarded(row.TextIn(column)),
        };

    private static string Guarded(string text) => text is [var c, ..] && NeedsGuard(c) ? "'" + text : text;

    // An apostrophe that was there before must not be taken for the guard.
    private static bool NeedsGuard(char c) => c == '\'' || FormulaStarts.Contains(c, StringComparison.Ordinal);

    private static string Field(string text) =>
        text.AsSpan().IndexOfAny("\",\r\n") < 0
            ? text
            : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
