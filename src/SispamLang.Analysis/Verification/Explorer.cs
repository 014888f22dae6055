using System.Collections.Concurrent;
using System.Collections.Immutable;
using SispamLang.Interpreter;
using SispamLang.Programs;
using SispamLang.Runtime;

namespace SispamLang.Analysis.Verification;

/// <summary>Goes through the states of a drill, breadth first, so that what it finds it finds on a shortest way.</summary>
/// <remarks>
/// States are looked at in rounds of many, several at a time; what is found is taken in their order, so that everything comes out
/// the same however many are looked at at a time.
/// </remarks>
internal sealed class Explorer
{
    private const int NoProperty = -1;
    private const int MostTries = 64;
    private const int InOneGo = 32;
    private const int GoesInRound = 32;

    private readonly DrillProgram _program;
    private readonly VerifiedDrill _drill;
    private readonly VerificationOptions _options;
    private readonly ConcurrentBag<DrillModel> _idle = [];
    private readonly List<DrillModel> _models = [];
    private readonly Expansion[] _goes;
    private readonly StateStore _store;
    private readonly Frontier _frontier;
    private readonly int _words;
    private readonly int _bits;
    private readonly bool[] _isSettled;
    private readonly Finding[] _findings;
    private readonly SortedSet<DrillEndReason> _endings = [];
    private ImmutableArray<TraceEntry> _unsettled = [];
    private Obstacle? _obstacle;
    private long _transitions;
    private int _next;

    /// <summary>The exploration of a drill.</summary>
    public Explorer(DrillProgram program, VerifiedDrill drill, VerificationOptions options)
    {
        _program = program;
        _drill = drill;
        _options = options;
        _isSettled = new bool[drill.Program.Properties.Length];
        _findings = [.. _isSettled.Select(_ => new Finding())];
        DrillModel model = Borrow();
        _words = model.Layout.Words;
        _bits = model.Layout.Bits;
        _idle.Add(model);
        _store = new StateStore(_words, options.IsExact);
        _goes = [.. Enumerable.Range(0, GoesInRound).Select(_ => new Expansion(_words, _store))];
        _frontier = new Frontier(_words);
    }

    /// <summary>Goes on until everything was looked at, or a limit is reached.</summary>
    public VerificationResult Run(IProgress<VerificationProgress>? progress, CancellationToken cancellationToken)
    {
        _obstacle = _drill.Grid.CantSay(_drill.Program, _drill.Relevance) ? Obstacle.DrawnGrowth : null;
        if (_obstacle is null)
        {
            DrillModel model = Borrow();
            _goes[0].Begin(model);
            _idle.Add(model);
            TakeIn(1);
        }

        ulong[] states = new ulong[GoesInRound * InOneGo * _words];
        while (_obstacle is null && _frontier.Count > 0)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                _obstacle = Obstacle.Interrupted;
                break;
            }

            int count = 0;
            do
            {
                _frontier.TryTake(states.AsSpan(count * _words, _words));
                count++;
            } while (count < GoesInRound * InOneGo && !_frontier.IsAtEndOfLevel);

            int goes = (count + InOneGo - 1) / InOneGo;
            Expand(states, count, goes);
            _next += count;
            TakeIn(goes);
            progress?.Report(new(_store.Count, _frontier.Count, _frontier.Depth, _store.Bytes + _frontier.Bytes));
        }

        LookAgain(cancellationToken);
        return Result();
    }

    // At what was found to be broken, but by no run.
    private void LookAgain(CancellationToken cancellationToken)
    {
        for (int property = 0; property < _findings.Length && _obstacle is null; property++)
        {
            if (_findings[property] is not { IsFound: true, Course: null } finding)
            {
                continue;
            }

            (finding.Verdict, var course) = new CourseSearch(_program, _drill, _options, property).Run(
                cancellationToken
            );
            if (finding.Verdict == Verdict.Refuted)
            {
                finding.Course = UpTo(course, _drill.Numbers[property]);
            }
            else if (cancellationToken.IsCancellationRequested)
            {
                _obstacle = Obstacle.Interrupted;
            }
        }
    }

    private void Expand(ulong[] states, int count, int goes) =>
        Parallel.For(
            0,
            goes,
            new ParallelOptions { MaxDegreeOfParallelism = _options.Jobs },
            Borrow,
            (go, _, model) =>
            {
                int first = go * InOneGo;
                int length = Math.Min(InOneGo, count - first);
                _goes[go].Expand(model, states.AsSpan(first * _words, length * _words), _next + first);
                return model;
            },
            _idle.Add
        );

    private DrillModel Borrow()
    {
        if (!_idle.TryTake(out DrillModel? model))
        {
            model = new DrillModel(_drill, _isSettled);
            lock (_models)
            {
                _models.Add(model);
            }
        }

        return model;
    }

    private void TakeIn(int goes)
    {
        for (int go = 0; go < goes && _obstacle is null; go++)
        {
            Expansion found = _goes[go];
            _transitions += found.Transitions;
            foreach ((DrillEndReason reason, int parent) in found.Endings)
            {
                if (_endings.Add(reason) && reason == DrillEndReason.DoesNotSettle)
                {
                    _unsettled = Play(parent, NoProperty, runner => runner.HasEnded) ?? [];
                }
            }

            for (int i = 0; i < found.Count && IsRoom(); i++)
            {
                ReadOnlySpan<ulong> state = found.State(i, out int parent);
                if (_store.TryAdd(state, parent))
                {
                    _frontier.Add(state);
                }
            }

            _obstacle ??= found.Obstacle;
        }

        // Only between rounds is a property given up, so that its monitor is part of all that follows from a state or of none.
        foreach ((int property, int parent) in _goes.Take(goes).SelectMany(go => go.Broken))
        {
            Judge(property, parent);
        }
    }

    private bool IsRoom()
    {
        _obstacle =
            _store.Count >= _options.MaxStates ? Obstacle.StateLimit
            : _store.BytesNext + _frontier.BytesNext > _options.MaxMemoryBytes ? Obstacle.MemoryLimit
            : null;
        return _obstacle is null;
    }

    private void Judge(int property, int parent)
    {
        Finding finding = _findings[property];
        finding.IsFound = true;
        if (finding.Course is not null || finding.Tries++ >= MostTries)
        {
            return;
        }

        int number = _drill.Numbers[property];
        if (Play(parent, property, runner => runner.VerdictOf(number) == PropertyVerdict.Broken) is { } course)
        {
            finding.Course = UpTo(course, number);
            finding.SettledAt = _next;
            _isSettled[property] = true;
        }
    }

    private ImmutableArray<TraceEntry>? Play(int parent, int property, Func<DrillInterpreter, bool> isThere)
    {
        foreach (IReadOnlyList<Move> way in new Way(_drill, _store, i => _findings[i].SettledAt).To(parent, property))
        {
            if (Course.Of(way, _drill) is { } course && Replay.Until(_program, course, isThere) is { } trace)
            {
                return trace;
            }
        }

        return null;
    }

    // What came after it in the same instant, or before it was noticed, is of no interest.
    private static ImmutableArray<TraceEntry> UpTo(ImmutableArray<TraceEntry> course, int property)
    {
        int end = 0;
        while (course[end].Code != TraceCode.PropertyBroken || course[end].A != property)
        {
            end++;
        }

        return course[..(end + 1)];
    }

    private VerificationResult Result()
    {
        bool isWhole = _obstacle is null;
        return new VerificationResult
        {
            Properties = [.. _program.Properties.Select((p, i) => ResultOf(i, isWhole))],
            Obstacle = _obstacle,
            States = _store.Count,
            Transitions = _transitions,
            Depth = _frontier.Depth,
            MemoryBytes = _store.Bytes + _frontier.Bytes,
            StateBits = _bits,
            StepMs = _drill.Grid.StepMs,
            ChanceOfMiss = _store.ChanceOfMiss,
            RulesNever = isWhole ? Missing(_program.Rules.Length, m => m.HasFired) : [],
            PhasesNever = isWhole ? Missing(_program.Phases.Length, m => m.HasStarted) : [],
            Endings = [.. _endings],
            DoesNotSettle = _unsettled,
        };
    }

    private ImmutableArray<int> Missing(int count, Func<DrillModel, bool[]> seen) =>
        [.. Enumerable.Range(0, count).Where(i => !_models.Exists(model => seen(model)[i]))];

    private PropertyResult ResultOf(int number, bool isWhole)
    {
        int property = _drill.Numbers.IndexOf(number);
        if (property < 0)
        {
            bool isOfManyRuns = _program.Properties[number].Share >= 0;
            return new PropertyResult(number, isOfManyRuns ? Verdict.NotVerifiable : Verdict.Proved, []);
        }

        Finding finding = _findings[property];
        return finding.Course is { } course ? new PropertyResult(number, Verdict.Refuted, course)
            : !isWhole ? new PropertyResult(number, Verdict.Undecided, [])
            : new PropertyResult(number, finding.Verdict, []);
    }

    private sealed class Finding
    {
        public bool IsFound { get; set; }

        // If no course breaks it.
        public Verdict Verdict { get; set; } = Verdict.Proved;

        public int Tries { get; set; }

        // From which state on its monitor is left out.
        public int SettledAt { get; set; } = int.MaxValue;

        public ImmutableArray<TraceEntry>? Course { get; set; }
    }
}
