namespace SispamLang.LanguageServer.Protocol.Messages;

/// <summary>What the server can do. Each feature sets what it offers.</summary>
internal sealed class ServerCapabilities
{
    public string? PositionEncoding { get; set; }

    public TextDocumentSyncOptions? TextDocumentSync { get; set; }

    public bool? HoverProvider { get; set; }

    public bool? DefinitionProvider { get; set; }

    public bool? TypeDefinitionProvider { get; set; }

    public bool? ReferencesProvider { get; set; }

    public bool? DocumentHighlightProvider { get; set; }

    public RenameOptions? RenameProvider { get; set; }

    public bool? DocumentSymbolProvider { get; set; }

    public bool? WorkspaceSymbolProvider { get; set; }

    public bool? CallHierarchyProvider { get; set; }

    public CodeLensOptions? CodeLensProvider { get; set; }

    public bool? InlayHintProvider { get; set; }

    public DocumentLinkOptions? DocumentLinkProvider { get; set; }

    public DiagnosticOptions? DiagnosticProvider { get; set; }

    public bool? DocumentFormattingProvider { get; set; }

    public bool? DocumentRangeFormattingProvider { get; set; }

    public DocumentOnTypeFormattingOptions? DocumentOnTypeFormattingProvider { get; set; }

    public SemanticTokensOptions? SemanticTokensProvider { get; set; }

    public bool? FoldingRangeProvider { get; set; }

    public bool? SelectionRangeProvider { get; set; }

    public CodeActionOptions? CodeActionProvider { get; set; }

    public CompletionServerOptions? CompletionProvider { get; set; }

    public SignatureHelpOptions? SignatureHelpProvider { get; set; }

    public WorkspaceServerCapabilities? Workspace { get; set; }
}

/// <summary>Which changes of documents the server wants to hear of.</summary>
/// <param name="OpenClose">That one is opened or closed.</param>
/// <param name="Change">2: what has changed; 1 would be the whole text.</param>
/// <param name="Save">That one is saved.</param>
internal sealed record TextDocumentSyncOptions(bool OpenClose, int Change, bool Save);

internal sealed record DiagnosticOptions(string Identifier, bool InterFileDependencies, bool WorkspaceDiagnostics);

internal sealed record WorkspaceServerCapabilities(WorkspaceFoldersServerCapabilities WorkspaceFolders);

internal sealed record WorkspaceFoldersServerCapabilities(bool Supported, bool ChangeNotifications);

internal sealed record RenameOptions(bool PrepareProvider);

internal sealed record DocumentLinkOptions(bool ResolveProvider);
