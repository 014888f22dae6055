namespace SispamLang.LanguageServer.Protocol.Messages;

/// <summary><c>textDocument/publishDiagnostics</c>.</summary>
internal sealed record PublishDiagnosticsParams(string Uri, int? Version, Diagnostic[] Diagnostics);

/// <summary>One message about one place.</summary>
internal sealed record Diagnostic(Range Range, int Severity, string Code, string Source, string Message)
{
    public CodeDescription? CodeDescription { get; init; }

    /// <summary>1: not needed. 2: no longer recommended.</summary>
    public int[]? Tags { get; init; }

    public DiagnosticRelatedInformation[]? RelatedInformation { get; init; }

    public DiagnosticData? Data { get; init; }
}

/// <summary>A page about a code.</summary>
internal sealed record CodeDescription(string Href);

/// <summary>Another place that explains a message.</summary>
internal sealed record DiagnosticRelatedInformation(Location Location, string Message);

/// <summary>What a quick fix needs to know again.</summary>
internal sealed record DiagnosticData(string Suggestion);

/// <summary><c>textDocument/diagnostic</c>.</summary>
internal sealed record DocumentDiagnosticParams(TextDocumentIdentifier TextDocument, string? PreviousResultId = null);

/// <summary>What there is to say about a document: <c>full</c>, or <c>unchanged</c> and without items.</summary>
internal sealed record DocumentDiagnosticReport(string Kind, string ResultId, Diagnostic[]? Items)
{
    /// <summary>What there is to say about other documents, by URI.</summary>
    public Dictionary<string, RelatedDocumentDiagnosticReport>? RelatedDocuments { get; init; }
}

/// <summary>What there is to say about another document.</summary>
internal sealed record RelatedDocumentDiagnosticReport(string Kind, Diagnostic[] Items);

/// <summary><c>workspace/diagnostic</c>.</summary>
internal sealed record WorkspaceDiagnosticParams(PreviousResultId[] PreviousResultIds);

internal sealed record PreviousResultId(string Uri, string Value);

/// <summary>What there is to say about all documents.</summary>
internal sealed record WorkspaceDiagnosticReport(WorkspaceDocumentDiagnosticReport[] Items);

/// <summary>What there is to say about one of them; its version is null if it is not open.</summary>
internal sealed record WorkspaceDocumentDiagnosticReport(
    string Kind,
    string Uri,
    [property: System.Text.Json.Serialization.JsonIgnore(
        Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never
    )]
        int? Version,
    string? ResultId,
    Diagnostic[]? Items
);
