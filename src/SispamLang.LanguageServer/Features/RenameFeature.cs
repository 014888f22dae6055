using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.Services;

namespace SispamLang.LanguageServer.Features;

/// <summary>Gives something declared another name.</summary>
internal sealed class RenameFeature : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Request<TextDocumentPositionParams, PrepareRenameResult>(
                "textDocument/prepareRename",
                Json.Default.TextDocumentPositionParams,
                Json.Default.PrepareRenameResult,
                PrepareAsync
            ),
            new Request<RenameParams, WorkspaceEdit>(
                "textDocument/rename",
                Json.Default.RenameParams,
                Json.Default.WorkspaceEdit,
                RenameAsync
            ),
        ];

    /// <inheritdoc/>
    public override void Announce(ServerCapabilities capabilities, Session session) =>
        capabilities.RenameProvider = new RenameOptions(PrepareProvider: true);

    private static async ValueTask<Answer<PrepareRenameResult>> PrepareAsync(
        TextDocumentPositionParams asked,
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
        var target = Renaming.Prepare(document.Text.Path, position, workspace, document.Language);
        return target.Refusal is { } reason
            ? new ResponseError(ErrorCodes.RequestFailed, reason)
            : new PrepareRenameResult(document.RangeOf(target.Span), target.Name);
    }

    private static async ValueTask<Answer<WorkspaceEdit>> RenameAsync(
        RenameParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (await turn.CheckAsync(asked.TextDocument, cancellation) is not { } document)
        {
            return default;
        }

        var workspace = await turn.CompilationsWithAsync(document, cancellation);
        var renamed = Renaming.Rename(
            document.Text.Path,
            document.OffsetOf(asked.Position),
            asked.NewName,
            workspace,
            document.Language,
            cancellation
        );
        return renamed.Refusal is { } reason
            ? new ResponseError(ErrorCodes.RequestFailed, reason)
            : new WorkspaceEditTranslation(turn).Of(
                renamed.Files.Select(file => (file.Text, file.Edits.AsEnumerable())),
                []
            );
    }
}
