using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.Programs;

namespace SispamLang.LanguageServer.Protocol;

/// <summary>How the types of messages are read and written. Absent members are left out, not null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    Converters = [typeof(JsonStringEnumConverter<Exactness>)]
)]
[JsonSerializable(typeof(CallHierarchyCallsParams))]
[JsonSerializable(typeof(CallHierarchyIncomingCall[]))]
[JsonSerializable(typeof(CallHierarchyItem[]))]
[JsonSerializable(typeof(CallHierarchyOutgoingCall[]))]
[JsonSerializable(typeof(CancelParams))]
[JsonSerializable(typeof(CodeAction))]
[JsonSerializable(typeof(CodeAction[]))]
[JsonSerializable(typeof(CodeActionParams))]
[JsonSerializable(typeof(CodeLens))]
[JsonSerializable(typeof(CodeLens[]))]
[JsonSerializable(typeof(CompletionItem))]
[JsonSerializable(typeof(CompletionList))]
[JsonSerializable(typeof(ConfigurationParams))]
[JsonSerializable(typeof(DefinitionPlace[]))]
[JsonSerializable(typeof(DidChangeConfigurationParams))]
[JsonSerializable(typeof(DidChangeTextDocumentParams))]
[JsonSerializable(typeof(DidChangeWatchedFilesParams))]
[JsonSerializable(typeof(DidChangeWatchedFilesRegistrationOptions))]
[JsonSerializable(typeof(DidChangeWorkspaceFoldersParams))]
[JsonSerializable(typeof(DidCloseTextDocumentParams))]
[JsonSerializable(typeof(DidOpenTextDocumentParams))]
[JsonSerializable(typeof(DidSaveTextDocumentParams))]
[JsonSerializable(typeof(DocumentDiagnosticParams))]
[JsonSerializable(typeof(DocumentDiagnosticReport))]
[JsonSerializable(typeof(DocumentFormattingParams))]
[JsonSerializable(typeof(DocumentHighlight[]))]
[JsonSerializable(typeof(DocumentLink[]))]
[JsonSerializable(typeof(DocumentOnTypeFormattingParams))]
[JsonSerializable(typeof(DocumentRangeFormattingParams))]
[JsonSerializable(typeof(DocumentSymbol[]))]
[JsonSerializable(typeof(FoldingRange[]))]
[JsonSerializable(typeof(FoldingRangeParams))]
[JsonSerializable(typeof(Hover))]
[JsonSerializable(typeof(InitializeParams))]
[JsonSerializable(typeof(InitializeResult))]
[JsonSerializable(typeof(InlayHint[]))]
[JsonSerializable(typeof(InlayHintParams))]
[JsonSerializable(typeof(LedgerResult))]
[JsonSerializable(typeof(Location[]))]
[JsonSerializable(typeof(MessageParams))]
[JsonSerializable(typeof(NoResult))]
[JsonSerializable(typeof(PhaseGraphResult))]
[JsonSerializable(typeof(Position))]
[JsonSerializable(typeof(PrepareRenameResult))]
[JsonSerializable(typeof(ProgressParams))]
[JsonSerializable(typeof(PublishDiagnosticsParams))]
[JsonSerializable(typeof(ReferenceParams))]
[JsonSerializable(typeof(RegistrationParams))]
[JsonSerializable(typeof(RenameParams))]
[JsonSerializable(typeof(ResponseError))]
[JsonSerializable(typeof(RunTestsParams))]
[JsonSerializable(typeof(SelectionRange[]))]
[JsonSerializable(typeof(SelectionRangeParams))]
[JsonSerializable(typeof(SemanticTokensDeltaParams))]
[JsonSerializable(typeof(SemanticTokensParams))]
[JsonSerializable(typeof(SemanticTokensRangeParams))]
[JsonSerializable(typeof(SemanticTokensResult))]
[JsonSerializable(typeof(SetTraceParams))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(SymbolInformation[]))]
[JsonSerializable(typeof(TestItem[]))]
[JsonSerializable(typeof(TestOutcome[]))]
[JsonSerializable(typeof(TextDocumentParams))]
[JsonSerializable(typeof(SignatureHelp))]
[JsonSerializable(typeof(TextDocumentPositionParams))]
[JsonSerializable(typeof(TextEdit[]))]
[JsonSerializable(typeof(TimelineParams))]
[JsonSerializable(typeof(TimelineResult))]
[JsonSerializable(typeof(WorkDoneProgressCreateParams))]
[JsonSerializable(typeof(WorkspaceDiagnosticParams))]
[JsonSerializable(typeof(WorkspaceDiagnosticReport))]
[JsonSerializable(typeof(WorkspaceEdit))]
[JsonSerializable(typeof(WorkspaceSymbolParams))]
internal sealed partial class Json : JsonSerializerContext
{
    /// <summary>Letters as they are: nothing of it is ever put into a web page.</summary>
    public static JsonWriterOptions WriterOptions { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
}
