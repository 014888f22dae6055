namespace SispamLang.LanguageServer.Protocol.Messages;

/// <summary><c>window/logMessage</c> and <c>window/showMessage</c>.</summary>
internal sealed record MessageParams(int Type, string Message)
{
    public const int Error = 1;
    public const int Warning = 2;
}

/// <summary><c>window/workDoneProgress/create</c>.</summary>
internal sealed record WorkDoneProgressCreateParams(string Token);

/// <summary><c>$/progress</c>.</summary>
internal sealed record ProgressParams(string Token, WorkDoneProgress Value);

/// <summary>The beginning or the end of some work.</summary>
internal sealed record WorkDoneProgress(string Kind, string? Title = null);
