namespace SispamLang.LanguageServer.Protocol.Messages;

/// <summary>The result of <c>textDocument/signatureHelp</c>.</summary>
internal sealed record SignatureHelp(SignatureInformation[] Signatures, int ActiveSignature, int ActiveParameter);

/// <summary>What something that is being typed is made of.</summary>
internal sealed record SignatureInformation(
    string Label,
    string Documentation,
    ParameterInformation[] Parameters,
    int ActiveParameter
);

/// <summary>A part of it: where it starts and ends in the label.</summary>
internal sealed record ParameterInformation(int[] Label);

internal sealed record SignatureHelpOptions(string[] TriggerCharacters);
