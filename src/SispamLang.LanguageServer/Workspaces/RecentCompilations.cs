namespace SispamLang.LanguageServer.Workspaces;

/// <summary>Holds on to the compilations that were asked for last. With hundreds of documents open, most of them are only looked at
/// once; those are made again when they are wanted.</summary>
internal sealed class RecentCompilations
{
    private const int Most = 16;

    private readonly Lock _gate = new();
    private readonly Compilation?[] _held = new Compilation?[Most];
    private int _next;

    /// <summary>One is asked for.</summary>
    public void Hold(Compilation compilation)
    {
        lock (_gate)
        {
            if (Array.IndexOf(_held, compilation) < 0)
            {
                _held[_next++ % Most] = compilation;
            }
        }
    }
}
