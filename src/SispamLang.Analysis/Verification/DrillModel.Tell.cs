using SispamLang.Interpreter;
using SispamLang.Programs;
using SispamLang.Runtime;

namespace SispamLang.Analysis.Verification;

// From what the interpreter has run to a state.
internal sealed partial class DrillModel
{
    private const int FirstFresh = 1_000;
    private const int Moved = 1_000_000;

    private readonly Dictionary<int, int> _names = [];
    private readonly Dictionary<int, ClassBound> _bounds = [];
    private int _classNow;
    private int _fresh;
    private long _pause;

    /// <summary>Tells what has come of an instant.</summary>
    private void Tell(Moment before, ISuccessors successors)
    {
        DrillState state = _interpreter.Exposed;
        _broken.Clear();
        _broken.AddRange(_passedBroken);
        for (int i = 0; i < state.Properties.Length; i++)
        {
            if (state.Properties[i].Breaches > 0)
            {
                _broken.Add(i);
            }
        }

        if (_leavesOut && _interpreter.Entered > NearlyFull)
        {
            Obstacle = Verification.Obstacle.QueueNearlyFull;
        }

        Before = before;
        if (state.Run.HasEnded)
        {
            Array.Fill(_fates, SlotFate.Off);
            successors.Add([]);
            return;
        }

        _after.Clock = before.Clock;
        Array.Clear(_after.Cells);
        ReadRun(state.Run);
        ReadThings(state);
        for (int i = 0; i < state.Procedures.Length; i++)
        {
            ReadProcedure(i, state.Procedures[i], state.Run);
        }

        ReadSlots(before, state);
        for (int i = 0; i < state.Properties.Length; i++)
        {
            ReadProperty(i, state.Properties[i]);
        }

        Pack(successors);
    }

    private void TellTick(ISuccessors successors)
    {
        _broken.Clear();
        Before = null;
        EndReason = null;
        _pause = 0;
        KeepBounds(_after, group => group);
        Pack(successors);
    }

    /// <summary>The state before the instant, at its time; null: no instant, time has only gone on.</summary>
    public Moment? Before { get; private set; }

    private void Pack(ISuccessors successors)
    {
        NameClasses();
        for (int slot = 0; slot < _after.Left.Length; slot++)
        {
            Set(_after, _cells.Left[slot], _after.Left[slot] + 1);
            Set(_after, _cells.Class[slot], _after.Left[slot] == Moment.Off ? 0 : _after.Class[slot]);
            Set(_after, _cells.Bound[slot], _after.Bound[slot]);
        }

        Set(_after, _cells.Clock, _after.Clock);
        if (Layout.TryPack(_after.Cells, _packed))
        {
            successors.Add(_packed);
        }
        else
        {
            Obstacle = Verification.Obstacle.NoRoom;
        }
    }

    // Classes are numbered in the order of the slots in which they come first; the end of the drill's time has 0. What is
    // due after the end never is, whatever its class.
    private void NameClasses()
    {
        _names.Clear();
        int end = _after.Left[SlotTable.End];
        for (int slot = 0; slot < _after.Left.Length; slot++)
        {
            if (_after.Left[slot] != Moment.Off || slot == SlotTable.End)
            {
                if (_drill.HasEnd && _after.Left[slot] > end)
                {
                    _after.Left[slot] = end + 1;
                    _after.Class[slot] = _after.Class[SlotTable.End];
                }

                _names.TryAdd(_after.Class[slot], _names.Count);
            }
        }

        // Only once all have a name is it known which are pending at all.
        int named = -1;
        for (int slot = 0; slot < _after.Left.Length; slot++)
        {
            _after.Bound[slot] = 0;
            if (_after.Left[slot] != Moment.Off && _names.TryGetValue(_after.Class[slot], out int name))
            {
                if (name > named)
                {
                    named = name;
                    _after.Bound[slot] = NameBound(_after.Class[slot]);
                }

                _after.Class[slot] = name;
            }
        }
    }

    private int NameBound(int group) =>
        _bounds.TryGetValue(group, out ClassBound bound) && _names.TryGetValue(bound.Other, out int other)
            ? (bound with { Other = other }).ToNumber()
            : 0;

    private void ReadRun(in RunState run)
    {
        _after.Cells[StateCells.Phase] = run.Phase;
        Set(_after, _cells.LifeIsThreatened, run.LifeIsThreatened ? 1 : 0);
        Set(_after, _cells.Control, run.ControlledBy + 1);
        Set(_after, _cells.PhaseIsEnding, run.PhaseIsEnding ? 1 : 0);
        Set(_after, _cells.TimeIsUp, run.PhaseIsEnding && run.PhaseEndReason == PhaseEndReason.TimeUp ? 1 : 0);
        Set(_after, _cells.UntilHasCome, run.UntilHasCome ? 1 : 0);
        Set(_after, _cells.Order, run.HasOrder ? (int)run.Order + 1 : 0);
        Set(_after, _cells.OrderedPhase, run.HasOrder ? run.OrderedPhase + 1 : 0);
    }

    private void ReadThings(DrillState state)
    {
        for (int i = 0; i < state.Crowds.Length; i++)
        {
            CrowdState crowd = state.Crowds[i];
            StateCells.CrowdCells cells = _cells.Crowds[i];
            Set(_after, cells.Mood, (int)crowd.Mood);
            Set(_after, cells.IsExpected, crowd.IsExpected ? 1 : 0);
            Set(_after, cells.Place, crowd.Place);
            Set(_after, cells.Size, (int)crowd.Size);
            Set(_after, cells.GrowthSteps, crowd.IsPresent ? crowd.GrowthSteps : 0);
        }

        for (int i = 0; i < state.Units.Length; i++)
        {
            Set(_after, _cells.Units[i].Placement, (int)state.Units[i].Placement);
            Set(_after, _cells.Units[i].Place, state.Units[i].Place + 1);
        }

        for (int i = 0; i < state.Counters.Length; i++)
        {
            Set(_after, _cells.Counters[i], (int)(state.Counters[i] - _program.Counters[i].Min));
        }
    }

    private void ReadProcedure(int rule, in ProcedureState procedure, in RunState run)
    {
        StateCells.RuleCells cells = _cells.Rules[rule];
        int phase = _program.Rules[rule].Phase;
        bool listens = phase < 0 || (phase == run.Phase && !run.PhaseIsEnding);
        bool handsOver =
            procedure.IsUnderWay
            && procedure.Activity >= 0
            && _program.Activities[procedure.Activity].Kind != ActivityKind.Tactic;
        Set(_after, cells.Step, procedure.Step + 1);
        Set(_after, cells.Count, cells.Flow.ReadsCount(procedure.Step) ? (int)procedure.Count : 0);
        Set(_after, cells.Place, handsOver ? procedure.ActivityPlace + 1 : 0);
        Set(_after, cells.Held, listens && procedure.Held ? 1 : 0);
        Set(_after, cells.RiseIsPending, procedure.RiseIsPending ? 1 : 0);
    }

    private void ReadProperty(int number, in PropertyState property)
    {
        StateCells.PropertyCells cells = _cells.Properties[number];
        PropertySpec spec = _program.Properties[number];
        if (_isSettled[number] || !property.IsOpen)
        {
            return;
        }

        Set(_after, cells.IsOpen, 1);
        Set(_after, cells.IsDone, property.IsDone ? 1 : 0);
        bool isOver = property.IsDone && (spec.Pattern == PropertyPattern.Expect || IsJudgedOnce(spec));
        if (isOver)
        {
            return;
        }

        Set(_after, cells.IsAsked, property.IsAsked ? 1 : 0);
        Set(_after, cells.Held, property.Held ? 1 : 0);
        Set(_after, cells.Stage, property.Stage);
        bool counts = spec.Pattern is not (PropertyPattern.Never or PropertyPattern.Always);
        Set(_after, cells.Count, counts ? property.Count : Math.Min(property.Count, spec.First.Count));
        bool answers = spec.Pattern != PropertyPattern.Respond || property.IsAsked;
        Set(_after, cells.TargetCount, answers ? property.TargetCount : 0);
    }

    private static bool IsJudgedOnce(PropertySpec spec) => spec is { Pattern: PropertyPattern.Require, IsEach: false };
}
