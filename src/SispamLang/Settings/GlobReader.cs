using System.Collections.Immutable;
using System.Globalization;

namespace SispamLang.Settings;

/// <summary>Takes a pattern apart.</summary>
internal sealed class GlobReader(string pattern)
{
    // Deeper braces stand for themselves; no pattern that somebody wrote has them.
    private const int DeepestBraces = 20;

    private readonly bool _bracesFit = AreBalanced(pattern);
    private int _position;

    /// <summary>All parts.</summary>
    public ImmutableArray<GlobPart> Read() => ReadParts("", 0);

    private char Current => pattern[_position];

    private bool IsAtEnd => _position >= pattern.Length;

    private bool IsAt(string text) => string.CompareOrdinal(pattern, _position, text, 0, text.Length) == 0;

    // Up to one of these characters, which is left unread, or to the end.
    private ImmutableArray<GlobPart> ReadParts(string ends, int depth)
    {
        var parts = ImmutableArray.CreateBuilder<GlobPart>();
        while (!IsAtEnd && ends.IndexOf(Current) < 0)
        {
            ReadPart(parts, depth);
        }

        return parts.ToImmutable();
    }

    private void ReadPart(ImmutableArray<GlobPart>.Builder parts, int depth)
    {
        if (IsAt("/**/"))
        {
            _position += 4;
            parts.Add(new FoldersPart());
        }
        else if (IsAt("**"))
        {
            _position += 2;
            parts.Add(new StarPart(crossesFolders: true));
        }
        else if (IsAt("*"))
        {
            _position++;
            parts.Add(new StarPart(crossesFolders: false));
        }
        else if (IsAt("?"))
        {
            _position++;
            parts.Add(CharacterPart.Any);
        }
        else if (IsAt("[") && ReadCharacters() is { } characters)
        {
            parts.Add(characters);
        }
        else if (IsAt("{") && _bracesFit && depth < DeepestBraces)
        {
            ReadBraces(parts, depth);
        }
        else
        {
            parts.Add(CharacterPart.Of(ReadCharacter()));
        }
    }

    private char ReadCharacter()
    {
        if (Current == '\\' && _position + 1 < pattern.Length)
        {
            _position++;
        }

        return pattern[_position++];
    }

    // [abc], [a-z], [!abc]; null, and nothing is read, if it is not closed or has a slash in it.
    private CharacterPart? ReadCharacters()
    {
        var start = _position++;
        var isNegated = !IsAtEnd && Current == '!';
        _position += isNegated ? 1 : 0;
        var ranges = ImmutableArray.CreateBuilder<(char, char)>();
        while (!IsAtEnd && Current is not (']' or '/'))
        {
            var first = ReadCharacter();
            var last = first;
            if (_position + 1 < pattern.Length && Current == '-' && pattern[_position + 1] is not (']' or '/'))
            {
                _position++;
                last = ReadCharacter();
            }

            ranges.Add((first, last));
        }

        if (IsAtEnd || Current == '/' || ranges.Count == 0)
        {
            _position = start;
            return null;
        }

        _position++;
        return new CharacterPart(ranges.ToImmutable(), isNegated);
    }

    // {one,other} and {1..9}; with a single word inside, braces stand for themselves.
    private void ReadBraces(ImmutableArray<GlobPart>.Builder parts, int depth)
    {
        var close = pattern.IndexOf('}', _position);
        if (NumbersIn(pattern.Substring(_position + 1, close - _position - 1)) is { } numbers)
        {
            _position = close + 1;
            parts.Add(numbers);
            return;
        }

        var choices = ImmutableArray.CreateBuilder<ImmutableArray<GlobPart>>();
        do
        {
            _position++;
            choices.Add(ReadParts(",}", depth + 1));
        } while (!IsAtEnd && Current == ',');

        var isClosed = !IsAtEnd;
        _position += isClosed ? 1 : 0;
        if (choices.Count > 1)
        {
            parts.Add(new ChoicePart(choices.ToImmutable()));
            return;
        }

        parts.Add(CharacterPart.Of('{'));
        parts.AddRange(choices[0]);
        if (isClosed)
        {
            parts.Add(CharacterPart.Of('}'));
        }
    }

    private static NumberPart? NumbersIn(string text)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        return
            dots > 0
            && TryParse(text.Substring(0, dots), out var low)
            && TryParse(text.Substring(dots + 2), out var high)
            ? new NumberPart(Math.Min(low, high), Math.Max(low, high))
            : null;

        static bool TryParse(string number, out int value) =>
            int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    private static bool AreBalanced(string pattern)
    {
        var open = 0;
        for (var i = 0; i < pattern.Length && open >= 0; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '{':
                    open++;
                    break;
                case '}':
                    open--;
                    break;
            }
        }

        return open == 0;
    }
}
