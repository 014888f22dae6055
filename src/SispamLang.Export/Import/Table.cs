using System.Collections.Immutable;

namespace SispamLang.Export;

/// <summary>What a cell of a table holds.</summary>
/// <param name="Place">Where it is, for people: <c>Sheet1!B7</c>, or <c>line 7, column 2</c>.</param>
/// <param name="Text">Its text; of a number the digits.</param>
internal sealed record TableCell(string Place, string Text)
{
    /// <summary>Its number, if it is stored as one.</summary>
    public double? Number { get; init; }

    /// <summary>The number is shown as a time or a date.</summary>
    public bool IsTime { get; init; }

    /// <summary>The number is shown as a length of time.</summary>
    public bool IsElapsed { get; init; }

    /// <summary>The time zone that the number is shown with, or empty.</summary>
    public string Zone { get; init; } = "";
}

/// <summary>A row of a table.</summary>
/// <param name="Place">Where it is, for people.</param>
/// <param name="Cells">Its cells by their column, from 0; empty ones are left out.</param>
internal sealed record TableRow(string Place, ImmutableSortedDictionary<int, TableCell> Cells);

/// <summary>One table of a file.</summary>
/// <param name="Name">The sheet's name; empty if the file has but one table.</param>
/// <param name="Rows">Its rows that hold anything.</param>
internal sealed record Table(string Name, ImmutableArray<TableRow> Rows);

/// <summary>Something to say about a table that was imported.</summary>
/// <param name="Place">Where, for people; empty if it is about the whole file.</param>
/// <param name="Key">Which of the texts.</param>
/// <param name="Gaps">What fills its gaps.</param>
public sealed record ImportNote(string Place, string Key, ImmutableArray<string> Gaps)
{
    /// <summary>A note.</summary>
    internal static ImportNote Of(string place, string key, params ReadOnlySpan<string> gaps) =>
        new(place, key, [.. gaps]);

    /// <summary>The note in a language.</summary>
    public string In(Dialects.Dialect language)
    {
        var text = PaperTexts.In(language).Say(Key, [.. Gaps]);
        return Place.Length == 0 ? text : Place + ": " + text;
    }
}

/// <summary>The tables of a file, or why there are none.</summary>
internal readonly record struct TableReading(ImmutableArray<Table> Tables, ImportNote? Failure)
{
    /// <summary>The file has these tables.</summary>
    public static TableReading Of(params ImmutableArray<Table> tables) => new(tables, null);

    /// <summary>It can't be read.</summary>
    public static TableReading Failed(string place, string key) => new([], ImportNote.Of(place, key));
}
