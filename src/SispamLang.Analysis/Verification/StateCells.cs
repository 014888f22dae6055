using System.Collections.Immutable;
using SispamLang.CodeGeneration;
using SispamLang.Programs;

namespace SispamLang.Analysis.Verification;

/// <summary>Where a slot stands in a packed state: how long it is pending, plus 1, then its class and what is known of that.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Time">Its place in the row of times of the compiled drill.</param>
/// <param name="Cell">The bits of all three.</param>
/// <param name="LeftBits">The bits of the time.</param>
/// <param name="ClassBits">The bits of the class; 0: there are no classes.</param>
internal readonly record struct SlotCell(int Slot, int Time, StateCell Cell, int LeftBits, int ClassBits);

/// <summary>Which cell of a state holds what. A cell of -1 is one that the drill has no need of.</summary>
internal sealed class StateCells
{
    private const int MostPeople = 1_000_000;

    private readonly List<(ExploredKind Kind, int Subject, int Cell, ImmutableArray<int> Steps)> _cells = [];
    private readonly VerifiedDrill _drill;
    private readonly DrillProgram _program;

    /// <summary>The cells of a drill.</summary>
    public StateCells(VerifiedDrill drill, OpenTimes open)
    {
        _drill = drill;
        _program = drill.Program;
        Layout = new StateLayout(_program.Phases.Length);
        _cells.Add((ExploredKind.Phase, 0, Phase, []));
        AddRun();
        AddThings();
        TimeOf = [.. drill.Slots.All.Select(FindTime)];
        Steps = new int[_program.Rules.Length];
        Flows = [.. _program.Rules.Select(rule => new BodyFlow(rule))];
        for (int i = 0; i < _program.Rules.Length; i++)
        {
            AddRule(i);
        }

        Properties = [.. Enumerable.Range(0, _program.Properties.Length).Select(AddProperty)];
        List<(int Slot, int Cell, int Left, int Class)> slots = [.. AddSlots(open)];
        Layout.Seal();
        Explored = new ExploredState(
            [.. _cells.Select(c => At(c.Kind, c.Subject, c.Cell, c.Steps))],
            drill.DrawsTimes ? [] : [.. slots.Select(s => TimeAt(drill.Slots.All[s.Slot], s.Cell))],
            drill.Grid.StepMs
        );
        Slots =
        [
            .. Enumerable
                .Range(0, _program.Phases.Length)
                .Select(phase =>
                    slots
                        .Where(s => Layout[s.Cell].Phase is var own && (own < 0 || own == phase))
                        .Select(s => new SlotCell(s.Slot, TimeOf[s.Slot], Layout[s.Cell], s.Left, s.Class))
                        .ToArray()
                ),
        ];
    }

    /// <summary>The cell of the phase.</summary>
    public const int Phase = 0;

    /// <summary>How the cells are packed.</summary>
    public StateLayout Layout { get; }

    /// <summary>The same for the compiled drill.</summary>
    public ExploredState Explored { get; }

    /// <summary>The time, in steps.</summary>
    public int Clock { get; private set; }

    /// <summary>The clock time that is now has passed.</summary>
    public int ClockHasPassed { get; private set; }

    /// <summary>Where the procedure of each rule reads what.</summary>
    public BodyFlow[] Flows { get; }

    /// <summary>The cells of each property that change when what it waits for has not come in time.</summary>
    public (int IsDone, int IsAsked, int Count, int TargetCount)[] Properties { get; }

    /// <summary>The slots that can be pending in each phase, in order, but for the end of the drill's time and the clock.</summary>
    public SlotCell[][] Slots { get; }

    /// <summary>The place of each slot in the row of times of the compiled drill; -1: it has none there.</summary>
    public int[] TimeOf { get; }

    /// <summary>The cell of the step, plus 1, in which each rule's procedure stands.</summary>
    public int[] Steps { get; }

    /// <summary>How many times the compiled drill has in a row.</summary>
    public int Times => DeadlineTimes + _program.Properties.Length;

    private int ForTime => _program.Timers.Length;

    private int NotedTimes => ForTime + 2;

    private int DeadlineTimes => NotedTimes + _program.Rules.Length;

    private ExploredCell At(ExploredKind kind, int subject, int number, ImmutableArray<int> steps)
    {
        StateCell cell = Layout[number];
        return new ExploredCell(kind, subject, cell.Phase, cell.Word, cell.Shift, cell.Bits, steps);
    }

    private ExploredCell TimeAt(Slot slot, int cell) =>
        slot.Kind switch
        {
            SlotKind.Timer => At(ExploredKind.Due, slot.Index, cell, []),
            SlotKind.For => At(ExploredKind.ForOver, 0, cell, []),
            SlotKind.Pause => At(ExploredKind.PauseEnd, 0, cell, []),
            SlotKind.Noted => At(ExploredKind.Noted, slot.Index, cell, StepsReadingNoted(slot.Index)),
            _ => At(ExploredKind.Deadline, slot.Index, cell, []),
        };

    private ImmutableArray<int> StepsReadingNoted(int rule) =>
        [.. Enumerable.Range(0, _program.Rules[rule].Body.Length).Where(Flows[rule].ReadsNoted)];

    private int FindTime(Slot slot) =>
        slot switch
        {
            { Kind: SlotKind.Timer } s => s.Index,
            { Kind: SlotKind.For } => ForTime,
            { Kind: SlotKind.Pause } => ForTime + 1,
            { Kind: SlotKind.Noted } s => NotedTimes + s.Index,
            { Kind: SlotKind.Deadline } s => DeadlineTimes + s.Index,
            _ => -1,
        };

    private int Add(
        bool isNeeded,
        ExploredKind kind,
        int subject,
        long most,
        int phase = -1,
        ImmutableArray<int> steps = default
    )
    {
        if (!isNeeded)
        {
            return -1;
        }

        int cell = Layout.Add(most, phase);
        _cells.Add((kind, subject, cell, steps.IsDefault ? [] : steps));
        return cell;
    }

    private void AddRun()
    {
        bool pauses = !_drill.Pauses.IsEmpty;
        Add(_program.Events.Any(e => e.IsLifeThreatening), ExploredKind.LifeThreatened, 0, 1);
        Add(_drill.Relevance.Control, ExploredKind.Control, 0, _program.Roles.Length);
        Add(pauses, ExploredKind.PhaseEnding, 0, 1);
        Add(pauses, ExploredKind.TimeIsUp, 0, 1);
        Add(pauses, ExploredKind.UntilCame, 0, 1);
        Add(pauses, ExploredKind.Order, 0, 3);
        Add(pauses, ExploredKind.OrderedPhase, 0, _program.Phases.Length);
        Clock = _drill.HasEnd ? Layout.Add(_drill.Ends) : -1;
        ClockHasPassed = _drill.HasClock ? Layout.Add(1) : -1;
    }

    private void AddThings()
    {
        int places = _program.Places.Length;
        for (int i = 0; i < _program.Crowds.Length; i++)
        {
            Add(true, ExploredKind.Mood, i, (int)Mood.Dispersed);
            Add(true, ExploredKind.Expected, i, 1);
            Add(_drill.Relevance.Moves(i), ExploredKind.CrowdPlace, i, places - 1);
            Add(_drill.Relevance.Size(i), ExploredKind.Size, i, MostPeople);
            Add(_drill.Relevance.Growth(i), ExploredKind.GrowthSteps, i, 10);
        }

        for (int i = 0; i < _program.Units.Length; i++)
        {
            Add(true, ExploredKind.Placement, i, 3);
            Add(true, ExploredKind.UnitPlace, i, places);
        }

        for (int i = 0; i < _program.Counters.Length; i++)
        {
            CounterSpec counter = _program.Counters[i];
            Add(_drill.Relevance.Counter(i), ExploredKind.Counter, i, counter.Max - counter.Min);
        }
    }

    private void AddRule(int number)
    {
        RuleSpec rule = _program.Rules[number];
        IEnumerable<int> steps = Enumerable.Range(0, rule.Body.Length);
        Steps[number] = Add(Features.TakesTime(rule), ExploredKind.Step, number, rule.Body.Length, rule.Phase);
        Add(
            Features.TakesTime(rule) && rule.Body.Any(i => i is SetCount),
            ExploredKind.Count,
            number,
            rule.Body.OfType<SetCount>().Select(i => i.Value.In(_drill.Params)).DefaultIfEmpty().Max(),
            rule.Phase,
            [.. steps.Where(step => Features.TakesTime(rule.Body[step]) && Flows[number].ReadsCount(step))]
        );
        Add(
            rule.Body.Any(i => i is AwaitHandOver),
            ExploredKind.HandOverPlace,
            number,
            _program.Places.Length,
            rule.Phase,
            [.. steps.Where(step => HandsOver(rule.Body[step]))]
        );
        Add(rule.Trigger is RiseTrigger or EveryTrigger { While: not null }, ExploredKind.Held, number, 1, rule.Phase);
        Add(Features.MayPend(rule), ExploredKind.Pending, number, 1, rule.Phase);
    }

    private bool HandsOver(Instruction step) =>
        step switch
        {
            Last i => _program.Activities[i.Activity].Kind != ActivityKind.Tactic,
            AwaitHandOver => true,
            _ => false,
        };

    private (int IsDone, int IsAsked, int Count, int TargetCount) AddProperty(int number)
    {
        PropertySpec property = _program.Properties[number];
        int most = property.First.Count + (property.Then?.Count ?? 0);
        bool counts = Math.Max(property.First.Count, property.Then?.Count ?? 0) > 1;
        Add(true, ExploredKind.IsOpen, number, 1);
        int isDone = Add(
            property.Pattern is PropertyPattern.Expect or PropertyPattern.Require,
            ExploredKind.IsDone,
            number,
            1
        );
        int isAsked = Add(property.Pattern == PropertyPattern.Respond, ExploredKind.IsAsked, number, 1);
        Add(RisesOf(property)?.Condition is not null, ExploredKind.PropertyHeld, number, 1);
        Add(property.Pattern == PropertyPattern.Require, ExploredKind.Stage, number, 2);
        int count = Add(counts, ExploredKind.PropertyCount, number, most);
        int targets = property.Target?.Count ?? 0;
        return (isDone, isAsked, count, Add(targets > 1, ExploredKind.TargetCount, number, targets));
    }

    private static Happening? RisesOf(PropertySpec property) =>
        property.Pattern switch
        {
            PropertyPattern.Require => property.Target,
            PropertyPattern.Expect => null,
            _ => property.First,
        };

    private IEnumerable<(int Slot, int Cell, int Left, int Class)> AddSlots(OpenTimes open)
    {
        ImmutableArray<Slot> slots = _drill.Slots.All;
        int bound = StateLayout.BitsFor(new ClassBound(slots.Length - 1, IsLater: true).ToNumber());
        for (int i = 0; i < slots.Length; i++)
        {
            Slot slot = slots[i];
            if (slot.Kind is SlotKind.End or SlotKind.Clock)
            {
                continue;
            }

            long longest =
                _drill.NeedsClock.Contains(false) ? slot.Longest
                : !_drill.Pauses.IsEmpty ? _drill.Ends + 1
                : Math.Min(slot.Longest, _drill.Ends + 1);
            bool isOpen = open.MayBeOpen(i);
            int left = StateLayout.BitsFor(longest + 1 + (isOpen ? slot.Longest : 0));
            int group = _drill.DrawsTimes ? StateLayout.BitsFor(isOpen ? slots.Length : i) : 0;
            int all = left + group + (_drill.DrawsTimes ? bound : 0);
            yield return (i, Layout.AddBits(all, slot.Phase), left, group);
        }
    }
}
