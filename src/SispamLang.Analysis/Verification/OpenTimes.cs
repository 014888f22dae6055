using SispamLang.Programs;

namespace SispamLang.Analysis.Verification;

/// <summary>
/// The times left to chance that are left open: how long such a time is turns out when it ends, not when it begins. While it is
/// pending, a state says how long it can still be at most; how much shorter it can be, its width, is known from the drill.
/// </summary>
internal sealed class OpenTimes
{
    private readonly VerifiedDrill _drill;
    private readonly bool[] _isOpen;
    private readonly int[] _widths;
    private readonly int[][] _widthsOfSteps;
    private readonly int[] _widthsOfPhases;

    /// <summary>Looks through a drill. Where there are pauses, which put times off, nothing is left open.</summary>
    public OpenTimes(VerifiedDrill drill)
    {
        _drill = drill;
        DrillProgram program = drill.Program;
        _isOpen = new bool[program.Streams.Length];
        _widths = [.. drill.Slots.All.Select(slot => Widen(SpanOf(program, slot)))];
        _widthsOfPhases = [.. program.Phases.Select(phase => Widen(phase.For))];
        _widthsOfSteps = [.. program.Rules.Select(rule => rule.Body.Select(step => Widen(SpanOf(step))).ToArray())];
    }

    /// <summary>What must be tried for a draw from a stream: of a time that is left open, whether it is any time at all.</summary>
    public long[] Choices(int stream)
    {
        long[] choices = [.. _drill.Grid.Choices(stream)];
        return !_isOpen[stream] ? choices
            : choices[0] == 0 ? [0, choices[^1]]
            : [choices[^1]];
    }

    /// <summary>The width of a time, in steps; 0: it is not left open.</summary>
    public int Width(Span span) =>
        span.Stream >= 0 && _isOpen[span.Stream]
            ? (int)((span.High.In(_drill.Params) - span.Low.In(_drill.Params)) / _drill.Grid.StepMs)
            : 0;

    /// <summary>The width of what is pending in a slot, in steps.</summary>
    public int Width(int slot, ReadOnlySpan<ulong> state, StateCells cells)
    {
        Slot s = _drill.Slots.All[slot];
        if (s.Kind == SlotKind.For)
        {
            return _widthsOfPhases[cells.Layout[StateCells.Phase].Get(state)];
        }

        if (s.Kind != SlotKind.Timer || _drill.Program.Timers[s.Index] is not { Kind: TimerKind.RuleStep } timer)
        {
            return _widths[slot];
        }

        int step = cells.Layout[cells.Steps[timer.Subject]].Get(state) - 1;
        return step < 0 ? 0 : _widthsOfSteps[timer.Subject][step];
    }

    /// <summary>Whether a time that is left open can be pending in a slot.</summary>
    public bool MayBeOpen(int slot) =>
        _drill.Slots.All[slot] switch
        {
            { Kind: SlotKind.For } => Array.Exists(_widthsOfPhases, width => width > 0),
            { Kind: SlotKind.Timer } s when _drill.Program.Timers[s.Index] is { Kind: TimerKind.RuleStep } timer =>
                Array.Exists(_widthsOfSteps[timer.Subject], width => width > 0),
            _ => _widths[slot] > 0,
        };

    /// <summary>The time to which a timer is set, unless that depends on the step of a procedure.</summary>
    public static Span? SpanOf(DrillProgram program, TimerSlot timer) =>
        timer.Kind switch
        {
            TimerKind.CrowdGathers => program.Crowds[timer.Subject].GathersAfter,
            TimerKind.CrowdBehaves => program.Crowds[timer.Subject].Behaviours[timer.Clause].Every,
            TimerKind.UnitArrives => program.Units[timer.Subject].ReadyIn,
            TimerKind.EventRolls => program.Events[timer.Subject].Every,
            TimerKind.RuleTrigger => program.Rules[timer.Subject].Trigger switch
            {
                AfterTrigger after => after.Delay,
                EveryTrigger every => every.Period,
                _ => null,
            },
            _ => null,
        };

    private static Span? SpanOf(DrillProgram program, Slot slot) =>
        slot.Kind == SlotKind.Timer ? SpanOf(program, program.Timers[slot.Index]) : null;

    private static Span? SpanOf(Instruction step) =>
        step switch
        {
            Wait i => i.Time,
            WaitUntil i => i.Timeout,
            Last i => i.Time,
            _ => null,
        };

    private int Widen(Span? span)
    {
        if (span is not { Stream: >= 0 } time || !_drill.Pauses.IsEmpty || !_drill.Grid.IsDrawn(time))
        {
            return 0;
        }

        _isOpen[time.Stream] = true;
        return Width(time);
    }
}
