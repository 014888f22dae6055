using SispamLang.Interpreter;
using SispamLang.Programs;
using SispamLang.Runtime;
using Mood = SispamLang.Programs.Mood;
using Placement = SispamLang.Programs.Placement;

namespace SispamLang.Analysis.Verification;

// From a state to what the interpreter runs. Where the exact order of two times is free, times are shifted by milliseconds,
// which are rounded off afterwards.
internal sealed partial class DrillModel
{
    private const int NothingRaised = -1;

    /// <summary>The fraction of a step by which everything is late that was pending before: what is set in an instant has
    /// another, so that the two can be told apart.</summary>
    private const long Mark = 4;

    private const long LongAgo = long.MinValue / 2;

    private readonly HashSet<int> _isDue = [];
    private int _raised = NothingRaised;
    private int _courses;
    private bool _isStart;
    private long _now;

    private void Unpack(ReadOnlySpan<ulong> state, Moment moment)
    {
        Layout.Unpack(state, moment.Cells);
        for (int slot = 0; slot < moment.Left.Length; slot++)
        {
            int left = _cells.Left[slot];
            int group = _cells.Class[slot];
            moment.Left[slot] = left < 0 ? Moment.Off : moment.Cells[left] - 1;
            moment.Class[slot] = group < 0 ? 0 : moment.Cells[group];
            moment.Bound[slot] = Get(moment, _cells.Bound[slot]);
        }

        moment.Clock = Get(moment, _cells.Clock);
        moment.Left[SlotTable.End] = _drill.HasEnd ? _drill.Ends - moment.Clock : Moment.Off;
        SetClock(moment, Get(moment, _cells.ClockHasPassed) == 1);
    }

    private void SetClock(Moment moment, bool hasPassed)
    {
        if (_slots.HasClock)
        {
            Set(moment, _cells.ClockHasPassed, hasPassed ? 1 : 0);
            bool isPending = !hasPassed && _drill.ClockTimes.Contains(moment.Clock);
            moment.Left[SlotTable.Clock] = isPending ? 0 : Moment.Off;
            moment.Class[SlotTable.Clock] = moment.Class[SlotTable.End];
        }
    }

    private bool IsDue(Moment moment, int slot) => moment.Left[slot] == 0 && _isDue.Contains(moment.Class[slot]);

    // When a slot is due for the interpreter.
    private long DueOf(Moment moment, int slot) =>
        moment.Left[slot] == Moment.Off ? Runner.Never
        : IsDue(moment, slot) ? _now
        : _now + (moment.Left[slot] * _step) + Mark;

    private void Compose(Moment moment)
    {
        DrillState state = _interpreter.Exposed;
        ComposeRun(moment, ref state.Run);
        for (int i = 0; i < state.Crowds.Length; i++)
        {
            ComposeCrowd(moment, i, ref state.Crowds[i]);
        }

        for (int i = 0; i < state.Units.Length; i++)
        {
            state.Units[i].Placement = (Placement)moment.Cells[_cells.Units[i].Placement];
            state.Units[i].Place = moment.Cells[_cells.Units[i].Place] - 1;
        }

        for (int i = 0; i < state.Counters.Length; i++)
        {
            CounterSpec counter = _program.Counters[i];
            state.Counters[i] =
                _cells.Counters[i] < 0
                    ? Math.Clamp(counter.Start.In(_drill.Params), counter.Min, counter.Max)
                    : counter.Min + moment.Cells[_cells.Counters[i]];
        }

        for (int i = 0; i < state.Procedures.Length; i++)
        {
            ComposeProcedure(moment, i, ref state.Procedures[i]);
        }

        for (int i = 0; i < state.Timers.Length; i++)
        {
            state.Timers[i] = new TimerState
            {
                Due = _slots.OfTimer[i] < 0 ? Runner.Never : DueOf(moment, _slots.OfTimer[i]),
                Cause = 0,
            };
        }

        for (int i = 0; i < state.Properties.Length; i++)
        {
            ComposeProperty(moment, i, ref state.Properties[i]);
        }

        _interpreter.Derive();
        EndReason = null;
    }

    private void ComposeRun(Moment moment, ref RunState run)
    {
        _now = (moment.Clock * _step) + Lateness(moment);
        run = new RunState
        {
            Now = _now,
            NextEntry = 1,
            Phase = moment.Cells[StateCells.Phase],
            ForIsOver = _slots.For < 0 ? Runner.Never : DueOf(moment, _slots.For),
            PhaseIsEnding = Get(moment, _cells.PhaseIsEnding) == 1,
            PhaseEndReason = Get(moment, _cells.TimeIsUp) == 1 ? PhaseEndReason.TimeUp : PhaseEndReason.Order,
            UntilHasCome = Get(moment, _cells.UntilHasCome) == 1,
            DrillHasStarted = true,
            HasOrder = Get(moment, _cells.Order) > 0,
            Order = (LeaveKind)Math.Max(0, Get(moment, _cells.Order) - 1),
            OrderedPhase = Get(moment, _cells.OrderedPhase) - 1,
            PausedUntil = _slots.Pause < 0 || moment.Left[_slots.Pause] == Moment.Off ? 0 : DueOf(moment, _slots.Pause),
            LifeIsThreatened = Get(moment, _cells.LifeIsThreatened) == 1,
            ControlledBy = Get(moment, _cells.Control) - 1,
        };
    }

    // By how much the instant is late or early for the clock, where it matters: at the end of the drill's time, and at a
    // clock time for which some rule waits.
    private int Lateness(Moment moment) =>
        moment.Left[SlotTable.End] == 0 ? (IsDue(moment, SlotTable.End) ? 0 : -1)
        : !_slots.HasClock || !_drill.ClockTimes.Contains(moment.Clock) ? 0
        : moment.Left[SlotTable.Clock] == Moment.Off ? 1
        : IsDue(moment, SlotTable.Clock) ? 0
        : -1;

    private void ComposeCrowd(Moment moment, int number, ref CrowdState crowd)
    {
        StateCells.CrowdCells cells = _cells.Crowds[number];
        CrowdSpec spec = _program.Crowds[number];
        crowd = new CrowdState
        {
            Mood = (Mood)moment.Cells[cells.Mood],
            Size = Get(moment, cells.Size),
            Place = cells.Place < 0 ? spec.Place : moment.Cells[cells.Place],
            IsExpected = moment.Cells[cells.IsExpected] == 1,
            GrowthTime = spec.Growth is { } growth ? growth.Over.Low.In(_drill.Params) : 0,
            GrowthSteps = Get(moment, cells.GrowthSteps),
        };
    }

    private void ComposeProcedure(Moment moment, int rule, ref ProcedureState procedure)
    {
        StateCells.RuleCells cells = _cells.Rules[rule];
        int step = moment.Cells[cells.Step] - 1;
        int noted = _slots.OfNoted[rule];
        procedure = new ProcedureState
        {
            Step = step,
            Stands = step >= 0,
            WayOn = -1,
            Count = Get(moment, cells.Count),
            Noted = noted < 0 || moment.Left[noted] == Moment.Off ? LongAgo : DueOf(moment, noted),
            Activity = step < 0 ? -1 : ActivityAt(rule, step),
            ActivityPlace = Get(moment, cells.Place) - 1,
            Held = Get(moment, cells.Held) == 1,
            RiseIsPending = Get(moment, cells.RiseIsPending) == 1,
        };
    }

    private int ActivityAt(int rule, int step) =>
        _program.Rules[rule].Body[step] switch
        {
            Last i => i.Activity,
            AwaitHandOver i => i.Activity,
            _ => -1,
        };

    private void ComposeProperty(Moment moment, int number, ref PropertyState property)
    {
        StateCells.PropertyCells cells = _cells.Properties[number];
        int deadline = _slots.OfDeadline[number];
        property = new PropertyState
        {
            IsOpen = moment.Cells[cells.IsOpen] == 1,
            IsDone = Get(moment, cells.IsDone) == 1,
            IsAsked = Get(moment, cells.IsAsked) == 1,
            Held = Get(moment, cells.Held) == 1,
            Stage = Get(moment, cells.Stage),
            Count = Get(moment, cells.Count),
            TargetCount = Get(moment, cells.TargetCount),
            Deadline = deadline < 0 ? Runner.Never : DueOf(moment, deadline),
        };
    }

    private static int Get(Moment moment, int cell) => cell < 0 ? 0 : moment.Cells[cell];

    private static void Set(Moment moment, int cell, int value)
    {
        if (cell >= 0)
        {
            moment.Cells[cell] = value;
        }
    }
}
