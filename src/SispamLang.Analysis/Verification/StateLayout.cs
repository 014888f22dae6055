using System.Numerics;

namespace SispamLang.Analysis.Verification;

/// <summary>Where in a packed state a cell stands: in one word always.</summary>
/// <param name="Phase">The phase in which alone it stands there; -1: in all.</param>
/// <param name="Word">The word.</param>
/// <param name="Shift">The lowest of its bits.</param>
/// <param name="Bits">How many bits it has.</param>
internal readonly record struct StateCell(int Phase, int Word, int Shift, int Bits)
{
    private ulong Mask => ((1UL << Bits) - 1) << Shift;

    /// <summary>Its value in a state.</summary>
    public int Get(ReadOnlySpan<ulong> state) => (int)((state[Word] & Mask) >> Shift);

    /// <summary>Changes its value in a state.</summary>
    public void Set(Span<ulong> state, int value) =>
        state[Word] = (state[Word] & ~Mask) | ((ulong)(uint)value << Shift);
}

/// <summary>
/// How a state is packed into a few words: cells of as many bits as their greatest value needs. What belongs to a phase
/// shares its bits with what belongs to others, as only one phase is on. The first cell is the phase.
/// </summary>
internal sealed class StateLayout
{
    private const int WordBits = 64;

    private readonly List<StateCell> _cells = [];

    /// <summary>A layout for a drill with so many phases.</summary>
    public StateLayout(int phases)
    {
        Phases = phases;
        Add(Math.Max(0, phases - 1));
    }

    /// <summary>How many phases there are.</summary>
    public int Phases { get; }

    /// <summary>A cell. Before <see cref="Seal"/> only its bits are known.</summary>
    public StateCell this[int cell] => _cells[cell];

    /// <summary>How many words a state takes.</summary>
    public int Words { get; private set; }

    /// <summary>How many bits a state takes at most.</summary>
    public int Bits { get; private set; }

    /// <summary>How many bits hold the values from 0 to a greatest.</summary>
    public static int BitsFor(long most) => WordBits - BitOperations.LeadingZeroCount((ulong)most);

    /// <summary>Adds a cell for values from 0 to a greatest.</summary>
    /// <param name="most">The greatest value.</param>
    /// <param name="phase">The phase to which it belongs; -1: to the drill.</param>
    /// <returns>Its number.</returns>
    public int Add(long most, int phase = -1) => AddBits(BitsFor(most), phase);

    /// <summary>Adds a cell of so many bits.</summary>
    public int AddBits(int bits, int phase = -1)
    {
        _cells.Add(new StateCell(phase, 0, 0, bits));
        return _cells.Count - 1;
    }

    /// <summary>No more cells come: each gets its place.</summary>
    public void Seal()
    {
        List<int> used = [];
        Place(-1, used);
        int common = used.Count;
        int most = used.Sum();
        for (int phase = 0; phase < Phases; phase++)
        {
            List<int> own = [.. used];
            Place(phase, own);
            common = Math.Max(common, own.Count);
            most = Math.Max(most, own.Sum());
        }

        Bits = most;
        Words = Math.Max(1, common);
    }

    // Each into the first word that has room for it; the first cell of all comes first of all.
    private void Place(int phase, List<int> used)
    {
        for (int i = 0; i < _cells.Count; i++)
        {
            StateCell cell = _cells[i];
            if (cell.Phase == phase)
            {
                int word = used.FindIndex(bits => bits + cell.Bits <= WordBits);
                if (word < 0)
                {
                    word = used.Count;
                    used.Add(0);
                }

                _cells[i] = cell with { Word = word, Shift = cell.Bits == 0 ? 0 : used[word] };
                used[word] += cell.Bits;
            }
        }
    }
}
