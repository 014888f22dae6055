using System.Text;
using SispamLang.LanguageServer.Protocol.Messages;
using SispamLang.Text;

namespace SispamLang.LanguageServer.Workspaces;

/// <summary>
/// From the places of the protocol to those of a text and back. Columns are counted in UTF-16 units, or in bytes of UTF-8 if
/// the client prefers that. A place that a text does not have is moved to the nearest that it has.
/// </summary>
internal sealed class PositionEncoding
{
    private readonly bool _isUtf8;

    private PositionEncoding(string name, bool isUtf8)
    {
        Name = name;
        _isUtf8 = isUtf8;
    }

    /// <summary>What every client understands.</summary>
    public static PositionEncoding Utf16 { get; } = new("utf-16", false);

    private static PositionEncoding Utf8 { get; } = new("utf-8", true);

    /// <summary>Its name in the protocol.</summary>
    public string Name { get; }

    /// <summary>The first of those that the client offers, in its order of preference, that is known here.</summary>
    public static PositionEncoding Choose(string[]? offered) =>
        Array.Find(offered ?? [], name => name is "utf-8" or "utf-16") == "utf-8" ? Utf8 : Utf16;

    /// <summary>The place in a text.</summary>
    public int OffsetOf(SourceText text, Position position)
    {
        if (position.Line >= text.LineStarts.Length)
        {
            return text.Length;
        }

        var line = (int)position.Line;
        var span = LineSpan(text, line);
        if (!_isUtf8)
        {
            return span.Start + (int)Math.Min(position.Character, (uint)span.Length);
        }

        var (offset, bytes) = (span.Start, 0L);
        foreach (var rune in text.Slice(span).EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > position.Character)
            {
                break;
            }

            offset += rune.Utf16SequenceLength;
        }

        return offset;
    }

    /// <summary>The span of a range, its ends in order.</summary>
    public TextSpan SpanOf(SourceText text, Range range)
    {
        var start = OffsetOf(text, range.Start);
        return TextSpan.FromBounds(start, Math.Max(start, OffsetOf(text, range.End)));
    }

    /// <summary>The place in the protocol.</summary>
    public Position PositionOf(SourceText text, int offset)
    {
        var (line, column) = text.PositionOf(offset);
        var start = text.LineStarts[line];
        var units = _isUtf8 ? Encoding.UTF8.GetByteCount(text.Slice(new TextSpan(start, column))) : column;
        return new Position((uint)line, (uint)units);
    }

    /// <summary>The range of a span.</summary>
    public Range RangeOf(SourceText text, TextSpan span) =>
        new(PositionOf(text, span.Start), PositionOf(text, span.End));

    // Without its end, which no place of the protocol is behind.
    private static TextSpan LineSpan(SourceText text, int line)
    {
        var start = text.LineStarts[line];
        var end = line + 1 < text.LineStarts.Length ? text.LineStarts[line + 1] : text.Length;
        while (end > start && text.Content[end - 1] is '\n' or '\r')
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }
}
