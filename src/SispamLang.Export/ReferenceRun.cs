using System.Collections.Immutable;
using SispamLang.Interpreter;
using SispamLang.Programs;
using SispamLang.Runtime;

namespace SispamLang.Export;

/// <summary>
/// One run of a drill to its end, from which papers take their times: nobody raises anything, and chance follows the seed.
/// The same drill and seed give the same run.
/// </summary>
public sealed class ReferenceRun
{
    /// <summary>The seed unless another is asked for.</summary>
    public const ulong DefaultSeed = 1;

    private ReferenceRun(DrillProgram program, ulong seed, Runner runner, ImmutableArray<TraceEntry> entries)
    {
        Program = program;
        Seed = seed;
        Info = runner.Info;
        Entries = entries;
        Verdicts = [.. Enumerable.Range(0, runner.Info.Properties.Count).Select(runner.VerdictOf)];
    }

    /// <summary>The drill.</summary>
    public DrillProgram Program { get; }

    /// <summary>The drill as the entries speak of it.</summary>
    public DrillInfo Info { get; }

    /// <summary>What chance followed.</summary>
    public ulong Seed { get; }

    /// <summary>What happened; an entry is where its <see cref="TraceEntry.Seq"/> says.</summary>
    public ImmutableArray<TraceEntry> Entries { get; }

    /// <summary>What the run has shown of each of <see cref="DrillInfo.Properties"/>.</summary>
    public ImmutableArray<PropertyVerdict> Verdicts { get; }

    /// <summary>When it was over, in milliseconds from T+00:00.</summary>
    public long EndMs => Entries[^1].TimeMs;

    /// <summary>Runs a drill.</summary>
    /// <param name="program">The drill.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="cancellationToken">Stops the run between two of its instants.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static ReferenceRun Of(
        DrillProgram program,
        ulong seed = DefaultSeed,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(program);
        var entries = ImmutableArray.CreateBuilder<TraceEntry>();
        var runner = new DrillInterpreter(program) { Trace = entries.Add, WatchesProperties = true };
        runner.Start(seed);
        while (!runner.HasEnded)
        {
            cancellationToken.ThrowIfCancellationRequested();
            runner.Step();
        }

        return new ReferenceRun(program, seed, runner, entries.ToImmutable());
    }
}
