namespace SispamLang.LanguageServer.Protocol.Messages;

/// <summary><c>textDocument/didOpen</c>.</summary>
internal sealed record DidOpenTextDocumentParams(TextDocumentItem TextDocument);

/// <summary>A document with its text.</summary>
internal sealed record TextDocumentItem(string Uri, int Version, string Text);

/// <summary><c>textDocument/didChange</c>.</summary>
internal sealed record DidChangeTextDocumentParams(
    VersionedTextDocumentIdentifier TextDocument,
    TextDocumentContentChangeEvent[] ContentChanges
);

/// <summary>Names a document in one of its versions.</summary>
internal sealed record VersionedTextDocumentIdentifier(string Uri, int Version);

/// <summary>One change; of the whole text if there is no range.</summary>
internal sealed record TextDocumentContentChangeEvent(string Text, Range? Range = null);

/// <summary><c>textDocument/didClose</c>.</summary>
internal sealed record DidCloseTextDocumentParams(TextDocumentIdentifier TextDocument);

/// <summary><c>textDocument/didSave</c>.</summary>
internal sealed record DidSaveTextDocumentParams(TextDocumentIdentifier TextDocument);
