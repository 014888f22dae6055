using System.Globalization;
using SispamLang.Analysis.Verification;

namespace SispamLang.Benchmarks.Runners;

/// <summary>
/// <c>dotnet run -c Release -- verify STATES DRILL…</c>: how fast the states of drills are looked at, one at a time and on all
/// processors, up to so many states; and how much memory a state takes.
/// </summary>
internal static class Verifying
{
    private const int Rounds = 3;
    private const double Thousand = 1000;

    public static void Run(int states, IEnumerable<string> drills)
    {
        foreach (var path in drills)
        {
            foreach (var jobs in new[] { 1, Environment.ProcessorCount }.Distinct())
            {
                Measure(path, states, jobs);
            }
        }
    }

    private static void Measure(string path, int states, int jobs)
    {
        var program = DrillOnDisk.Read(path);
        var options = new VerificationOptions { MaxStates = states, Jobs = jobs };
        // So that what searches is compiled itself.
        Verifier.Verify(program, options with { MaxStates = Math.Min(states, 2000) });
        for (var round = 0; round < Rounds; round++)
        {
            var allocated = GC.GetTotalAllocatedBytes();
            var (result, seconds) = TimedSearch.Run(program, options);
            allocated = GC.GetTotalAllocatedBytes() - allocated;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Path.GetFileName(path)}, {jobs} at a time: {result.States} states of {result.StateBits} bits, {result.Transitions} steps, {result.States / seconds / Thousand:F0} thousand states/s, {(double)result.MemoryBytes / result.States:F1} bytes a state, {(double)allocated / result.States:F0} bytes allocated a state, {result.Obstacle?.ToString() ?? "all"}"
                )
            );
        }
    }
}
