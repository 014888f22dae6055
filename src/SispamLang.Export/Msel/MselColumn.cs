using System.Collections.Immutable;

namespace SispamLang.Export;

/// <summary>The columns of a master scenario events list, in their order.</summary>
public enum MselColumn
{
    /// <summary>The control number.</summary>
    Number,

    /// <summary>The time from T+00:00.</summary>
    Elapsed,

    /// <summary>The time of day, with its zone.</summary>
    Clock,

    /// <summary>The phase.</summary>
    Phase,

    /// <summary>The place.</summary>
    Place,

    /// <summary>Who sends it.</summary>
    From,

    /// <summary>Whom it is for.</summary>
    To,

    /// <summary>How it gets there.</summary>
    Method,

    /// <summary>What it says.</summary>
    Inject,

    /// <summary>What should follow.</summary>
    Expected,

    /// <summary>Who should see to that.</summary>
    Responsible,

    /// <summary>Who judges it.</summary>
    Evaluator,

    /// <summary>The objective it serves.</summary>
    Objective,

    /// <summary>The rule it comes from.</summary>
    Rule,

    /// <summary>How far it has got.</summary>
    Status,

    /// <summary>What marks the table as one of an exercise; only in files that have no other place for it.</summary>
    Marking,
}

/// <summary>The columns' names.</summary>
internal static class MselColumns
{
    // The texts with a column's heading, and with what others call it; in the order of the columns.
    private static readonly ImmutableArray<(string Heading, string Also)> Keys =
    [
        ("msel.column.number", "msel.also.number"),
        ("msel.column.elapsed", "msel.also.elapsed"),
        ("msel.column.clock", "msel.also.clock"),
        ("msel.column.phase", "msel.also.phase"),
        ("msel.column.place", "msel.also.place"),
        ("msel.column.from", "msel.also.from"),
        ("msel.column.to", "msel.also.to"),
        ("msel.column.method", "msel.also.method"),
        ("msel.column.inject", "msel.also.inject"),
        ("msel.column.expected", "msel.also.expected"),
        ("msel.column.responsible", "msel.also.responsible"),
        ("msel.column.evaluator", "msel.also.evaluator"),
        ("msel.column.objective", "msel.also.objective"),
        ("msel.column.rule", "msel.also.rule"),
        ("msel.column.status", "msel.also.status"),
        ("msel.column.marking", "msel.also.marking"),
    ];

    /// <summary>All but the marking.</summary>
    public static ImmutableArray<MselColumn> All { get; } =
    [.. Enum.GetValues<MselColumn>().Where(column => column != MselColumn.Marking)];

    /// <summary>Those that hold text.</summary>
    public static ImmutableArray<MselColumn> Texts { get; } =
    [.. All.Where(column => column is not (MselColumn.Number or MselColumn.Elapsed or MselColumn.Clock))];

    /// <summary>The heading of a column.</summary>
    public static string Heading(this PaperTexts texts, MselColumn column) => texts[Keys[(int)column].Heading];

    /// <summary>What it is also called in tables that others have made.</summary>
    public static IEnumerable<string> OtherHeadings(this PaperTexts texts, MselColumn column) =>
        texts[Keys[(int)column].Also].Split(", ");

    /// <summary>The column's name on a command line: <c>inject</c>.</summary>
    public static string KeyOf(MselColumn column) => column.ToString().ToLowerInvariant();
}
