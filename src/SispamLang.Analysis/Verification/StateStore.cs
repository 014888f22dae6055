using System.Numerics;
using System.Runtime.CompilerServices;

namespace SispamLang.Analysis.Verification;

/// <summary>
/// The states that have been reached, each once, with the one it was reached from first. A state of one word is kept as it
/// is; of a longer one a fingerprint of 64 bits, or all of it if exactness is asked for.
/// </summary>
internal sealed class StateStore
{
    private const int ChunkBits = 16;
    private const int FirstTable = 1 << 12;

    private readonly int _keyWords;
    private readonly List<ulong[]> _keys = [];
    private readonly List<int[]> _parents = [];
    private int[] _table = new int[FirstTable];

    /// <summary>An empty store of states of so many words.</summary>
    public StateStore(int words, bool isExact)
    {
        _keyWords = isExact ? words : 1;
        IsExact = isExact || words == 1;
    }

    /// <summary>No state can be taken for another.</summary>
    public bool IsExact { get; }

    /// <summary>How many states there are.</summary>
    public int Count { get; private set; }

    /// <summary>How much memory it takes, in bytes.</summary>
    public long Bytes => (_keys.Count * (8L * _keyWords + 4) << ChunkBits) + (4L * _table.Length);

    /// <summary>How much memory it will take when one more state has come, in bytes.</summary>
    public long BytesNext => Bytes + (IsFull ? 8L * _table.Length : 0) + ((8L * _keyWords + 4) << ChunkBits);

    /// <summary>The chance that some state was taken for another and passed over: at most n²/2^65.</summary>
    public double ChanceOfMiss => IsExact ? 0 : (double)Count * Count / Math.Pow(2, 65);

    // So full that with its states it takes less than 24 bytes each, also when it has just grown.
    private bool IsFull => Count * 10L >= _table.Length * 7L;

    /// <summary>The state from which one was reached first; -1: it is a first state.</summary>
    public int ParentOf(int index) => _parents[index >> ChunkBits][index & ((1 << ChunkBits) - 1)];

    /// <summary>Adds a state unless it is there.</summary>
    /// <param name="state">The state.</param>
    /// <param name="parent">From where it was reached; -1: it is a first state.</param>
    /// <returns>True if it is new.</returns>
    [MethodImpl(Hot.Path)]
    public bool TryAdd(ReadOnlySpan<ulong> state, int parent)
    {
        ulong hash = Hash(state);
        ReadOnlySpan<ulong> key = IsExact ? state : new ReadOnlySpan<ulong>(in hash);
        int slot = Find(key, hash);
        if (_table[slot] != 0)
        {
            return false;
        }

        if (IsFull)
        {
            Grow();
            slot = Find(key, hash);
        }

        if ((Count & ((1 << ChunkBits) - 1)) == 0)
        {
            _keys.Add(new ulong[_keyWords << ChunkBits]);
            _parents.Add(new int[1 << ChunkBits]);
        }

        key.CopyTo(KeyOf(Count));
        _parents[Count >> ChunkBits][Count & ((1 << ChunkBits) - 1)] = parent;
        _table[slot] = ++Count;
        return true;
    }

    /// <summary>The number of a state.</summary>
    /// <returns>-1 if it is not there.</returns>
    [MethodImpl(Hot.Path)]
    public int IndexOf(ReadOnlySpan<ulong> state)
    {
        ulong hash = Hash(state);
        return _table[Find(IsExact ? state : new ReadOnlySpan<ulong>(in hash), hash)] - 1;
    }

    private Span<ulong> KeyOf(int index) =>
        _keys[index >> ChunkBits].AsSpan((index & ((1 << ChunkBits) - 1)) * _keyWords, _keyWords);

    private bool IsAt(int index, ReadOnlySpan<ulong> key) =>
        key.Length == 1
            ? _keys[index >> ChunkBits][index & ((1 << ChunkBits) - 1)] == key[0]
            : KeyOf(index).SequenceEqual(key);

    // Where a key is, or would be.
    [MethodImpl(Hot.Path)]
    private int Find(ReadOnlySpan<ulong> key, ulong hash)
    {
        int[] table = _table;
        int mask = table.Length - 1;
        int slot = (int)(hash >> 20) & mask;
        while (table[slot] is > 0 and var number && !IsAt(number - 1, key))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        _table = new int[_table.Length * 2];
        int mask = _table.Length - 1;
        for (int i = 0; i < Count; i++)
        {
            Span<ulong> key = KeyOf(i);
            int slot = (int)((IsExact ? Hash(key) : key[0]) >> 20) & mask;
            while (_table[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _table[slot] = i + 1;
        }
    }

    [MethodImpl(Hot.Path)]
    private static ulong Hash(ReadOnlySpan<ulong> state)
    {
        ulong hash = 0x9E3779B97F4A7C15UL * (ulong)state.Length;
        foreach (ulong word in state)
        {
            ulong high = Math.BigMul(word ^ hash ^ 0xA0761D6478BD642FUL, 0xE7037ED1A0B428DBUL, out ulong low);
            hash = BitOperations.RotateLeft(hash, 23) ^ high ^ low;
            hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93UL;
        }

        return hash ^ (hash >> 32);
    }
}
