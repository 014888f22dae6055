using System.Collections.Concurrent;
using SispamLang.Text;

namespace SispamLang.LanguageServer.Workspaces;

/// <summary>Remembers what a file used, so that the same compilation can be made again whatever has changed since.</summary>
internal sealed class RecordedUses(IUseResolver resolver) : IUseResolver
{
    private readonly ConcurrentDictionary<(string From, string Path), UseResult> _known = new();
    private IUseResolver _resolver = resolver;

    /// <inheritdoc/>
    public UseResult Resolve(SourceText from, string path) =>
        _known.GetOrAdd(
            (from.Path, path),
            static (_, use) => use.Resolver.Resolve(use.From, use.Path),
            (Resolver: _resolver, From: from, Path: path)
        );

    /// <summary>All is recorded: what it came from need not be kept.</summary>
    public void Close() => _resolver = UseResult.None;
}
