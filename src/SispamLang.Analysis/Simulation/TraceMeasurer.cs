using SispamLang.Programs;
using SispamLang.Runtime;
using Mood = SispamLang.Runtime.Mood;
using Situation = SispamLang.Runtime.Situation;

namespace SispamLang.Analysis.Simulation;

/// <summary>
/// Measures runs by looking on at their traces, for runners that do not measure themselves. It allocates nothing for an entry
/// or a run.
/// </summary>
internal sealed class TraceMeasurer
{
    private const long Absent = MeasuringRunner.Absent;

    private readonly DrillProgram _program;
    private readonly long[] _values;
    private readonly int[] _phaseTimes;
    private readonly int[] _situationTimes;
    private readonly int[] _firstSituations;
    private readonly int[] _redBeforeUnits;
    private readonly int[] _unitsAfterRed;
    private readonly int[] _firstDeployed;
    private readonly int[] _timesDeployed;
    private readonly int[] _firstStarted;
    private readonly int[] _timesStarted;
    private readonly int[] _timesNotPossible;
    private readonly int[] _answers;
    private readonly int[] _counters;
    private readonly Mood[] _moods;
    private readonly int[] _crowdPlaces;
    private readonly int[] _unitPlaces;
    private Situation _situation;
    private long _situationSince;
    private long _phaseSince;
    private long _redSince;
    private int _redPlace;
    private readonly int _drillTime;

    public TraceMeasurer(MeasureTable measures)
    {
        _program = measures.Program;
        _values = new long[measures.All.Length];
        _phaseTimes = measures.NumbersOf(MeasureKind.PhaseTime, _program.Phases.Length);
        _situationTimes = measures.NumbersOf(MeasureKind.SituationTime, 3);
        _firstSituations = measures.NumbersOf(MeasureKind.FirstSituation, 3);
        _redBeforeUnits = measures.NumbersOf(MeasureKind.RedBeforeUnit, _program.Units.Length);
        _unitsAfterRed = measures.NumbersOf(MeasureKind.UnitAfterRed, _program.Units.Length);
        _firstDeployed = measures.NumbersOf(MeasureKind.FirstDeployed, _program.Units.Length);
        _timesDeployed = measures.NumbersOf(MeasureKind.TimesDeployed, _program.Units.Length);
        _firstStarted = measures.NumbersOf(MeasureKind.FirstStarted, _program.Activities.Length);
        _timesStarted = measures.NumbersOf(MeasureKind.TimesStarted, _program.Activities.Length);
        _timesNotPossible = measures.NumbersOf(MeasureKind.TimesNotPossible, _program.Activities.Length);
        _answers = measures.NumbersOf(MeasureKind.SlowestAnswer, _program.Properties.Length);
        _counters = measures.NumbersOf(MeasureKind.CounterAtEnd, _program.Counters.Length);
        _drillTime = measures.NumberOf(MeasureKind.DrillTime, -1);
        _moods = new Mood[_program.Crowds.Length];
        _crowdPlaces = new int[_program.Crowds.Length];
        _unitPlaces = new int[_program.Units.Length];
    }

    /// <summary>The values of the run, by the numbers of the measures.</summary>
    public ReadOnlySpan<long> Measured => _values;

    /// <summary>How the run ended.</summary>
    public DrillEndReason Ending { get; private set; }

    /// <summary>Takes in an entry.</summary>
    public void Take(TraceEntry entry)
    {
        switch (entry.Code)
        {
            case TraceCode.PhaseStarts:
                _phaseSince = entry.TimeMs;
                break;
            case TraceCode.PhaseEnds:
                AddTo(_phaseTimes[entry.A], entry.TimeMs - _phaseSince);
                break;
            case TraceCode.SituationIs:
                TakeSituation((Situation)entry.A, entry.TimeMs);
                break;
            case TraceCode.MoodIs:
                _moods[entry.A] = (Mood)entry.B;
                break;
            case TraceCode.CrowdGathers:
                _crowdPlaces[entry.A] = _program.Crowds[entry.A].Place;
                break;
            case TraceCode.CrowdMoves:
                _crowdPlaces[entry.A] = entry.B;
                break;
            case TraceCode.Deploy:
                _unitPlaces[entry.A] = -1;
                SetOnce(_firstDeployed[entry.A], entry.TimeMs);
                AddTo(_timesDeployed[entry.A], 1);
                break;
            case TraceCode.Withdraw:
                _unitPlaces[entry.A] = -1;
                break;
            case TraceCode.UnitArrives:
                _unitPlaces[entry.A] = entry.B;
                if (entry.B == _redPlace && EndWait(_redBeforeUnits[entry.A], entry.TimeMs))
                {
                    _values[_unitsAfterRed[entry.A]] = entry.TimeMs - _redSince;
                }

                break;
            case TraceCode.ActivityStarts:
                SetOnce(_firstStarted[entry.A], entry.TimeMs);
                AddTo(_timesStarted[entry.A], 1);
                break;
            case TraceCode.NotPossible:
                AddTo(_timesNotPossible[entry.A], 1);
                break;
            case TraceCode.End:
                Ending = (DrillEndReason)entry.A;
                break;
        }
    }

    /// <summary>Begins with the next run.</summary>
    public void Reset()
    {
        Array.Fill(_values, Absent);
        Array.Clear(_moods);
        Array.Fill(_unitPlaces, -1);
        for (var i = 0; i < _crowdPlaces.Length; i++)
        {
            _crowdPlaces[i] = _program.Crowds[i].Place;
        }

        foreach (var number in _situationTimes)
        {
            _values[number] = 0;
        }

        (_situation, _situationSince, _phaseSince, _redSince, _redPlace) = (Situation.Green, 0, 0, -1, -1);
    }

    private void TakeSituation(Situation situation, long timeMs)
    {
        _values[_situationTimes[(int)_situation]] += timeMs - _situationSince;
        (_situation, _situationSince) = (situation, timeMs);
        if (situation != Situation.Green)
        {
            SetOnce(_firstSituations[(int)situation], timeMs);
        }

        if (situation == Situation.Red && _redSince < 0)
        {
            _redSince = timeMs;
            _redPlace = _crowdPlaces[Math.Max(0, Array.IndexOf(_moods, Mood.Anarchic))];
            for (var unit = 0; unit < _unitPlaces.Length; unit++)
            {
                if (_redBeforeUnits[unit] >= 0 && _unitPlaces[unit] != _redPlace)
                {
                    // Waited for: the time is known when it is there.
                    _values[_redBeforeUnits[unit]] = -1;
                }
            }
        }
    }

    // False if it was not waited for.
    private bool EndWait(int measure, long timeMs)
    {
        if (measure < 0 || _values[measure] != -1)
        {
            return false;
        }

        _values[measure] = timeMs - _redSince;
        return true;
    }

    /// <summary>The run has ended: takes in what stands in no entry.</summary>
    public void Complete(Runner runner)
    {
        var now = runner.Now;
        _values[_situationTimes[(int)_situation]] += now - _situationSince;
        _values[_drillTime] = now;
        foreach (var measure in _redBeforeUnits)
        {
            EndWait(measure, now);
        }

        for (var i = 0; i < _counters.Length; i++)
        {
            _values[_counters[i]] = runner.Counter(i);
        }

        for (var i = 0; i < _answers.Length; i++)
        {
            if (_answers[i] >= 0 && runner.SlowestAnswerOf(i) is { } slowest)
            {
                _values[_answers[i]] = slowest;
            }
        }
    }

    private void SetOnce(int measure, long value)
    {
        if (measure >= 0 && _values[measure] == Absent)
        {
            _values[measure] = value;
        }
    }

    private void AddTo(int measure, long value)
    {
        if (measure >= 0)
        {
            _values[measure] = Math.Max(_values[measure], 0) + value;
        }
    }
}
