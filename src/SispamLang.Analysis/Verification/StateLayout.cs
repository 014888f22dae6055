using System.Numerics;

namespace SispamLang.Analysis.Verification;

/// <summary>
/// How a state is packed into a few words: cells of as many bits as their greatest value needs. What belongs to a phase
/// shares its bits with what belongs to others, as only one phase is on. The first cell is the phase.
/// </summary>
internal sealed class StateLayout
{
    private readonly List<(int Bits, int Phase)> _cells = [];
    private int[][] _byPhase = [];

    /// <summary>A layout for a drill with so many phases.</summary>
    public StateLayout(int phases)
    {
        Phases = phases;
        Add(Math.Max(0, phases - 1));
    }

    /// <summary>How many phases there are.</summary>
    public int Phases { get; }

    /// <summary>How many cells there are.</summary>
    public int Count => _cells.Count;

    /// <summary>How many words a state takes.</summary>
    public int Words { get; private set; }

    /// <summary>How many bits a state takes at most.</summary>
    public int Bits { get; private set; }

    /// <summary>Adds a cell for values from 0 to a greatest.</summary>
    /// <param name="most">The greatest value.</param>
    /// <param name="phase">The phase to which it belongs; -1: to the drill.</param>
    /// <returns>Its number.</returns>
    public int Add(long most, int phase = -1)
    {
        _cells.Add((64 - BitOperations.LeadingZeroCount((ulong)most), phase));
        return _cells.Count - 1;
    }

    /// <summary>No more cells come.</summary>
    public void Seal()
    {
        _byPhase =
        [
            .. Enumerable
                .Range(0, Phases)
                .Select(phase =>
                    Enumerable
                        .Range(0, _cells.Count)
                        .Where(i => _cells[i].Bits > 0 && (_cells[i].Phase < 0 || _cells[i].Phase == phase))
                        .ToArray()
                ),
        ];
        Bits = _byPhase.Max(cells => cells.Sum(i => _cells[i].Bits));
        Words = Math.Max(1, (Bits + 63) / 64);
    }

    /// <summary>Packs a state.</summary>
    /// <returns>False if a value is greater than was said.</returns>
    public bool TryPack(ReadOnlySpan<int> cells, Span<ulong> words)
    {
        words.Clear();
        int at = 0;
        foreach (int i in _byPhase[cells[0]])
        {
            int bits = _cells[i].Bits;
            ulong value = (uint)cells[i];
            if (value >> bits != 0)
            {
                return false;
            }

            words[at >> 6] |= value << (at & 63);
            if ((at & 63) + bits > 64)
            {
                words[(at >> 6) + 1] |= value >> (64 - (at & 63));
            }

            at += bits;
        }

        return true;
    }

    /// <summary>Takes a state apart. Cells of other phases are 0.</summary>
    public void Unpack(ReadOnlySpan<ulong> words, Span<int> cells)
    {
        cells.Clear();
        int at = 0;
        int phaseBits = _cells[0].Bits;
        int phase = (int)(words[0] & ((1UL << phaseBits) - 1));
        foreach (int i in _byPhase[phase])
        {
            int bits = _cells[i].Bits;
            ulong value = words[at >> 6] >> (at & 63);
            if ((at & 63) + bits > 64)
            {
                value |= words[(at >> 6) + 1] << (64 - (at & 63));
            }

            cells[i] = (int)(value & ((1UL << bits) - 1));
            at += bits;
        }
    }
}
