using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.Services;
using InlayHint = SispamLang.LanguageServer.Protocol.Messages.InlayHint;

namespace SispamLang.LanguageServer.Features;

/// <summary>Shows within lines what they mean without saying it.</summary>
internal sealed class InlayHintFeature : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Request<InlayHintParams, InlayHint[]>(
                "textDocument/inlayHint",
                Json.Default.InlayHintParams,
                Json.Default.InlayHintArray,
                ShowAsync
            ),
        ];

    /// <inheritdoc/>
    public override void Announce(ServerCapabilities capabilities, Session session) =>
        capabilities.InlayHintProvider = true;

    private static async ValueTask<Answer<InlayHint[]>> ShowAsync(
        InlayHintParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (await turn.CheckAsync(asked.TextDocument, cancellation) is not { } document)
        {
            return default;
        }

        return InlayHints
            .In(document.Compilation, document.SpanOf(asked.Range), turn.Settings.InlayHints, document.Language)
            .Select(hint => new InlayHint(
                turn.Encoding.PositionOf(document.Text, hint.Position),
                hint.Text,
                PaddingLeft: true
            ))
            .ToArray();
    }
}
