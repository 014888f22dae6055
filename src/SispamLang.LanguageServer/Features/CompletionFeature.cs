using System.Globalization;
using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.LanguageServer.Workspaces;
using SispamLang.Services.Completion;
using CompletionItem = SispamLang.LanguageServer.Protocol.Messages.CompletionItem;
using Offered = SispamLang.Services.Completion.CompletionItem;

namespace SispamLang.LanguageServer.Features;

/// <summary>Offers what can be written, and says what an item means when the user looks at it.</summary>
internal sealed class CompletionFeature : Feature
{
    private const int Snippet = 2;

    // A blank: most of what fits stands behind a word that is finished.
    private static readonly string[] Triggers = [" ", "\"", "/"];

    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Request<TextDocumentPositionParams, CompletionList>(
                "textDocument/completion",
                Json.Default.TextDocumentPositionParams,
                Json.Default.CompletionList,
                CompleteAsync
            ),
            new Request<CompletionItem, CompletionItem>(
                "completionItem/resolve",
                Json.Default.CompletionItem,
                Json.Default.CompletionItem,
                ResolveAsync
            ),
        ];

    /// <inheritdoc/>
    public override void Announce(ServerCapabilities capabilities, Session session) =>
        capabilities.CompletionProvider = new CompletionServerOptions(Triggers, ResolveProvider: true);

    private static async ValueTask<Answer<CompletionList>> CompleteAsync(
        TextDocumentPositionParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (turn.Open(asked.TextDocument) is not { } open)
        {
            return default;
        }

        var known = await turn.LatestAsync(open, cancellation);
        var options = turn.CompletionOptionsFor(open, known);
        var position = turn.Encoding.OffsetOf(open.Text, asked.Position);
        var items = CompletionService.At(open.Text, position, known, options, cancellation);
        return new CompletionList(false, [.. items.Select((item, index) => Translate(item, index, open, turn))]);
    }

    private static CompletionItem Translate(Offered item, int index, Document open, Turn turn)
    {
        var isSnippet =
            item.Text.HasGaps && turn.Client.TextDocument?.Completion?.CompletionItem?.SnippetSupport == true;
        var text = isSnippet ? SnippetOf(item.Text) : item.Text.ToString();
        return new CompletionItem(
            item.Label,
            KindOf(item.Kind),
            Detail: item.Detail.Length == 0 ? null : item.Detail,
            SortText: index.ToString("D5", CultureInfo.InvariantCulture),
            FilterText: item.FilterText,
            InsertTextFormat: isSnippet ? Snippet : null,
            TextEdit: new Protocol.Messages.TextEdit(turn.Encoding.RangeOf(open.Text, item.Replaced), text),
            Data: item.Key.Length == 0 ? null : new CompletionItemData(open.Uri, item.Key)
        );
    }

    private static async ValueTask<Answer<CompletionItem>> ResolveAsync(
        CompletionItem item,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (item.Data is not { } data || turn.Open(new TextDocumentIdentifier(data.Uri)) is not { } open)
        {
            return item;
        }

        var known = await turn.LatestAsync(open, cancellation);
        var meaning = CompletionService.Describe(data.Key, known, turn.LanguageFor(known.Dialect));
        return meaning is null ? item : item with { Documentation = MarkupContent.Markdown(meaning) };
    }

    private static string SnippetOf(TemplateText text) =>
        string.Concat(
            text.Parts.Select(part =>
                part.Gap == 0 ? Escape(part.Text)
                : part.Text.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"${part.Gap}")
                : string.Create(CultureInfo.InvariantCulture, $"${{{part.Gap}:{Escape(part.Text)}}}")
            )
        );

    private static string Escape(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("$", @"\$", StringComparison.Ordinal)
            .Replace("}", @"\}", StringComparison.Ordinal);

    private static CompletionItemKind KindOf(CompletionKind kind) =>
        kind switch
        {
            CompletionKind.Verb => CompletionItemKind.Function,
            CompletionKind.State => CompletionItemKind.EnumMember,
            CompletionKind.Unit => CompletionItemKind.Class,
            CompletionKind.Place => CompletionItemKind.Field,
            CompletionKind.Role => CompletionItemKind.Interface,
            CompletionKind.Crowd => CompletionItemKind.Struct,
            CompletionKind.Temper => CompletionItemKind.Enum,
            CompletionKind.Tactic => CompletionItemKind.Method,
            CompletionKind.Event => CompletionItemKind.Event,
            CompletionKind.Counter => CompletionItemKind.Variable,
            CompletionKind.Param => CompletionItemKind.Constant,
            CompletionKind.Phase => CompletionItemKind.Module,
            CompletionKind.Doctrine => CompletionItemKind.Reference,
            CompletionKind.Value => CompletionItemKind.Value,
            CompletionKind.FreeWord => CompletionItemKind.Text,
            CompletionKind.Sign => CompletionItemKind.Operator,
            CompletionKind.File => CompletionItemKind.File,
            CompletionKind.Snippet => CompletionItemKind.Snippet,
            _ => CompletionItemKind.Keyword,
        };
}
