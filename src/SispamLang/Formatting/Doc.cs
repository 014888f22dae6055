using System.Collections.Immutable;
using SispamLang.Text;

namespace SispamLang.Formatting;

/// <summary>
/// A text with the places where it may be broken into lines, after Wadler's “A prettier printer”. A group is printed on
/// one line if it fits, else all its own lines are broken.
/// </summary>
/// <param name="IsBroken">It holds a line that is broken in any case.</param>
internal abstract record Doc(bool IsBroken)
{
    /// <summary>Nothing.</summary>
    public static readonly Doc Empty = new ConcatDoc([], false);

    /// <summary>A blank.</summary>
    public static readonly Doc Blank = new TextDoc(" ", null, 1);

    /// <summary>A blank, or a new line where the group is broken.</summary>
    public static readonly Doc Line = new LineDoc(" ");

    /// <summary>Several in a row.</summary>
    public static Doc Concat(List<Doc> parts) => new ConcatDoc([.. parts], parts.Exists(part => part.IsBroken));

    /// <summary>Several in a row.</summary>
    public static Doc Concat(params Doc[] parts) =>
        new ConcatDoc([.. parts], Array.Exists(parts, part => part.IsBroken));

    /// <summary>The same with its new lines deeper.</summary>
    public static Doc Nest(int columns, Doc content) => new NestDoc(columns, content);

    /// <summary>What is on one line or broken as a whole.</summary>
    public static Doc Group(Doc content) => new GroupDoc(content);
}

/// <summary>Characters.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Source">What they stand for in the source; null for what layout puts in.</param>
/// <param name="Width">How much room they need; 0 for what may go beyond the end of the line.</param>
internal sealed record TextDoc(string Text, TextSpan? Source, int Width) : Doc(false);

/// <summary>A sign between two parts that only stands there while both are on one line.</summary>
internal sealed record SeparatorDoc(string Text) : Doc(false);

/// <summary>A place to break.</summary>
/// <param name="Flat">What stands there if it is not broken.</param>
internal sealed record LineDoc(string Flat) : Doc(false);

/// <summary>A new line in any case.</summary>
/// <param name="AfterBlankLine">There is an empty line before it.</param>
internal sealed record HardLineDoc(bool AfterBlankLine) : Doc(true);

/// <summary>Several in a row.</summary>
internal sealed record ConcatDoc(ImmutableArray<Doc> Parts, bool IsBroken) : Doc(IsBroken);

/// <summary>Deeper lines.</summary>
internal sealed record NestDoc(int Columns, Doc Content) : Doc(Content.IsBroken);

/// <summary>On one line or broken as a whole.</summary>
internal sealed record GroupDoc(Doc Content) : Doc(Content.IsBroken);
