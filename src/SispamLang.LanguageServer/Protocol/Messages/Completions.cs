namespace SispamLang.LanguageServer.Protocol.Messages;

/// <summary>The result of <c>textDocument/completion</c>.</summary>
internal sealed record CompletionList(bool IsIncomplete, CompletionItem[] Items);

/// <summary>Something that can be written. <c>completionItem/resolve</c> sends it back to have its documentation.</summary>
/// <param name="Label">What a list shows.</param>
/// <param name="Kind">One of <see cref="CompletionItemKind"/>.</param>
/// <param name="Detail">More about it in a few words.</param>
/// <param name="Documentation">What it means.</param>
/// <param name="SortText">Its place in the list.</param>
/// <param name="FilterText">What the characters typed are compared with.</param>
/// <param name="InsertTextFormat">2: the text has gaps in the form of snippets; absent: it has none.</param>
/// <param name="TextEdit">What is written, and in place of what.</param>
/// <param name="Data">What the server knows it by.</param>
internal sealed record CompletionItem(
    string Label,
    CompletionItemKind? Kind = null,
    string? Detail = null,
    MarkupContent? Documentation = null,
    string? SortText = null,
    string? FilterText = null,
    int? InsertTextFormat = null,
    TextEdit? TextEdit = null,
    CompletionItemData? Data = null
);

/// <summary>The document that an item belongs to, and the item's key there.</summary>
internal sealed record CompletionItemData(string Uri, string Key);

/// <summary>The protocol's sorts of items, as far as they are used: editors have a picture for each.</summary>
internal enum CompletionItemKind
{
    Text = 1,
    Method = 2,
    Function = 3,
    Field = 5,
    Variable = 6,
    Class = 7,
    Interface = 8,
    Module = 9,
    Value = 12,
    Enum = 13,
    Keyword = 14,
    Snippet = 15,
    File = 17,
    Reference = 18,
    EnumMember = 20,
    Constant = 21,
    Struct = 22,
    Event = 23,
    Operator = 24,
}

internal sealed record CompletionServerOptions(string[] TriggerCharacters, bool ResolveProvider);

internal sealed record CompletionClientCapabilities(CompletionItemClientCapabilities? CompletionItem = null);

internal sealed record CompletionItemClientCapabilities(bool? SnippetSupport = null);
