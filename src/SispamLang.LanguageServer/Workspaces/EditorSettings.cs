using System.Collections.Immutable;
using System.Text.Json;
using SispamLang.Dialects;
using SispamLang.Services;

namespace SispamLang.LanguageServer.Workspaces;

/// <summary>What the user has set in the editor, in the section <c>sispam</c>.</summary>
/// <param name="Language">The language of messages; null for that of the file they are about.</param>
/// <param name="InlayHints">The hints within lines that are wanted.</param>
/// <param name="Doctrines">The doctrines that every drill is measured against.</param>
internal sealed record EditorSettings(Dialect? Language, InlayHintKinds InlayHints, ImmutableArray<string> Doctrines)
{
    /// <summary>The name of the section.</summary>
    public const string Section = "sispam";

    /// <summary>Nothing is set.</summary>
    public static EditorSettings Default { get; } = new(null, InlayHintKinds.All, []);

    /// <summary>Reads a section, or an object that has it. What is missing or makes no sense is as if it were not set.</summary>
    /// <param name="json">The section.</param>
    /// <param name="language">The language if none is set.</param>
    public static EditorSettings Read(JsonElement json, Dialect? language)
    {
        if (Member(json, Section) is { ValueKind: JsonValueKind.Object } section)
        {
            json = section;
        }

        return new EditorSettings(
            Member(json, "language") is { ValueKind: JsonValueKind.String } name
                ? DialectNames.FromShortName(name.GetString())
                : language,
            ReadHints(Member(json, "inlayHints") ?? default),
            Member(json, "doctrines") is { ValueKind: JsonValueKind.Array } names
                ?
                [
                    .. names
                        .EnumerateArray()
                        .Where(item => item.ValueKind == JsonValueKind.String)
                        .Select(item => item.GetString() ?? ""),
                ]
                : []
        );
    }

    // true, false, or a choice for each sort.
    private static InlayHintKinds ReadHints(JsonElement json) =>
        json.ValueKind == JsonValueKind.False
            ? InlayHintKinds.None
            : Hint(json, "phaseStarts", InlayHintKinds.PhaseStarts)
                | Hint(json, "implied", InlayHintKinds.Implied)
                | Hint(json, "situations", InlayHintKinds.Situations);

    private static InlayHintKinds Hint(JsonElement json, string name, InlayHintKinds kind) =>
        Member(json, name) is { ValueKind: JsonValueKind.False } ? InlayHintKinds.None : kind;

    private static JsonElement? Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member : null;
}
