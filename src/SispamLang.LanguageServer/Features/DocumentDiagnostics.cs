using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.LanguageServer.Workspaces;

namespace SispamLang.LanguageServer.Features;

/// <summary>What is wrong with a document, for clients that ask.</summary>
internal sealed class DocumentDiagnostics : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Request<DocumentDiagnosticParams, DocumentDiagnosticReport>(
                "textDocument/diagnostic",
                Json.Default.DocumentDiagnosticParams,
                Json.Default.DocumentDiagnosticReport,
                Report
            ),
        ];

    /// <inheritdoc/>
    public override void Announce(ServerCapabilities capabilities, Session session) =>
        capabilities.DiagnosticProvider = new DiagnosticOptions(
            "sispam",
            InterFileDependencies: true,
            WorkspaceDiagnostics: true
        );

    /// <summary>What the report of a check is called: the same for the same check in the same language.</summary>
    public static string IdOf(Check check, Turn turn) => $"{check.Number}{turn.Settings.Language}";

    private static async ValueTask<Answer<DocumentDiagnosticReport>> Report(
        DocumentDiagnosticParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (turn.Open(asked.TextDocument) is not { } document)
        {
            return new DocumentDiagnosticReport("full", "", []);
        }

        var check = await turn.Workspace.CheckOf(document.Text.Path).GetAsync(cancellation);
        var id = IdOf(check, turn);
        if (id == asked.PreviousResultId)
        {
            return new DocumentDiagnosticReport("unchanged", id, null);
        }

        var translation = new DiagnosticTranslation(turn);
        return new DocumentDiagnosticReport("full", id, translation.Own(check))
        {
            RelatedDocuments =
                check.Others.IsEmpty || turn.Client.TextDocument?.Diagnostic?.RelatedDocumentSupport != true
                    ? null
                    : translation
                        .Others([check])
                        .ToDictionary(
                            other => turn.Workspace.UriOf(other.Key),
                            other => new RelatedDocumentDiagnosticReport("full", other.Value),
                            StringComparer.Ordinal
                        ),
        };
    }
}
