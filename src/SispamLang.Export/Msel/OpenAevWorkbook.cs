using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SispamLang.Export;

/// <summary>
/// The events list as OpenAEV (formerly OpenBAS) imports injects: one sheet of texts, in which an import mapper of that platform
/// finds the sort of a row in column A. Times are whole minutes from T+00:00, <c>M+45</c>, in a column of their own.
/// </summary>
/// <remarks>
/// Its importer takes D and J anywhere in a time for days, H and T for hours and M for minutes, so that <c>T+00:45</c> would be read
/// as an hour; and it counts from the earliest row, which is at <c>M+0</c> here.
/// </remarks>
internal static class OpenAevWorkbook
{
    /// <summary>Writes it.</summary>
    public static void Write(DrillPaper paper, Stream output, CancellationToken cancellationToken) =>
        WorkbookPackage.Write(output, document => Fill(document, MselTable.Of(paper), cancellationToken));

    private static void Fill(SpreadsheetDocument document, MselTable table, CancellationToken cancellationToken)
    {
        var texts = table.Paper.Texts;
        var rows = new SheetData(RowOf(Headings(texts)));
        foreach (var row in table.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.Append(RowOf(CellsOf(table, row)));
        }

        var workbook = document.AddWorkbookPart();
        workbook.Workbook = new Workbook(workbook.AddSheet(texts["msel.sheet"], new Worksheet(rows)));
        document.PackageProperties.Title = MselStyles.Clean(table.MarkingLine);
    }

    // What the mapper is told: A the sort of inject, B the time, C the title, D the description, E teams, F expectation.
    private static string[] Headings(PaperTexts texts) =>
        [
            texts.Heading(MselColumn.Method),
            texts.Heading(MselColumn.Elapsed),
            texts.Heading(MselColumn.Inject),
            texts.Heading(MselColumn.Marking),
            texts.Heading(MselColumn.To),
            texts.Heading(MselColumn.Expected),
        ];

    private static string[] CellsOf(MselTable table, MselRow row)
    {
        var texts = table.Paper.Texts;
        var said = new[]
        {
            MselColumn.Phase,
            MselColumn.Place,
            MselColumn.From,
            MselColumn.Method,
            MselColumn.Responsible,
            MselColumn.Evaluator,
            MselColumn.Objective,
        };
        var description = said.Where(column => row.TextIn(column).Length > 0)
            .Select(column => texts.Heading(column) + ": " + row.TextIn(column))
            .Append(table.Clock(row))
            .Append(table.MarkingLine)
            .Where(line => line.Length > 0);
        return
        [
            Runtime.TraceText.NameOf(row.Kind),
            "M+" + (row.TimeMs / 60_000).ToString(CultureInfo.InvariantCulture),
            table.Paper.Marking.Exercise + ": " + row.Inject,
            string.Join('\n', description),
            // A comma stands between teams.
            row.To,
            row.Expected,
        ];
    }

    private static Row RowOf(IEnumerable<string> cells) => new(cells.Select(text => new Cell().WithText(text)));
}
