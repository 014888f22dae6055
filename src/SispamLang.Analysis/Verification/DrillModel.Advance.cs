using System.Numerics;
using System.Runtime.CompilerServices;
using SispamLang.Programs;

namespace SispamLang.Analysis.Verification;

// From a state to the instants that can come next: what is due in them, in which order and together with what.
internal sealed partial class DrillModel
{
    // So many classes can be due in one step; more are an obstacle.
    private const int MostDue = 20;

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
}
