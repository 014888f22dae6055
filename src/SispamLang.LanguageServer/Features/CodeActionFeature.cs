using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.Services.CodeActions;

namespace SispamLang.LanguageServer.Features;

/// <summary>Offers quick fixes and refactorings.</summary>
internal sealed class CodeActionFeature : Feature
{
    private const string Edit = "edit";
    private const int NobodyAsked = 2;

    private static readonly (CodeActionKinds Kind, string Name)[] Kinds =
    [
        (CodeActionKinds.QuickFix, "quickfix"),
        (CodeActionKinds.Extract, "refactor.extract"),
        (CodeActionKinds.ExtractFile, "refactor.extract.file"),
        (CodeActionKinds.Inline, "refactor.inline"),
        (CodeActionKinds.Rewrite, "refactor.rewrite"),
        (CodeActionKinds.FixAll, "source.fixAll.sispam"),
        (CodeActionKinds.Translate, "source.translate.sispam"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Request<CodeActionParams, Protocol.Messages.CodeAction[]>(
                "textDocument/codeAction",
                Json.Default.CodeActionParams,
                Json.Default.CodeActionArray,
                List
            ),
            new Request<Protocol.Messages.CodeAction, Protocol.Messages.CodeAction>(
                "codeAction/resolve",
                Json.Default.CodeAction,
                Json.Default.CodeAction,
                Resolve
            ),
        ];

    /// <inheritdoc/>
    public override void Announce(ServerCapabilities capabilities, Session session) =>
        capabilities.CodeActionProvider = new CodeActionOptions(
            [.. Kinds.Select(kind => kind.Name)],
            ResolveProvider: true
        );

    private static async ValueTask<Answer<Protocol.Messages.CodeAction[]>> List(
        CodeActionParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        var open = turn.Open(asked.TextDocument);
        if (open is null || await turn.CheckAsync(asked.TextDocument, cancellation) is not { } document)
        {
            return default;
        }

        var wanted = Wanted(asked.Context, document);
        var data = new CodeActionData(asked.TextDocument.Uri, open.Version, asked.Range, asked.Context.Only);
        var diagnostics = new DiagnosticTranslation(turn);
        var isLazy = turn.Client.TextDocument?.CodeAction?.ResolveSupport?.Properties.Contains(Edit) == true;
        var found = new List<Protocol.Messages.CodeAction>();
        foreach (
            var action in CodeActionList.At(document.Compilation, document.SpanOf(asked.Range), wanted, cancellation)
        )
        {
            var offered = new Protocol.Messages.CodeAction(
                action.Title(document.Language),
                NameOf(action.Kind),
                action.Diagnostics.IsEmpty
                    ? null
                    : [.. action.Diagnostics.Select(diagnostic => diagnostics.Of(diagnostic, document.Language))],
                action.IsPreferred ? true : null
            );
            found.Add(
                isLazy ? offered with { Data = data } : offered with { Edit = EditOf(action, turn, cancellation) }
            );
        }

        return found.ToArray();
    }

    private static async ValueTask<Answer<Protocol.Messages.CodeAction>> Resolve(
        Protocol.Messages.CodeAction asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (
            asked.Data is not { } data
            || turn.Open(new TextDocumentIdentifier(data.Uri)) is not { } open
            || open.Version != data.Version
            || await turn.CheckAsync(new TextDocumentIdentifier(data.Uri), cancellation) is not { } document
        )
        {
            return new ResponseError(ErrorCodes.ContentModified, "The document has changed in the meantime.");
        }

        var kinds = Wanted(new CodeActionContext(data.Only), document);
        var action = CodeActionList
            .At(document.Compilation, document.SpanOf(data.Range), kinds, cancellation)
            .FirstOrDefault(action =>
                NameOf(action.Kind) == asked.Kind && action.Title(document.Language) == asked.Title
            );
        return action is null
            ? new ResponseError(ErrorCodes.ContentModified, "What was offered is not possible any more.")
            : asked with
            {
                Edit = EditOf(action, turn, cancellation),
            };
    }

    private static WorkspaceEdit EditOf(
        Services.CodeActions.CodeAction action,
        Turn turn,
        CancellationToken cancellation
    )
    {
        var change = action.Change(cancellation);
        return new WorkspaceEditTranslation(turn).Of(
            change.Files.Select(file => (file.Text, file.Edits.AsEnumerable())),
            change.NewFiles
        );
    }

    // What is for the whole file is not shown beside every line, and new files need a folder and a client that can make them.
    private static CodeActionKinds Wanted(CodeActionContext context, CheckedDocument document)
    {
        var wanted = default(CodeActionKinds);
        foreach (var (kind, name) in Kinds)
        {
            var isWanted =
                context.Only?.Any(only => IsSortOf(name, only))
                ?? (context.TriggerKind != NobodyAsked || !name.StartsWith("source", StringComparison.Ordinal));
            wanted |= isWanted ? kind : default;
        }

        var canCreate =
            Path.IsPathFullyQualified(document.Text.Path) && new WorkspaceEditTranslation(document.Turn).CanCreateFiles;
        return canCreate ? wanted : wanted & ~CodeActionKinds.ExtractFile;
    }

    private static bool IsSortOf(string name, string wider) =>
        wider.Length == 0
        || name == wider
        || (name.StartsWith(wider, StringComparison.Ordinal) && name[wider.Length] == '.');

    private static string NameOf(CodeActionKinds kind) => Array.Find(Kinds, pair => pair.Kind == kind).Name;
}
