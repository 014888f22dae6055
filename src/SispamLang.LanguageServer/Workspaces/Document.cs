using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.Text;

namespace SispamLang.LanguageServer.Workspaces;

/// <summary>A document that is open in the editor, in one of its versions.</summary>
/// <param name="Uri">What the client calls it.</param>
/// <param name="Version">The version.</param>
/// <param name="Text">Its text; its path is what it is called here.</param>
internal sealed record Document(string Uri, int Version, SourceText Text)
{
    /// <summary>The last check of it that was finished, of whatever version.</summary>
    public LatestCheck Latest { get; } = new();

    /// <summary>The semantic tokens that the client has of it, of whatever version.</summary>
    public SentTokens SentTokens { get; } = new();

    /// <summary>The next version: all changes are made, one after the other.</summary>
    public Document Change(int version, TextDocumentContentChangeEvent[] changes, PositionEncoding encoding)
    {
        var text = Text;
        foreach (var change in changes)
        {
            var content = change.Text;
            if (change.Range is { } range)
            {
                var span = encoding.SpanOf(text, range);
                content = string.Concat(text.Content.AsSpan(0, span.Start), change.Text, text.Content.AsSpan(span.End));
            }

            text = new SourceText(text.Path, content);
        }

        return this with
        {
            Version = version,
            Text = text,
        };
    }
}
