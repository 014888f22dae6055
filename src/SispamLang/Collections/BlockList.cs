using System.Collections;

namespace SispamLang.Collections;

/// <summary>A list that only grows. It lies in blocks small enough to stay off the large object heap, which an editor's many
/// short-lived lists would fill.</summary>
internal sealed class BlockList<T> : IEnumerable<T>
    where T : struct
{
    private const int BlockBits = 11;
    private const int BlockSize = 1 << BlockBits;
    private const int SmallestBlock = 64;

    private T[][] _blocks = new T[4][];
    private T[] _last = [];
    private int _usedOfLast;

    /// <summary>An empty list.</summary>
    public BlockList() { }

    /// <summary>The first items of another list. The blocks they fill are shared, as nothing in them changes any more.</summary>
    public BlockList(BlockList<T> other, int count)
    {
        var full = count >> BlockBits;
        var rest = count & (BlockSize - 1);
        _blocks = new T[other._blocks.Length][];
        Array.Copy(other._blocks, _blocks, full);
        if (rest > 0)
        {
            _last = new T[BlockSize];
            Array.Copy(other._blocks[full], _last, rest);
            _blocks[full] = _last;
        }

        _usedOfLast = rest;
        Count = count;
    }

    /// <summary>How many.</summary>
    public int Count { get; private set; }

    /// <summary>One of them.</summary>
    public ref T this[int index] => ref _blocks[index >> BlockBits][index & (BlockSize - 1)];

    /// <summary>Adds one.</summary>
    public void Add(in T item)
    {
        if (_usedOfLast == _last.Length)
        {
            Grow();
        }

        _last[_usedOfLast++] = item;
        Count++;
    }

    /// <summary>One after the other.</summary>
    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Only the first block grows, so that a short list is small.
    private void Grow()
    {
        var block = Count >> BlockBits;
        if (Count is > 0 and < BlockSize)
        {
            Array.Resize(ref _last, _last.Length * 2);
        }
        else
        {
            _last = new T[Count == 0 ? SmallestBlock : BlockSize];
            _usedOfLast = 0;
        }

        if (block == _blocks.Length)
        {
            Array.Resize(ref _blocks, block * 2);
        }

        _blocks[block] = _last;
    }
}
