using System.Text.Json;

namespace SispamLang.LanguageServer.Protocol.Messages;

/// <summary>A line above a declaration. Without a command it is to be resolved.</summary>
internal sealed record CodeLens(Range Range, Command? Command = null, CodeLensData? Data = null);

/// <summary>What is counted for a lens.</summary>
/// <param name="Uri">The document.</param>
/// <param name="Position">Where the name starts.</param>
internal sealed record CodeLensData(string Uri, Position Position);

internal sealed record CodeLensOptions(bool ResolveProvider);

/// <summary>What is done when something is clicked; nothing if the command is empty.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Id">The command.</param>
/// <param name="Arguments">What it is given.</param>
internal sealed record Command(
    string Title,
    [property: System.Text.Json.Serialization.JsonPropertyName("command")] string Id,
    JsonElement[]? Arguments = null
);

/// <summary><c>textDocument/inlayHint</c>.</summary>
internal sealed record InlayHintParams(TextDocumentIdentifier TextDocument, Range Range);

/// <summary>A hint within a line.</summary>
internal sealed record InlayHint(Position Position, string Label, bool PaddingLeft);
