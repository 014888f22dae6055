using SispamLang.Interpreter;
using SispamLang.Programs;
using SispamLang.Runtime;

namespace SispamLang.Analysis.Tests.Verification;

/// <summary>
/// Plays every run of a drill with the reference interpreter as it is, from start to end: no state is recognised again, the
/// clock is the drill's own. A time left to chance is tried at every half of the grid's step, so that two of them
/// come before, at and after one another.
/// </summary>
internal sealed class BruteForce
{
    private readonly DrillProgram _program;
    private readonly long _stepMs;
    private readonly int _most;
    private readonly DrillInterpreter _runner;
    private readonly Dictionary<int, long[]> _choices = [];
    private readonly List<(int Stream, int Choice)> _tape = [];
    private int _at;
    private int _instants;

    private BruteForce(DrillProgram program, long stepMs, int most)
    {
        _program = program;
        _stepMs = stepMs;
        _most = most;
        Broken = new bool[program.Properties.Length];
        Fired = new bool[program.Rules.Length];
        _runner = new DrillInterpreter(program)
        {
            WatchesProperties = true,
            ForcedDraws = Draw,
            Trace = entry =>
            {
                if (entry.Code == TraceCode.RuleFires)
                {
                    Fired[entry.A] = true;
                }
                else if (entry.Code == TraceCode.PropertyBroken)
                {
                    Broken[entry.A] = true;
                }
                else if (entry.Code == TraceCode.End)
                {
                    Endings.Add((DrillEndReason)entry.A);
                }
            },
        };
    }

    /// <summary>The properties that some run breaks.</summary>
    public bool[] Broken { get; }

    /// <summary>The rules that fire in some run.</summary>
    public bool[] Fired { get; }

    /// <summary>The ways in which runs end.</summary>
    public SortedSet<DrillEndReason> Endings { get; } = [];

    /// <summary>Plays all runs.</summary>
    /// <returns>Null if they have more instants together than was allowed.</returns>
    public static BruteForce? Play(DrillProgram program, long stepMs, int most)
    {
        BruteForce all = new(program, stepMs, most);
        return all.Branch(() => all._runner.Start(1)) ? all : null;
    }

    private bool Branch(Action instant)
    {
        List<byte[]> after = [];
        _tape.Clear();
        do
        {
            _at = 0;
            instant();
            if (++_instants > _most)
            {
                return false;
            }

            if (!_runner.HasEnded)
            {
                after.Add(_runner.Snapshot());
            }
        } while (Next());

        foreach (byte[] state in after)
        {
            if (
                !Branch(() =>
                {
                    _runner.Restore(state);
                    _runner.Step();
                })
            )
            {
                return false;
            }
        }

        return true;
    }

    private bool Next()
    {
        _tape.RemoveRange(_at, _tape.Count - _at);
        while (_tape.Count > 0)
        {
            (int stream, int choice) = _tape[^1];
            if (choice + 1 < _choices[stream].Length)
            {
                _tape[^1] = (stream, choice + 1);
                return true;
            }

            _tape.RemoveAt(_tape.Count - 1);
        }

        return false;
    }

    private long? Draw(int stream)
    {
        if (!_choices.TryGetValue(stream, out long[]? choices))
        {
            _choices.Add(stream, choices = Choices(stream));
        }

        if (_at == _tape.Count)
        {
            _tape.Add((stream, 0));
        }

        return choices[_tape[_at++].Choice];
    }

    // Of a roll every value that begins another outcome, which are hundredths of ten percent in these drills.
    private long[] Choices(int stream)
    {
        if (!_program.Streams[stream].IsRange)
        {
            return Rolls(stream);
        }

        Programs.Span span = Spans().First(s => s.Stream == stream);
        return
        [
            .. Enumerable
                .Range(0, (int)((span.High.Constant - span.Low.Constant) * 2 / _stepMs) + 1)
                .Select(i => span.Low.Constant + (i * _stepMs / 2)),
        ];
    }

    private long[] Rolls(int stream)
    {
        IEnumerable<long> shares =
            _program.Crowds.SelectMany(c => c.Behaviours).FirstOrDefault(b => b.Stream == stream) is { } behaviour
                ? behaviour.Outcomes.Select(o => o.Chance.Constant)
            : _program.Activities.FirstOrDefault(a => a.EffectStream == stream) is { } activity
                ? activity.Effects.Select(o => o.Chance.Constant)
            : [_program.Events.First(e => e.Stream == stream).Chance.Constant];
        List<long> values = [0];
        foreach (long share in shares)
        {
            values.Add(values[^1] + share);
        }

        return [.. values.Where(v => v < 10_000).Distinct()];
    }

    private IEnumerable<Programs.Span> Spans() =>
        [
            .. _program.Units.Select(u => u.ReadyIn),
            .. _program.Crowds.Select(c => c.GathersAfter),
            .. _program.Crowds.SelectMany(c => c.Behaviours.Select(b => b.Every)),
            .. _program.Phases.Where(p => p.For is not null).Select(p => p.For!.Value),
            .. _program.Rules.Select(r => r.Trigger).OfType<AfterTrigger>().Select(a => a.Delay),
            .. _program.Rules.SelectMany(r => r.Body).OfType<Wait>().Select(i => i.Time),
            .. _program.Rules.SelectMany(r => r.Body).OfType<Pause>().Select(i => i.Time),
            .. _program.Rules.SelectMany(r => r.Body).OfType<Last>().Select(i => i.Time),
            .. _program.Rules.SelectMany(r => r.Body).OfType<MarkNext>().Select(i => i.Period),
        ];
}
