using System.Runtime.CompilerServices;
using SispamLang.Programs;
using SispamLang.Runtime;

namespace SispamLang.Analysis.Verification;

/// <summary>Is told what can follow from a state.</summary>
internal interface ISuccessors
{
    /// <summary>A state follows, or the drill's end. What else there is to know the model tells while this is called.</summary>
    /// <param name="state">The state; empty: the drill has ended.</param>
    void Add(ReadOnlySpan<ulong> state);
}

/// <summary>
/// The behaviours of a drill as a graph: its first states, and what can follow from each. The instants themselves are
/// settled by the compiled drill, on a state that is put together for it.
/// </summary>
internal sealed partial class DrillModel
{
    private const int NothingRaised = -1;
    private const int MostCourses = 1 << 16;
    private const int MostDraws = 64;
    private const int NearlyFull = DrillProgram.QueueCapacity - 64;

    private readonly VerifiedDrill _drill;
    private readonly DrillProgram _program;
    private readonly StateCells _cells;
    private readonly SlotTable _slots;
    private readonly ExploredRunner _runner;
    private readonly ChoiceTape _tape;
    private readonly bool[] _isSettled;
    private readonly long _step;
    private readonly bool _leavesOut;
    private readonly List<Moment> _moments = [];
    private readonly List<int> _passed = [];
    private readonly List<int> _passedBroken = [];
    private readonly OpenTimes _open;
    private long _versions;
    private long _unpacked;
    private int _raised = NothingRaised;
    private int _courses;
    private bool _isStart;

    /// <summary>The model of a drill.</summary>
    /// <param name="drill">The drill.</param>
    /// <param name="isSettled">The properties that are not watched any more.</param>
    public DrillModel(VerifiedDrill drill, bool[] isSettled)
    {
        _drill = drill;
        _program = drill.Program;
        _slots = drill.Slots;
        _step = drill.Grid.StepMs;
        _leavesOut = drill.Relevance.LeavesOut;
        _isSettled = isSettled;
        _cells = drill.Explored.Cells;
        _open = drill.Explored.Open;
        _tape = new ChoiceTape(_open, _program.Streams.Length, triesIdle: !drill.Reduces);
        _runner = drill.Explored.CreateRunner();
        _runner.IsSettled = isSettled;
        _runner.TakeDrawsFrom(_tape);
        _after = NewMoment();
        _before = new long[_cells.Times];
        _times = new long[_cells.Times];
        Array.Fill(_before, Runner.Never);
        _waits = [.. _slots.All.Select(WaitsForNext)];
        _fates = new SlotFate[_slots.All.Length];
        _spans = new Span?[_slots.All.Length];
        _classes = new ClassTable(_slots.All.Length);
        // So that it has a state to put others in the place of.
        _runner.StartInstant();
    }

    /// <summary>How states are packed.</summary>
    public StateLayout Layout => _cells.Layout;

    /// <summary>Why not everything that can follow has been told; null: it has.</summary>
    public Obstacle? Obstacle { get; private set; }

    /// <summary>The properties that are broken on the way to what is told now.</summary>
    public List<int> Broken => _runner.Broken;

    /// <summary>Why the drill has ended; null: it has not.</summary>
    public DrillEndReason? EndReason { get; private set; }

    /// <summary>The situation in what is told now.</summary>
    public Runtime.Situation Situation => _runner.Situation;

    /// <summary>The rules that have fired in some state.</summary>
    public bool[] HasFired => _runner.HasFired;

    /// <summary>The phases that have started in some state.</summary>
    public bool[] HasStarted => _runner.HasStarted;

    /// <summary>What follows from nothing: the start of the drill.</summary>
    public void Begin(ISuccessors successors)
    {
        Moment nothing = MomentAt(0);
        nothing.Clear();
        ForgetTimes();
        nothing.Clock = 0;
        nothing.ClockHasPassed = false;
        _raised = NothingRaised;
        _isStart = true;
        ClearPassed();
        _tape.Clear();
        do
        {
            _now = 0;
            _runner.StartInstant();
            Tell(nothing, successors);
        } while (HasNextCourse());
        _isStart = false;
    }

    /// <summary>What follows from a state.</summary>
    public void Expand(ReadOnlySpan<ulong> state, ISuccessors successors)
    {
        Moment moment = MomentAt(0);
        Unpack(state, moment);
        ClearPassed();
        _courses = 0;
        if (_drill.HasController)
        {
            for (int i = 0; i < _program.OutsideEvents.Length; i++)
            {
                Raise(moment, i, successors);
            }
        }

        Advance(moment, 0, 0, successors);
    }

    private void ClearPassed()
    {
        _passed.Clear();
        _passedBroken.Clear();
    }

    [MethodImpl(Hot.Path)]
    private void Instant(Moment moment, ReadOnlySpan<int> classes, int set, ISuccessors successors)
    {
        for (int i = 0; i < classes.Length; i++)
        {
            if ((set & (1 << i)) != 0)
            {
                _classes.IsDue(classes[i]) = true;
            }
        }

        _raised = NothingRaised;
        SettleAll(moment, successors);
        foreach (int group in classes)
        {
            _classes.IsDue(group) = false;
        }
    }

    private void Raise(Moment moment, int outside, ISuccessors successors)
    {
        if (_slots.Pause >= 0 && moment.Left[_slots.Pause] != Moment.Off)
        {
            return;
        }

        _raised = outside;
        SettleAll(moment, successors);
        _raised = NothingRaised;
    }

    // The instant as often as its draws can turn out differently.
    [MethodImpl(Hot.Path)]
    private void SettleAll(Moment moment, ISuccessors successors)
    {
        Load(moment);
        _tape.Clear();
        do
        {
            _runner.SettleInstant(_raised, _tape.Changed);
            Tell(moment, successors);
        } while (HasNextCourse());
    }

    [MethodImpl(Hot.Path)]
    private bool HasNextCourse()
    {
        if (++_courses > MostCourses || _tape.Count > MostDraws)
        {
            Obstacle = Verification.Obstacle.TooManyCourses;
        }

        // How many items entered the queue is all that idle draws make a difference to.
        return Obstacle is null && _tape.Next(isUnsettled: EndReason == DrillEndReason.DoesNotSettle);
    }

    private Moment MomentAt(int depth)
    {
        while (_moments.Count <= depth)
        {
            _moments.Add(NewMoment());
        }

        return _moments[depth];
    }

    private Moment NewMoment() => new(Layout.Words, _slots.All.Length);
}
