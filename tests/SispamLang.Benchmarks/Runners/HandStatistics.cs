using System.Globalization;

namespace SispamLang.Benchmarks.Runners;

/// <summary>
/// By hand, what <c>sispam simulate</c> counts of the one-crowd hour: how long the drill, its phase and each colour last and when it
/// first turns yellow and red, each in bins of five seconds with sums, least and most; how it ends, in which mood, and the first run
/// of each sort.
/// </summary>
internal struct HandStatistics() : IHandCounts
{
    private const int Green = 0;
    private const int Yellow = 1;
    private const int Red = 2;
    private readonly long[] _finalMoods = new long[5];
    private HandDistribution _drill = new();
    private HandDistribution _phase = new();
    private HandDistribution _green = new();
    private HandDistribution _yellow = new();
    private HandDistribution _red = new();
    private HandDistribution _firstYellow = new();
    private HandDistribution _firstRed = new();
    private long _runs;
    private long _peaceful;
    private long _firstPeacefulRun = -1;
    private long _firstRedRun = -1;
    private long _longest = -1;
    private long _longestMs = -1;
    private long _timeUp;
    private long _firstTimeUp = -1;
    private long _firstLastPhase = -1;
    private int _colour;
    private long _since;
    private long _greenMs;
    private long _yellowMs;
    private long _redMs;
    private long _yellowAt;
    private long _redAt;

    public override readonly string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            drill {_drill}; phase {_phase}
            green {_green}; yellow {_yellow}; red {_red}; first yellow {_firstYellow}; first red {_firstRed}
            moods {string.Join(
                ' ',
                _finalMoods
            )}; peaceful {_peaceful}, first {_firstPeacefulRun}; first red {_firstRedRun}; longest {_longest}
            last phase {_runs - _timeUp}, first {_firstLastPhase}; time up {_timeUp}, first {_firstTimeUp}
            """
        );

    public void Starts()
    {
        (_colour, _since, _greenMs, _yellowMs, _redMs) = (Green, 0, 0, 0, 0);
        (_yellowAt, _redAt) = (-1, -1);
    }

    public void Moves(long now, int mood)
    {
        var colour =
            mood is 0 or HandMood.Dispersed ? Green
            : mood == HandMood.Anarchic ? Red
            : Yellow;
        if (colour == _colour)
        {
            return;
        }

        TakeTime(now);
        _colour = colour;
        if (colour == Yellow && _yellowAt < 0)
        {
            _yellowAt = now;
        }
        else if (colour == Red && _redAt < 0)
        {
            _redAt = now;
        }
    }

    public void Ends(long now, int mood, long events)
    {
        TakeTime(now);
        _drill.Add(now);
        _phase.Add(now);
        _green.Add(_greenMs);
        _yellow.Add(_yellowMs);
        _red.Add(_redMs);
        if (_yellowAt >= 0)
        {
            _firstYellow.Add(_yellowAt);
        }

        if (_redAt >= 0)
        {
            _firstRed.Add(_redAt);
            First(ref _firstRedRun);
        }

        _finalMoods[mood]++;
        if (mood is 0 or HandMood.Dispersed)
        {
            _peaceful++;
            First(ref _firstPeacefulRun);
        }

        if (mood == HandMood.Dispersed)
        {
            First(ref _firstLastPhase);
        }
        else
        {
            _timeUp++;
            First(ref _firstTimeUp);
        }

        if (now > _longestMs)
        {
            (_longestMs, _longest) = (now, _runs);
        }

        _runs++;
    }

    private readonly void First(ref long run)
    {
        if (run < 0)
        {
            run = _runs;
        }
    }

    private void TakeTime(long now)
    {
        var time = now - _since;
        _since = now;
        if (_colour == Green)
        {
            _greenMs += time;
        }
        else if (_colour == Yellow)
        {
            _yellowMs += time;
        }
        else
        {
            _redMs += time;
        }
    }
}

/// <summary>Values of runs of an hour, in bins and sums.</summary>
internal struct HandDistribution()
{
    private const int Width = 5_000;
    private const int Hour = 3_600_000;
    private readonly long[] _bins = new long[(Hour / Width) + 1];
    private long _count;
    private long _sum;
    private long _squares;
    private long _least = long.MaxValue;
    private long _most = long.MinValue;

    public void Add(long value)
    {
        _bins[(int)value / Width]++;
        _count++;
        _sum += value;
        _squares += value * value;
        _least = Math.Min(_least, value);
        _most = Math.Max(_most, value);
    }

    public override readonly string ToString()
    {
        var mean = (double)_sum / _count;
        var deviation = Math.Sqrt(((double)_squares / _count) - (mean * mean));
        var usual = Array.IndexOf(_bins, _bins.Max()) * Width;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{_count} from {_least} to {_most}, mean {mean:F0}, deviation {deviation:F0}, mostly about {usual}"
        );
    }
}
