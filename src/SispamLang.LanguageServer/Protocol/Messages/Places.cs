namespace SispamLang.LanguageServer.Protocol.Messages;

/// <summary>A place in a document: what <c>hover</c>, <c>definition</c> and many others ask about.</summary>
internal sealed record TextDocumentPositionParams(TextDocumentIdentifier TextDocument, Position Position);

/// <summary>A document, all of it: what outlines, lenses and links are asked of.</summary>
internal sealed record TextDocumentParams(TextDocumentIdentifier TextDocument);

/// <summary>Where something is declared: a <c>LocationLink</c> for clients that know it, else a <c>Location</c>.</summary>
internal sealed record DefinitionPlace
{
    public string? Uri { get; init; }

    public Range? Range { get; init; }

    public Range? OriginSelectionRange { get; init; }

    public string? TargetUri { get; init; }

    public Range? TargetRange { get; init; }

    public Range? TargetSelectionRange { get; init; }
}

/// <summary><c>textDocument/references</c>.</summary>
internal sealed record ReferenceParams(
    TextDocumentIdentifier TextDocument,
    Position Position,
    ReferenceContext Context
);

internal sealed record ReferenceContext(bool IncludeDeclaration);

/// <summary>A place of the document that names the same.</summary>
/// <param name="Range">The place.</param>
/// <param name="Kind">2: it is asked for. 3: something is done to it.</param>
internal sealed record DocumentHighlight(Range Range, int Kind);

/// <summary>A part of the document that leads to another.</summary>
internal sealed record DocumentLink(Range Range, string Target);
