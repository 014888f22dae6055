using System.Collections.Immutable;
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

        var isLazy = turn.Client.TextDocument?.CodeAction?.ResolveSupport?.Properties.Contains(Edit) == true;
        var diagnostics = new DiagnosticTranslation(turn);
        var wanted = Wanted(asked.Context, document);
        var actions = ActionsOf(document, asked.Range, wanted, cancellation);
        return actions
            .Select(
                (action, index) =>
                    new Protocol.Messages.CodeAction(
                        action.Title(document.Language),
                        NameOf(action.Kind),
                        action.Diagnostics.IsEmpty
                            ? null
                            : [.. action.Diagnostics.Select(about => diagnostics.Of(about, document.Language))],
                        action.IsPreferred ? true : null,
                        isLazy ? null : EditOf(action, turn, cancellation),
                        isLazy ? new CodeActionData(open.Uri, open.Version, asked.Range, (int)wanted, index) : null
                    )
            )
            .ToArray();
    }

    private static async ValueTask<Answer<Protocol.Messages.CodeAction>> Resolve(
        Protocol.Messages.CodeAction asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (
            asked.Data is { } data
            && turn.Open(new TextDocumentIdentifier(data.Uri)) is { } open
            && open.Version == data.Version
            && await turn.CheckAsync(new TextDocumentIdentifier(data.Uri), cancellation) is { } document
        )
        {
            var actions = ActionsOf(document, data.Range, (CodeActionKinds)data.Kinds, cancellation);
            var action = actions.ElementAtOrDefault(data.Index);
            if (action?.Title(document.Language) == asked.Title)
            {
                return asked with { Edit = EditOf(action, turn, cancellation) };
            }
        }

        return new ResponseError(ErrorCodes.ContentModified, "The document has changed in the meantime.");
    }

    private static ImmutableArray<Services.CodeActions.CodeAction> ActionsOf(
        CheckedDocument document,
        Range range,
        CodeActionKinds kinds,
        CancellationToken cancellation
    ) => CodeActionList.At(document.Compilation, document.SpanOf(range), kinds, cancellation);

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
