using System.Collections.Immutable;

namespace SispamLang.Analysis.Verification;

/// <summary>What became of a slot in an instant, and if it was set the least and the most time to when it is due.</summary>
/// <param name="Fate">What became of it.</param>
/// <param name="LeastMs">The least time from the instant.</param>
/// <param name="MostMs">The most.</param>
/// <param name="Stream">The stream from which the time was drawn; -1: it is fixed.</param>
internal readonly record struct SlotChange(SlotFate Fate, long LeastMs, long MostMs, int Stream);

/// <summary>One step from state to state, with all that it says about times.</summary>
/// <param name="IsInstant">False: only time has gone on.</param>
/// <param name="Raised">What the controller does; -1: nothing.</param>
/// <param name="Draws">What the draws gave.</param>
/// <param name="Passed">The slots that passed before the instant, or while time went on.</param>
/// <param name="Due">The slots that are due in it.</param>
/// <param name="Pending">The slots that come after it.</param>
/// <param name="Changes">What it does to each slot.</param>
/// <param name="PauseMs">The pause that it begins; 0: none.</param>
/// <param name="ClockMs">The clock time that it is near to; -1: none for which a rule waits.</param>
/// <param name="Lateness">Less than 0: it comes before that; 0: at it; more than 0: after it.</param>
internal sealed record Move(
    bool IsInstant,
    int Raised,
    ImmutableArray<ForcedDraw> Draws,
    ImmutableArray<int> Passed,
    ImmutableArray<int> Due,
    ImmutableArray<int> Pending,
    ImmutableArray<SlotChange> Changes,
    long PauseMs,
    long ClockMs,
    int Lateness
);

// For somebody who wants to know exactly how a state was reached.
internal sealed partial class DrillModel
{
    /// <summary>What has led to what is told now.</summary>
    public Move Record()
    {
        if (Before is not { } before)
        {
            return new Move(false, NothingRaised, [], [.. _passed], [], [], [], 0, -1, 0);
        }

        if (!_drill.DrawsTimes && EndReason is null)
        {
            ReadSlots(before);
            NameClasses();
        }

        var slots = before.Pending.ToArray().Where(s => !_isStart && before.Left[s] != Moment.Off).ToList();
        bool nearClock = !_isStart && IsNearClock(before);
        return new Move(
            true,
            _raised,
            [.. _tape.Draws],
            [.. _passed],
            [.. slots.Where(s => IsDue(before, s))],
            [.. slots.Where(s => !IsDue(before, s))],
            [.. Enumerable.Range(0, _slots.All.Length).Select(ChangeOf)],
            EndReason is null ? _pause : 0,
            nearClock ? before.Clock * _step : -1,
            nearClock ? Lateness(before) : 0
        );
    }

    private SlotChange ChangeOf(int slot)
    {
        if (_after.Left[slot] == Moment.Off)
        {
            return new SlotChange(SlotFate.Off, 0, 0, -1);
        }

        if (_fates[slot] != SlotFate.Set)
        {
            return new SlotChange(_fates[slot], 0, 0, -1);
        }

        if (_spans[slot] is { } span && _drill.Grid.IsDrawn(span))
        {
            // Nothing is left pending for no time at all.
            long later = _pause > 0 && IsMovedByPause(slot) ? _pause : 0;
            long least = Math.Max(TimeGrid.Soon, span.Low.In(_drill.Params));
            return new SlotChange(SlotFate.Set, later + least, later + span.High.In(_drill.Params), span.Stream);
        }

        long fixedMs = _after.Left[slot] * _step;
        return new SlotChange(SlotFate.Set, fixedMs, fixedMs, -1);
    }
}
