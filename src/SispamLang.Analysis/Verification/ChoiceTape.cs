using System.Collections.Immutable;

namespace SispamLang.Analysis.Verification;

/// <summary>A value drawn from a stream.</summary>
internal readonly record struct ForcedDraw(int Stream, long Value);

/// <summary>
/// Goes through all that the draws of one instant can give, one course after another: each course takes the same draws as
/// the one before up to the last that has something else to give.
/// </summary>
internal sealed class ChoiceTape(TimeGrid grid)
{
    private readonly List<(int Stream, int Choice)> _draws = [];
    private int _at;

    /// <summary>The draws of this course.</summary>
    public IEnumerable<ForcedDraw> Draws => _draws.Take(_at).Select(d => new ForcedDraw(d.Stream, ValueOf(d)));

    /// <summary>How many draws this course has taken so far.</summary>
    public int Count => _at;

    /// <summary>Begins with the first course.</summary>
    public void Clear()
    {
        _draws.Clear();
        _at = 0;
    }

    /// <summary>What a stream gives in this course.</summary>
    public long? Draw(int stream)
    {
        if (_at == _draws.Count)
        {
            _draws.Add((stream, 0));
        }

        return ValueOf(_draws[_at++]);
    }

    /// <summary>Goes on to the next course.</summary>
    /// <returns>False if that was the last one.</returns>
    public bool Next()
    {
        _draws.RemoveRange(_at, _draws.Count - _at);
        _at = 0;
        while (_draws.Count > 0)
        {
            (int stream, int choice) = _draws[^1];
            if (choice + 1 < grid.Choices(stream).Length)
            {
                _draws[^1] = (stream, choice + 1);
                return true;
            }

            _draws.RemoveAt(_draws.Count - 1);
        }

        return false;
    }

    private long ValueOf((int Stream, int Choice) draw)
    {
        ImmutableArray<long> choices = grid.Choices(draw.Stream);
        return choices[draw.Choice];
    }
}
