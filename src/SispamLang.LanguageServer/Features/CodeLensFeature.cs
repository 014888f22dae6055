using System.Text.Json;
using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.Services;
using CodeLens = SispamLang.LanguageServer.Protocol.Messages.CodeLens;

namespace SispamLang.LanguageServer.Features;

/// <summary>Lines above declarations: how often they are named, and what can be run. Counting is left until a line is seen.</summary>
internal sealed class CodeLensFeature : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Request<TextDocumentParams, CodeLens[]>(
                "textDocument/codeLens",
                Json.Default.TextDocumentParams,
                Json.Default.CodeLensArray,
                ShowAsync
            ),
            new Request<CodeLens, CodeLens>(
                "codeLens/resolve",
                Json.Default.CodeLens,
                Json.Default.CodeLens,
                ResolveAsync
            ),
        ];

    /// <inheritdoc/>
    public override void Announce(ServerCapabilities capabilities, Session session) =>
        capabilities.CodeLensProvider = new CodeLensOptions(ResolveProvider: true);

    private static async ValueTask<Answer<CodeLens[]>> ShowAsync(
        TextDocumentParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (await turn.CheckAsync(asked.TextDocument, cancellation) is not { } document)
        {
            return default;
        }

        var uri = asked.TextDocument.Uri;
        return CodeLenses
            .In(document.Compilation, document.Language)
            .Select(lens =>
            {
                var range = document.RangeOf(lens.Span);
                return lens.Kind switch
                {
                    CodeLensKind.References => new CodeLens(range, Data: new CodeLensData(uri, range.Start)),
                    CodeLensKind.RunTest => Run("sispam.runTest", lens, range, uri),
                    CodeLensKind.RunFromPhase => Run("sispam.runFromPhase", lens, range, uri),
                    _ => new CodeLens(range, new Command(lens.Title, "")),
                };
            })
            .ToArray();
    }

    private static CodeLens Run(string command, Services.CodeLens lens, Range range, string uri) =>
        new(range, new Command(lens.Title, command, [Argument(uri), Argument(lens.Name)]));

    private static async ValueTask<Answer<CodeLens>> ResolveAsync(
        CodeLens lens,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (
            lens.Data is not { } data
            || await turn.CheckAsync(new TextDocumentIdentifier(data.Uri), cancellation) is not { } document
        )
        {
            return lens;
        }

        var workspace = await turn.CompilationsWithAsync(document, cancellation);
        var count = NameOccurrences.At(document.Text.Path, document.OffsetOf(data.Position), workspace) is { } name
            ? References.Of(name.Symbol, workspace, cancellation).Count(reference => !reference.IsDeclaration)
            : 0;
        var position = JsonSerializer.SerializeToElement(data.Position, Json.Default.Position);
        return lens with
        {
            Command = new Command(
                CodeLenses.CountOf(count, document.Language),
                "sispam.showReferences",
                [Argument(data.Uri), position]
            ),
        };
    }

    private static JsonElement Argument(string text) => JsonSerializer.SerializeToElement(text, Json.Default.String);
}
