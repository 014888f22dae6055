using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using CellText = DocumentFormat.OpenXml.Spreadsheet.Text;

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
    public static void Write(DrillPaper paper, Stream output, CancellationToken cancellationToken)
    {
        // The package needs to go back and forth in what it writes to.
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var table = MselTable.Of(paper);
            var rows = new SheetData();
            rows.Append(RowOf(Headings(paper.Texts)));
            foreach (var row in table.Rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                rows.Append(RowOf(CellsOf(table, row)));
            }

            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorksheetPart>("sheet").Worksheet = new Worksheet(rows);
            workbook.Workbook = new Workbook(
                new Sheets(
                    new Sheet
                    {
                        Id = "sheet",
                        SheetId = 1,
                        Name = paper.Texts["msel.sheet"],
                    }
                )
            );
            document.PackageProperties.Title = MselStyles.Clean(table.MarkingLine);
        }

        package.Position = 0;
        package.CopyTo(output);
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

    private static Row RowOf(IEnumerable<string> cells) =>
        new(
            cells.Select(text => new Cell
            {
                DataType = CellValues.InlineString,
                InlineString = new InlineString(
                    new CellText(MselStyles.Clean(text)) { Space = SpaceProcessingModeValues.Preserve }
                ),
            })
        );
}
