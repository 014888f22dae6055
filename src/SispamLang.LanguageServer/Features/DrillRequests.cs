using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.Ledger;
using SispamLang.Services;

namespace SispamLang.LanguageServer.Features;

/// <summary>The course of a drill and its ledger, for views that know nothing of the language.</summary>
internal sealed class DrillRequests : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Request<TextDocumentParams, PhaseGraphResult>(
                "sispam/phaseGraph",
                Json.Default.TextDocumentParams,
                Json.Default.PhaseGraphResult,
                DrawPhases
            ),
            new Request<TextDocumentParams, LedgerResult>(
                "sispam/ledger",
                Json.Default.TextDocumentParams,
                Json.Default.LedgerResult,
                SumUp
            ),
        ];

    private static async ValueTask<Answer<PhaseGraphResult>> DrawPhases(
        TextDocumentParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (await turn.CheckAsync(asked.TextDocument, cancellation) is not { } document)
        {
            return default;
        }

        var drill = document.Compilation.Drill;
        var graph = PhaseGraph.Of(drill);
        return new PhaseGraphResult(
            drill.Facts.Title,
            [
                .. graph.Phases.Select(phase => new PhaseGraphNode(
                    phase.Name,
                    phase.Title,
                    turn.LocationOf(phase.Source.Tree.Text, phase.Span)
                )),
            ],
            [
                .. graph.Changes.Select(change => new PhaseGraphEdge(
                    change.From.Name,
                    change.To?.Name,
                    change.Kind.ToString().ToLowerInvariant(),
                    change.Trigger,
                    turn.LocationOf(change.Source.Tree.Text, change.Syntax.Span)
                )),
            ]
        );
    }

    private static async ValueTask<Answer<LedgerResult>> SumUp(
        TextDocumentParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (await turn.CheckAsync(asked.TextDocument, cancellation) is not { } document)
        {
            return default;
        }

        var drill = document.Compilation.Drill;
        return new LedgerResult(drill.Facts.Title, StrengthLedger.Of(drill));
    }
}
