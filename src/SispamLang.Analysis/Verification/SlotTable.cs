using System.Collections.Immutable;
using SispamLang.Programs;

namespace SispamLang.Analysis.Verification;

/// <summary>What is pending in a slot.</summary>
internal enum SlotKind
{
    /// <summary>The end of the drill's time. Always pending.</summary>
    End,

    /// <summary>A clock time for which a rule waits; pending at that time until it has passed.</summary>
    Clock,

    /// <summary>A timer of the program.</summary>
    Timer,

    /// <summary>The end of the phase's <c>for</c>.</summary>
    For,

    /// <summary>The end of a pause.</summary>
    Pause,

    /// <summary>The time that a procedure noted for its next repetition.</summary>
    Noted,

    /// <summary>The deadline of a property.</summary>
    Deadline,
}

/// <summary>A place for one pending time.</summary>
/// <param name="Kind">What is pending.</param>
/// <param name="Index">The timer, the rule or the property.</param>
/// <param name="Phase">The phase in which alone it can be pending; -1: any.</param>
/// <param name="Longest">The longest time that it can be pending, in steps.</param>
internal readonly record struct Slot(SlotKind Kind, int Index, int Phase, long Longest)
{
    /// <summary>When it is due, an instant is settled. The others only pass.</summary>
    public bool IsActive => Kind is SlotKind.End or SlotKind.Timer or SlotKind.For;
}

/// <summary>All times that can be pending in a drill and make a difference.</summary>
internal sealed class SlotTable
{
    private readonly VerifiedDrill _drill;
    private readonly ImmutableArray<Slot>.Builder _slots = ImmutableArray.CreateBuilder<Slot>();

    /// <summary>The slots of a drill.</summary>
    public SlotTable(VerifiedDrill drill)
    {
        _drill = drill;
        DrillProgram program = drill.Program;
        Add(SlotKind.End, 0, -1, 0);
        if (drill.HasClock)
        {
            Add(SlotKind.Clock, 0, -1, 0);
        }

        OfTimer = new int[program.Timers.Length];
        for (int i = 0; i < program.Timers.Length; i++)
        {
            OfTimer[i] = AddTimer(program.Timers[i], i);
        }

        For = program.Phases.Any(p => p.For is not null)
            ? Add(SlotKind.For, 0, -1, program.Phases.Max(p => p.For is { } length ? drill.Grid.Longest(length) : 0))
            : -1;
        Pause = drill.Pauses.IsEmpty ? -1 : Add(SlotKind.Pause, 0, -1, drill.Pauses.Max(drill.Grid.Longest));
        OfNoted = [.. Enumerable.Range(0, program.Rules.Length).Select(AddNoted)];
        OfDeadline = [.. Enumerable.Range(0, program.Properties.Length).Select(AddDeadline)];
        All = _slots.ToImmutable();
    }

    /// <summary>The end of the drill's time.</summary>
    public const int End = 0;

    /// <summary>The clock time for which rules wait.</summary>
    public const int Clock = 1;

    /// <summary>The slots.</summary>
    public ImmutableArray<Slot> All { get; }

    /// <summary>The slot of each timer; -1: it makes no difference.</summary>
    public int[] OfTimer { get; }

    /// <summary>The slot of the phase's <c>for</c>; -1: no phase has one.</summary>
    public int For { get; }

    /// <summary>The slot of the pause; -1: nobody orders one.</summary>
    public int Pause { get; }

    /// <summary>The slot of each rule's noted time; -1: it notes none.</summary>
    public int[] OfNoted { get; }

    /// <summary>The slot of each property's deadline; -1: it has none.</summary>
    public int[] OfDeadline { get; }

    private int Add(SlotKind kind, int index, int phase, long longest)
    {
        _slots.Add(new Slot(kind, index, phase, longest));
        return _slots.Count - 1;
    }

    private int AddTimer(TimerSlot timer, int index)
    {
        DrillProgram program = _drill.Program;
        TimeGrid grid = _drill.Grid;
        int subject = timer.Subject;
        switch (timer.Kind)
        {
            case TimerKind.CrowdGathers:
                return Add(SlotKind.Timer, index, -1, grid.Longest(program.Crowds[subject].GathersAfter));
            case TimerKind.CrowdGrows when _drill.Relevance.Growth(subject):
                return Add(SlotKind.Timer, index, -1, grid.Longest(program.Crowds[subject].Growth!.Over));
            case TimerKind.CrowdBehaves:
                Span every = program.Crowds[subject].Behaviours[timer.Clause].Every;
                return Add(SlotKind.Timer, index, -1, grid.Longest(every));
            case TimerKind.UnitArrives:
                return Add(SlotKind.Timer, index, -1, grid.Longest(program.Units[subject].ReadyIn));
            case TimerKind.EventRolls:
                return Add(SlotKind.Timer, index, -1, grid.Longest(program.Events[subject].Every!.Value));
            case TimerKind.EventAtClock:
                return Add(SlotKind.Timer, index, -1, program.Events[subject].AtMs / grid.StepMs);
            case TimerKind.RuleTrigger:
                long longest = program.Rules[subject].Trigger switch
                {
                    AfterTrigger after => grid.Longest(after.Delay),
                    EveryTrigger every1 => grid.Longest(every1.Period),
                    ClockTrigger clock => clock.AtMs / grid.StepMs,
                    _ => 0,
                };
                return Add(SlotKind.Timer, index, program.Rules[subject].Phase, longest);
            case TimerKind.RuleStep:
                return Add(
                    SlotKind.Timer,
                    index,
                    program.Rules[subject].Phase,
                    program.Rules[subject].Body.SelectMany(TimeGrid.SpansOf).Select(grid.Longest).DefaultIfEmpty().Max()
                );
            default:
                return -1;
        }
    }

    private int AddNoted(int rule)
    {
        RuleSpec spec = _drill.Program.Rules[rule];
        long longest = spec.Body.OfType<MarkNext>().Select(i => _drill.Grid.Longest(i.Period)).DefaultIfEmpty(-1).Max();
        return longest < 0 ? -1 : Add(SlotKind.Noted, rule, spec.Phase, longest);
    }

    private int AddDeadline(int property)
    {
        PropertySpec spec = _drill.Program.Properties[property];
        return spec.Within is { } within
            ? Add(SlotKind.Deadline, property, -1, within.In(_drill.Params) / _drill.Grid.StepMs)
            : -1;
    }
}
