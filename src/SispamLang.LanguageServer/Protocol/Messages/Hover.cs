namespace SispamLang.LanguageServer.Protocol.Messages;

/// <summary>The result of <c>textDocument/hover</c>.</summary>
internal sealed record Hover(MarkupContent Contents, Range Range);

/// <summary>Text to show: <c>markdown</c> or <c>plaintext</c>.</summary>
internal sealed record MarkupContent(string Kind, string Value)
{
    public static MarkupContent Markdown(string text) => new("markdown", text);
}
