namespace SispamLang.Collections;

/// <summary>A list that grows, and is emptied to be filled again.</summary>
internal sealed class PooledList<T>
    where T : class
{
    private T[] _items = new T[8];

    /// <summary>How many.</summary>
    public int Count { get; private set; }

    /// <summary>All of them, until the next one is added.</summary>
    public ReadOnlySpan<T> Items => _items.AsSpan(0, Count);

    /// <summary>Adds one.</summary>
    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        // Through a span: an array of a base class asks at each store of what class the item is.
        _items.AsSpan()[Count++] = item;
    }

    /// <summary>Adds one if there is one.</summary>
    public void AddIfAny(T? item)
    {
        if (item is not null)
        {
            Add(item);
        }
    }

    /// <summary>Empties it.</summary>
    public void Clear() => Count = 0;
}
