using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.Services;

namespace SispamLang.LanguageServer.Features;

/// <summary>Shows where in the document the same is named.</summary>
internal sealed class HighlightFeature : Feature
{
    private const int Read = 2;
    private const int Write = 3;

    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Request<TextDocumentPositionParams, DocumentHighlight[]>(
                "textDocument/documentHighlight",
                Json.Default.TextDocumentPositionParams,
                Json.Default.DocumentHighlightArray,
                HighlightAsync
            ),
        ];

    /// <inheritdoc/>
    public override void Announce(ServerCapabilities capabilities, Session session) =>
        capabilities.DocumentHighlightProvider = true;

    private static async ValueTask<Answer<DocumentHighlight[]>> HighlightAsync(
        TextDocumentPositionParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (await turn.CheckAsync(asked.TextDocument, cancellation) is not { } document)
        {
            return default;
        }

        var position = document.OffsetOf(asked.Position);
        return References
            .HighlightsAt(document.Compilation, document.Source, position)
            .Select(h => new DocumentHighlight(document.RangeOf(h.Span), h.IsWrite ? Write : Read))
            .ToArray();
    }
}
