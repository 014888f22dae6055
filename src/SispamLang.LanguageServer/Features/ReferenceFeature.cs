using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.Services;

namespace SispamLang.LanguageServer.Features;

/// <summary>Finds where something is named, in all files.</summary>
internal sealed class ReferenceFeature : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Request<ReferenceParams, Location[]>(
                "textDocument/references",
                Json.Default.ReferenceParams,
                Json.Default.LocationArray,
                FindAsync
            ),
        ];

    /// <inheritdoc/>
    public override void Announce(ServerCapabilities capabilities, Session session) =>
        capabilities.ReferencesProvider = true;

    private static async ValueTask<Answer<Location[]>> FindAsync(
        ReferenceParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (await turn.CheckAsync(asked.TextDocument, cancellation) is not { } document)
        {
            return default;
        }

        var workspace = await turn.CompilationsWithAsync(document, cancellation);
        var position = document.OffsetOf(asked.Position);
        var locations = new List<Location>();
        foreach (var reference in References.At(document.Text.Path, position, workspace, cancellation))
        {
            var isWanted = asked.Context.IncludeDeclaration || !reference.IsDeclaration;
            if (isWanted && turn.UriOf(reference.Text, reference.ComesWithLanguage) is { } uri)
            {
                locations.Add(new Location(uri, turn.Encoding.RangeOf(reference.Text, reference.Span)));
            }
        }

        return locations.ToArray();
    }
}
