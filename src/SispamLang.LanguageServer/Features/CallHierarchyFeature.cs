using System.Collections.Immutable;
using SispamLang.Dialects;
using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.Services;

namespace SispamLang.LanguageServer.Features;

/// <summary>What starts what in a drill.</summary>
internal sealed class CallHierarchyFeature : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Request<TextDocumentPositionParams, CallHierarchyItem[]>(
                "textDocument/prepareCallHierarchy",
                Json.Default.TextDocumentPositionParams,
                Json.Default.CallHierarchyItemArray,
                PrepareAsync
            ),
            new Request<CallHierarchyCallsParams, CallHierarchyIncomingCall[]>(
                "callHierarchy/incomingCalls",
                Json.Default.CallHierarchyCallsParams,
                Json.Default.CallHierarchyIncomingCallArray,
                IncomingAsync
            ),
            new Request<CallHierarchyCallsParams, CallHierarchyOutgoingCall[]>(
                "callHierarchy/outgoingCalls",
                Json.Default.CallHierarchyCallsParams,
                Json.Default.CallHierarchyOutgoingCallArray,
                OutgoingAsync
            ),
        ];

    /// <inheritdoc/>
    public override void Announce(ServerCapabilities capabilities, Session session) =>
        capabilities.CallHierarchyProvider = true;

    private static async ValueTask<Answer<CallHierarchyItem[]>> PrepareAsync(
        TextDocumentPositionParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (await turn.CheckAsync(asked.TextDocument, cancellation) is not { } document)
        {
            return default;
        }

        var position = document.OffsetOf(asked.Position);
        return
            CallHierarchy.At(document.Compilation, document.Source, position, document.Language) is { } found
            && ItemOf(found, asked.TextDocument.Uri, turn) is { } item
            ? new[] { item }
            : default(Answer<CallHierarchyItem[]>);
    }

    private static async ValueTask<Answer<CallHierarchyIncomingCall[]>> IncomingAsync(
        CallHierarchyCallsParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        var calls = await FindAsync(asked.Item, turn, CallHierarchy.Incoming, cancellation);
        var result = new List<CallHierarchyIncomingCall>();
        foreach (var call in calls)
        {
            if (ItemOf(call.Item, DrillOf(asked.Item), turn) is { } from)
            {
                result.Add(new CallHierarchyIncomingCall(from, RangesIn(call.Item.Place, call, turn)));
            }
        }

        return result.ToArray();
    }

    private static async ValueTask<Answer<CallHierarchyOutgoingCall[]>> OutgoingAsync(
        CallHierarchyCallsParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        var calls = await FindAsync(asked.Item, turn, CallHierarchy.Outgoing, cancellation);
        var result = new List<CallHierarchyOutgoingCall>();
        foreach (var call in calls)
        {
            if (ItemOf(call.Item, DrillOf(asked.Item), turn) is { } to)
            {
                var isHere = call.Text.Path == asked.Item.Data?.Path;
                result.Add(
                    new CallHierarchyOutgoingCall(to, isHere ? RangesOf(call, turn) : [asked.Item.SelectionRange])
                );
            }
        }

        return result.ToArray();
    }

    private static async ValueTask<ImmutableArray<Call>> FindAsync(
        CallHierarchyItem item,
        Turn turn,
        Func<Compilation, CallNode, Dialect, ImmutableArray<Call>> find,
        CancellationToken cancellation
    ) =>
        item.Data is { } data
        && await turn.CheckAsync(new TextDocumentIdentifier(data.Drill), cancellation) is { } document
            ? find(document.Compilation, new CallNode(data.Path, data.Start, data.IsRule), document.Language)
            : [];

    private static string DrillOf(CallHierarchyItem item) => item.Data?.Drill ?? item.Uri;

    private static CallHierarchyItem? ItemOf(CallItem item, string drill, Turn turn) =>
        turn.UriOf(item.Place.Text, item.Place.ComesWithLanguage) is { } uri
            ? new CallHierarchyItem(
                item.Name,
                SymbolKinds.Of(item.Kind),
                uri,
                turn.Encoding.RangeOf(item.Place.Text, item.Place.Span),
                turn.Encoding.RangeOf(item.Place.Text, item.Place.NameSpan),
                new CallHierarchyData(drill, item.Node.Path, item.Node.Start, item.Node.IsRule)
            )
            : null;

    // The protocol shows them in the file of the one that starts the other; what starts it may be named elsewhere.
    private static Range[] RangesIn(NamedPlace caller, Call call, Turn turn) =>
        call.Text.Path == caller.Text.Path
            ? RangesOf(call, turn)
            : [turn.Encoding.RangeOf(caller.Text, caller.NameSpan)];

    private static Range[] RangesOf(Call call, Turn turn) =>
        [.. call.Spans.Select(span => turn.Encoding.RangeOf(call.Text, span))];
}
