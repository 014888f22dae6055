namespace SispamLang.Analysis.Verification;

/// <summary>
/// What is known of the classes of times while an instant is looked at: which are due in it, by which name each goes on, and what
/// is known of it beside another. A class is a small number; those that begin in the instant follow on those that there are.
/// </summary>
internal sealed class ClassTable
{
    private readonly int _slots;
    private readonly bool[] _isDue;
    private readonly int[] _names;
    private readonly int[] _bounds;
    private readonly List<int> _named = [];
    private readonly List<int> _bounded = [];
    private int _fresh;

    /// <summary>A table for a drill with so many slots.</summary>
    public ClassTable(int slots)
    {
        _slots = slots;
        Moved = (3 * slots) + 4;
        None = 2 * Moved;
        _isDue = new bool[None + 1];
        _names = new int[None + 1];
        _bounds = new int[None + 1];
    }

    /// <summary>The class of an instant in which nothing is due.</summary>
    public int Now => _slots;

    /// <summary>No class: it makes no difference which.</summary>
    public int None { get; }

    /// <summary>What is added to a class that is put off by a pause of a length that is left to chance.</summary>
    public int Moved { get; }

    /// <summary>Whether a class is due in the instant.</summary>
    public ref bool IsDue(int group) => ref _isDue[group];

    /// <summary>The class of the end of a time in a slot that was left open.</summary>
    public int OwnOf(int slot) => _slots + 1 + slot;

    /// <summary>Whether a class began in this instant.</summary>
    public bool IsFresh(int group) => group > LastOwn;

    /// <summary>A new class.</summary>
    public int Fresh() => ++_fresh;

    private int LastOwn => 2 * _slots;

    /// <summary>Nothing is known of any class any more but which are due.</summary>
    public void Clear()
    {
        _fresh = LastOwn;
        foreach (int group in _named)
        {
            _names[group] = 0;
        }

        foreach (int group in _bounded)
        {
            _bounds[group] = 0;
        }

        _named.Clear();
        _bounded.Clear();
    }

    /// <summary>Gives a class the next name if it has none.</summary>
    public void Name(int group)
    {
        if (_names[group] == 0)
        {
            _named.Add(group);
            _names[group] = _named.Count;
        }
    }

    /// <summary>The name of a class; -1: it has none.</summary>
    public int NameOf(int group) => _names[group] - 1;

    /// <summary>Notes what is known of a class, in the place of what was known.</summary>
    public void Bind(int group, ClassBound bound)
    {
        _bounded.Add(group);
        _bounds[group] = bound.ToNumber();
    }

    /// <summary>What is known of a class; null: nothing.</summary>
    public ClassBound? BoundOf(int group) => ClassBound.FromNumber(_bounds[group]);
}
