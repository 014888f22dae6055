using System.Runtime.CompilerServices;
using SispamLang.Runtime;

namespace SispamLang.Analysis.Verification;

/// <summary>What follows from some states in a row, found apart from all others so that several can be looked at at a time.</summary>
/// <param name="words">How many words a state has.</param>
/// <param name="store">The states that were known before; it does not change meanwhile.</param>
internal sealed class Expansion(int words, StateStore store) : ISuccessors
{
    private readonly List<ulong> _states = [];
    private readonly List<int> _parents = [];
    private DrillModel? _model;
    private int _parent;

    /// <summary>How many states follow that were not known, counted as often as they do.</summary>
    public int Count => _parents.Count;

    /// <summary>The steps taken, those to the drill's end included.</summary>
    public long Transitions { get; private set; }

    /// <summary>The properties that are broken, each with the states from which it is.</summary>
    public List<(int Property, int Parent)> Broken { get; } = [];

    /// <summary>In which ways the drill ends, each with the first state from which it does.</summary>
    public SortedDictionary<DrillEndReason, int> Endings { get; } = [];

    /// <summary>Why not all was found; null: all was.</summary>
    public Obstacle? Obstacle { get; private set; }

    /// <summary>What follows from the start of the drill.</summary>
    public void Begin(DrillModel model)
    {
        Clear(model);
        _parent = -1;
        model.Begin(this);
        Obstacle = model.Obstacle;
    }

    /// <summary>What follows from some states.</summary>
    /// <param name="model">Knows what follows.</param>
    /// <param name="states">The states, one after the other.</param>
    /// <param name="first">The number of the first one.</param>
    public void Expand(DrillModel model, ReadOnlySpan<ulong> states, int first)
    {
        Clear(model);
        for (int i = 0; i * words < states.Length && model.Obstacle is null; i++)
        {
            _parent = first + i;
            model.Expand(states.Slice(i * words, words), this);
        }

        Obstacle = model.Obstacle;
    }

    /// <summary>A state that follows, and from which.</summary>
    public ReadOnlySpan<ulong> State(int index, out int parent)
    {
        parent = _parents[index];
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_states).Slice(index * words, words);
    }

    /// <inheritdoc/>
    [MethodImpl(Hot.Path)]
    public void Add(ReadOnlySpan<ulong> state)
    {
        if (_model is not { } model)
        {
            return;
        }

        Transitions++;
        foreach (int property in model.Broken)
        {
            if (!Broken.Contains((property, _parent)))
            {
                Broken.Add((property, _parent));
            }
        }

        if (model.EndReason is { } reason)
        {
            Endings.TryAdd(reason, _parent);
        }
        else if (store.IndexOf(state) < 0)
        {
            _states.AddRange(state);
            _parents.Add(_parent);
        }
    }

    private void Clear(DrillModel model)
    {
        _model = model;
        _states.Clear();
        _parents.Clear();
        Broken.Clear();
        Endings.Clear();
        Transitions = 0;
        Obstacle = null;
    }
}
