using System.Text.Json.Serialization;

namespace SispamLang.Cli.Reporting.Sarif;

// The types of SARIF 2.1.0 that we write, with the members that we fill. What a member means is told at
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html, where each type has a section of the same name.

/// <summary>A log file.</summary>
internal sealed record SarifLog(IReadOnlyList<SarifRun> Runs)
{
    // First, so that readers see at once what it is.
    [JsonPropertyName("$schema"), JsonPropertyOrder(-2)]
    public string Schema => "https://json.schemastore.org/sarif-2.1.0.json";

    [JsonPropertyOrder(-1)]
    public string Version => "2.1.0";
}

internal sealed record SarifRun
{
    public required SarifTool Tool { get; init; }

    public required IReadOnlyList<SarifInvocation> Invocations { get; init; }

    public required IReadOnlyDictionary<string, SarifArtifactLocation> OriginalUriBaseIds { get; init; }

    public required string Language { get; init; }

    public string ColumnKind => "utf16CodeUnits";

    public required IReadOnlyList<SarifResult> Results { get; init; }

    public required SarifProperties Properties { get; init; }
}

internal sealed record SarifTool(SarifDriver Driver);

internal sealed record SarifDriver(string Name, string Version, IReadOnlyList<SarifRule> Rules)
{
    public string SemanticVersion => Version;
}

/// <summary>A <c>reportingDescriptor</c>.</summary>
internal sealed record SarifRule(
    string Id,
    string Name,
    SarifText ShortDescription,
    SarifText FullDescription,
    SarifText Help,
    SarifConfiguration DefaultConfiguration
);

internal sealed record SarifConfiguration(string Level);

/// <summary>A <c>multiformatMessageString</c> or a <c>message</c>.</summary>
internal sealed record SarifText(string Text, string? Markdown = null);

internal sealed record SarifInvocation(bool ExecutionSuccessful, IReadOnlyList<SarifNotification> Notifications)
{
    [JsonPropertyName("toolExecutionNotifications")]
    public IReadOnlyList<SarifNotification> Notifications { get; } = Notifications;
}

internal sealed record SarifNotification(string Level, SarifText Message);

internal sealed record SarifResult
{
    public required string RuleId { get; init; }

    public required int RuleIndex { get; init; }

    public required string Level { get; init; }

    public required SarifText Message { get; init; }

    public required IReadOnlyList<SarifLocation> Locations { get; init; }

    public IReadOnlyList<SarifLocation>? RelatedLocations { get; init; }

    public required IReadOnlyList<SarifSuppression> Suppressions { get; init; }
}

internal sealed record SarifLocation(SarifPhysicalLocation PhysicalLocation, SarifText? Message = null);

internal sealed record SarifPhysicalLocation(SarifArtifactLocation ArtifactLocation, SarifRegion? Region);

internal sealed record SarifArtifactLocation(string Uri, string? UriBaseId = null);

internal sealed record SarifRegion(int StartLine, int StartColumn, int EndLine, int EndColumn);

internal sealed record SarifSuppression(string Kind, string Status, string Justification);

/// <summary>What every document of ours carries, as the start of a trace does.</summary>
internal sealed record SarifProperties(string Marking, IReadOnlyList<SarifDrill> Drills);

internal sealed record SarifDrill(
    string File,
    string Drill,
    [property: JsonPropertyName("source_hash")] string SourceHash,
    IReadOnlyList<string> Doctrines
);
