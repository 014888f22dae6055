namespace SispamLang.LanguageServer.Protocol;

/// <summary>Why a request has no result.</summary>
/// <param name="Code">One of <see cref="ErrorCodes"/>.</param>
/// <param name="Message">A sentence.</param>
internal sealed record ResponseError(int Code, string Message);

/// <summary>The numbers of errors, of JSON-RPC and of the language server protocol.</summary>
internal static class ErrorCodes
{
    public const int ParseError = -32700;
    public const int InvalidRequest = -32600;
    public const int MethodNotFound = -32601;
    public const int InvalidParams = -32602;
    public const int InternalError = -32603;
    public const int ServerNotInitialized = -32002;
    public const int RequestCancelled = -32800;
    public const int ContentModified = -32801;
    public const int RequestFailed = -32803;
}

/// <summary>What a request gives: a result, which may be null, or an error.</summary>
internal readonly record struct Answer<TResult>(TResult? Result, ResponseError? Error)
{
    public static implicit operator Answer<TResult>(TResult? result) => new(result, null);

    public static implicit operator Answer<TResult>(ResponseError error) => new(default, error);
}
