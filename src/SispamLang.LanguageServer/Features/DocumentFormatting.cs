using SispamLang.Formatting;
using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;

namespace SispamLang.LanguageServer.Features;

/// <summary>Lays a document out.</summary>
internal sealed class DocumentFormatting : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Request<DocumentFormattingParams, TextEdit[]>(
                "textDocument/formatting",
                Json.Default.DocumentFormattingParams,
                Json.Default.TextEditArray,
                Format
            ),
        ];

    /// <inheritdoc/>
    public override void Announce(ServerCapabilities capabilities, Session session) =>
        capabilities.DocumentFormattingProvider = true;

    private static ValueTask<Answer<TextEdit[]>> Format(
        DocumentFormattingParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (turn.Parse(asked.TextDocument, cancellation) is not { } tree)
        {
            return default;
        }

        var edits = Formatter.Edits(tree, cancellation).Select(edit => turn.EditOf(tree.Text, edit));
        return new(edits.ToArray());
    }
}
