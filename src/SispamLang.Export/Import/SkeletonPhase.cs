using System.Collections.Immutable;
using SispamLang.Dialects;

namespace SispamLang.Export;

/// <summary>A phase of a drill that is made from an events list: rows that follow each other and name the same phase.</summary>
/// <param name="Name">Its name, as no other phase has it.</param>
/// <param name="FromMs">Its start, in milliseconds from T+00:00.</param>
/// <param name="LengthMs">How long it is; 0 if nothing follows that tells.</param>
/// <param name="Rows">Its rows.</param>
internal sealed record SkeletonPhase(string Name, long FromMs, long LengthMs, ImmutableArray<ImportedRow> Rows)
{
    /// <summary>The row tells that a phase starts or the drill ends, as the command's own lists have it.</summary>
    public static bool IsControl(ImportedRow row) =>
        Means(row[MselColumn.Method], "msel.method.control") && Means(row[MselColumn.From], "msel.control");

    /// <summary>A cell has one of the words that the command's own lists have in either language.</summary>
    public static bool Means(string cell, string key) =>
        cell == PaperTexts.In(Dialect.English)[key] || cell == PaperTexts.In(Dialect.Indonesian)[key];

    /// <summary>The phases of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="unnamed">What a phase without a name is called.</param>
    public static ImmutableArray<SkeletonPhase> Of(ImportedList list, string unnamed)
    {
        var parts = new List<(string Name, long From, List<ImportedRow> Rows)>();
        long? end = null;
        foreach (var row in list.Rows)
        {
            var name = SkeletonNames.OnOneLine(row[MselColumn.Phase]);
            if (name.Length == 0 && IsControl(row))
            {
                end = row.TimeMs;
            }

            // A row that names no phase stays in the one before it.
            if (parts.Count == 0 || (name.Length > 0 && !SkeletonNames.IsSame(name, parts[^1].Name)))
            {
                parts.Add((name.Length > 0 ? name : unnamed, parts.Count == 0 ? 0 : StartOf(row), []));
            }

            parts[^1].Rows.Add(row);
        }

        return
        [
            .. parts.Select(
                (part, index) =>
                {
                    var to = index + 1 < parts.Count ? parts[index + 1].From : end ?? part.From;
                    return new SkeletonPhase(part.Name, part.From, to - part.From, [.. part.Rows]);
                }
            ),
        ];

        long StartOf(ImportedRow row) => row.TimeMs ?? parts[^1].Rows.Max(before => before.TimeMs) ?? parts[^1].From;
    }
}
