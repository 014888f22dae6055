using System.Collections.Immutable;
using SispamLang.Dialects;

namespace SispamLang.Export;

/// <summary>Which column of a table holds what.</summary>
/// <param name="Columns">The columns of the table, from 0, by what they hold.</param>
/// <param name="Others">The headings of those that hold something else.</param>
/// <param name="Row">The number of the row with the headings, among those of the table.</param>
internal sealed record MselHeadings(
    ImmutableSortedDictionary<int, MselColumn> Columns,
    ImmutableSortedDictionary<int, string> Others,
    int Row
)
{
    // What stands above a table: titles, a logo, who has approved it.
    private const int MostAbove = 30;

    private static readonly ImmutableDictionary<string, MselColumn> Known = KnownNames();

    /// <summary>There is a column of that sort.</summary>
    public bool Has(MselColumn column) => Columns.ContainsValue(column);

    /// <summary>The headings of a table: the first row that names what a list of events can't do without.</summary>
    /// <param name="table">The table.</param>
    /// <param name="named">The columns that the planner has named, by what they hold; the rest goes by their usual names.</param>
    public static MselHeadings? Find(Table table, ImmutableDictionary<MselColumn, string> named) =>
        table
            .Rows.Take(MostAbove)
            .Select((row, index) => Of(row, index, named))
            .FirstOrDefault(headings => headings.Lacks(named).IsEmpty);

    /// <summary>What a row lacks that the headings must have, best row first.</summary>
    public static MselHeadings? Nearest(Table table, ImmutableDictionary<MselColumn, string> named) =>
        table
            .Rows.Take(MostAbove)
            .Select((row, index) => Of(row, index, named))
            .MaxBy(headings => headings.Columns.Count);

    /// <summary>The columns that are missing, by their names on a command line; <c>time</c> for either of the two.</summary>
    public ImmutableArray<string> Lacks(ImmutableDictionary<MselColumn, string> named)
    {
        var lacks = named.Keys.Where(column => !Has(column)).Select(MselColumns.KeyOf).ToList();
        if (!Has(MselColumn.Inject) && !named.ContainsKey(MselColumn.Inject))
        {
            lacks.Add(MselColumns.KeyOf(MselColumn.Inject));
        }

        if (!Has(MselColumn.Clock) && !Has(MselColumn.Elapsed))
        {
            lacks.Add("time");
        }

        return [.. lacks.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static MselHeadings Of(TableRow row, int index, ImmutableDictionary<MselColumn, string> named)
    {
        var columns = ImmutableSortedDictionary.CreateBuilder<int, MselColumn>();
        var others = ImmutableSortedDictionary.CreateBuilder<int, string>();
        foreach (var (column, cell) in row.Cells)
        {
            // Two columns of one sort: the first one is it.
            if (ColumnOf(cell.Text, named) is { } sort && !columns.ContainsValue(sort))
            {
                columns.Add(column, sort);
            }
            else
            {
                others.Add(column, cell.Text);
            }
        }

        return new MselHeadings(columns.ToImmutable(), others.ToImmutable(), index);
    }

    private static MselColumn? ColumnOf(string heading, ImmutableDictionary<MselColumn, string> named)
    {
        var key = KeyOf(heading);
        foreach (var (column, name) in named)
        {
            if (KeyOf(name) == key)
            {
                return column;
            }
        }

        return Known.TryGetValue(key, out var known) && !named.ContainsKey(known) ? known : null;
    }

    private static ImmutableDictionary<string, MselColumn> KnownNames()
    {
        var names = ImmutableDictionary.CreateBuilder<string, MselColumn>(StringComparer.Ordinal);
        foreach (var texts in new[] { PaperTexts.In(Dialect.English), PaperTexts.In(Dialect.Indonesian) })
        {
            foreach (var column in Enum.GetValues<MselColumn>())
            {
                foreach (var name in texts.OtherHeadings(column).Prepend(texts.Heading(column)))
                {
                    names.TryAdd(KeyOf(name), column);
                }
            }
        }

        return names.ToImmutable();
    }

    private static string KeyOf(string heading) =>
        string.Join(' ', heading.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
