namespace SispamLang.LanguageServer.Protocol.Messages;

/// <summary><c>textDocument/semanticTokens/full</c>.</summary>
internal sealed record SemanticTokensParams(TextDocumentIdentifier TextDocument);

/// <summary><c>textDocument/semanticTokens/full/delta</c>.</summary>
internal sealed record SemanticTokensDeltaParams(TextDocumentIdentifier TextDocument, string PreviousResultId);

/// <summary><c>textDocument/semanticTokens/range</c>.</summary>
internal sealed record SemanticTokensRangeParams(TextDocumentIdentifier TextDocument, Range Range);

/// <summary>Five numbers for each token: lines and columns from the one before, length, type, modifiers; or, of all that, what
/// has changed.</summary>
internal sealed record SemanticTokensResult(
    string? ResultId = null,
    uint[]? Data = null,
    SemanticTokensEdit[]? Edits = null
);

/// <summary>Numbers in place of others.</summary>
internal sealed record SemanticTokensEdit(uint Start, uint DeleteCount, uint[] Data);

/// <summary>What the numbers mean, and which requests are answered.</summary>
internal sealed record SemanticTokensOptions(SemanticTokensLegend Legend, SemanticTokensFullOptions Full, bool Range);

internal sealed record SemanticTokensLegend(string[] TokenTypes, string[] TokenModifiers);

internal sealed record SemanticTokensFullOptions(bool Delta);
