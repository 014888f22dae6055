using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.Services;

namespace SispamLang.LanguageServer.Features;

/// <summary>Says what can be folded.</summary>
internal sealed class FoldingFeature : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Request<FoldingRangeParams, Protocol.Messages.FoldingRange[]>(
                "textDocument/foldingRange",
                Json.Default.FoldingRangeParams,
                Json.Default.FoldingRangeArray,
                Fold
            ),
        ];

    /// <inheritdoc/>
    public override void Announce(ServerCapabilities capabilities, Session session) =>
        capabilities.FoldingRangeProvider = true;

    private static ValueTask<Answer<Protocol.Messages.FoldingRange[]>> Fold(
        FoldingRangeParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (turn.Parse(asked.TextDocument, cancellation) is not { } tree)
        {
            return default;
        }

        var ranges = FoldingRanges
            .In(tree)
            .Select(range => new Protocol.Messages.FoldingRange(
                (uint)range.FirstLine,
                (uint)range.LastLine,
                range.Kind switch
                {
                    FoldingKind.Comments => "comment",
                    FoldingKind.Uses => "imports",
                    _ => null,
                }
            ));
        return new(ranges.ToArray());
    }
}
