using System.Collections.Immutable;

namespace SispamLang.Text;

/// <summary>The text of one file, with its lines.</summary>
public sealed class SourceText
{
    private ImmutableArray<int> _lineStarts;

    /// <summary>The most characters a file may have: 16 MiB.</summary>
    public const int MaxLength = 16 * 1024 * 1024;

    /// <summary>Takes a text.</summary>
    /// <param name="path">What to call it in messages; never opened here.</param>
    /// <param name="content">The text.</param>
    public SourceText(string path, string content)
    {
        Path = path;
        Content = content;
    }

    /// <summary>What the file is called in messages.</summary>
    public string Path { get; }

    /// <summary>The whole text.</summary>
    public string Content { get; }

    /// <summary>How many characters.</summary>
    public int Length => Content.Length;

    /// <summary>Where each line starts. A line ends in LF, CR LF or CR.</summary>
    public ImmutableArray<int> LineStarts
    {
        get
        {
            if (_lineStarts.IsDefault)
            {
                _lineStarts = FindLines(Content);
            }

            return _lineStarts;
        }
    }

    /// <summary>The characters of a span; a span that reaches beyond the text is cut.</summary>
    public ReadOnlySpan<char> Slice(TextSpan span)
    {
        var start = Math.Min(Math.Max(span.Start, 0), Length);
        var end = Math.Min(Math.Max(span.End, start), Length);
        return Content.AsSpan(start, end - start);
    }

    /// <summary>The characters of a span as a string.</summary>
    public string ToString(TextSpan span) => Slice(span).ToString();

    /// <summary>The line and column of a place; a place outside the text is clamped.</summary>
    public LinePosition PositionOf(int offset)
    {
        offset = Math.Min(Math.Max(offset, 0), Length);
        var starts = LineStarts;
        var low = 0;
        var high = starts.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (starts[middle] <= offset)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return new LinePosition(low, offset - starts[low]);
    }

    /// <summary>The text of a line without its end.</summary>
    public string LineText(int line)
    {
        var start = LineStarts[line];
        var end = line + 1 < LineStarts.Length ? LineStarts[line + 1] : Length;
        while (end > start && Content[end - 1] is '\n' or '\r')
        {
            end--;
        }

        return Content.Substring(start, end - start);
    }

    private static ImmutableArray<int> FindLines(string content)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        var rest = content.AsSpan();
        for (var end = rest.IndexOfAny('\r', '\n'); end >= 0; end = rest.IndexOfAny('\r', '\n'))
        {
            rest = rest.Slice(end + (rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n' ? 2 : 1));
            starts.Add(content.Length - rest.Length);
        }

        return starts.ToImmutable();
    }
}
