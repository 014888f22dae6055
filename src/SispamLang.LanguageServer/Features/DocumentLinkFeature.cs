using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.Services;
using DocumentLink = SispamLang.LanguageServer.Protocol.Messages.DocumentLink;

namespace SispamLang.LanguageServer.Features;

/// <summary>Opens the files that a document names.</summary>
internal sealed class DocumentLinkFeature : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Request<TextDocumentParams, DocumentLink[]>(
                "textDocument/documentLink",
                Json.Default.TextDocumentParams,
                Json.Default.DocumentLinkArray,
                ShowAsync
            ),
        ];

    /// <inheritdoc/>
    public override void Announce(ServerCapabilities capabilities, Session session) =>
        capabilities.DocumentLinkProvider = new DocumentLinkOptions(ResolveProvider: false);

    private static async ValueTask<Answer<DocumentLink[]>> ShowAsync(
        TextDocumentParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (await turn.CheckAsync(asked.TextDocument, cancellation) is not { } document)
        {
            return default;
        }

        var links = new List<DocumentLink>();
        foreach (var link in DocumentLinks.In(document.Compilation, document.Source))
        {
            if (turn.UriOf(link.Target.Text, link.Target.ComesWithLanguage) is { } uri)
            {
                // Editors take what is behind # for the line.
                var line = link.Target.Text.PositionOf(link.Target.NameSpan.Start).Line + 1;
                links.Add(new DocumentLink(document.RangeOf(link.Span), line == 1 ? uri : $"{uri}#L{line}"));
            }
        }

        return links.ToArray();
    }
}
