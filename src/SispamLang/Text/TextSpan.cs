namespace SispamLang.Text;

/// <summary>A run of characters.</summary>
/// <param name="Start">The first, counted from 0 in UTF-16 units.</param>
/// <param name="Length">How many; 0 for a place between two characters.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The place after the last character.</summary>
    public int End => Start + Length;

    /// <summary>From one place to another.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);
}

/// <summary>A line and a column, both counted from 0, columns in UTF-16 units.</summary>
public readonly record struct LinePosition(int Line, int Column);
