namespace SispamLang.Analysis.Verification;

/// <summary>The way on which a state was reached first, found again step by step.</summary>
/// <param name="drill">The drill.</param>
/// <param name="store">The states.</param>
/// <param name="settledAt">From which state on the monitor of a property was left out.</param>
internal sealed class Way(VerifiedDrill drill, StateStore store, Func<int, int> settledAt) : ISuccessors
{
    private readonly bool[] _isSettled = new bool[drill.Program.Properties.Length];
    private DrillModel? _model;
    private int _wanted;
    private int _broken;
    private bool _wantsEnd;
    private ulong[]? _state;
    private readonly List<Move> _moves = [];

    /// <summary>The way to a state.</summary>
    public IReadOnlyList<Move> To(int state)
    {
        List<int> states = [];
        for (int at = state; at >= 0; at = store.ParentOf(at))
        {
            states.Insert(0, at);
        }

        DrillModel model = _model = new DrillModel(drill, _isSettled);
        _state = null;
        List<Move> way = [];
        int from = -1;
        foreach (int next in states)
        {
            (_wanted, _broken, _wantsEnd) = (next, -1, false);
            Step(model, from);
            way.Add(_moves[0]);
            from = next;
        }

        return way;
    }

    /// <summary>The ways to a state, and one step more: they differ in the last step alone.</summary>
    /// <param name="last">The last state; -1: there is none, it happens as the drill starts.</param>
    /// <param name="broken">The property that the last step breaks; -1: it ends the drill without settling.</param>
    public IEnumerable<IReadOnlyList<Move>> To(int last, int broken)
    {
        IReadOnlyList<Move> way = To(last);
        (_wanted, _broken, _wantsEnd) = (-1, broken, broken < 0);
        Step(_model, last);
        return _moves.Select(move => (IReadOnlyList<Move>)[.. way, move]);
    }

    // From the state found last, whose number is given, to what is wanted.
    private void Step(DrillModel? model, int number)
    {
        ulong[]? from = _state;
        _state = null;
        _moves.Clear();
        for (int p = 0; p < _isSettled.Length; p++)
        {
            _isSettled[p] = number >= 0 && settledAt(p) <= number;
        }

        if (from is null)
        {
            model?.Begin(this);
        }
        else
        {
            model?.Expand(from, this);
        }

        if (_moves.Count == 0)
        {
            throw new InvalidOperationException("A way to a state was not found again.");
        }
    }

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<ulong> state)
    {
        if (_model is null || (_wanted >= 0 && _moves.Count > 0))
        {
            return;
        }

        bool isIt =
            _wantsEnd ? _model.EndReason == Runtime.DrillEndReason.DoesNotSettle
            : _broken >= 0 ? _model.Broken.Contains(_broken)
            : _model.EndReason is null && store.IndexOf(state) == _wanted;
        if (isIt)
        {
            _moves.Add(_model.Record());
            _state = state.ToArray();
        }
    }
}
