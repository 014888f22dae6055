using SispamLang.Programs;
using SispamLang.Runtime;

namespace SispamLang.Analysis.Simulation;

/// <summary>Makes many runs of a drill, on all processors, and counts what they come to.</summary>
/// <param name="program">The drill.</param>
/// <param name="createRunner">Makes a runner of it; called once for each run that is made at a time. A
/// <see cref="MeasuringRunner"/> is much faster than any other, and comes to the same.</param>
public sealed class Simulator(DrillProgram program, Func<Runner> createRunner)
{
    private const int LargestBlock = 512;
    private const int BlocksPerJob = 64;

    /// <summary>What is measured.</summary>
    public MeasureTable Measures { get; } = new(program);

    /// <summary>Makes the runs of a plan. The result depends on the plan alone, not on how many runs are made at a time.</summary>
    /// <param name="plan">Which runs.</param>
    /// <param name="progress">Is told how many runs more are made.</param>
    /// <param name="cancellation">Stops it after the runs that are being made; the result is partial then.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no runs or no jobs, or a param is out of its bounds.</exception>
    public SimulationResult Run(
        SimulationPlan plan,
        IProgress<long>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfLessThan(plan.Runs, 1, nameof(plan));
        ArgumentOutOfRangeException.ThrowIfLessThan(plan.Jobs, 1, nameof(plan));
        var endRun = plan.EndRun;
        var runs = endRun - plan.FirstRun;
        var jobs = (int)Math.Min(plan.Jobs, Math.Max(runs, 1));
        var runners = Enumerable.Range(0, jobs).Select(_ => Prepare(plan)).ToArray();
        var block = Math.Clamp(runs / ((long)jobs * BlocksPerJob), 1, LargestBlock);
        var next = plan.FirstRun;
        var tallies = new Tallies[jobs];

        // Threads of their own: each keeps its processor busy to the end.
        var workers = new Thread[jobs];
        Exception? failure = null;
        for (var job = 0; job < jobs; job++)
        {
            var number = job;
            workers[job] = new Thread(() =>
            {
                try
                {
                    tallies[number] = Work(runners[number]);
                }
#pragma warning disable CA1031 // It is thrown again by whoever waits for the thread; here it would end the process.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    Interlocked.CompareExchange(ref failure, e, null);
                }
            })
            {
                IsBackground = true,
            };
            workers[job].Start();
        }

        Array.ForEach(workers, worker => worker.Join());
        if (failure is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }

        foreach (var other in tallies.AsSpan(1))
        {
            tallies[0].Add(other);
        }

        return new SimulationResult(plan, tallies[0]);

        // Block by block, so that a worker with short runs takes more of them.
        Tallies Work(Runner runner)
        {
            var own = new Tallies(Measures);
            var recorder = new RunRecorder(own, runner);
            while (!cancellation.IsCancellationRequested)
            {
                var end = Interlocked.Add(ref next, block);
                var before = own.Runs;
                recorder.Play(plan, end - block, Math.Min(end, endRun), cancellation);
                progress?.Report(own.Runs - before);
                if (end >= endRun)
                {
                    break;
                }
            }

            recorder.Complete();
            return own;
        }
    }

    private Runner Prepare(SimulationPlan plan)
    {
        var runner = createRunner();
        runner.WatchesProperties = true;
        for (var i = 0; i < plan.Params.Length; i++)
        {
            runner.SetParam(i, plan.Params[i]);
        }

        return runner;
    }
}
