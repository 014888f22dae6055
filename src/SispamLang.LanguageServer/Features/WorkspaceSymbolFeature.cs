using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.Services;

namespace SispamLang.LanguageServer.Features;

/// <summary>Finds what has a name, in all files.</summary>
internal sealed class WorkspaceSymbolFeature : Feature
{
    // More is no answer to a person.
    private const int Most = 500;

    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Request<WorkspaceSymbolParams, SymbolInformation[]>(
                "workspace/symbol",
                Json.Default.WorkspaceSymbolParams,
                Json.Default.SymbolInformationArray,
                FindAsync
            ),
        ];

    /// <inheritdoc/>
    public override void Announce(ServerCapabilities capabilities, Session session) =>
        capabilities.WorkspaceSymbolProvider = true;

    private static async ValueTask<Answer<SymbolInformation[]>> FindAsync(
        WorkspaceSymbolParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        var all = await turn.CheckAllAsync(cancellation);
        return WorkspaceSymbols
            .Find(asked.Query, all.Select(document => document.Compilation), cancellation)
            .Take(Most)
            .Select(symbol => new SymbolInformation(
                symbol.Name,
                SymbolKinds.Of(symbol.Kind),
                turn.LocationOf(symbol.Text, symbol.NameSpan),
                Path.GetFileName(symbol.Text.Path)
            ))
            .ToArray();
    }
}
