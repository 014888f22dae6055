using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.Services;

namespace SispamLang.LanguageServer.Features;

/// <summary>Says what to select around places, more and more of it.</summary>
internal sealed class SelectionFeature : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Request<SelectionRangeParams, SelectionRange[]>(
                "textDocument/selectionRange",
                Json.Default.SelectionRangeParams,
                Json.Default.SelectionRangeArray,
                Select
            ),
        ];

    /// <inheritdoc/>
    public override void Announce(ServerCapabilities capabilities, Session session) =>
        capabilities.SelectionRangeProvider = true;

    private static async ValueTask<Answer<SelectionRange[]>> Select(
        SelectionRangeParams asked,
        Turn turn,
        CancellationToken cancellation
    ) =>
        await turn.CheckAsync(asked.TextDocument, cancellation) is { } document
            ? asked.Positions.Select(position => Around(document, position)).ToArray()
            : default(Answer<SelectionRange[]>);

    // One answer for each place, in an empty document too.
    private static SelectionRange Around(CheckedDocument document, Position position)
    {
        SelectionRange? found = null;
        foreach (var span in SelectionRanges.At(document.Source, document.OffsetOf(position)).Reverse())
        {
            found = new SelectionRange(document.RangeOf(span), found);
        }

        return found ?? new SelectionRange(new Range(position, position));
    }
}
