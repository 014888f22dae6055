using System.Collections.Immutable;
using SispamLang.Interpreter;
using SispamLang.Programs;
using SispamLang.Runtime;

namespace SispamLang.Analysis.Verification;

/// <summary>Plays a course of events with the reference interpreter, to the millisecond.</summary>
internal static class Replay
{
    private const ulong Seed = 1;

    /// <summary>Plays until something holds, or to the end.</summary>
    /// <param name="program">The drill as it was given.</param>
    /// <param name="course">The course.</param>
    /// <param name="isThere">Whether it has come to what is looked for.</param>
    /// <returns>What happened up to there; null if it never came to that.</returns>
    public static ImmutableArray<TraceEntry>? Until(
        DrillProgram program,
        Course course,
        Func<DrillInterpreter, bool> isThere
    )
    {
        var draws = course
            .Draws.ToLookup(d => d.Stream, d => d.Value)
            .ToDictionary(g => g.Key, g => new Queue<long>(g));
        var trace = ImmutableArray.CreateBuilder<TraceEntry>();
        DrillInterpreter runner = new(program)
        {
            WatchesProperties = true,
            Trace = trace.Add,
            ForcedDraws = stream =>
                draws.TryGetValue(stream, out Queue<long>? values) && values.TryDequeue(out long value) ? value : null,
        };
        runner.Start(Seed);
        int raised = 0;
        while (!isThere(runner))
        {
            if (runner.HasEnded)
            {
                return null;
            }

            if (raised < course.Raised.Length && course.Raised[raised].TimeMs < runner.NextDue)
            {
                runner.AdvanceTo(course.Raised[raised].TimeMs);
                runner.Raise(course.Raised[raised++].OutsideEvent);
            }
            else
            {
                runner.Step();
            }
        }

        return trace.ToImmutable();
    }
}
