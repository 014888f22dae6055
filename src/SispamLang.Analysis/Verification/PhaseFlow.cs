using SispamLang.Programs;

namespace SispamLang.Analysis.Verification;

/// <summary>Which phases can follow on which, and how long a drill can take at most.</summary>
internal sealed class PhaseFlow
{
    private readonly DrillProgram _program;
    private readonly long[] _params;
    private readonly bool[,] _leadsTo;

    /// <summary>Looks through a drill.</summary>
    /// <param name="program">The drill.</param>
    /// <param name="parameters">The values of its params.</param>
    /// <param name="hasController">A controller may order any phase at any time.</param>
    public PhaseFlow(DrillProgram program, long[] parameters, bool hasController)
    {
        _program = program;
        _params = parameters;
        int count = program.Phases.Length;
        _leadsTo = new bool[count, count];
        for (int from = 0; from < count; from++)
        {
            for (int to = 0; to < count; to++)
            {
                _leadsTo[from, to] = hasController || to == from + 1;
            }
        }

        foreach (RuleSpec rule in program.Rules)
        {
            foreach (Leave order in rule.Body.OfType<Leave>().Where(i => i.Kind == LeaveKind.GoTo))
            {
                for (int from = 0; from < count; from++)
                {
                    _leadsTo[from, order.Phase] |= rule.Phase < 0 || rule.Phase == from;
                }
            }
        }

        LongestMs = From(program.FirstPhase, []);
        Close();
    }

    /// <summary>The longest that the phases can take together, in milliseconds; the greatest number if nothing bounds it.</summary>
    public long LongestMs { get; }

    /// <summary>Whether a phase can come after another, with others in between or none; itself if it can come again.</summary>
    public bool LeadsTo(int from, int to) => _leadsTo[from, to];

    /// <summary>Whether a phase can start at another time than the drill does.</summary>
    public bool ComesLater(int phase) => _leadsTo[_program.FirstPhase, phase];

    // What ends a phase early only makes it shorter. A phase that is on the way here comes round again.
    private long From(int phase, HashSet<int> onTheWay)
    {
        if (_program.Phases[phase].For is not { } length || !onTheWay.Add(phase))
        {
            return long.MaxValue;
        }

        long after = 0;
        for (int next = 0; next < _program.Phases.Length && after < long.MaxValue; next++)
        {
            after = _leadsTo[phase, next] ? Math.Max(after, From(next, onTheWay)) : after;
        }

        onTheWay.Remove(phase);
        return after == long.MaxValue ? after : after + Math.Max(length.Low.In(_params), length.High.In(_params));
    }

    private void Close()
    {
        int count = _program.Phases.Length;
        for (int over = 0; over < count; over++)
        {
            for (int from = 0; from < count; from++)
            {
                for (int to = 0; to < count; to++)
                {
                    _leadsTo[from, to] |= _leadsTo[from, over] && _leadsTo[over, to];
                }
            }
        }
    }
}
