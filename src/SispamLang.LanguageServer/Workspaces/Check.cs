using System.Collections.Immutable;
using SispamLang.Diagnostics;

namespace SispamLang.LanguageServer.Workspaces;

/// <summary>What was found out about one file as a drill of its own.</summary>
/// <param name="Compilation">All of it.</param>
/// <param name="Diagnostics">What there is to say about this file.</param>
/// <param name="Dependencies">The files that were looked for, by their full paths, whether they were there or not.</param>
internal sealed record Check(
    Compilation Compilation,
    ImmutableArray<Diagnostic> Diagnostics,
    IReadOnlySet<string> Dependencies
)
{
    private static long _last;

    /// <summary>No other check of this process has it.</summary>
    public long Number { get; } = Interlocked.Increment(ref _last);
}
