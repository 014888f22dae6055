using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SispamLang.Export;

/// <summary>How cells of the workbook look, in the order of its table of formats.</summary>
internal enum MselStyle : uint
{
    /// <summary>Lines above the table.</summary>
    Plain,

    /// <summary>The first line.</summary>
    Title,

    /// <summary>The names of columns.</summary>
    Heading,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A time from T+00:00.</summary>
    Elapsed,

    /// <summary>A time of day.</summary>
    Clock,

    /// <summary>Text, where a phase starts or the drill ends.</summary>
    Control,

    /// <summary>A number there.</summary>
    ControlNumber,

    /// <summary>A time from T+00:00 there.</summary>
    ControlElapsed,

    /// <summary>A time of day there.</summary>
    ControlClock,
}

/// <summary>The formats of the workbook, and what may stand in it.</summary>
internal sealed partial class MselStyles(MselTable table)
{
    private const uint ElapsedFormat = 164;
    private const uint ClockFormat = 165;
    private const int LongestCell = 32_000;
    private const int LongestInHeader = 70;

    // More than that no row can have.
    private const double TallestRow = 409;

    [GeneratedRegex("_x(?=[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Escapes { get; }

    /// <summary>The formats, as the file has them.</summary>
    public Stylesheet Sheet { get; } =
        new(
            new NumberingFormats(
                Format(ElapsedFormat, table.HasSeconds ? "\"T+\"[hh]:mm:ss" : "\"T+\"[hh]:mm"),
                Format(ClockFormat, ClockCode(table))
            ),
            new Fonts(FontOf(9), FontOf(13, isBold: true), FontOf(9, isBold: true)),
            new Fills(
                FillOf(PatternValues.None),
                FillOf(PatternValues.Gray125),
                FillOf(PatternValues.Solid, "FFD9D9D9"),
                FillOf(PatternValues.Solid, "FFF2F2F2")
            ),
            new Borders(new Border(), Thin()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                Cell(0, 0, 0),
                Cell(0, 1, 0),
                Cell(0, 2, 2, isBoxed: true, isWrapped: true),
                Cell(0, 0, 0, isBoxed: true, isWrapped: true),
                Cell(1, 0, 0, isBoxed: true, isCentred: true),
                Cell(ElapsedFormat, 0, 0, isBoxed: true, isCentred: true),
                Cell(ClockFormat, 0, 0, isBoxed: true, isCentred: true),
                Cell(0, 2, 3, isBoxed: true, isWrapped: true),
                Cell(1, 2, 3, isBoxed: true, isCentred: true),
                Cell(ElapsedFormat, 2, 3, isBoxed: true, isCentred: true),
                Cell(ClockFormat, 2, 3, isBoxed: true, isCentred: true)
            ),
            new CellStyles(
                new CellStyle
                {
                    Name = "Normal",
                    FormatId = 0,
                    BuiltinId = 0,
                }
            )
        );

    /// <summary>The width of a column in characters.</summary>
    public static double WidthOf(MselColumn column) =>
        column switch
        {
            MselColumn.Number => 5,
            MselColumn.Elapsed => 11,
            MselColumn.Clock => 13,
            MselColumn.Inject => 36,
            MselColumn.Rule => 30,
            MselColumn.Expected => 22,
            MselColumn.Objective => 16,
            MselColumn.Status => 14,
            _ => 13,
        };

    /// <summary>The height of the first line in points.</summary>
    public const double TitleHeight = 20;

    /// <summary>The height of a row in points.</summary>
    /// <param name="lines">The lines of its longest cell.</param>
    public static double HeightOf(int lines) => Math.Min((lines * 12) + 2, TallestRow);

    /// <summary>How many lines a text takes in a column, broken between words.</summary>
    public static int LinesIn(MselColumn column, string text)
    {
        // A letter is about as wide as a digit, by which widths are measured; some are left for the borders.
        var width = (int)WidthOf(column) - 1;
        var (lines, used) = (1, 0);
        foreach (var word in text.Split(' '))
        {
            if (used > 0 && used + 1 + word.Length > width)
            {
                lines++;
                used = 0;
            }

            used += (used > 0 ? 1 : 0) + word.Length;
            lines += Math.Max(used - 1, 0) / width;
            used -= Math.Max(used - 1, 0) / width * width;
        }

        return lines;
    }

    /// <summary>A text as a cell can hold it: no characters that XML does not have, nothing that is read as an escape.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(IsXml(rune.Value) ? rune.ToString() : "\uFFFD");
        }

        // _x0041_ stands for A in a workbook.
        var whole = Escapes.Replace(clean.ToString(), "_x005F_x");
        return whole.Length > LongestCell ? whole[..LongestCell] + "…" : whole;
    }

    /// <summary>A text as a header or footer can hold it, where all of them share 255 characters.</summary>
    public static string InHeader(string text)
    {
        var clean = Clean(text);
        clean = clean.Length > LongestInHeader ? clean[..LongestInHeader] + "…" : clean;
        return clean.Replace("&", "&&", StringComparison.Ordinal);
    }

    private static bool IsXml(int c) => c is '\t' or '\n' or (>= 0x20 and not (0xFFFE or 0xFFFF));

    private static string ClockCode(MselTable table)
    {
        var time = table.HasSeconds ? "hh:mm:ss" : "hh:mm";
        return table.Paper.Facts.Zone.Length == 0 ? time : time + " \"" + table.Paper.Facts.Zone + "\"";
    }

    private static NumberingFormat Format(uint id, string code) => new() { NumberFormatId = id, FormatCode = code };

    private static Font FontOf(double size, bool isBold = false) =>
        new([
            .. isBold ? new OpenXmlElement[] { new Bold() } : [],
            new FontSize { Val = size },
            new FontName { Val = "Arial" },
        ]);

    private static Fill FillOf(PatternValues pattern, string? colour = null)
    {
        var fill = new PatternFill { PatternType = pattern };
        if (colour is not null)
        {
            fill.ForegroundColor = new ForegroundColor { Rgb = colour };
        }

        return new Fill(fill);
    }

    private static Border Thin() =>
        new(
            new LeftBorder { Style = BorderStyleValues.Thin },
            new RightBorder { Style = BorderStyleValues.Thin },
            new TopBorder { Style = BorderStyleValues.Thin },
            new BottomBorder { Style = BorderStyleValues.Thin }
        );

    private static CellFormat Cell(
        uint format,
        uint font,
        uint fill,
        bool isBoxed = false,
        bool isWrapped = false,
        bool isCentred = false
    ) =>
        new(
            new Alignment
            {
                Vertical = VerticalAlignmentValues.Top,
                Horizontal = isCentred ? HorizontalAlignmentValues.Center : HorizontalAlignmentValues.General,
                WrapText = isWrapped,
            }
        )
        {
            NumberFormatId = format,
            FontId = font,
            FillId = fill,
            BorderId = isBoxed ? 1u : 0u,
            FormatId = 0,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
        };
}
