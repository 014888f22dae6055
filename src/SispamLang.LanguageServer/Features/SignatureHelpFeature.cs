using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.Services;
using SignatureHelp = SispamLang.LanguageServer.Protocol.Messages.SignatureHelp;

namespace SispamLang.LanguageServer.Features;

/// <summary>Shows what the action that is being typed is made of.</summary>
internal sealed class SignatureHelpFeature : Feature
{
    private static readonly string[] Triggers = [" "];

    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Request<TextDocumentPositionParams, SignatureHelp>(
                "textDocument/signatureHelp",
                Json.Default.TextDocumentPositionParams,
                Json.Default.SignatureHelp,
                HelpAsync
            ),
        ];

    /// <inheritdoc/>
    public override void Announce(ServerCapabilities capabilities, Session session) =>
        capabilities.SignatureHelpProvider = new SignatureHelpOptions(Triggers);

    private static async ValueTask<Answer<SignatureHelp>> HelpAsync(
        TextDocumentPositionParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (turn.Open(asked.TextDocument) is not { } open)
        {
            return default;
        }

        var known = await turn.LatestAsync(open, cancellation);
        var options = turn.CompletionOptionsFor(open, known);
        var position = turn.Encoding.OffsetOf(open.Text, asked.Position);
        var found = Services.SignatureHelp.At(open.Text, position, known, options, cancellation);
        if (found.IsEmpty)
        {
            return default;
        }

        SignatureInformation[] signatures = [.. found.Select(Translate)];
        return new SignatureHelp(signatures, 0, signatures[0].ActiveParameter);
    }

    // The protocol has no word for “none of them” but a number that none has.
    private static SignatureInformation Translate(ActionSignature signature) =>
        new(
            signature.Label,
            signature.Documentation,
            [.. signature.Parts.Select(part => new ParameterInformation([part.Start, part.End]))],
            signature.Active ?? signature.Parts.Length
        );
}
