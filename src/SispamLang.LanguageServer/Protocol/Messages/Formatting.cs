namespace SispamLang.LanguageServer.Protocol.Messages;

/// <summary><c>textDocument/formatting</c>. What the editor thinks of tabs is not asked: there is one layout.</summary>
internal sealed record DocumentFormattingParams(TextDocumentIdentifier TextDocument);

/// <summary><c>textDocument/rangeFormatting</c>.</summary>
internal sealed record DocumentRangeFormattingParams(TextDocumentIdentifier TextDocument, Range Range);

/// <summary><c>textDocument/onTypeFormatting</c>.</summary>
internal sealed record DocumentOnTypeFormattingParams(
    TextDocumentIdentifier TextDocument,
    Position Position,
    string Ch
);

/// <summary>After which keys a line is laid out.</summary>
internal sealed record DocumentOnTypeFormattingOptions(string FirstTriggerCharacter);
