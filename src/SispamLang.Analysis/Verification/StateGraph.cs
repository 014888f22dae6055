namespace SispamLang.Analysis.Verification;

/// <summary>All states of a drill and the steps between them, and from which of them there is a way to a goal.</summary>
/// <param name="model">Knows what follows from a state.</param>
/// <param name="options">How far to go.</param>
/// <param name="isGoal">Whether the state that the model tells is a goal.</param>
/// <param name="leadsToGoal">Whether the step that the model tells makes a goal of the state from which it is taken.</param>
internal sealed class StateGraph(
    DrillModel model,
    VerificationOptions options,
    Func<DrillModel, bool> isGoal,
    Func<DrillModel, bool> leadsToGoal
) : ISuccessors
{
    /// <summary>In place of a distance: no way leads to a goal.</summary>
    public const int NoWay = -1;

    private const int Rounds = 1 << 10;

    private readonly Frontier _frontier = new(model.Layout.Words);
    private readonly List<int> _from = [];
    private readonly List<int> _to = [];
    private readonly List<bool> _goals = [];
    private int _parent = -1;
    private Obstacle? _limit;

    /// <summary>The states.</summary>
    public StateStore States { get; } = new(model.Layout.Words, options.IsExact);

    private long Bytes => States.Bytes + _frontier.Bytes + (2L * sizeof(int) * _from.Capacity) + _goals.Capacity;

    /// <summary>Looks at all states.</summary>
    /// <returns>What kept it from that; null: nothing did.</returns>
    public Obstacle? FindAll(IProgress<VerificationProgress>? progress, CancellationToken cancellationToken)
    {
        model.Begin(this);
        ulong[] state = new ulong[model.Layout.Words];
        for (_parent = 0; _frontier.TryTake(state); _parent++)
        {
            model.Expand(state, this);
            if (cancellationToken.IsCancellationRequested)
            {
                return Obstacle.Interrupted;
            }

            if ((_limit ?? model.Obstacle) is { } obstacle)
            {
                return obstacle;
            }

            if (_parent % Rounds == 0)
            {
                progress?.Report(new(States.Count, _frontier.Count, _frontier.Depth, Bytes));
            }
        }

        return null;
    }

    /// <summary>For each state the number of steps to the nearest goal, or <see cref="NoWay"/>.</summary>
    /// <remarks>It goes backwards from the goals.</remarks>
    public int[] Distances()
    {
        int[] first = new int[_goals.Count + 1];
        foreach (int to in _to)
        {
            first[to + 1]++;
        }

        for (int state = 0; state < _goals.Count; state++)
        {
            first[state + 1] += first[state];
        }

        // Steps in the order of where they lead to, so that all that lead to one state are found at once.
        int[] next = [.. first];
        int[] sources = new int[_to.Count];
        for (int i = 0; i < _to.Count; i++)
        {
            sources[next[_to[i]]++] = _from[i];
        }

        int[] distances = [.. _goals.Select(isThere => isThere ? 0 : NoWay)];
        Queue<int> reached = new(Enumerable.Range(0, _goals.Count).Where(state => _goals[state]));
        while (reached.TryDequeue(out int state))
        {
            foreach (int source in sources.AsSpan(first[state]..first[state + 1]))
            {
                if (distances[source] == NoWay)
                {
                    distances[source] = distances[state] + 1;
                    reached.Enqueue(source);
                }
            }
        }

        return distances;
    }

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<ulong> state)
    {
        if (_parent >= 0 && leadsToGoal(model))
        {
            _goals[_parent] = true;
        }

        if (model.EndReason is not null)
        {
            return;
        }

        if (States.TryAdd(state, _parent))
        {
            _goals.Add(isGoal(model));
            _frontier.Add(state);
        }

        if (_parent >= 0)
        {
            _from.Add(_parent);
            _to.Add(States.IndexOf(state));
        }

        _limit =
            States.Count >= options.MaxStates ? Obstacle.StateLimit
            : Bytes > options.MaxMemoryBytes ? Obstacle.MemoryLimit
            : null;
    }
}
