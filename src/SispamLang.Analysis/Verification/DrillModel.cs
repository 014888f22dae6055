using System.Numerics;
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

    // So many classes can be due in one step; more are an obstacle.
    private const int MostDue = 20;

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

    // Time goes on to when something can be due, up to when something must be; or with a controller by one step at most, as he may
    // act in between.
    [MethodImpl(Hot.Path)]
    private void Advance(Moment moment, int least, int depth, ISuccessors successors)
    {
        int latest = int.MaxValue;
        int earliest = int.MaxValue;
        foreach (int slot in moment.Pending)
        {
            int left = moment.Left[slot];
            if (left != Moment.Off)
            {
                latest = Math.Min(latest, left);
                earliest = Math.Min(earliest, Math.Max(left - moment.Width[slot], least));
            }
        }

        if (latest == int.MaxValue)
        {
            return;
        }

        if (_drill.HasController && latest > 0)
        {
            if (earliest == 0)
            {
                Settle(moment, mustGoOn: false, depth, successors);
            }

            _after.CopyFrom(moment);
            PassTime(_after, 1);
            TellTick(successors);
            return;
        }

        for (int steps = earliest; steps < latest && Obstacle is null; steps++)
        {
            Moment then = MomentAt(depth + 1);
            then.CopyFrom(moment);
            PassTime(then, steps);
            Settle(then, mustGoOn: false, depth + 1, successors);
        }

        PassTime(moment, latest);
        Settle(moment, mustGoOn: true, depth, successors);
    }

    private void PassTime(Moment moment, int steps)
    {
        if (steps == 0)
        {
            return;
        }

        foreach (int slot in moment.Pending)
        {
            moment.Left[slot] -= moment.Left[slot] == Moment.Off ? 0 : steps;
        }

        moment.Clock += steps;
        SetClock(moment, hasPassed: false);
    }

    // Everything that can be due at this step: in one instant, or in several in any order, as the times may differ by less than
    // a step. Those of one class can't differ. If nothing of it must bring an instant, time may go on.
    [MethodImpl(Hot.Path)]
    private void Settle(Moment moment, bool mustGoOn, int depth, ISuccessors successors)
    {
        Span<int> classes = stackalloc int[MostDue];
        int count = 0;
        int active = 0;
        int must = 0;
        foreach (int slot in moment.Pending)
        {
            if (!CanBeDue(moment, slot))
            {
                continue;
            }

            int group = GroupOf(moment, slot);
            int at = classes[..count].IndexOf(group);
            if (at < 0)
            {
                if (count == MostDue)
                {
                    Obstacle = Verification.Obstacle.TooManyCourses;
                    return;
                }

                at = count++;
                classes[at] = group;
            }

            active |= _slots.All[slot].IsActive ? 1 << at : 0;
            must |= moment.Left[slot] == 0 ? 1 << at : 0;
        }

        classes = classes[..count];
        Span<int> with = stackalloc int[count];
        NotWithout(moment, classes, with);
        for (int set = (1 << count) - 1; set > 0 && Obstacle is null; set--)
        {
            if ((set & active) != 0 && IsClosed(set, with))
            {
                Instant(moment, classes, set, successors);
            }
        }

        int passed = _passed.Count;
        int broken = _passedBroken.Count;
        for (int i = 0; i < count && active != 0 && Obstacle is null; i++)
        {
            if ((active & (1 << i)) == 0 && with[i] == 0)
            {
                Moment rest = MomentAt(depth + 1);
                rest.CopyFrom(moment);
                Pass(rest, classes[i]);
                Settle(rest, mustGoOn: false, depth + 1, successors);
                Forget(passed, broken);
            }
        }

        if (mustGoOn && (active & must) == 0 && Obstacle is null)
        {
            Pass(moment, null);
            Advance(moment, 1, depth, successors);
            Forget(passed, broken);
        }
    }

    private void Forget(int passed, int broken)
    {
        _passed.RemoveRange(passed, _passed.Count - passed);
        _passedBroken.RemoveRange(broken, _passedBroken.Count - broken);
    }

    // Which classes can't come after each.
    [MethodImpl(Hot.Path)]
    private void NotWithout(Moment moment, ReadOnlySpan<int> classes, Span<int> with)
    {
        with.Clear();
        foreach (int slot in moment.Pending)
        {
            if (moment.Left[slot] == Moment.Off)
            {
                continue;
            }

            if (ClassBound.FromNumber(moment.Bound[slot]) is { } bound)
            {
                Bind(classes, with, moment.Class[slot], bound);
            }

            if (BoundIfDue(moment, slot) is { } own)
            {
                Bind(classes, with, GroupOf(moment, slot), own);
            }
        }
    }

    private static void Bind(ReadOnlySpan<int> classes, Span<int> with, int group, ClassBound bound)
    {
        int one = classes.IndexOf(group);
        int other = classes.IndexOf(bound.Other);
        if (one >= 0 && other >= 0)
        {
            with[bound.IsLater ? one : other] |= 1 << (bound.IsLater ? other : one);
        }
    }

    private static bool IsClosed(int set, ReadOnlySpan<int> with)
    {
        for (int rest = set; rest != 0; rest &= rest - 1)
        {
            if ((with[BitOperations.TrailingZeroCount(rest)] & ~set) != 0)
            {
                return false;
            }
        }

        return true;
    }

    // What is due of a class goes by without an instant.
    private void Pass(Moment moment, int? ofClass)
    {
        foreach (int slot in moment.Pending)
        {
            if (moment.Left[slot] != 0 || moment.Width[slot] > 0 || (ofClass is { } only && moment.Class[slot] != only))
            {
                continue;
            }

            moment.Left[slot] = Moment.Off;
            _passed.Add(slot);
            if (_slots.All[slot].Kind == SlotKind.Deadline)
            {
                int property = _slots.All[slot].Index;
                _passedBroken.Add(property);
                GiveUp(moment, property);
            }
            else if (_slots.All[slot].Kind == SlotKind.Clock)
            {
                moment.ClockHasPassed = true;
            }
        }
    }

    // What was waited for has not come in time.
    private void GiveUp(Moment moment, int property)
    {
        (int isDone, int isAsked, int count, int targetCount) = _cells.Properties[property];
        Set(moment, isDone, 1);
        Set(moment, isAsked, 0);
        Set(moment, targetCount, 0);
        if (_program.Properties[property].Pattern == PropertyPattern.Expect)
        {
            Set(moment, count, 0);
        }

        moment.Version = ++_versions;
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
