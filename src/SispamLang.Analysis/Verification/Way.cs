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

    /// <summary>The ways to a state, and one step more: they differ in the last step alone.</summary>
    /// <param name="last">The last state; -1: there is none, it happens as the drill starts.</param>
    /// <param name="broken">The property that the last step breaks; -1: it ends the drill without settling.</param>
    public IEnumerable<IReadOnlyList<Move>> To(int last, int broken)
    {
        List<int> states = [];
        for (int state = last; state >= 0; state = store.ParentOf(state))
        {
            states.Insert(0, state);
        }

        _model = new DrillModel(drill, _isSettled);
        List<Move> way = [];
        for (int i = 0; i <= states.Count; i++)
        {
            (_wanted, _broken, _wantsEnd) = i < states.Count ? (states[i], -1, false) : (-1, broken, broken < 0);
            ulong[]? from = _state;
            _state = null;
            _moves.Clear();
            for (int p = 0; p < _isSettled.Length; p++)
            {
                _isSettled[p] = i > 0 && settledAt(p) <= states[i - 1];
            }

            if (from is null)
            {
                _model.Begin(this);
            }
            else
            {
                _model.Expand(from, this);
            }

            if (_moves.Count == 0)
            {
                throw new InvalidOperationException("A way to a state was not found again.");
            }

            if (i < states.Count)
            {
                way.Add(_moves[0]);
            }
        }

        return _moves.Select(move => (IReadOnlyList<Move>)[.. way, move]);
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
