using SispamLang.Formatting;
using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;

namespace SispamLang.LanguageServer.Features;

/// <summary>Lays out the declarations that a range touches.</summary>
internal sealed class RangeFormatting : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Request<DocumentRangeFormattingParams, TextEdit[]>(
                "textDocument/rangeFormatting",
                Json.Default.DocumentRangeFormattingParams,
                Json.Default.TextEditArray,
                Format
            ),
        ];

    /// <inheritdoc/>
    public override void Announce(ServerCapabilities capabilities, Session session) =>
        capabilities.DocumentRangeFormattingProvider = true;

    private static ValueTask<Answer<TextEdit[]>> Format(
        DocumentRangeFormattingParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (turn.Parse(asked.TextDocument, cancellation) is not { } tree)
        {
            return default;
        }

        var span = turn.Encoding.SpanOf(tree.Text, asked.Range);
        var edits = Formatter.EditsIn(tree, span, cancellation).Select(edit => turn.EditOf(tree.Text, edit));
        return new(edits.ToArray());
    }
}
