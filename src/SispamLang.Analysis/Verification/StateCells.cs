using SispamLang.Programs;

namespace SispamLang.Analysis.Verification;

/// <summary>Which cell of a state holds what. A cell of -1 is one that the drill has no need of.</summary>
internal sealed class StateCells
{
    private const int MostPeople = 1_000_000;

    /// <summary>The cells of a drill.</summary>
    public StateCells(VerifiedDrill drill)
    {
        DrillProgram program = drill.Program;
        Layout = new StateLayout(program.Phases.Length);
        int places = program.Places.Length;
        bool pauses = !drill.Pauses.IsEmpty;
        LifeIsThreatened = If(program.Events.Any(e => e.IsLifeThreatening), 1);
        Control = If(drill.Relevance.Control, program.Roles.Length);
        PhaseIsEnding = If(pauses, 1);
        TimeIsUp = If(pauses, 1);
        UntilHasCome = If(pauses, 1);
        Order = If(pauses, 3);
        OrderedPhase = If(pauses, program.Phases.Length);
        Clock = If(drill.HasEnd, drill.Ends);
        ClockHasPassed = If(drill.Slots.HasClock, 1);
        Crowds = [.. program.Crowds.Select((_, i) => new CrowdCells(this, drill, i))];
        Units = [.. program.Units.Select(_ => (Layout.Add(3), Layout.Add(places)))];
        Counters = [.. program.Counters.Select((c, i) => If(drill.Relevance.Counter(i), c.Max - c.Min))];
        Rules = [.. program.Rules.Select(r => new RuleCells(this, program, r))];
        Properties = [.. program.Properties.Select(p => new PropertyCells(this, p))];
        Left = new int[drill.Slots.All.Length];
        Class = new int[drill.Slots.All.Length];
        Bound = new int[drill.Slots.All.Length];
        for (int slot = 0; slot < Left.Length; slot++)
        {
            Slot s = drill.Slots.All[slot];
            bool isHeld = s.Kind is not (SlotKind.End or SlotKind.Clock);
            long longest =
                !drill.HasEnd ? s.Longest
                : pauses ? drill.Ends + 1
                : Math.Min(s.Longest, drill.Ends + 1);
            Left[slot] = isHeld ? Layout.Add(longest + 1, s.Phase) : -1;
            Class[slot] = isHeld && drill.DrawsTimes ? Layout.Add(slot, s.Phase) : -1;
            int most = new ClassBound(drill.Slots.All.Length - 1, IsLater: true).ToNumber();
            Bound[slot] = isHeld && drill.DrawsTimes ? Layout.Add(most, s.Phase) : -1;
        }

        Layout.Seal();
    }

    /// <summary>The cell of the phase.</summary>
    public const int Phase = 0;

    /// <summary>How the cells are packed.</summary>
    public StateLayout Layout { get; }

    /// <summary>A life-threatening event has happened in this phase.</summary>
    public int LifeIsThreatened { get; }

    /// <summary>The role in control, plus 1.</summary>
    public int Control { get; }

    /// <summary>The phase is ending, and waits for the end of a pause.</summary>
    public int PhaseIsEnding { get; }

    /// <summary>It ends because the time is up.</summary>
    public int TimeIsUp { get; }

    /// <summary>The phase's <c>until</c> has come.</summary>
    public int UntilHasCome { get; }

    /// <summary>The order to leave the phase: its kind, plus 1.</summary>
    public int Order { get; }

    /// <summary>The phase ordered, plus 1.</summary>
    public int OrderedPhase { get; }

    /// <summary>The time, in steps.</summary>
    public int Clock { get; }

    /// <summary>The clock time that is now has passed.</summary>
    public int ClockHasPassed { get; }

    /// <summary>The crowds.</summary>
    public CrowdCells[] Crowds { get; }

    /// <summary>The units: their placement, and their place plus 1.</summary>
    public (int Placement, int Place)[] Units { get; }

    /// <summary>The counters: by how much they are above their least value.</summary>
    public int[] Counters { get; }

    /// <summary>The rules.</summary>
    public RuleCells[] Rules { get; }

    /// <summary>The properties.</summary>
    public PropertyCells[] Properties { get; }

    /// <summary>How long each slot is pending, plus 1; 0: it is not.</summary>
    public int[] Left { get; }

    /// <summary>The class of each slot.</summary>
    public int[] Class { get; }

    /// <summary>What is known of the class of each slot beside another.</summary>
    public int[] Bound { get; }

    private int If(bool isNeeded, long most, int phase = -1) => isNeeded ? Layout.Add(most, phase) : -1;

    /// <summary>The cells of a crowd.</summary>
    public sealed class CrowdCells(StateCells cells, VerifiedDrill drill, int crowd)
    {
        /// <summary>Its mood.</summary>
        public int Mood { get; } = cells.Layout.Add((int)Programs.Mood.Dispersed);

        /// <summary>It is still expected.</summary>
        public int IsExpected { get; } = cells.Layout.Add(1);

        /// <summary>Its place.</summary>
        public int Place { get; } = cells.If(drill.Relevance.Moves(crowd), drill.Program.Places.Length - 1);

        /// <summary>Its size.</summary>
        public int Size { get; } = cells.If(drill.Relevance.Size(crowd), MostPeople);

        /// <summary>The steps of its growth that are done.</summary>
        public int GrowthSteps { get; } = cells.If(drill.Relevance.Growth(crowd), 10);
    }

    /// <summary>The cells of a rule.</summary>
    public sealed class RuleCells(StateCells cells, DrillProgram program, RuleSpec rule)
    {
        /// <summary>The step that its procedure stands in, plus 1.</summary>
        public int Step { get; } = cells.Layout.Add(rule.Body.Length, rule.Phase);

        /// <summary>Its count.</summary>
        public int Count { get; } =
            cells.If(
                rule.Body.Any(i => i is SetCount),
                rule.Body.OfType<SetCount>()
                    .Select(i => i.Value.Param < 0 ? i.Value.Constant : program.Params[i.Value.Param].Default)
                    .DefaultIfEmpty()
                    .Max(),
                rule.Phase
            );

        /// <summary>The place of its hand-over, plus 1.</summary>
        public int Place { get; } = cells.If(rule.Body.Any(i => i is AwaitHandOver), program.Places.Length, rule.Phase);

        /// <summary>Its condition held.</summary>
        public int Held { get; } =
            cells.If(rule.Trigger is RiseTrigger or EveryTrigger { While: not null }, 1, rule.Phase);

        /// <summary>A rise of it is pending.</summary>
        public int RiseIsPending { get; } = cells.If(rule.Trigger is RiseTrigger, 1, rule.Phase);

        /// <summary>Where its procedure reads what.</summary>
        public BodyFlow Flow { get; } = new(rule);
    }

    /// <summary>The cells of a property.</summary>
    public sealed class PropertyCells(StateCells cells, PropertySpec property)
    {
        /// <summary>Its scope is open.</summary>
        public int IsOpen { get; } = cells.Layout.Add(1);

        /// <summary>It is judged.</summary>
        public int IsDone { get; } = cells.If(property.Pattern is PropertyPattern.Expect or PropertyPattern.Require, 1);

        /// <summary>An answer is waited for.</summary>
        public int IsAsked { get; } = cells.If(property.Pattern == PropertyPattern.Respond, 1);

        /// <summary>The condition whose rise counts held.</summary>
        public int Held { get; } = cells.If(RisesOf(property)?.Condition is not null, 1);

        /// <summary>How much has come of what must come first.</summary>
        public int Stage { get; } = cells.If(property.Pattern == PropertyPattern.Require, 2);

        /// <summary>How often has come what is counted.</summary>
        public int Count { get; } =
            cells.If(
                Math.Max(property.First.Count, property.Then?.Count ?? 0) > 1,
                property.First.Count + (property.Then?.Count ?? 0)
            );

        /// <summary>How often its target has come.</summary>
        public int TargetCount { get; } = cells.If(property.Target?.Count > 1, property.Target?.Count ?? 0);

        private static Happening? RisesOf(PropertySpec property) =>
            property.Pattern switch
            {
                PropertyPattern.Require => property.Target,
                PropertyPattern.Expect => null,
                _ => property.First,
            };
    }
}
