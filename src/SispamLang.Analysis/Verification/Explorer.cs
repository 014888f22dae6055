using System.Collections.Immutable;
using SispamLang.Interpreter;
using SispamLang.Programs;
using SispamLang.Runtime;

namespace SispamLang.Analysis.Verification;

/// <summary>Goes through the states of a drill, breadth first, so that what it finds it finds on a shortest way.</summary>
internal sealed class Explorer : ISuccessors
{
    private const int NoState = -1;
    private const int NoProperty = -1;
    private const int MostTries = 64;
    private const int Pace = 1 << 10;

    private readonly DrillProgram _program;
    private readonly VerifiedDrill _drill;
    private readonly VerificationOptions _options;
    private readonly DrillModel _model;
    private readonly StateStore _store;
    private readonly Frontier _frontier;
    private readonly bool[] _isSettled;
    private readonly List<int> _found = [];
    private readonly Finding[] _findings;
    private readonly Finding _unsettled = new();
    private readonly SortedSet<DrillEndReason> _endings = [];
    private Obstacle? _obstacle;
    private long _transitions;
    private int _parent = NoState;

    /// <summary>The exploration of a drill.</summary>
    public Explorer(DrillProgram program, VerifiedDrill drill, VerificationOptions options)
    {
        _program = program;
        _drill = drill;
        _options = options;
        _isSettled = new bool[drill.Program.Properties.Length];
        _findings = [.. _isSettled.Select(_ => new Finding())];
        _model = new DrillModel(drill, _isSettled);
        _store = new StateStore(_model.Layout.Words, options.IsExact);
        _frontier = new Frontier(_model.Layout.Words);
    }

    /// <summary>Goes on until everything was looked at, or a limit is reached.</summary>
    public VerificationResult Run(IProgress<VerificationProgress>? progress, CancellationToken cancellationToken)
    {
        _obstacle = _drill.Grid.CantSay(_drill.Program, _drill.Relevance) ? Obstacle.DrawnGrowth : null;
        if (_obstacle is null)
        {
            _model.Begin(this);
            Judge();
        }

        ulong[] state = new ulong[_model.Layout.Words];
        for (int next = 0; (_obstacle ??= _model.Obstacle) is null && _frontier.TryTake(state); next++)
        {
            _parent = next;
            _model.Expand(state, this);
            Judge();
            if (next % Pace == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(new(_store.Count, _frontier.Count, _frontier.Depth, _store.Bytes + _frontier.Bytes));
            }
        }

        return Result();
    }

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<ulong> state)
    {
        _transitions++;
        foreach (int property in _model.Broken)
        {
            if (!_isSettled[property] && !_found.Contains(property))
            {
                _found.Add(property);
            }
        }

        if (_model.EndReason is { } reason)
        {
            _endings.Add(reason);
            if (reason == DrillEndReason.DoesNotSettle && !_unsettled.IsFound)
            {
                _unsettled.IsFound = true;
                _unsettled.Course = Play(NoProperty, runner => runner.HasEnded);
            }
        }
        else if (_obstacle is null && IsRoom() && _store.TryAdd(state, _parent))
        {
            _frontier.Add(state);
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

    // What was broken on the way from the state at hand. Only between two states is a property given up, so that its monitor
    // is part of all that follow from a state or of none.
    private void Judge()
    {
        foreach (int property in _found)
        {
            Finding finding = _findings[property];
            int number = _drill.Numbers[property];
            finding.IsFound = true;
            if (finding.Tries++ < MostTries)
            {
                finding.Course = Play(property, runner => runner.VerdictOf(number) == PropertyVerdict.Broken)
                    is { } course
                    ? UpTo(course, number)
                    : null;
            }

            if (finding.Course is not null)
            {
                finding.SettledAt = _parent;
                _isSettled[property] = true;
            }
        }

        _found.Clear();
    }

    private ImmutableArray<TraceEntry>? Play(int property, Func<DrillInterpreter, bool> isThere)
    {
        IReadOnlyList<Move> way = new Way(_drill, _store, i => _findings[i].SettledAt).To(_parent, property);
        return Course.Of(way, _drill) is { } course ? Replay.Until(_program, course, isThere) : null;
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
            StateBits = _model.Layout.Bits,
            StepMs = _drill.Grid.StepMs,
            ChanceOfMiss = _store.ChanceOfMiss,
            RulesNever = isWhole ? Missing(_model.HasFired) : [],
            PhasesNever = isWhole ? Missing(_model.HasStarted) : [],
            Endings = [.. _endings],
            DoesNotSettle = _unsettled.Course ?? [],
        };
    }

    private static ImmutableArray<int> Missing(bool[] seen) =>
        [.. Enumerable.Range(0, seen.Length).Where(i => !seen[i])];

    private PropertyResult ResultOf(int number, bool isWhole)
    {
        int property = _drill.Numbers.IndexOf(number);
        if (property < 0)
        {
            return new PropertyResult(number, Verdict.NotVerifiable, []);
        }

        Finding finding = _findings[property];
        return finding.Course is { } course ? new PropertyResult(number, Verdict.Refuted, course)
            : !isWhole ? new PropertyResult(number, Verdict.Undecided, [])
            : new PropertyResult(number, finding.IsFound ? Verdict.Coincidence : Verdict.Proved, []);
    }

    private sealed class Finding
    {
        public bool IsFound { get; set; }

        public int Tries { get; set; }

        // From which state on its monitor is left out.
        public int SettledAt { get; set; } = int.MaxValue;

        public ImmutableArray<TraceEntry>? Course { get; set; }
    }
}
