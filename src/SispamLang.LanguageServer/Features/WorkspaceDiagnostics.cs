using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.LanguageServer.Workspaces;

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
        var translation = new DiagnosticTranslation(turn);
        var checks = new List<Check>();
        var items = new List<WorkspaceDocumentDiagnosticReport>();
        var files = turn.Workspace.Files.ToHashSet(StringComparer.Ordinal);
        foreach (var path in files)
        {
            var check = await turn.Workspace.CheckOf(path).GetAsync(cancellation);
            var (uri, id) = (turn.Workspace.UriOf(path), DocumentDiagnostics.IdOf(check, turn));
            var version = turn.Workspace.Documents.GetValueOrDefault(path)?.Version;
            items.Add(
                known[uri].Contains(id)
                    ? new WorkspaceDocumentDiagnosticReport("unchanged", uri, version, id, null)
                    : new WorkspaceDocumentDiagnosticReport("full", uri, version, id, translation.Own(check))
            );
            checks.Add(check);
        }

        // Each drill has a report of its own; what is left is the settings of folders.
        var settings = translation.Others(checks).Where(other => !files.Contains(other.Key));
        items.AddRange(
            settings.Select(other => new WorkspaceDocumentDiagnosticReport(
                "full",
                turn.Workspace.UriOf(other.Key),
                null,
                null,
                other.Value
            ))
        );
        return new WorkspaceDiagnosticReport([.. items]);
    }
}
