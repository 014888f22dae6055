using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.Services;
using SispamLang.Text;

namespace SispamLang.LanguageServer.Features;

/// <summary>The outline of a document.</summary>
internal sealed class DocumentSymbolFeature : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Request<TextDocumentParams, DocumentSymbol[]>(
                "textDocument/documentSymbol",
                Json.Default.TextDocumentParams,
                Json.Default.DocumentSymbolArray,
                Show
            ),
        ];

    /// <inheritdoc/>
    public override void Announce(ServerCapabilities capabilities, Session session) =>
        capabilities.DocumentSymbolProvider = true;

    private static ValueTask<Answer<DocumentSymbol[]>> Show(
        TextDocumentParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (turn.Parse(asked.TextDocument, cancellation) is not { } tree)
        {
            return default;
        }

        return new(DocumentSymbols.In(tree).Select(item => Of(item, tree.Text, turn)).ToArray());
    }

    private static DocumentSymbol Of(OutlineItem item, SourceText text, Turn turn) =>
        new(
            item.Name.Trim().Length == 0 ? "…" : item.Name, // The protocol wants a name.
            item.Detail.Length == 0 ? null : item.Detail,
            SymbolKinds.Of(item.Kind),
            turn.Encoding.RangeOf(text, item.Span),
            turn.Encoding.RangeOf(text, item.NameSpan),
            item.Children.IsEmpty ? null : [.. item.Children.Select(child => Of(child, text, turn))]
        );
}
