using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;

namespace SispamLang.LanguageServer.Features;

/// <summary>What is wrong anywhere in the workspace.</summary>
internal sealed class WorkspaceDiagnostics : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Request<WorkspaceDiagnosticParams, WorkspaceDiagnosticReport>(
                "workspace/diagnostic",
                Json.Default.WorkspaceDiagnosticParams,
                Json.Default.WorkspaceDiagnosticReport,
                Report
            ),
        ];

    private static async ValueTask<Answer<WorkspaceDiagnosticReport>> Report(
        WorkspaceDiagnosticParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        var known = asked.PreviousResultIds.ToLookup(previous => previous.Uri, previous => previous.Value);
        var items = new List<WorkspaceDocumentDiagnosticReport>();
        foreach (var path in turn.Workspace.Files)
        {
            var check = await turn.Workspace.CheckOf(path).GetAsync(cancellation);
            var (uri, id) = (turn.Workspace.UriOf(path), DocumentDiagnostics.IdOf(check, turn));
            var version = turn.Workspace.Documents.GetValueOrDefault(path)?.Version;
            items.Add(
                known[uri].Contains(id)
                    ? new WorkspaceDocumentDiagnosticReport("unchanged", uri, version, id, null)
                    : new WorkspaceDocumentDiagnosticReport(
                        "full",
                        uri,
                        version,
                        id,
                        new DiagnosticTranslation(turn).Of(check)
                    )
            );
        }

        return new WorkspaceDiagnosticReport([.. items]);
    }
}
