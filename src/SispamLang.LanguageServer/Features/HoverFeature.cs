using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.Services;
using Hover = SispamLang.LanguageServer.Protocol.Messages.Hover;

namespace SispamLang.LanguageServer.Features;

/// <summary>Tells what is pointed at.</summary>
internal sealed class HoverFeature : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Request<TextDocumentPositionParams, Hover>(
                "textDocument/hover",
                Json.Default.TextDocumentPositionParams,
                Json.Default.Hover,
                HoverAsync
            ),
        ];

    /// <inheritdoc/>
    public override void Announce(ServerCapabilities capabilities, Session session) =>
        capabilities.HoverProvider = true;

    private static async ValueTask<Answer<Hover>> HoverAsync(
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
        var hover = Hovers.At(document.Compilation, document.Source, position, document.Language);
        return hover is null
            ? default(Answer<Hover>)
            : new Hover(MarkupContent.Markdown(hover.Markdown), document.RangeOf(hover.Span));
    }
}
