using System.Diagnostics;
using System.Globalization;
using SispamLang.Analysis.Verification;
using SispamLang.Text;

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
        var text = new SourceText(path, File.ReadAllText(path));
        var program =
            Compilation.Create(text, UseResult.None).Program
            ?? throw new InvalidOperationException(path + " can't be verified.");
        var options = new VerificationOptions { MaxStates = states, Jobs = jobs };
        // Without what it takes to compile the drill.
        Verifier.Verify(program, options with { MaxStates = Math.Min(states, 2000) });
        for (var round = 0; round < Rounds; round++)
        {
            var allocated = GC.GetTotalAllocatedBytes();
            var start = Stopwatch.GetTimestamp();
            var whole = new List<double>();
            var progress = new FirstReport(() => whole.Add(Stopwatch.GetElapsedTime(start).TotalSeconds));
            var result = Verifier.Verify(program, options, progress);
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds - whole.FirstOrDefault();
            allocated = GC.GetTotalAllocatedBytes() - allocated;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Path.GetFileName(path)}, {jobs} at a time: {result.States} states of {result.StateBits} bits, {result.Transitions} steps, {result.States / seconds / Thousand:F0} thousand states/s, {(double)result.MemoryBytes / result.States:F1} bytes a state, {(double)allocated / result.States:F0} bytes allocated a state, {result.Obstacle?.ToString() ?? "all"}"
                )
            );
        }
    }

    // The first round's end: until then the drill was compiled.
    private sealed class FirstReport(Action report) : IProgress<VerificationProgress>
    {
        private bool _isDone;

        public void Report(VerificationProgress value)
        {
            if (!_isDone)
            {
                _isDone = true;
                report();
            }
        }
    }
}
