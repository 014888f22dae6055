using System.Collections.Immutable;

namespace SispamLang.Collections;

/// <summary>Lists to fill, one within another. Each is short-lived, so a few of them serve a whole drill.</summary>
internal sealed class ListPool<T>
    where T : class
{
    private readonly Stack<PooledList<T>> _spare = new();

    /// <summary>An empty list.</summary>
    public PooledList<T> Rent() => _spare.Count > 0 ? _spare.Pop() : new PooledList<T>();

    /// <summary>Takes a list back.</summary>
    public void Return(PooledList<T> list)
    {
        list.Clear();
        _spare.Push(list);
    }

    /// <summary>What a list was filled with; the list is taken back.</summary>
    public ImmutableArray<T> Finish(PooledList<T> list)
    {
        var items = list.Items is [var single] ? ImmutableArray.Create(single) : ImmutableArray.Create(list.Items);
        Return(list);
        return items;
    }
}
