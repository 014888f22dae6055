namespace SispamLang.LanguageServer.Workspaces;

/// <summary>
/// Holds on to the compilations of the files that were asked for last, of each only the newest: while somebody types, each key makes
/// another, and what is held no longer than that costs the garbage collector little. With hundreds of documents open, most of them
/// are only looked at once; those are made again when they are wanted.
/// </summary>
internal sealed class RecentCompilations
{
    private const int Most = 16;

    private readonly Lock _gate = new();
    private readonly LinkedList<(string Path, Compilation Compilation)> _held = new();

    /// <summary>That of a file is asked for.</summary>
    public void Hold(string path, Compilation compilation)
    {
        lock (_gate)
        {
            for (var node = _held.First; node is not null; node = node.Next)
            {
                if (node.Value.Path == path)
                {
                    _held.Remove(node);
                    break;
                }
            }

            _held.AddFirst((path, compilation));
            if (_held.Count > Most)
            {
                _held.RemoveLast();
            }
        }
    }
}
