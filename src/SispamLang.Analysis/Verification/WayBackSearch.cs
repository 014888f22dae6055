using System.Collections.Immutable;
using SispamLang.Programs;
using SispamLang.Runtime;

namespace SispamLang.Analysis.Verification;

/// <summary>
/// Looks for states from which no behaviour leads back to calm: to a state whose situation is green, or to an end of the drill at which
/// it is. All states are found forwards; from the calm ones it goes backwards; what it does not come to has no way back.
/// </summary>
/// <remarks>
/// The time of the drill, and of its last phase, is taken not to run out, as otherwise no drill would have a way back shortly before it
/// does. So states have no clock. Properties are not watched, and the controller does nothing.
/// </remarks>
internal sealed class WayBackSearch : ISuccessors
{
    private const int MostTries = 64;
    private const long Longer = 1000;
    private const int Rounds = 1 << 10;

    private readonly DrillProgram _program;
    private readonly VerifiedDrill _drill;
    private readonly VerificationOptions _options;
    private readonly DrillModel _model;
    private readonly StateStore _store;
    private readonly Frontier _frontier;
    private readonly List<int> _from = [];
    private readonly List<int> _to = [];
    private readonly List<bool> _isBack = [];
    private int _parent = -1;
    private Obstacle? _limit;

    /// <summary>The search in a drill.</summary>
    public WayBackSearch(DrillProgram program, VerificationOptions options)
    {
        _program = program;
        _options = options;
        _drill = new VerifiedDrill(WithoutEnd(program), hasEnd: false, hasController: false, options.Reduces);
        _model = new DrillModel(_drill, []);
        _store = new StateStore(_model.Layout.Words, options.IsExact);
        _frontier = new Frontier(_model.Layout.Words);
    }

    private long Bytes => _store.Bytes + _frontier.Bytes + (2L * sizeof(int) * _from.Capacity) + _isBack.Capacity;

    /// <summary>Looks at all states, and then for the way back.</summary>
    public WayBackResult Run(IProgress<VerificationProgress>? progress, CancellationToken cancellationToken)
    {
        if (_drill.HasEnd)
        {
            return Result(Verdict.NotVerifiable, _drill.HasClock ? Obstacle.ClockRules : Obstacle.Pauses);
        }

        Obstacle? obstacle = _drill.Grid.CantSay(_drill.Program, _drill.Relevance)
            ? Obstacle.DrawnGrowth
            : FindAll(progress, cancellationToken);
        if (obstacle is not null)
        {
            return Result(Verdict.Undecided, obstacle);
        }

        GoBack();
        int first = _isBack.IndexOf(false);
        if (first < 0)
        {
            return Result(Verdict.Proved);
        }

        Way way = new(_drill, _store, _ => int.MaxValue);
        for (int state = first, tries = 0; state < _isBack.Count && tries < MostTries; state++)
        {
            if (_isBack[state] || cancellationToken.IsCancellationRequested)
            {
                continue;
            }

            tries++;
            if (Play(way.To(state)) is { } course)
            {
                return new WayBackResult(Verdict.Refuted, course, _store.Count, null);
            }
        }

        return Result(Verdict.Coincidence);
    }

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<ulong> state)
    {
        bool isCalm = _model.Situation == Runtime.Situation.Green;
        if (_model.EndReason is { } reason)
        {
            // An instant that does not settle is reported by itself.
            if (_parent >= 0 && (isCalm || reason == DrillEndReason.DoesNotSettle))
            {
                _isBack[_parent] = true;
            }

            return;
        }

        if (_store.TryAdd(state, _parent))
        {
            _isBack.Add(isCalm);
            _frontier.Add(state);
        }

        if (_parent >= 0)
        {
            _from.Add(_parent);
            _to.Add(_store.IndexOf(state));
        }

        _limit =
            _store.Count >= _options.MaxStates ? Obstacle.StateLimit
            : Bytes > _options.MaxMemoryBytes ? Obstacle.MemoryLimit
            : null;
    }

    // It goes on as long as nothing but the drill itself ends it.
    private static DrillProgram WithoutEnd(DrillProgram program)
    {
        PhaseSpec last = program.Phases[^1];
        Amount ends = program.Facts.EndsAfter;
        return program with
        {
            Properties = [],
            Facts = program.Facts with
            {
                EndsAfter = new Amount(Longer * ends.In([.. program.Params.Select(p => p.Default)])),
            },
            Phases = last.For is null
                ? program.Phases
                : program.Phases.SetItem(
                    program.Phases.Length - 1,
                    last with
                    {
                        For = null,
                        Until = last.Until ?? new Until([], new ConstantCondition(false), last.Site),
                    }
                ),
        };
    }

    // What kept it from finding all; null: nothing did.
    private Obstacle? FindAll(IProgress<VerificationProgress>? progress, CancellationToken cancellationToken)
    {
        _model.Begin(this);
        ulong[] state = new ulong[_model.Layout.Words];
        for (_parent = 0; _frontier.TryTake(state); _parent++)
        {
            _model.Expand(state, this);
            if (cancellationToken.IsCancellationRequested)
            {
                return Obstacle.Interrupted;
            }

            if ((_limit ?? _model.Obstacle) is { } obstacle)
            {
                return obstacle;
            }

            if (_parent % Rounds == 0)
            {
                progress?.Report(new(_store.Count, _frontier.Count, _frontier.Depth, Bytes));
            }
        }

        return null;
    }

    // Steps in the order of where they lead to, so that all that lead to one state are found at once.
    private void GoBack()
    {
        int[] first = new int[_isBack.Count + 1];
        foreach (int to in _to)
        {
            first[to + 1]++;
        }

        for (int state = 0; state < _isBack.Count; state++)
        {
            first[state + 1] += first[state];
        }

        int[] next = [.. first];
        int[] sources = new int[_to.Count];
        for (int i = 0; i < _to.Count; i++)
        {
            sources[next[_to[i]]++] = _from[i];
        }

        Queue<int> reached = new(Enumerable.Range(0, _isBack.Count).Where(state => _isBack[state]));
        while (reached.TryDequeue(out int state))
        {
            foreach (int source in sources.AsSpan(first[state]..first[state + 1]))
            {
                if (!_isBack[source])
                {
                    _isBack[source] = true;
                    reached.Enqueue(source);
                }
            }
        }
    }

    // With the drill's own end; a last phase whose length is left to chance takes its longest.
    private ImmutableArray<TraceEntry>? Play(IReadOnlyList<Move> way)
    {
        if (Course.Of(way, _drill) is not { } course)
        {
            return null;
        }

        if (_program.Phases[^1].For is { Stream: >= 0 } length)
        {
            ForcedDraw longest = new(length.Stream, length.High.In(_drill.Params));
            course = course with { Draws = course.Draws.Add(longest) };
        }

        return Replay.Until(
            _program,
            course,
            runner => runner.Now == course.EndMs && runner.Situation != Runtime.Situation.Green
        );
    }

    private WayBackResult Result(Verdict verdict, Obstacle? obstacle = null) =>
        new(verdict, [], _store.Count, obstacle);
}
