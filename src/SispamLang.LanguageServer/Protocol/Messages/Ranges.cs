namespace SispamLang.LanguageServer.Protocol.Messages;

/// <summary><c>textDocument/foldingRange</c>.</summary>
internal sealed record FoldingRangeParams(TextDocumentIdentifier TextDocument);

/// <summary>Lines that can be hidden, all but the first.</summary>
/// <param name="StartLine">The first.</param>
/// <param name="EndLine">The last.</param>
/// <param name="Kind"><c>comment</c> or <c>imports</c>; null for anything else.</param>
internal sealed record FoldingRange(uint StartLine, uint EndLine, string? Kind = null);

/// <summary><c>textDocument/selectionRange</c>.</summary>
internal sealed record SelectionRangeParams(TextDocumentIdentifier TextDocument, Position[] Positions);

/// <summary>What can be selected, and what around it comes next.</summary>
internal sealed record SelectionRange(Range Range, SelectionRange? Parent = null);
