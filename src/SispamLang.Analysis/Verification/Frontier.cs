namespace SispamLang.Analysis.Verification;

/// <summary>The states that have been reached and not yet looked at, first in first out, level by level.</summary>
internal sealed class Frontier(int words)
{
    private const int ChunkStates = 1 << 12;

    private readonly Queue<ulong[]> _chunks = new();
    private ulong[]? _last;
    private int _taken;
    private int _added;
    private int _ofLevel;

    /// <summary>How many states there are.</summary>
    public int Count { get; private set; }

    /// <summary>By how many steps the state taken last is away from the start.</summary>
    public int Depth { get; private set; } = -1;

    /// <summary>The state taken last is the last that is so far away from the start.</summary>
    public bool IsAtEndOfLevel => _ofLevel == 0;

    /// <summary>The memory that it takes, in bytes.</summary>
    public long Bytes => _chunks.Count * 8L * words * ChunkStates;

    /// <summary>The memory that it may take when one more state has come, in bytes.</summary>
    public long BytesNext => Bytes + (8L * words * ChunkStates);

    /// <summary>Adds a state at the end.</summary>
    public void Add(ReadOnlySpan<ulong> state)
    {
        if (_last is null || _added == ChunkStates)
        {
            _last = new ulong[words * ChunkStates];
            _chunks.Enqueue(_last);
            _added = 0;
        }

        state.CopyTo(_last.AsSpan(_added++ * words));
        Count++;
    }

    /// <summary>Takes the first state.</summary>
    /// <returns>False if there is none.</returns>
    public bool TryTake(Span<ulong> state)
    {
        if (Count == 0)
        {
            return false;
        }

        if (_ofLevel == 0)
        {
            Depth++;
            _ofLevel = Count;
        }

        _chunks.Peek().AsSpan(_taken * words, words).CopyTo(state);
        if (++_taken == ChunkStates)
        {
            _chunks.Dequeue();
            _taken = 0;
        }

        _ofLevel--;
        Count--;
        return true;
    }
}
