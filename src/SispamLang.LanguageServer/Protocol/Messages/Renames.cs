namespace SispamLang.LanguageServer.Protocol.Messages;

/// <summary><c>textDocument/rename</c>.</summary>
internal sealed record RenameParams(TextDocumentIdentifier TextDocument, Position Position, string NewName);

/// <summary>The result of <c>textDocument/prepareRename</c>.</summary>
internal sealed record PrepareRenameResult(Range Range, string Placeholder);
