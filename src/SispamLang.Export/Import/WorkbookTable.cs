using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using CellText = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace SispamLang.Export;

/// <summary>Reads the sheets of a workbook (Office Open XML). Of a formula the stored value counts.</summary>
internal sealed partial class WorkbookTable
{
    // Beyond what a plan can need; a few kilobytes of archive can hold gigabytes.
    private const long MostCharacters = 64 << 20;
    private const int TimeLimitMs = 1_000;
    private const int MostMerged = 10_000;

    private readonly ImmutableArray<string> _shared;
    private readonly ImmutableArray<string> _formats;
    private readonly List<ImportNote> _notes;

    private WorkbookTable(WorkbookPart workbook, List<ImportNote> notes)
    {
        _notes = notes;
        _shared =
        [
            .. workbook.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(TextOf) ?? [],
        ];
        _formats = FormatsOf(workbook.WorkbookStylesPart?.Stylesheet);
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant, TimeLimitMs)]
    private static partial Regex Escapes { get; }

    [GeneratedRegex("^([A-Z]{1,3})([0-9]{1,7})$", RegexOptions.CultureInvariant, TimeLimitMs)]
    private static partial Regex CellName { get; }

    // What stands in quotes or brackets is shown as it is, but for lengths of time.
    [GeneratedRegex("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", RegexOptions.CultureInvariant, TimeLimitMs)]
    private static partial Regex Literals { get; }

    [GeneratedRegex("\\b(WIB|WITA|WIT)\\b", RegexOptions.CultureInvariant, TimeLimitMs)]
    private static partial Regex Zones { get; }

    /// <summary>The sheets of a workbook, in its order.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="notes">Takes what is to be said about merged cells and formulas.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static TableReading Read(byte[] content, List<ImportNote> notes, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = new MemoryStream(content, writable: false);
            var settings = new OpenSettings { MaxCharactersInPart = MostCharacters };
            using var document = SpreadsheetDocument.Open(stream, isEditable: false, settings);
            if (document.WorkbookPart is not { Workbook: { } workbook } part)
            {
                return TableReading.Failed("", "import.not-workbook");
            }

            var reader = new WorkbookTable(part, notes);
            var tables = ImmutableArray.CreateBuilder<Table>();
            foreach (var sheet in workbook.Descendants<Sheet>())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (sheet.Id?.Value is { } id && part.GetPartById(id) is WorksheetPart { Worksheet: { } cells })
                {
                    tables.Add(reader.Read(sheet.Name?.Value ?? "", cells));
                }
            }

            return TableReading.Of(tables.ToImmutable());
        }
        catch (Exception e)
            when (e
                    is OpenXmlPackageException
                        or FileFormatException
                        or InvalidDataException
                        or XmlException
                        or FormatException
                        or ArgumentException
                        or InvalidOperationException
                        or IOException
            )
        {
            // Whatever part of the archive is not as it should be.
            return TableReading.Failed("", "import.not-workbook");
        }
    }

    private Table Read(string name, Worksheet sheet)
    {
        var rows = new SortedDictionary<int, ImmutableSortedDictionary<int, TableCell>.Builder>();
        foreach (var cell in sheet.Descendants<Cell>())
        {
            if (At(cell.CellReference?.Value) is var (row, column) && CellOf(cell, name) is { } found)
            {
                RowAt(row)[column] = found;
            }
        }

        foreach (var merged in sheet.Descendants<MergeCell>())
        {
            Unmerge(merged.Reference?.Value ?? "");
        }

        return new Table(name, [.. rows.Select(row => new TableRow(PlaceOf(name, row.Key), row.Value.ToImmutable()))]);

        ImmutableSortedDictionary<int, TableCell>.Builder RowAt(int row) =>
            rows.TryGetValue(row, out var cells)
                ? cells
                : rows[row] = ImmutableSortedDictionary.CreateBuilder<int, TableCell>();

        // Merged downwards, a cell speaks for all the rows; merged across, for its column alone.
        void Unmerge(string range)
        {
            var ends = range.Split(':');
            if (
                ends.Length != 2
                || At(ends[0]) is not var (top, left)
                || At(ends[1]) is not var (bottom, _)
                || bottom == top
                || bottom - top > MostMerged
                || !RowAt(top).TryGetValue(left, out var cell)
            )
            {
                return;
            }

            for (var row = top + 1; row <= bottom; row++)
            {
                // Only where there is a row to speak for.
                if (rows.TryGetValue(row, out var cells) && cells.Count > 0)
                {
                    cells[left] = cell;
                }
            }

            _notes.Add(ImportNote.Of(name + "!" + range, "import.merged"));
        }
    }

    private TableCell? CellOf(Cell cell, string sheet)
    {
        var place = sheet + "!" + cell.CellReference?.Value;
        var raw = cell.CellValue?.Text ?? "";
        if (cell.CellFormula is not null)
        {
            _notes.Add(ImportNote.Of(place, raw.Length == 0 ? "import.formula-empty" : "import.formula", raw));
        }

        if (cell.DataType?.Value is { } type && type != CellValues.Number)
        {
            var text =
                type == CellValues.SharedString ? Shared(raw)
                : type == CellValues.InlineString ? TextOf(cell.InlineString)
                : raw;
            text = Unescaped(text).Trim();
            return text.Length == 0 ? null : new TableCell(place, text);
        }

        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return raw.Length == 0 ? null : new TableCell(place, raw);
        }

        var format = cell.StyleIndex?.Value is { } style && style < _formats.Length ? _formats[(int)style] : "";
        var shown = Literals.Replace(format, "");
        return new TableCell(place, raw)
        {
            Number = number,
            IsTime = shown.AsSpan().IndexOfAny("hHdDyYsS") >= 0,
            IsElapsed =
                format.Contains("[h", StringComparison.OrdinalIgnoreCase)
                || format.Contains("[m", StringComparison.OrdinalIgnoreCase)
                || format.Contains("T+", StringComparison.Ordinal),
            Zone = Zones.Match(format).Value,
        };
    }

    private string Shared(string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < _shared.Length
            ? _shared[i]
            : "";

    private static string TextOf(DocumentFormat.OpenXml.OpenXmlElement? item) =>
        item is null
            ? ""
            : string.Concat(
                item.Descendants<CellText>().Where(text => text.Parent is not PhoneticRun).Select(text => text.Text)
            );

    private static string Unescaped(string text) =>
        Escapes.Replace(
            text,
            match =>
                (
                    (char)ushort.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                ).ToString()
        );

    // The codes of the formats, by the number that cells have them by.
    private static ImmutableArray<string> FormatsOf(Stylesheet? styles)
    {
        var codes = new Dictionary<uint, string>();
        foreach (var format in styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
        {
            codes[format.NumberFormatId?.Value ?? 0] = format.FormatCode?.Value ?? "";
        }

        return
        [
            .. (styles?.CellFormats?.Elements<CellFormat>() ?? []).Select(format =>
                codes.TryGetValue(format.NumberFormatId?.Value ?? 0, out var code)
                    ? code
                    : BuiltIn(format.NumberFormatId?.Value ?? 0)
            ),
        ];
    }

    // ECMA-376, part 1, 18.8.30: the numbers of dates and times that no file spells out.
    private static string BuiltIn(uint id) =>
        id switch
        {
            >= 14 and <= 17 => "yyyy-mm-dd",
            22 => "yyyy-mm-dd hh:mm",
            >= 18 and <= 21 or 45 or 47 => "hh:mm:ss",
            46 => "[h]:mm:ss",
            _ => "",
        };

    private static (int Row, int Column)? At(string? name)
    {
        if (name is null || CellName.Match(name) is not { Success: true } match)
        {
            return null;
        }

        var column = 0;
        foreach (var letter in match.Groups[1].ValueSpan)
        {
            column = (column * 26) + (letter - 'A') + 1;
        }

        return (int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture), column - 1);
    }

    private static string PlaceOf(string sheet, int row) => sheet + "!" + row.ToString(CultureInfo.InvariantCulture);
}
