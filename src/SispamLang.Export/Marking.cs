using SispamLang.Dialects;

namespace SispamLang.Export;

/// <summary>What every paper carries, so that nobody takes an exercise for the real thing, or one paper for another.</summary>
/// <param name="Drill">The drill's title.</param>
/// <param name="SourceHash">The hash of what was written for it.</param>
/// <param name="Doctrines">The doctrines that it follows, with their editions.</param>
/// <param name="Seed">The seed of the run that its times come from; null if it has none.</param>
/// <param name="ToolVersion">The version of the tool that made it.</param>
/// <param name="Language">Its language.</param>
public sealed record Marking(
    string Drill,
    string SourceHash,
    IReadOnlyList<string> Doctrines,
    ulong? Seed,
    string ToolVersion,
    Dialect Language
)
{
    /// <summary>EXERCISE, or LATIHAN.</summary>
    public string Exercise => PaperTexts.In(Language)["marking.exercise"];

    /// <summary>Everything but the word and the drill, on one line.</summary>
    public string Footer => string.Join(" · ", Parts);

    /// <summary>Everything but the word and the drill.</summary>
    public IReadOnlyList<string> Parts
    {
        get
        {
            var texts = PaperTexts.In(Language);
            string?[] parts =
            [
                texts.Say("marking.source", SourceHash),
                Doctrines.Count == 0
                    ? texts["marking.no-doctrine"]
                    : texts.Say("marking.doctrines", string.Join(", ", Doctrines)),
                Seed is { } seed ? texts.Say("marking.seed", seed) : null,
                texts.Say("marking.tool", ToolVersion),
                texts["marking.clock"],
            ];
            return [.. parts.OfType<string>()];
        }
    }
}
