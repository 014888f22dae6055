namespace SispamLang.LanguageServer.Protocol.Messages;

/// <summary>What the client can do, as far as it matters here.</summary>
internal sealed record ClientCapabilities(
    GeneralClientCapabilities? General = null,
    TextDocumentClientCapabilities? TextDocument = null,
    WindowClientCapabilities? Window = null,
    WorkspaceClientCapabilities? Workspace = null
);

internal sealed record GeneralClientCapabilities(string[]? PositionEncodings = null);

internal sealed record TextDocumentClientCapabilities(
    LinkClientCapabilities? Definition = null,
    LinkClientCapabilities? TypeDefinition = null,
    DiagnosticClientCapabilities? Diagnostic = null,
    PublishDiagnosticsClientCapabilities? PublishDiagnostics = null,
    CodeActionClientCapabilities? CodeAction = null,
    CompletionClientCapabilities? Completion = null,
    DocumentSymbolClientCapabilities? DocumentSymbol = null
);

internal sealed record DocumentSymbolClientCapabilities(bool? HierarchicalDocumentSymbolSupport = null);

internal sealed record CodeActionClientCapabilities(ResolveClientCapabilities? ResolveSupport = null);

/// <summary>Which members the client asks for later.</summary>
internal sealed record ResolveClientCapabilities(string[] Properties);

/// <summary>Being there at all, it says that the client asks for diagnostics.</summary>
internal sealed record DiagnosticClientCapabilities(bool? RelatedDocumentSupport = null);

internal sealed record PublishDiagnosticsClientCapabilities(
    bool? RelatedInformation = null,
    bool? CodeDescriptionSupport = null
);

internal sealed record WindowClientCapabilities(bool? WorkDoneProgress = null);

internal sealed record WorkspaceClientCapabilities(
    bool? Configuration = null,
    RefreshClientCapabilities? Diagnostics = null,
    RefreshClientCapabilities? SemanticTokens = null,
    RefreshClientCapabilities? InlayHint = null,
    RefreshClientCapabilities? CodeLens = null,
    DynamicClientCapabilities? DidChangeConfiguration = null,
    DynamicClientCapabilities? DidChangeWatchedFiles = null,
    WorkspaceEditClientCapabilities? WorkspaceEdit = null
);

internal sealed record WorkspaceEditClientCapabilities(
    bool? DocumentChanges = null,
    string[]? ResourceOperations = null
);

internal sealed record RefreshClientCapabilities(bool? RefreshSupport = null);

internal sealed record DynamicClientCapabilities(bool? DynamicRegistration = null);

internal sealed record LinkClientCapabilities(bool? LinkSupport = null);
