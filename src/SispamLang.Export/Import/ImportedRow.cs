using System.Collections.Immutable;

namespace SispamLang.Export;

/// <summary>A row of an events list that somebody has written.</summary>
/// <param name="Place">Where it is, for people.</param>
/// <param name="Texts">What it says, by column.</param>
internal sealed record ImportedRow(string Place, ImmutableDictionary<MselColumn, string> Texts)
{
    /// <summary>When, in milliseconds from T+00:00; null if nobody can tell.</summary>
    public long? TimeMs { get; init; }

    /// <summary>Its time as written, if it could not be understood.</summary>
    public string TimeText { get; init; } = "";

    /// <summary>What stands in columns that have no place in a drill, with their headings.</summary>
    public ImmutableArray<(string Heading, string Text)> Others { get; init; } = [];

    /// <summary>What it says in a column; empty if nothing.</summary>
    public string this[MselColumn column] => Texts.GetValueOrDefault(column, "");
}

/// <summary>An events list that somebody has written.</summary>
/// <param name="Title">What stands above it, or its file's name.</param>
/// <param name="Rows">Its rows in the order of time; one without a time comes after the one it follows in the table.</param>
internal sealed record ImportedList(string Title, ImmutableArray<ImportedRow> Rows)
{
    /// <summary>The time of day of T+00:00 in milliseconds after midnight, or null.</summary>
    public long? StartsAtMs { get; init; }

    /// <summary>The day, or null.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The zone's short name, or empty.</summary>
    public string Zone { get; init; } = "";

    /// <summary>What stands above the table.</summary>
    public ImmutableArray<string> Above { get; init; } = [];
}
