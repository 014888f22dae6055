using System.Runtime.CompilerServices;

namespace SispamLang.Analysis.Verification;

/// <summary>How what runs for each step of a search is compiled.</summary>
internal static class Hot
{
    /// <summary>
    /// At its best at once. Else it would wait, slow, until it is its turn to be compiled again: behind all that compiling the drill
    /// has used, which is seconds, and longer where other threads are busy.
    /// </summary>
    public const MethodImplOptions Path = MethodImplOptions.AggressiveOptimization;
}
