using System.Collections.Immutable;
using System.Diagnostics;
using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>The identifiers that the generated class has for what the drill declares.</summary>
internal sealed class NameTable
{
    /// <summary>What the generated file itself calls something; the class and its methods keep away from these.</summary>
    private static readonly string[] Reserved =
    [
        .. "State Causes Streams Saved Tables Queue Info Trace ForcedDraws SetParam Start HasEnded Now".Split(' '),
        .. "NextDue Step AdvanceTo RunToEnd Raise Phase Situation Threat ControlledBy MoodOf SizeOf".Split(' '),
        .. "PlaceOfCrowd PlacementOf PlaceOf Counter IsUnderWay Snapshot Restore CurrentPhase Rt System".Split(' '),
        .. "Runner PhaseId PlaceId UnitId FormationId RoleId CrowdId ActivityId EventId CounterId".Split(' '),
        .. "ParamId SlowestAnswerOf Settle Enqueue EnqueueBehind Take Copy CopyAll Tell LastEntry Draw DrawAndTell Chance".Split(
            ' '
        ),
        .. "Advance Begin BeginInstant CollectDue NextInstant GoesOn ReasonToEnd Leave EndRun".Split(' '),
        .. "EndUnsettled SiteOfPhase Stop Timers Reset Started IsTraced Sweep IsPresent IsOut WorstMood".Split(' '),
        .. "SituationOf ThreatOf TellSituation DefaultPlace Item ItemCode IsQuiet CanDo CanJoin".Split(' '),
        .. "Behaviours TimerDue SetTimer ShortWay ShortStart Trigger Fire Run GoOn StepOver Cut NextAt SnapshotMark".Split(
            ' '
        ),
        .. "SnapshotLength RuleDue StepEnds InjectDue TSink VerdictOf DeadlineOf WatchesProperties Watched".Split(' '),
        .. "ResetWatch WatchTime MoveScopes MoveScopesOfActions LookAtAll LookAtActions ClosePhaseScopes".Split(' '),
        .. "CloseScopes First Then Target Judge Look Open Close Break Seed Contract Definition".Split(' '),
        .. "Measured Ending Figures NoFigures EmptyFigures MeasureSituation MeasureEnd Absent".Split(' '),
        .. "Equals GetHashCode GetType ToString MemberwiseClone Finalize ReferenceEquals Object".Split(' '),
    ];

    public NameTable(DrillProgram program, string className)
    {
        Phases = Enumerate(program.Phases.Select(phase => phase.Name));
        Places = Enumerate(program.Places.Select(place => place.Name));
        Units = Enumerate(program.Units.Select(unit => unit.Name));
        Formations = Enumerate(program.Formations.Select(formation => formation.Name));
        Roles = Enumerate(program.Roles.Select(role => role.Name));
        Crowds = Enumerate(program.Crowds.Select(crowd => crowd.Name));
        Activities = Enumerate(program.Activities.Select(activity => activity.Label));
        Events = Enumerate(program.Events.Select(@event => @event.Name));
        Counters = Enumerate(program.Counters.Select(counter => counter.Name));
        Params = Enumerate(program.Params.Select(param => param.Name));

        var members = new Identifiers([.. Reserved, className]);
        RaiseMethods = [.. program.OutsideEvents.Select(outside => members.Unique(Deed(program, outside), "Raise"))];
    }

    public ImmutableArray<string> Phases { get; }
    public ImmutableArray<string> Places { get; }
    public ImmutableArray<string> Units { get; }
    public ImmutableArray<string> Formations { get; }
    public ImmutableArray<string> Roles { get; }
    public ImmutableArray<string> Crowds { get; }
    public ImmutableArray<string> Activities { get; }
    public ImmutableArray<string> Events { get; }
    public ImmutableArray<string> Counters { get; }
    public ImmutableArray<string> Params { get; }

    /// <summary>One method for each outside event.</summary>
    public ImmutableArray<string> RaiseMethods { get; }

    /// <summary>A name for the class that hides nothing which the file needs.</summary>
    public static string ClassName(string wanted, string title)
    {
        var name = wanted.Length > 0 ? Identifiers.Part(wanted) : Identifiers.Pascal(title);
        // A class can't have the name of one of its members.
        var plain = string.Concat(name.Where(character => character is not (>= '0' and <= '9')));
        return Reserved.Contains(plain, StringComparer.Ordinal) || Enum.TryParse<SignalKind>(plain, out _)
            ? name + "Drill"
            : name;
    }

    private static ImmutableArray<string> Enumerate(IEnumerable<string> names)
    {
        // An enum has one member that no name in PascalCase can be, value__, so nothing is taken at first.
        var scope = new Identifiers();
        return [.. names.Select(name => scope.Unique(name))];
    }

    private static string Deed(DrillProgram program, OutsideEventSpec outside)
    {
        return outside.Kind switch
        {
            OutsideKind.CrowdGathers => Crowd("gathers"),
            OutsideKind.CrowdEscalates => Crowd("escalates"),
            OutsideKind.CrowdCalms => Crowd("calms"),
            OutsideKind.CrowdGrows => Crowd("grows"),
            OutsideKind.CrowdThrows => Crowd("throws"),
            OutsideKind.CrowdDisperses => Crowd("disperses"),
            OutsideKind.EventHappens => program.Events[outside.Subject].Name,
            OutsideKind.NextPhase => "next phase",
            OutsideKind.GoTo => "go to " + program.Phases[outside.Subject].Name,
            OutsideKind.EndDrill => "end drill",
            _ => throw new UnreachableException(),
        };

        string Crowd(string verb) =>
            (program.Crowds.Length == 1 ? "crowd" : program.Crowds[outside.Subject].Name) + " " + verb;
    }
}
