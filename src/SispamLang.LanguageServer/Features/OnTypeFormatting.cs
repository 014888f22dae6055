using SispamLang.Formatting;
using SispamLang.LanguageServer.Protocol;
using SispamLang.LanguageServer.Protocol.Messages;

namespace SispamLang.LanguageServer.Features;

/// <summary>Lays out the line that has just been ended.</summary>
internal sealed class OnTypeFormatting : Feature
{
    private const string LineEnd = "\n";

    /// <inheritdoc/>
    public override IEnumerable<Handler> Handlers =>
        [
            new Request<DocumentOnTypeFormattingParams, TextEdit[]>(
                "textDocument/onTypeFormatting",
                Json.Default.DocumentOnTypeFormattingParams,
                Json.Default.TextEditArray,
                Format
            ),
        ];

    /// <inheritdoc/>
    public override void Announce(ServerCapabilities capabilities, Session session) =>
        capabilities.DocumentOnTypeFormattingProvider = new DocumentOnTypeFormattingOptions(LineEnd);

    private static ValueTask<Answer<TextEdit[]>> Format(
        DocumentOnTypeFormattingParams asked,
        Turn turn,
        CancellationToken cancellation
    )
    {
        if (turn.Parse(asked.TextDocument, cancellation) is not { } tree)
        {
            return default;
        }

        // The place is on the new line.
        var line = (int)Math.Min(asked.Position.Line, int.MaxValue) - 1;
        var edits = Formatter.EditsOfLine(tree, line, cancellation).Select(edit => turn.EditOf(tree.Text, edit));
        return new(edits.ToArray());
    }
}
