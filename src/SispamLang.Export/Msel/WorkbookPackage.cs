using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using CellText = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace SispamLang.Export;

/// <summary>What every workbook has: its file, the entry of its one sheet, cells of text.</summary>
internal static class WorkbookPackage
{
    /// <summary>Writes a workbook.</summary>
    /// <param name="output">Where to; it need not be one that can go back.</param>
    /// <param name="fill">Puts into it what is in it.</param>
    public static void Write(Stream output, Action<SpreadsheetDocument> fill)
    {
        // The package needs to go back and forth in what it writes to.
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            fill(document);
        }

        package.Position = 0;
        package.CopyTo(output);
    }

    /// <summary>Adds the one sheet of a workbook.</summary>
    /// <returns>The workbook's list of sheets, with it.</returns>
    public static Sheets AddSheet(this WorkbookPart workbook, string name, Worksheet sheet)
    {
        workbook.AddNewPart<WorksheetPart>("sheet").Worksheet = sheet;
        return new Sheets(
            new Sheet
            {
                Id = "sheet",
                SheetId = 1,
                Name = name,
            }
        );
    }

    /// <summary>Has a cell hold a text as it is.</summary>
    public static Cell WithText(this Cell cell, string text)
    {
        cell.DataType = CellValues.InlineString;
        cell.InlineString = new InlineString(
            new CellText(MselStyles.Clean(text)) { Space = SpaceProcessingModeValues.Preserve }
        );
        return cell;
    }
}
