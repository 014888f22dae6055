namespace SispamLang.LanguageServer.Workspaces;

/// <summary>The semantic tokens of a document that were sent last, so that next time only what has changed need be.</summary>
internal sealed class SentTokens
{
    private static long _lastId;
    private Sent? _last;

    /// <summary>Remembers tokens and gives what they are called.</summary>
    public string Remember(uint[] data)
    {
        var id = $"{Interlocked.Increment(ref _lastId)}";
        Volatile.Write(ref _last, new Sent(id, data));
        return id;
    }

    /// <summary>The tokens that are called so; null if they are not remembered any more.</summary>
    public uint[]? Find(string id) => Volatile.Read(ref _last) is { } sent && sent.Id == id ? sent.Data : null;

    private sealed record Sent(string Id, uint[] Data);
}
