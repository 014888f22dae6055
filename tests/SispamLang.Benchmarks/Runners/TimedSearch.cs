using System.Diagnostics;
using SispamLang.Analysis.Verification;
using SispamLang.Programs;

namespace SispamLang.Benchmarks.Runners;

/// <summary>Searches through the states of a drill, and says how long it took once the drill was compiled.</summary>
internal static class TimedSearch
{
    /// <summary>Searches.</summary>
    public static (VerificationResult Result, double Seconds) Run(DrillProgram program, VerificationOptions options)
    {
        var firstRound = new FirstRound();
        var result = Verifier.Verify(program, options, firstRound);
        return (result, Stopwatch.GetElapsedTime(firstRound.End).TotalSeconds);
    }

    // The first thing that is reported comes right after the drill was compiled.
    private sealed class FirstRound : IProgress<VerificationProgress>
    {
        public long End { get; private set; }

        public void Report(VerificationProgress value) => End = End == 0 ? Stopwatch.GetTimestamp() : End;
    }
}
