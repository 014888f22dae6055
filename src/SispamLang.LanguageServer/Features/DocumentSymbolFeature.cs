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

        var outline = DocumentSymbols.In(tree);
        return turn.Client.TextDocument?.DocumentSymbol?.HierarchicalDocumentSymbolSupport == true
            ? new(outline.Select(item => Node(item, tree.Text, turn)).ToArray())
            : new(outline.SelectMany(item => List(item, null, tree.Text, asked.TextDocument.Uri, turn)).ToArray());
    }

    private static DocumentSymbol Node(OutlineItem item, SourceText text, Turn turn) =>
        new(
            NameOf(item),
            item.Detail.Length == 0 ? null : item.Detail,
            SymbolKinds.Of(item.Kind),
            turn.Encoding.RangeOf(text, item.Span),
            turn.Encoding.RangeOf(text, item.NameSpan),
            item.Children.IsEmpty ? null : [.. item.Children.Select(child => Node(child, text, turn))]
        );

    private static IEnumerable<DocumentSymbol> List(
        OutlineItem item,
        string? container,
        SourceText text,
        string uri,
        Turn turn
    ) =>
        item
            .Children.SelectMany(child => List(child, NameOf(item), text, uri, turn))
            .Prepend(
                new DocumentSymbol(
                    NameOf(item),
                    null,
                    SymbolKinds.Of(item.Kind),
                    Location: new Location(uri, turn.Encoding.RangeOf(text, item.Span)),
                    ContainerName: container
                )
            );

    // The protocol wants one.
    private static string NameOf(OutlineItem item) => item.Name.Trim().Length == 0 ? "…" : item.Name;
}
