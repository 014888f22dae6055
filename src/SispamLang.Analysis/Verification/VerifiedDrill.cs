using System.Collections.Immutable;
using SispamLang.Programs;

namespace SispamLang.Analysis.Verification;

/// <summary>A drill as it is verified: with the properties that can be judged, under its params, on its grid of time.</summary>
internal sealed class VerifiedDrill
{
    private readonly Lazy<ExploredDrill> _explored;

    /// <summary>Prepares a drill.</summary>
    /// <param name="program">The drill.</param>
    /// <param name="hasEnd">The time at which it must end is part of its states. Else it never is up, if that can be left out.</param>
    /// <param name="hasController">What the controller may do happens too, at any time.</param>
    /// <param name="reduces">What nothing reads is left out of its states, and steps that come to the same are taken once.</param>
    public VerifiedDrill(DrillProgram program, bool hasEnd, bool hasController, bool reduces = true)
    {
        Reduces = reduces;
        Numbers = [.. Enumerable.Range(0, program.Properties.Length).Where(i => program.Properties[i].Share < 0)];
        Params = [.. program.Params.Select(p => p.Default)];
        Program = program;
        if (reduces && !hasController)
        {
            (Program, var breakable) = LiveRules.Only(program, Params);
            Numbers = [.. Numbers.Intersect(breakable)];
        }

        Program = Program with { Properties = [.. Numbers.Select(i => program.Properties[i])] };

        Relevance = new Relevance(Program, isAll: !reduces);
        Grid = new TimeGrid(Program, Relevance, Params);
        Pauses = [.. Relevance.Instructions(Program).OfType<Pause>().Select(p => p.Time)];
        DrawsPauses = Pauses.Any(Grid.IsDrawn);
        PhaseFlow flow = new(Program, Params, hasController || !reduces);
        ImmutableArray<RuleSpec> clockRules =
        [
            .. Program.Rules.Where(r => r is { Phase: >= 0, Trigger: ClockTrigger } && flow.ComesLater(r.Phase)),
        ];
        HasClock = !clockRules.IsEmpty;
        bool needsEnd = !Pauses.IsEmpty || (hasEnd && flow.LongestMs >= Program.Facts.EndsAfter.In(Params));
        NeedsClock =
        [
            .. Enumerable
                .Range(0, Program.Phases.Length)
                .Select(phase => needsEnd || clockRules.Any(r => flow.LeadsTo(phase, r.Phase))),
        ];
        Slots = new SlotTable(this);
        Ends = (int)(Program.Facts.EndsAfter.In(Params) / Grid.StepMs);
        ClockTimes = [.. clockRules.Select(r => (int)(((ClockTrigger)r.Trigger).AtMs / Grid.StepMs))];
        HasController = hasController;
        _explored = new Lazy<ExploredDrill>(() => new ExploredDrill(this));
        DrawsTimes =
            hasController
            || Enumerable
                .Range(0, Program.Streams.Length)
                .Any(i => Program.Streams[i].IsRange && Grid.Choices(i).Length > 1);
    }

    /// <summary>The program, with those properties alone that a run can break.</summary>
    public DrillProgram Program { get; }

    /// <summary>The number of each property in the drill as it was given. Those that nothing can break are left out.</summary>
    public ImmutableArray<int> Numbers { get; }

    /// <summary>The drill compiled for its exploration; that happens when it is asked for first.</summary>
    public ExploredDrill Explored => _explored.Value;

    /// <summary>The values of the params.</summary>
    public long[] Params { get; }

    /// <summary>What makes a difference.</summary>
    public Relevance Relevance { get; }

    /// <summary>The step of time.</summary>
    public TimeGrid Grid { get; }

    /// <summary>The times that pauses take.</summary>
    public ImmutableArray<Span> Pauses { get; }

    /// <summary>A pause's time is left to chance.</summary>
    public bool DrawsPauses { get; }

    /// <summary>The times that can be pending.</summary>
    public SlotTable Slots { get; }

    /// <summary>
    /// Whether the time is part of a state in each phase: if the drill's time can run out at all, or something can put times off;
    /// or if a phase can still come with a rule that waits for a time of the clock. What has been set to a time of the clock is
    /// pending like all else. Where nothing will ever compare the time with anything, two states that differ in it alone have the
    /// same future: the phases' own ends come first, and properties know deadlines alone.
    /// </summary>
    public ImmutableArray<bool> NeedsClock { get; }

    /// <summary>Whether the time is part of the states of some phase.</summary>
    public bool HasEnd => NeedsClock.Contains(true);

    /// <summary>Whether it depends on the clock what a rule of a phase does.</summary>
    public bool HasClock { get; }

    /// <summary>When its time is up, in steps.</summary>
    public int Ends { get; }

    /// <summary>The clock times for which rules of phases wait, in steps.</summary>
    public ImmutableHashSet<int> ClockTimes { get; }

    /// <summary>What the controller may do happens too, at any time.</summary>
    public bool HasController { get; }

    /// <summary>What nothing reads is left out of its states, and steps that come to the same are taken once.</summary>
    public bool Reduces { get; }

    /// <summary>Some time is left to chance, or to the controller, so that two times can fall together or not.</summary>
    public bool DrawsTimes { get; }
}
