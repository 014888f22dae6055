using System.Text.Json.Serialization;

namespace SispamLang.LanguageServer.Protocol.Messages;

/// <summary>Changes of documents: one after the other, or, for clients that know only that, by their URIs.</summary>
internal sealed record WorkspaceEdit(
    DocumentChange[]? DocumentChanges = null,
    Dictionary<string, TextEdit[]>? Changes = null
);

/// <summary>Changes of one document, or the making of a new one.</summary>
internal sealed record DocumentChange(
    VersionedOrNotTextDocumentIdentifier? TextDocument = null,
    TextEdit[]? Edits = null,
    string? Kind = null,
    string? Uri = null
)
{
    /// <summary>A new document; it is an error if it is there.</summary>
    public static DocumentChange Create(string uri) => new(Kind: "create", Uri: uri);
}

/// <summary>Names a document in one of its versions; the version is null if it is not open.</summary>
internal sealed record VersionedOrNotTextDocumentIdentifier(
    string Uri,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Version
);
