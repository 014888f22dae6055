namespace SispamLang.LanguageServer.Protocol.Messages;

/// <summary>A place in a document, counted from 0; columns in units of the encoding that was agreed on.</summary>
internal readonly record struct Position(uint Line, uint Character);

/// <summary>From one place to another.</summary>
internal readonly record struct Range(Position Start, Position End);

/// <summary>A range of a document.</summary>
internal sealed record Location(string Uri, Range Range);

/// <summary>A change of a document.</summary>
internal sealed record TextEdit(Range Range, string NewText);

/// <summary>Names a document.</summary>
internal sealed record TextDocumentIdentifier(string Uri);

/// <summary>No params, or no result.</summary>
internal sealed record NoResult;
