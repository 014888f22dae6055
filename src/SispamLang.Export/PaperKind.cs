using System.Collections.Immutable;

namespace SispamLang.Export;

/// <summary>A sort of paper that can be made of a drill.</summary>
/// <param name="Name">As <c>--as</c> names it.</param>
/// <param name="Write">Writes it; text is UTF-8.</param>
public sealed record PaperKind(string Name, Action<DrillPaper, Stream, CancellationToken> Write)
{
    /// <summary>It is no text, and has no place on a terminal.</summary>
    public bool IsBinary { get; init; }

    /// <summary>Why the paper can't be made of this drill, for people; null if it can.</summary>
    public Func<DrillPaper, string?> Refusal { get; init; } = static _ => null;

    /// <summary>It is different for different readers.</summary>
    public bool HasAudience { get; init; }

    /// <summary>It tells of a run that was held, and needs its trace.</summary>
    public bool NeedsTrace { get; init; }

    /// <summary>All of them.</summary>
    public static ImmutableArray<PaperKind> All { get; } =
    [
        Text("html", PlanPage.Write),
        Text("cards", CardsPage.Write) with
        {
            HasAudience = true,
        },
        Text("evaluation", EvaluationPage.Write),
        Text("after-action", AfterActionPage.Write) with
        {
            NeedsTrace = true,
        },
        Text("svg", PhaseDrawing.File),
        Text("timeline-svg", TimelineDrawing.File),
        Text("mermaid", PhaseText.Mermaid),
        Text("dot", PhaseText.Dot),
        new("msel-xlsx", MselWorkbook.Write) { IsBinary = true },
        new("msel-csv", MselCsv.Write),
        new("openaev", OpenAevWorkbook.Write) { IsBinary = true },
        new("blueprint", BlueprintJson.Write),
        Text("ics", DrillCalendar.Of) with
        {
            Refusal = DrillCalendar.Refusal,
        },
        new("json", DrillJson.Write),
    ];

    /// <summary>The one with that name, or null.</summary>
    public static PaperKind? Find(string name) =>
        All.FirstOrDefault(kind => string.Equals(kind.Name, name, StringComparison.Ordinal));

    private static PaperKind Text(string name, Func<DrillPaper, string> write) =>
        new(name, (paper, output, _) => output.Write(System.Text.Encoding.UTF8.GetBytes(write(paper))));
}
