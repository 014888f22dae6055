using System.Collections.Immutable;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SispamLang.Dialects;
using SispamLang.Text;

namespace SispamLang.Export.Tests;

/// <summary>Drills made from events lists.</summary>
public class ImportTests
{
    private static readonly ImmutableDictionary<MselColumn, string> NoColumns = ImmutableDictionary<
        MselColumn,
        string
    >.Empty;

    public static TheoryData<string, string> Papers { get; } =
        new MatrixTheoryData<string, string>(Examples.Names.Select(row => row.Data), ["en", "id"]);

    [Theory]
    [MemberData(nameof(Papers))]
    public void What_was_exported_comes_back_row_for_row(string name, string language)
    {
        var dialect = DialectNames.FromShortName(language)!.Value;
        var paper = Drills.Example(name, dialect);
        byte[][] tables = [MselTests.Workbook(paper).ToArray(), Encoding.UTF8.GetBytes(MselTests.Csv(paper))];

        foreach (var table in tables)
        {
            var import = MselImport.Read(table, "table", NoColumns, dialect);
            Assert.Empty(import.Notes);
            Assert.Equal(RowsOf(paper), RowsOf(Drills.Paper(import.Drill!, dialect)));
        }
    }

    [Fact]
    public void A_plain_table_becomes_phases_and_messages()
    {
        var import = Import(
            """
            No;Waktu;Tahap;Dari;Kepada;Kegiatan;Tindakan;Pelaksana;Keterangan
            1;09.00 WIB;Kampanye;Padal;Kabag Ops;Antrean di dua TPS;Pengaturan arus;Kasat Lantas;pakai HT
            2;09.15 WIB;Kampanye;Padal;Kabag Ops;Hujan deras;;;
            3;09.30 WIB;Rekap;Padal;Kapolres;Massa menolak hasil;;;
            """,
            Dialect.Indonesian
        );

        Assert.Empty(import.Notes);
        Assert.Equal(3, import.Rows);
        Assert.Equal(
            """
            # language: id
            # Dibuat dari table.csv oleh sispam import-msel. LATIHAN
            # Sebuah kerangka: setiap baris adalah pesan pada waktunya. Deklarasikan satuan dan massa, lalu jadikan perintah dan kejadian massa sebagai aturan.
            latihan "table":
              mulai 09:00 WIB

            peran Kasat Lantas

            # Latihan selalu punya massa. Yang ini belum datang sampai Anda menyebut siapa yang datang, dan kapan.
            watak belum datang: berkumpul setelah 168 jam
            massa Pengunjuk Rasa: 1 orang, belum datang

            fase Kampanye selama 30 menit:
              di awal ->
                # baris 2: Keterangan: pakai HT
                sisipkan "Antrean di dua TPS" dari "Padal" ke "Kabag Ops" mengharapkan "Pengaturan arus" oleh Kasat Lantas
              setelah 15 menit ->
                sisipkan "Hujan deras" dari "Padal" ke "Kabag Ops"

            fase Rekap:
              di awal ->
                sisipkan "Massa menolak hasil" dari "Padal" ke "Kapolres"

            """,
            import.Drill
        );
    }

    [Theory]
    [InlineData("T+00:15")]
    [InlineData("T+15")]
    [InlineData("M+15")]
    [InlineData("15")]
    [InlineData("15 menit")]
    [InlineData("09.15")]
    [InlineData("09:15 WIB")]
    [InlineData("pukul 09.15")]
    [InlineData("0.38541667")]
    [InlineData("0,38541667")]
    public void A_time_may_be_written_in_many_ways(string time)
    {
        var first = time.Contains('9', StringComparison.Ordinal) || time[0] == '0' ? "09:00" : "0";

        var import = Import($"Time;Inject\n{first};First\n{time};Second\n", Dialect.English);

        Assert.Empty(import.Notes);
        Assert.Equal(
            15 * 60_000,
            RowsOf(Drills.Paper(import.Drill!, Dialect.English)).Single(row => row.Inject == "Second").TimeMs
        );
    }

    [Fact]
    public void Columns_may_be_named()
    {
        var columns = NoColumns.Add(MselColumn.Clock, "Kapan").Add(MselColumn.Inject, "apa  yang terjadi");

        var import = MselImport.Read(
            Encoding.UTF8.GetBytes("Kapan,Apa yang terjadi\nM+5,Ban dibakar\n"),
            "table.csv",
            columns,
            Dialect.English
        );

        Assert.Contains("after 5 min", import.Drill);
        Assert.Contains("inject \"Ban dibakar\"", import.Drill);
    }

    [Fact]
    public void What_is_not_understood_is_said_with_its_place_and_stays_as_a_comment()
    {
        var import = Import(
            "Time,Inject,Note\n09:00,First,\nhabis magrib,Second,bring lamps\nH-1,Third,\n09:10,,only a note\n",
            Dialect.English
        );

        Assert.Equal(
            [
                "line 3: “habis magrib” is no time that is understood (T+00:15, M+15, 15, 09:15, 09.15 WIB); the row stands in the drill as a comment",
                "line 4: “H-1” names a day, not a time of it; the row stands in the drill as a comment",
                "line 5: nothing says what happens in this row; it stands in the drill as a comment",
            ],
            import.Notes.Select(note => note.In(Dialect.English)).Order(StringComparer.Ordinal)
        );
        Assert.Contains("# line 3: no time that is understood (habis magrib)", import.Drill);
        Assert.Contains("# inject \"Second\"", import.Drill);
        Assert.Contains("# line 3: Note: bring lamps", import.Drill);
        Assert.Contains("# line 5: Note: only a note", import.Drill);
        Drills.Paper(import.Drill!, Dialect.English);
    }

    [Theory]
    [InlineData(
        "When,What\n1,2\n",
        "line 1: no column for inject, time was found among the headings \"When\", \"What\""
    )]
    [InlineData("Time,What\n1,2\n", "line 1: no column for inject was found")]
    [InlineData("", "there is nothing in the table")]
    [InlineData("Time,Inject\n1,\"open\n", "line 2: a quote opens here")]
    [InlineData("PK\u0003\u0004 no archive", "this is no workbook that can be read")]
    [InlineData("GIF89a\0\0", "this is neither a workbook (xlsx) nor")]
    public void A_table_that_cant_be_read_is_refused_with_the_reason(string content, string reason)
    {
        var import = Import(content, Dialect.English);

        Assert.Null(import.Drill);
        Assert.StartsWith(reason, import.Notes[^1].In(Dialect.English));
    }

    [Fact]
    public void Other_sorts_of_files_are_told_by_how_they_begin()
    {
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        byte[] latin = [.. "Time,Inject\n1,caf"u8, 0xE9];

        Assert.Equal("import.old-workbook", MselImport.Read(old, "t", NoColumns, Dialect.English).Notes.Single().Key);
        Assert.Equal("import.not-utf8", MselImport.Read(latin, "t", NoColumns, Dialect.English).Notes.Single().Key);
    }

    [Fact]
    public void Of_a_workbook_merged_cells_formulas_and_other_sheets_are_told()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var part = document.AddWorkbookPart();
            part.Workbook = new Workbook(
                new Sheets(
                    new Sheet
                    {
                        Id = AddSheet(part, [], [("A1", "Approved by the Kapolres", null)]),
                        SheetId = 1,
                        Name = "Cover",
                    },
                    new Sheet
                    {
                        Id = AddSheet(
                            part,
                            ["B4:B5"],
                            [
                                ("A1", "Rally at the town hall", null),
                                ("A3", "Jam", null),
                                ("B3", "Fase", null),
                                ("C3", "Kegiatan", null),
                                ("A4", "0.375", null),
                                ("B4", "Orasi", null),
                                ("C4", "First", null),
                                ("A5", "0.38541667", "A4+15/1440"),
                                ("C5", "Second", null),
                            ]
                        ),
                        SheetId = 2,
                        Name = "Plan",
                    }
                )
            );
        }

        var import = MselImport.Read(stream.ToArray(), "plan.xlsx", NoColumns, Dialect.English);

        Assert.Equal(
            [
                "Cover: this sheet was not read: the events list was found on another one",
                "Plan!A5: a formula; its stored value was taken: 0.38541667",
                "Plan!B4:B5: merged cells; what they say was taken for each row that they cover",
            ],
            import.Notes.Select(note => note.In(Dialect.English)).Order(StringComparer.Ordinal)
        );
        Assert.Contains("drill \"Rally at the town hall\":", import.Drill);
        Assert.Contains("starts 09:00", import.Drill);
        Assert.Contains("after 15 min", import.Drill);
        Assert.DoesNotContain("phase Exercise", import.Drill);

        static string AddSheet(WorkbookPart part, string[] merged, (string At, string Text, string? Formula)[] cells)
        {
            var sheet = part.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(
                new SheetData(
                    cells
                        .GroupBy(cell => cell.At[1..])
                        .Select(row => new Row(row.Select(CellOf)) { RowIndex = uint.Parse(row.Key) })
                )
            );
            if (merged.Length > 0)
            {
                sheet.Worksheet.Append(new MergeCells(merged.Select(range => new MergeCell { Reference = range })));
            }

            return part.GetIdOfPart(sheet);
        }

        static Cell CellOf((string At, string Text, string? Formula) cell) =>
            new()
            {
                CellReference = cell.At,
                CellFormula = cell.Formula is null ? null : new CellFormula(cell.Formula),
                DataType = char.IsAsciiDigit(cell.Text[0]) ? null : CellValues.String,
                CellValue = new CellValue(cell.Text),
            };
    }

    [Fact]
    public void Whatever_cells_say_the_drill_has_no_errors()
    {
        var random = new Random(7);
        string[] words =
        [
            "phase",
            "massa",
            "KPU",
            "Danki Lanjut",
            "\"",
            "\\",
            "#",
            "->",
            ":",
            ";",
            ",",
            "at start",
            "rule 1",
            "=1+1",
            "\t",
            "\n",
            "🚨",
            "é",
            "jika anarkis",
            "Dalmas",
            "end drill",
            "T+",
            "99",
            Drills.Hostile,
            new string('x', 300),
            "crowd escalates",
        ];
        for (var i = 0; i < 60; i++)
        {
            var table = new StringBuilder(
                "T+,Phase,Place,From,To,Method,Inject,Expected action,Responsible,Evaluator,Objective,Other\n"
            );
            for (var row = 0; row < 8; row++)
            {
                table.Append(random.Next(0, 300));
                for (var column = 0; column < 11; column++)
                {
                    var cell = string.Join(
                        ' ',
                        Enumerable.Range(0, random.Next(0, 4)).Select(_ => words[random.Next(words.Length)])
                    );
                    table.Append(",\"").Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
                }

                table.Append('\n');
            }

            var import = Import(table.ToString(), i % 2 == 0 ? Dialect.English : Dialect.Indonesian);
            var compilation = Compilation.Create(new SourceText("made.sispam", import.Drill!), UseResult.None);
            Assert.False(
                compilation.HasErrors,
                string.Join('\n', compilation.Diagnostics.Select(d => d.Code + " " + d.Span)) + "\n" + import.Drill
            );
        }
    }

    private static MselImport Import(string content, Dialect language) =>
        MselImport.Read(Encoding.UTF8.GetBytes(content), "table.csv", NoColumns, language);

    // Where a row comes from, what sort it is and why the drill ends, the made drill knows in its own way.
    private static IEnumerable<MselRow> RowsOf(DrillPaper paper) =>
        MselTable
            .Of(paper)
            .Rows.Select(row =>
                row with
                {
                    Kind = MselRowKind.Inject,
                    Rule = "",
                    Inject = row.Phase.Length == 0 ? "" : row.Inject,
                }
            );
}
