using System.Runtime.CompilerServices;
using SispamLang.Runtime;

namespace SispamLang.Analysis.Verification;

/// <summary>A value drawn from a stream.</summary>
internal readonly record struct ForcedDraw(int Stream, long Value);

/// <summary>
/// Goes through all that the draws of one instant can give, one course after another: each course takes the same draws as
/// the one before up to the last that has something else to give.
/// </summary>
internal sealed class ChoiceTape : IDrawSource
{
    private const int FewDraws = 16;

    private readonly long[][] _choices;
    private readonly bool _triesIdle;
    private (int Stream, int Choice, bool IsIdle)[] _draws = new (int, int, bool)[FewDraws];
    private int _length;
    private int _at;
    private bool _triesIdleNow;

    /// <summary>A tape for the draws of a drill.</summary>
    /// <param name="open">The times that are left open.</param>
    /// <param name="streams">How many streams there are.</param>
    /// <param name="triesIdle">Also what idle draws give makes a course.</param>
    public ChoiceTape(OpenTimes open, int streams, bool triesIdle)
    {
        _choices = [.. Enumerable.Range(0, streams).Select(open.Choices)];
        _triesIdle = triesIdle;
    }

    /// <summary>The draws of this course.</summary>
    public IEnumerable<ForcedDraw> Draws =>
        _draws.Take(_at).Select(d => new ForcedDraw(d.Stream, _choices[d.Stream][d.Choice]));

    /// <summary>How many draws this course has taken so far.</summary>
    public int Count => _at;

    /// <summary>The first draw that gives something else than in the course before; -1: this is the first course.</summary>
    public int Changed { get; private set; } = -1;

    /// <summary>Begins with the first course.</summary>
    public void Clear()
    {
        _length = 0;
        _at = 0;
        _triesIdleNow = _triesIdle;
        Changed = -1;
    }

    /// <inheritdoc/>
    [MethodImpl(Hot.Path)]
    public long Draw(int stream, int number, bool isIdle)
    {
        if (number == _length)
        {
            if (_length == _draws.Length)
            {
                Array.Resize(ref _draws, 2 * _length);
            }

            _draws[_length++] = (stream, 0, isIdle);
        }

        _at = number + 1;
        return _choices[stream][_draws[number].Choice];
    }

    /// <summary>Goes on to the next course.</summary>
    /// <param name="isUnsettled">The course before did not settle: from now on idle draws make other courses too.</param>
    /// <returns>False if that was the last one.</returns>
    [MethodImpl(Hot.Path)]
    public bool Next(bool isUnsettled)
    {
        _triesIdleNow |= isUnsettled;
        _length = _at;
        _at = 0;
        while (_length > 0)
        {
            ref (int Stream, int Choice, bool IsIdle) last = ref _draws[_length - 1];
            if (last.Choice + 1 < _choices[last.Stream].Length && (_triesIdleNow || !last.IsIdle))
            {
                last.Choice++;
                Changed = _length - 1;
                return true;
            }

            _length--;
        }

        return false;
    }
}
