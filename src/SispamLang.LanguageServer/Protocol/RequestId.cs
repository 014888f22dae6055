namespace SispamLang.LanguageServer.Protocol;

/// <summary>The id of a request: a number or a string, kept as it came, so that it goes back as it came.</summary>
/// <param name="Json">The id in JSON.</param>
internal readonly record struct RequestId(string Json)
{
    /// <summary>For an answer to what has no id that could be read.</summary>
    public static RequestId None { get; } = new("null");
}
