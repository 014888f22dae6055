namespace SispamLang.LanguageServer.Features;

/// <summary>All that the server can do.</summary>
internal static class AllFeatures
{
    /// <summary>The features.</summary>
    public static readonly Feature[] List =
    [
        new DocumentSynchronization(),
        new WorkspaceFolders(),
        new WatchedFiles(),
        new Configuration(),
        new DocumentDiagnostics(),
        new WorkspaceDiagnostics(),
        new DocumentFormatting(),
        new RangeFormatting(),
        new OnTypeFormatting(),
        new SemanticTokensFeature(),
        new FoldingFeature(),
        new SelectionFeature(),
        new CodeActionFeature(),
        new HoverFeature(),
        new DefinitionFeature(),
        new ReferenceFeature(),
        new HighlightFeature(),
        new RenameFeature(),
        new DocumentSymbolFeature(),
        new WorkspaceSymbolFeature(),
        new CallHierarchyFeature(),
        new CodeLensFeature(),
        new InlayHintFeature(),
        new DocumentLinkFeature(),
        new CompletionFeature(),
        new SignatureHelpFeature(),
        new DrillRequests(),
        new Timeline(),
        new DrillTests(),
    ];

    /// <summary>Their handlers, by method. A frozen dictionary would take longer to make than all look-ups of a session.</summary>
    public static readonly Dictionary<string, Handler> Handlers = List.SelectMany(feature => feature.Handlers)
        .ToDictionary(handler => handler.Method, StringComparer.Ordinal);
}
