namespace SispamLang.Analysis.Verification;

/// <summary>
/// What is known of the classes of times while an instant is looked at: which are due in it, by which name each goes on, and what
/// is known of it beside another. A class is a small number; those that begin in the instant follow on those that there are.
/// </summary>
internal sealed class ClassTable
{
    private readonly bool[] _isDue;
    private readonly int[] _names;
    private readonly int[] _bounds;
    private readonly List<int> _named = [];
    private readonly List<int> _bounded = [];
    private int _fresh;

    /// <summary>A table for a drill with so many slots.</summary>
    public ClassTable(int slots)
    {
        Now = slots;
        Moved = 2 * slots + 3;
        _isDue = new bool[2 * Moved];
        _names = new int[2 * Moved];
        _bounds = new int[2 * Moved];
    }

    /// <summary>The class of an instant in which nothing is due. The ones after it are new.</summary>
    public int Now { get; }

    /// <summary>What is added to a class that is put off by a pause of a length that is left to chance.</summary>
    public int Moved { get; }

    /// <summary>Whether a class is due in the instant.</summary>
    public ref bool IsDue(int group) => ref _isDue[group];

    /// <summary>Whether a class began in this instant.</summary>
    public bool IsFresh(int group) => group > Now;

    /// <summary>A new class.</summary>
    public int Fresh() => ++_fresh;

    /// <summary>Nothing is known of any class any more but which are due.</summary>
    public void Clear()
    {
        _fresh = Now;
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
