using SispamLang.Programs;
using SispamLang.Runtime;
using Mood = SispamLang.Runtime.Mood;
using Situation = SispamLang.Runtime.Situation;

namespace SispamLang.Analysis.Simulation;

/// <summary>Plays one run after the other, and counts what each came to. It allocates nothing for a run.</summary>
internal sealed class RunRecorder
{
    // From the third step on force is physical: Perkap 1/2009 art. 5(1).
    private const int PhysicalForce = 3;
    private const long Absent = MeasuringRunner.Absent;

    private readonly Tallies _tallies;
    private readonly Runner _runner;
    private readonly MeasuringRunner? _measuring;
    private readonly TraceMeasurer? _trace;
    private readonly int _red;
    private readonly int[] _uses;

    // Measure by measure.
    private readonly long[] _values;
    private int _kept;

    /// <summary>Counts the runs of a runner.</summary>
    /// <param name="tallies">Where it counts.</param>
    /// <param name="runner">The runner; what it traces is for the recorder.</param>
    public RunRecorder(Tallies tallies, Runner runner)
    {
        _tallies = tallies;
        _runner = runner;
        _measuring = runner as MeasuringRunner;
        var measures = tallies.Measures;
        if (_measuring is null)
        {
            _trace = new TraceMeasurer(measures);
            runner.Trace = _trace.Take;
        }

        _values = new long[measures.All.Length * Distribution.AtATime];
        _red = measures.NumberOf(MeasureKind.FirstSituation, (int)Situation.Red);
        _uses =
        [
            .. measures
                .Program.Activities.Index()
                .Where(activity => IsForce(measures.Program, activity.Item))
                .Select(activity => measures.NumberOf(MeasureKind.TimesStarted, activity.Index)),
        ];
    }

    /// <summary>Plays runs to their ends, and counts them.</summary>
    /// <param name="plan">Knows their seeds.</param>
    /// <param name="first">The number of the first run.</param>
    /// <param name="end">The number behind that of the last.</param>
    /// <param name="cancellation">Stops it after a run.</param>
    public void Play(SimulationPlan plan, long first, long end, CancellationToken cancellation)
    {
        for (var run = first; run < end && !cancellation.IsCancellationRequested; run++)
        {
            Play(run, plan.SeedOf(run));
        }
    }

    private void Play(long run, ulong seed)
    {
        if (_measuring is not null)
        {
            _measuring.RunToEnd(seed);
            Count(run, _measuring.Measured, _measuring.Ending);
            return;
        }

        _trace!.Reset(); // One of the two is there.
        _runner.RunToEnd(seed);
        _trace.Complete(_runner);
        Count(run, _trace.Measured, _trace.Ending);
    }

    /// <summary>Counts the values of the last runs, which are kept until there are some to be counted at a time.</summary>
    public void Complete()
    {
        var values = _values.AsSpan();
        foreach (var distribution in _tallies.Distributions)
        {
            values[_kept..Distribution.AtATime].Fill(Absent);
            distribution.Add(values[..Distribution.AtATime]);
            values = values[Distribution.AtATime..];
        }

        _kept = 0;
    }

    private static bool IsForce(DrillProgram program, ActivitySpec activity) =>
        activity.Tactic >= 0 && program.Tactics[activity.Tactic].Force >= PhysicalForce;

    private void Count(long run, ReadOnlySpan<long> values, DrillEndReason ending)
    {
        for (var i = 0; i < _tallies.Verdicts.Length; i++)
        {
            CountProperty(i, run);
        }

        var isPeaceful = true;
        foreach (var use in _uses)
        {
            isPeaceful &= values[use] == Absent;
        }

        for (var i = 0; i < _tallies.FinalMoods.Length; i++)
        {
            var mood = _runner.MoodOf(i);
            _tallies.FinalMoods[i][(int)mood]++;
            isPeaceful &= mood is Mood.Absent or Mood.Calm or Mood.Dispersed;
        }

        if (isPeaceful)
        {
            _tallies.Peaceful++;
            _tallies.FirstPeaceful = Tallies.Earlier(_tallies.FirstPeaceful, run);
        }

        if (values[_red] != Absent)
        {
            _tallies.FirstRed = Tallies.Earlier(_tallies.FirstRed, run);
        }

        _tallies.Runs++;
        _tallies.Endings[(int)ending]++;
        _tallies.FirstEnding[(int)ending] = Tallies.Earlier(_tallies.FirstEnding[(int)ending], run);
        _tallies.Lengthen(_runner.Now, run);
        for (int i = 0, at = _kept; i < values.Length; i++, at += Distribution.AtATime)
        {
            _values[at] = values[i];
        }

        _kept++;
        if (_kept == Distribution.AtATime)
        {
            Complete();
        }
    }

    private void CountProperty(int property, long run)
    {
        var verdict = _runner.VerdictOf(property);
        _tallies.Verdicts[property][(int)verdict]++;
        if (verdict == PropertyVerdict.Broken)
        {
            _tallies.FirstBroken[property] = Tallies.Earlier(_tallies.FirstBroken[property], run);
        }
    }
}
