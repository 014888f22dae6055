using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SispamLang.Export;

/// <summary>
/// The events list as a workbook (Office Open XML): times, dates and numbers as such, the heading row frozen and repeated on
/// each printed page, filters, A4 across.
/// </summary>
internal sealed class MselWorkbook
{
    private const uint HeadingRow = 4;
    private const double MsInDay = 86_400_000;

    // Day 0 as Excel counts; right from March 1900 on.
    private static readonly DateOnly Epoch = new(1899, 12, 30);

    private readonly MselTable _table;
    private readonly DrillPaper _paper;
    private readonly MselStyles _styles;
    private readonly uint _lastRow;

    private MselWorkbook(MselTable table)
    {
        _table = table;
        _paper = table.Paper;
        _styles = new MselStyles(table);
        _lastRow = HeadingRow + (uint)table.Rows.Length;
    }

    /// <summary>Writes it.</summary>
    public static void Write(DrillPaper paper, Stream output, CancellationToken cancellationToken) =>
        WorkbookPackage.Write(
            output,
            document => new MselWorkbook(MselTable.Of(paper)).Fill(document, cancellationToken)
        );

    private void Fill(SpreadsheetDocument document, CancellationToken cancellationToken)
    {
        var workbook = document.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = _styles.Sheet;
        var name = _paper.Texts["msel.sheet"];
        var last = ColumnName(MselColumns.All[^1]);
        workbook.Workbook = new Workbook(
            workbook.AddSheet(name, Sheet(cancellationToken)),
            new DefinedNames(
                new DefinedName(
                    string.Create(CultureInfo.InvariantCulture, $"{name}!$A${HeadingRow}:${last}${_lastRow}")
                )
                {
                    Name = "_xlnm._FilterDatabase",
                    LocalSheetId = 0,
                    Hidden = true,
                },
                new DefinedName(string.Create(CultureInfo.InvariantCulture, $"{name}!${HeadingRow}:${HeadingRow}"))
                {
                    Name = "_xlnm.Print_Titles",
                    LocalSheetId = 0,
                }
            )
        );
        document.PackageProperties.Title = MselStyles.Clean(_paper.Marking.Exercise + " " + _paper.Marking.Drill);
        document.PackageProperties.Subject = _paper.Texts["msel.title"];
        document.PackageProperties.Description = MselStyles.Clean(_table.MarkingLine);
        document.PackageProperties.Language = _paper.Texts.Language == Dialects.Dialect.English ? "en" : "id";
    }

    // The order of the parts is that of the schema.
    private Worksheet Sheet(CancellationToken cancellationToken)
    {
        var top = HeadingRow + 1;
        var last = ColumnName(MselColumns.All[^1]);
        return new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = HeadingRow,
                        TopLeftCell = "A" + top.ToString(CultureInfo.InvariantCulture),
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    },
                    new Selection { Pane = PaneValues.BottomLeft }
                )
                {
                    WorkbookViewId = 0,
                    ShowGridLines = false,
                }
            ),
            new SheetFormatProperties { DefaultRowHeight = 13 },
            new Columns(MselColumns.All.Select(ColumnOf)),
            new SheetData([.. HeadRows(), .. _table.Rows.Select(row => RowOf(row, cancellationToken))]),
            new AutoFilter
            {
                Reference = string.Create(CultureInfo.InvariantCulture, $"A{HeadingRow}:{last}{_lastRow}"),
            },
            new PageMargins
            {
                Left = 0.4,
                Right = 0.4,
                Top = 0.7,
                Bottom = 0.7,
                Header = 0.3,
                Footer = 0.3,
            },
            new PageSetup
            {
                PaperSize = 9,
                Orientation = OrientationValues.Landscape,
                FitToWidth = 1,
                FitToHeight = 0,
            },
            new HeaderFooter(new OddHeader(Header()), new OddFooter(Footer()))
        );
    }

    private IEnumerable<Row> HeadRows()
    {
        var texts = _paper.Texts;
        string[] facts =
        [
            texts["msel.title"],
            .. _paper.Day is null ? [] : new[] { texts.Say("msel.date", _paper.Values.Date(_paper.Facts.Date)) },
            texts.Say("msel.times", _paper.Reference.Seed),
        ];
        var title = Line(1, _paper.Marking.Exercise + "  " + _paper.Marking.Drill, MselStyle.Title);
        title.Height = MselStyles.TitleHeight;
        title.CustomHeight = true;
        yield return title;
        yield return Line(2, string.Join(" · ", facts), MselStyle.Plain);
        yield return Line(3, _paper.Marking.Footer, MselStyle.Plain);
        yield return RowOf(
            HeadingRow,
            MselColumns.All.Select(column => Text(texts.Heading(column), MselStyle.Heading, column, HeadingRow)),
            LinesOf(texts.Heading)
        );
    }

    private Row RowOf(MselRow row, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var index = HeadingRow + (uint)row.Number;
        var lines = LinesOf(column => MselColumns.Texts.Contains(column) ? row.TextIn(column) : "");
        return RowOf(index, MselColumns.All.Select(column => CellOf(row, column, index)), lines);
    }

    // Not every program makes a row as high as its text needs.
    private static Row RowOf(uint index, IEnumerable<Cell> cells, int lines) =>
        new(cells)
        {
            RowIndex = index,
            Height = MselStyles.HeightOf(lines),
            CustomHeight = true,
        };

    private static int LinesOf(Func<MselColumn, string> textIn) =>
        MselColumns.All.Max(column => MselStyles.LinesIn(column, textIn(column)));

    private Cell CellOf(MselRow row, MselColumn column, uint index)
    {
        var isControl = row.Kind == MselRowKind.Control;
        return column switch
        {
            MselColumn.Number => Number(row.Number, isControl ? MselStyle.ControlNumber : MselStyle.Number),
            MselColumn.Elapsed => Number(
                row.TimeMs / MsInDay,
                isControl ? MselStyle.ControlElapsed : MselStyle.Elapsed
            ),
            MselColumn.Clock when _paper.Facts.StartsAtMs is { } start => Number(
                DayNumber + ((start + row.TimeMs) / MsInDay),
                isControl ? MselStyle.ControlClock : MselStyle.Clock
            ),
            MselColumn.Clock => Text("", isControl ? MselStyle.Control : MselStyle.Text, column, index),
            _ => Text(row.TextIn(column), isControl ? MselStyle.Control : MselStyle.Text, column, index),
        };

        Cell Number(double value, MselStyle style) =>
            new()
            {
                CellReference = Reference(column, index),
                StyleIndex = (uint)style,
                CellValue = new CellValue(value.ToString("R", CultureInfo.InvariantCulture)),
            };
    }

    // Without a date the time of day stands alone.
    private double DayNumber => _paper.Day is { } date ? date.DayNumber - Epoch.DayNumber : 0;

    private static Row Line(uint index, string text, MselStyle style) =>
        new(Text(text, style, MselColumn.Number, index)) { RowIndex = index };

    private static Cell Text(string text, MselStyle style, MselColumn column, uint index)
    {
        var cell = new Cell { CellReference = Reference(column, index), StyleIndex = (uint)style };
        return text.Length > 0 ? cell.WithText(text) : cell;
    }

    private static Column ColumnOf(MselColumn column) =>
        new()
        {
            Min = (uint)column + 1,
            Max = (uint)column + 1,
            Width = MselStyles.WidthOf(column),
            CustomWidth = true,
        };

    private string Header() => "&C&\"-,Bold\"" + MselStyles.InHeader(_paper.Marking.Exercise);

    private string Footer() =>
        "&L"
        + MselStyles.InHeader(_paper.Marking.Drill)
        + "&C"
        + _paper.Texts.Say("msel.page", "&P", "&N")
        + "&R"
        + MselStyles.InHeader(_paper.Texts.Say("marking.source", _paper.Marking.SourceHash));

    private static string Reference(MselColumn column, uint row) =>
        ColumnName(column) + row.ToString(CultureInfo.InvariantCulture);

    private static string ColumnName(MselColumn column) => ((char)('A' + (int)column)).ToString();
}
