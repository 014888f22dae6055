namespace SispamLang.LanguageServer.Protocol.Messages;

/// <summary><c>textDocument/codeAction</c>.</summary>
internal sealed record CodeActionParams(TextDocumentIdentifier TextDocument, Range Range, CodeActionContext Context);

/// <summary>Which code actions are wanted.</summary>
/// <param name="Only">Of these kinds, or sorts of them; of any, if it is left out.</param>
/// <param name="TriggerKind">2: nobody asked, the client only wants to show that there are some.</param>
internal sealed record CodeActionContext(string[]? Only = null, int? TriggerKind = null);

/// <summary>A change that is offered; also what <c>codeAction/resolve</c> asks about and gives.</summary>
internal sealed record CodeAction(
    string Title,
    string? Kind = null,
    Diagnostic[]? Diagnostics = null,
    bool? IsPreferred = null,
    WorkspaceEdit? Edit = null,
    CodeActionData? Data = null
);

/// <summary>How to find a code action again: what was asked, and which of the answers it was.</summary>
internal sealed record CodeActionData(string Uri, int Version, Range Range, int Kinds, int Index);

/// <summary>What is offered.</summary>
internal sealed record CodeActionOptions(string[] CodeActionKinds, bool ResolveProvider);
