using System.Collections.Immutable;
using SispamLang.Dialects;

namespace SispamLang.Export;

/// <summary>A drill made from an events list.</summary>
/// <param name="Drill">Its text; null if the table can't be read, and the last note says why.</param>
/// <param name="Notes">What the planner should know: what was not understood, and where it is.</param>
/// <param name="Rows">How many rows it came from.</param>
public sealed record MselImport(string? Drill, ImmutableArray<ImportNote> Notes, int Rows)
{
    /// <summary>The most rows that a table may have.</summary>
    public const int MostRows = 5_000;

    /// <summary>The names by which columns are called on a command line.</summary>
    public static ImmutableArray<string> ColumnKeys { get; } =
    ["time", .. Enum.GetValues<MselColumn>().Where(c => c != MselColumn.Marking).Select(MselColumns.KeyOf)];

    /// <summary>The column of such a name; <c>time</c> is a column that holds times of any sort.</summary>
    public static MselColumn? ColumnOf(string key) =>
        key == "time" ? MselColumn.Clock
        : Enum.TryParse<MselColumn>(key, ignoreCase: true, out var column) && ColumnKeys.Contains(key) ? column
        : null;

    /// <summary>Makes a drill from a table: a workbook (xlsx), or comma-separated values.</summary>
    /// <param name="content">The file.</param>
    /// <param name="name">Its name, for the drill's title and a comment.</param>
    /// <param name="columns">Headings that the planner names; others are known by their usual names.</param>
    /// <param name="language">The dialect of the drill.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static MselImport Read(
        byte[] content,
        string name,
        ImmutableDictionary<MselColumn, string> columns,
        Dialect language,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(columns);
        var notes = new List<ImportNote>();
        var reading = Tables(content, PaperTexts.In(language), notes, cancellationToken);
        if (reading.Failure is { } failure)
        {
            return new MselImport(null, [.. notes, failure], 0);
        }

        foreach (var table in reading.Tables)
        {
            if (MselHeadings.Find(table, columns) is { } headings)
            {
                foreach (var other in reading.Tables.Where(other => other != table && !other.Rows.IsEmpty))
                {
                    notes.Add(ImportNote.Of(other.Name, "import.sheet-unread"));
                }

                if (table.Rows.Length - headings.Row > MostRows)
                {
                    notes.Add(
                        ImportNote.Of(
                            table.Name,
                            "import.too-many",
                            ValueText.Number(table.Rows.Length),
                            ValueText.Number(MostRows)
                        )
                    );
                    return new MselImport(null, [.. notes], 0);
                }

                var list = ListOf(table, headings, name, notes);
                var drill = DrillSkeleton.Of(list, name, language, cancellationToken);
                return new MselImport(drill, [.. notes], list.Rows.Length);
            }
        }

        return new MselImport(null, [.. notes, Missing(reading.Tables, columns)], 0);
    }

    private static TableReading Tables(
        byte[] content,
        PaperTexts texts,
        List<ImportNote> notes,
        CancellationToken cancellationToken
    ) =>
        content switch
        {
            [0x50, 0x4B, ..] => WorkbookTable.Read(content, notes, cancellationToken),
            // The container of Excel 97 to 2003, and of workbooks with a password.
            [0xD0, 0xCF, 0x11, 0xE0, ..] => TableReading.Failed("", "import.old-workbook"),
            _ => CsvTable.Read(content, texts),
        };

    private static ImportedList ListOf(Table table, MselHeadings headings, string name, List<ImportNote> notes)
    {
        var times = new ImportedTimes(notes);
        foreach (var row in table.Rows.Skip(headings.Row + 1))
        {
            var imported = new ImportedRow(
                row.Place,
                row.Cells.Where(cell => headings.Columns.ContainsKey(cell.Key))
                    .ToImmutableDictionary(cell => headings.Columns[cell.Key], cell => cell.Value.Text)
            )
            {
                Others =
                [
                    .. row
                        .Cells.Where(cell => !headings.Columns.ContainsKey(cell.Key))
                        .Select(cell => (headings.Others.GetValueOrDefault(cell.Key, ""), cell.Value.Text)),
                ],
            };
            if (imported[MselColumn.Inject].Length == 0)
            {
                notes.Add(ImportNote.Of(row.Place, "import.no-inject"));
            }

            times.Add(imported, CellOf(row, MselColumn.Elapsed), CellOf(row, MselColumn.Clock));
        }

        var rows = times.Settle();
        ImmutableArray<string> above =
        [
            .. table.Rows.Take(headings.Row).SelectMany(row => row.Cells.Values).Select(cell => cell.Text),
        ];
        return new ImportedList(TitleOf(above, rows, name), rows)
        {
            StartsAtMs = times.StartsAtMs,
            Date = times.Date,
            Zone = times.Zone,
            Above = above,
        };

        TableCell? CellOf(TableRow row, MselColumn column) =>
            row
                .Cells.FirstOrDefault(cell => headings.Columns.GetValueOrDefault(cell.Key, (MselColumn)(-1)) == column)
                .Value;
    }

    // What stands above the table, or in its marking; the word that marks an exercise is no part of a title.
    private static string TitleOf(ImmutableArray<string> above, ImmutableArray<ImportedRow> rows, string name)
    {
        var marking = rows.Select(row => row[MselColumn.Marking].Split(" · "))
            .FirstOrDefault(parts => parts.Length > 1);
        var title = marking?[1] ?? above.FirstOrDefault("");
        foreach (var language in new[] { Dialect.English, Dialect.Indonesian })
        {
            var exercise = PaperTexts.In(language)["marking.exercise"] + " ";
            title = title.StartsWith(exercise, StringComparison.Ordinal) ? title[exercise.Length..].Trim() : title;
        }

        return title.Length > 0 ? title : Path.GetFileNameWithoutExtension(name);
    }

    private static ImportNote Missing(ImmutableArray<Table> tables, ImmutableDictionary<MselColumn, string> columns)
    {
        var (nearest, headings) = tables
            .Select(table => (Table: table, Headings: MselHeadings.Nearest(table, columns)))
            .OrderByDescending(found => found.Headings?.Columns.Count ?? -1)
            .FirstOrDefault();
        if (headings is null)
        {
            return ImportNote.Of("", "import.empty");
        }

        var row = nearest.Rows[headings.Row];
        return ImportNote.Of(
            row.Place,
            "import.columns-missing",
            string.Join(", ", headings.Lacks(columns)),
            string.Join(", ", row.Cells.Values.Select(cell => "\"" + cell.Text + "\""))
        );
    }
}
