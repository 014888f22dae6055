namespace SispamLang.Analysis.Verification;

/// <summary>A state taken apart: its cells, and for each slot how long it is pending and with which others exactly.</summary>
internal sealed class Moment
{
    /// <summary>A slot in which nothing is pending.</summary>
    public const int Off = -1;

    /// <summary>A state with so many cells and slots.</summary>
    public Moment(int cells, int slots)
    {
        Cells = new int[cells];
        Left = new int[slots];
        Class = new int[slots];
        Bound = new int[slots];
    }

    /// <summary>The values of the cells.</summary>
    public int[] Cells { get; }

    /// <summary>How long each slot is still pending, in steps.</summary>
    public int[] Left { get; }

    /// <summary>
    /// Slots of one class differ by a whole number of steps exactly, whatever chance gave: those that are due at one step
    /// are due at one instant. Of slots of different classes nothing is known.
    /// </summary>
    public int[] Class { get; }

    /// <summary>
    /// What is known of a slot's class beside another, see <see cref="ClassBound"/>; at the first slot of the class, 0 at others.
    /// </summary>
    public int[] Bound { get; }

    /// <summary>The time, in steps; 0 if states are without a clock.</summary>
    public int Clock { get; set; }

    /// <summary>Takes over another.</summary>
    public void CopyFrom(Moment other)
    {
        other.Cells.CopyTo(Cells, 0);
        other.Left.CopyTo(Left, 0);
        other.Class.CopyTo(Class, 0);
        other.Bound.CopyTo(Bound, 0);
        Clock = other.Clock;
    }
}
