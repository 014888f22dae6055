using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.Services;

namespace SispamLang.LanguageServer.Features;

/// <summary>Leads from a name to where it is declared, and to what makes it what it is.</summary>
internal sealed class DefinitionFeature : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Request<TextDocumentPositionParams, DefinitionPlace[]>(
                "textDocument/definition",
                Json.Default.TextDocumentPositionParams,
                Json.Default.DefinitionPlaceArray,
                (asked, turn, cancellation) =>
                    FindAsync(asked, turn, turn.Client.TextDocument?.Definition, Definitions.At, cancellation)
            ),
            new Request<TextDocumentPositionParams, DefinitionPlace[]>(
                "textDocument/typeDefinition",
                Json.Default.TextDocumentPositionParams,
                Json.Default.DefinitionPlaceArray,
                (asked, turn, cancellation) =>
                    FindAsync(asked, turn, turn.Client.TextDocument?.TypeDefinition, Definitions.TypeAt, cancellation)
            ),
        ];

    /// <inheritdoc/>
    public override void Announce(ServerCapabilities capabilities, Session session)
    {
        capabilities.DefinitionProvider = true;
        capabilities.TypeDefinitionProvider = true;
    }

    private static async ValueTask<Answer<DefinitionPlace[]>> FindAsync(
        TextDocumentPositionParams asked,
        Turn turn,
        LinkClientCapabilities? client,
        Func<Compilation, Binding.SourceUnit, int, Definition?> find,
        CancellationToken cancellation
    )
    {
        if (
            await turn.CheckAsync(asked.TextDocument, cancellation) is not { } document
            || find(document.Compilation, document.Source, document.OffsetOf(asked.Position)) is not { } found
        )
        {
            return default;
        }

        var places = new List<DefinitionPlace>();
        foreach (var place in found.Places)
        {
            if (turn.UriOf(place.Text, place.ComesWithLanguage) is { } uri)
            {
                var name = turn.Encoding.RangeOf(place.Text, place.NameSpan);
                places.Add(
                    client?.LinkSupport == true
                        ? new DefinitionPlace
                        {
                            OriginSelectionRange = document.RangeOf(found.Origin),
                            TargetUri = uri,
                            TargetRange = turn.Encoding.RangeOf(place.Text, place.Span),
                            TargetSelectionRange = name,
                        }
                        : new DefinitionPlace { Uri = uri, Range = name }
                );
            }
        }

        return places.ToArray();
    }
}
