using System.Collections.Immutable;
using System.Globalization;

namespace SispamLang.Settings;

/// <summary>A part of a pattern: from the places in a path where it may begin to those where it may end.</summary>
internal abstract class GlobPart
{
    /// <summary>The places after the part, for the places before it.</summary>
    public abstract bool[] Advance(bool[] from, string path);

    /// <summary>The places after several parts in a row.</summary>
    public static bool[] AdvanceAll(ImmutableArray<GlobPart> parts, bool[] from, string path)
    {
        foreach (var part in parts)
        {
            from = part.Advance(from, path);
        }

        return from;
    }
}

/// <summary>One character out of some, or none of them; then it is no slash either.</summary>
internal sealed class CharacterPart(ImmutableArray<(char First, char Last)> ranges, bool isNegated) : GlobPart
{
    public static CharacterPart Of(char c) => new([(c, c)], isNegated: false);

    /// <summary>Any character, as <c>?</c> means it.</summary>
    public static CharacterPart Any { get; } = new([], isNegated: true);

    public override bool[] Advance(bool[] from, string path)
    {
        var to = new bool[from.Length];
        for (var i = 0; i < path.Length; i++)
        {
            to[i + 1] = from[i] && Fits(path[i]);
        }

        return to;
    }

    private bool Fits(char c)
    {
        foreach (var (first, last) in ranges)
        {
            if (first <= c && c <= last)
            {
                return !isNegated;
            }
        }

        return isNegated && c != '/';
    }
}

/// <summary>Any characters, slashes among them or not.</summary>
internal sealed class StarPart(bool crossesFolders) : GlobPart
{
    public override bool[] Advance(bool[] from, string path)
    {
        var to = (bool[])from.Clone();
        for (var i = 0; i < path.Length; i++)
        {
            to[i + 1] |= to[i] && (crossesFolders || path[i] != '/');
        }

        return to;
    }
}

/// <summary><c>/**/</c>: a slash, and behind it any number of folders.</summary>
internal sealed class FoldersPart : GlobPart
{
    public override bool[] Advance(bool[] from, string path)
    {
        var to = new bool[from.Length];
        var isBelow = false;
        for (var i = 0; i < path.Length; i++)
        {
            isBelow |= from[i] && path[i] == '/';
            to[i + 1] = isBelow && path[i] == '/';
        }

        return to;
    }
}

/// <summary><c>{one,other}</c></summary>
internal sealed class ChoicePart(ImmutableArray<ImmutableArray<GlobPart>> choices) : GlobPart
{
    public override bool[] Advance(bool[] from, string path)
    {
        var to = new bool[from.Length];
        foreach (var choice in choices)
        {
            var reached = AdvanceAll(choice, from, path);
            for (var i = 0; i < to.Length; i++)
            {
                to[i] |= reached[i];
            }
        }

        return to;
    }
}

/// <summary><c>{1..9}</c>: a whole number without zeros before it.</summary>
internal sealed class NumberPart(int low, int high) : GlobPart
{
    private const int MostDigits = 10;

    public override bool[] Advance(bool[] from, string path)
    {
        var to = new bool[from.Length];
        for (var start = 0; start < path.Length; start++)
        {
            var digits = start + (path[start] is '-' or '+' ? 1 : 0);
            for (var end = digits; from[start] && end < path.Length && path[end] is >= '0' and <= '9'; end++)
            {
                if (end - digits >= MostDigits || (end > digits && path[digits] == '0'))
                {
                    break;
                }

                to[end + 1] |=
                    long.TryParse(
                        path.Substring(start, end + 1 - start),
                        NumberStyles.AllowLeadingSign,
                        CultureInfo.InvariantCulture,
                        out var number
                    )
                    && low <= number
                    && number <= high;
            }
        }

        return to;
    }
}
