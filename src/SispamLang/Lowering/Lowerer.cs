using System.Collections.Immutable;
using SispamLang.Binding;
using SispamLang.Dialects;
using SispamLang.Programs;
using SispamLang.Syntax;

namespace SispamLang.Lowering;

/// <summary>
/// Turns a bound drill into its program: numbers for names, jumps for branches, slots for timers. This part numbers the
/// declarations; <see cref="RuleLowerer"/> does the bodies.
/// </summary>
internal sealed class Lowerer
{
    private readonly BoundDrill _drill;
    private readonly Dialect _dialect;
    private readonly SiteTable _sites;
    private readonly StreamTable _streams;
    private readonly ActivityTable _activities;
    private readonly List<(int File, int Position, int Order, TimerSlot Slot)> _timers = [];

    private Lowerer(BoundDrill drill)
    {
        _drill = drill;
        _dialect = drill.Sources[drill.Sources.Length - 1].Dialect;
        _sites = new SiteTable();
        _streams = new StreamTable();
        Numbers = new Numbering(drill);
        _activities = new ActivityTable(drill, Numbers, _sites, _streams, _dialect);
    }

    internal Numbering Numbers { get; }

    /// <summary>The program of a drill that has phases and no errors.</summary>
    public static DrillProgram Lower(BoundDrill drill) => new Lowerer(drill).Lower();

    /// <summary>Of a drill that may have errors, a program that does nothing, with all that a host could name: what the drill
    /// declares, and what of the prelude its rules might speak of.</summary>
    public static DrillProgram Outline(BoundDrill drill)
    {
        var prelude = drill.Sources[0].Names.All;
        var lowerer = new Lowerer(
            drill with
            {
                Units = [.. prelude.OfType<UnitSymbol>().Union(drill.Units)],
                Roles = [.. prelude.OfType<RoleSymbol>().Union(drill.Roles)],
                Rules = [],
                Properties = [],
                Tests = [],
            }
        );
        foreach (var tactic in drill.Sources.SelectMany(source => source.Names.All).OfType<TacticSymbol>())
        {
            foreach (var crowd in drill.Crowds)
            {
                lowerer._activities.Of(tactic, crowd);
            }
        }

        drill.VisitActions(lowerer.AddHandOver);
        var program = lowerer.Lower();
        var unnamed = new PhaseSpec("", "", null, null, [], [.. drill.Crowds.Select(_ => CrowdEvents.None)], -1);
        return program.Phases.IsEmpty ? program with { Phases = [unnamed] } : program;
    }

    private void AddHandOver(BoundRule rule, BoundAction action)
    {
        if (action is BoundHandOver handOver)
        {
            _activities.Of(handOver.Activity);
        }
    }

    private DrillProgram Lower()
    {
        var rules = ImmutableArray.CreateBuilder<RuleSpec>();
        var bodies = new RuleLowerer(_drill, Numbers, _sites, _streams, _activities);
        foreach (var rule in _drill.Rules)
        {
            var spec = bodies.Lower(rule);
            if (spec.Trigger is AfterTrigger or EveryTrigger or ClockTrigger)
            {
                AddTimer(rule.Source, rule.Syntax, 0, new TimerSlot(TimerKind.RuleTrigger, rules.Count));
            }

            if (spec.Body.Any(TakesTime))
            {
                AddTimer(rule.Source, rule.Syntax, 1, new TimerSlot(TimerKind.RuleStep, rules.Count));
            }

            rules.Add(spec);
        }

        for (var i = 0; i < bodies.Injects.Count; i++)
        {
            if (bodies.Injects[i].Spec.Within is not null)
            {
                AddTimer(bodies.Injects[i].Source, bodies.Injects[i].Syntax, 0, new TimerSlot(TimerKind.InjectDue, i));
            }
        }

        var phases = _drill.Phases.Select(phase => LowerPhase(phase, bodies)).ToImmutableArray();
        var units = _drill.Units.Select(LowerUnit).ToImmutableArray();
        var crowds = _drill.Crowds.Select(LowerCrowd).ToImmutableArray();
        var events = _drill.Events.Select(LowerEvent).ToImmutableArray();
        var outside = OutsideEvents.Of(_drill);
        return new DrillProgram
        {
            Facts = _drill.Facts with
            {
                Doctrines = [.. _drill.Doctrines.Select(d => d.NameAndEdition)],
                SourceHash = SourceHash.Of(_drill),
                EndsAfter = Numbers.Amount(_drill.EndsAfter.High),
            },
            Files = [.. _drill.Sources.Select(s => new SourceFile(s.Tree.Text.Path, s.Tree.Text.Content, s.IsOwn))],
            Params = [.. _drill.Params.Select(p => new ParamSpec(p.Name, p.Kind, p.Default, p.Min, p.Max, SiteOf(p)))],
            Places = _drill.Places.IsEmpty
                ? [new PlaceSpec("", "", Risk.Medium, -1)]
                : [.. _drill.Places.Select(p => new PlaceSpec(p.Name, p.Title, p.Risk, SiteOf(p)))],
            Units = units,
            Formations =
            [
                .. _drill.Formations.Select(f => new FormationSpec(f.Name, Numbers.Units(f.Units), SiteOf(f))),
            ],
            Roles =
            [
                .. _drill.Roles.Select(r => new RoleSpec(r.Name, r.Title, Numbers.KnownUnits(r.Commands), SiteOf(r))),
            ],
            Crowds = crowds,
            Tactics = _activities.Tactics,
            Activities = _activities.Activities,
            Events = events,
            Counters =
            [
                .. _drill.Counters.Select(c => new CounterSpec(c.Name, c.Min, c.Max, new Amount(c.Start), SiteOf(c))),
            ],
            Injects = [.. bodies.Injects.Select(i => i.Spec)],
            Phases = phases,
            Rules = rules.ToImmutable(),
            Properties = [.. _drill.Properties.Where(p => p.Waiver is null).Select(bodies.Lower)],
            Tests = new TestLowerer(_drill, Numbers, _sites, bodies, outside).Lower(),
            Announcements = [.. bodies.Announcements],
            OutsideEvents = outside,
            Timers = [.. _timers.OrderBy(t => t.File).ThenBy(t => t.Position).ThenBy(t => t.Order).Select(t => t.Slot)],
            Streams = _streams.ToImmutable(),
            Sites = _sites.ToImmutable(),
        };
    }

    private static bool TakesTime(Instruction instruction) =>
        instruction is Wait or WaitUntil or WaitForNext or Pause or Muster or Last or AwaitHandOver or Yield;

    private int SiteOf(Symbol symbol) => _sites.Of(symbol.Source, symbol.Span);

    private void AddTimer(SourceUnit source, SyntaxNode at, int order, TimerSlot slot) =>
        _timers.Add((source.Number, at.Span.Start, order, slot));

    private Span Span(BoundSpan span, string key, int site) =>
        new(
            Numbers.Amount(span.Low),
            Numbers.Amount(span.High),
            span.IsRange ? _streams.Add(key, isRange: true, site) : -1
        );

    private UnitSpec LowerUnit(UnitSymbol unit)
    {
        var index = Numbers[unit];
        var site = SiteOf(unit);
        AddTimer(unit.Source, unit.Declaration, 0, new TimerSlot(TimerKind.UnitArrives, index));
        return new UnitSpec(
            unit.Name,
            unit.Title,
            unit.Kind,
            unit.Agency,
            unit.Personnel,
            unit.Vehicles,
            unit.Players,
            unit.Source.Kind == SourceUnitKind.Prelude,
            unit.IsStandby,
            Span(unit.ReadyIn, StreamTable.Key("unit", unit, "ready"), site),
            site
        );
    }

    private CrowdSpec LowerCrowd(CrowdSymbol crowd)
    {
        var index = Numbers[crowd];
        var site = SiteOf(crowd);
        var temper = crowd.Temper;
        AddTimer(crowd.Source, crowd.Declaration, 0, new TimerSlot(TimerKind.CrowdGathers, index));
        GrowthSpec? growth = null;
        if (crowd.GrowsTo is { } size)
        {
            AddTimer(crowd.Source, crowd.Declaration, 1, new TimerSlot(TimerKind.CrowdGrows, index));
            growth = new GrowthSpec(
                Numbers.Amount(size),
                Span(crowd.GrowsOver, StreamTable.Key("crowd", crowd, "growth"), site),
                site
            );
        }

        return new CrowdSpec(
            crowd.Name,
            crowd.Title,
            Numbers.Amount(crowd.People),
            temper?.Name ?? "",
            crowd.Place is null ? 0 : Numbers[crowd.Place],
            crowd.From is null ? FirstPhaseWaitingFor(crowd) : Numbers[crowd.From],
            Span(temper?.GathersAfter ?? BoundSpan.Zero, StreamTable.Key("crowd", crowd, "gathers"), site),
            crowd.GathersIn,
            growth,
            crowd.IsLifeThreatening,
            crowd.PlayedBy is null ? -1 : Numbers[crowd.PlayedBy],
            temper is null ? [] : [.. temper.Behaviours.Select((b, i) => LowerBehaviour(crowd, temper, b, i))],
            site
        );
    }

    private BehaviourSpec LowerBehaviour(CrowdSymbol crowd, TemperSymbol temper, BoundBehaviour behaviour, int clause)
    {
        var index = Numbers[crowd];
        var site = _sites.Of(temper.Source, behaviour.Syntax.Span);
        var part =
            behaviour.Leaves ? "leaves"
            : behaviour.Outcomes[0].Kind == SignalKind.CrowdThrows ? "throws"
            : behaviour.Outcomes[0].Kind == SignalKind.CrowdCalms ? "calms"
            : "escalates";
        AddTimer(temper.Source, behaviour.Syntax, index, new TimerSlot(TimerKind.CrowdBehaves, index, clause));
        var every = Span(behaviour.Every, StreamTable.Key("crowd", crowd, part + " time"), site);
        var certain = behaviour.Leaves || IsCertain(behaviour.Outcomes);
        return new BehaviourSpec(
            every,
            behaviour.While,
            [.. behaviour.Outcomes.Select(o => new Outcome(o.Kind, Numbers.Amount(o.Chance)))],
            behaviour.Leaves,
            certain ? -1 : _streams.Add(StreamTable.Key("crowd", crowd, part), isRange: false, site),
            site
        );
    }

    /// <summary>Whatever is rolled, the result is the same.</summary>
    internal static bool IsCertain(ImmutableArray<BoundEffect> outcomes) =>
        outcomes.All(o => o.Chance.Param is null && o.Chance.Constant is 0)
        || outcomes[0].Chance is { Param: null, Constant: 10_000 };

    private EventSpec LowerEvent(EventSymbol @event)
    {
        var index = Numbers[@event];
        var site = SiteOf(@event);
        Span? every = null;
        var stream = -1;
        if (@event.Every is { } period)
        {
            AddTimer(@event.Source, @event.Declaration, 0, new TimerSlot(TimerKind.EventRolls, index));
            every = Span(period, StreamTable.Key("event", @event, "time"), site);
            stream = @event.Chance is { Param: null, Constant: 0 or 10_000 }
                ? -1
                : _streams.Add(StreamTable.Key("event", @event, "roll"), isRange: false, site);
        }

        var atMs = -1L;
        if (@event.AtClockMs is { } clock && _drill.Facts.StartsAtMs is { } start)
        {
            AddTimer(@event.Source, @event.Declaration, 1, new TimerSlot(TimerKind.EventAtClock, index));
            atMs = ClockTime.Between(start, clock);
        }

        return new EventSpec(
            @event.Name,
            @event.Title,
            every,
            Numbers.Amount(@event.Chance),
            stream,
            atMs,
            @event.IsLifeThreatening,
            site
        );
    }

    private PhaseSpec LowerPhase(PhaseSymbol phase, RuleLowerer bodies) =>
        new(
            phase.Name,
            phase.Title,
            phase.For is { } length ? Span(length, StreamTable.Key("phase", phase, "for"), SiteOf(phase)) : null,
            phase.Until is { } until ? bodies.LowerUntil(until, phase.Source) : null,
            [.. phase.Risks.Select(r => new PlaceRisk(Numbers[r.Place], r.Risk))],
            [.. _drill.Crowds.Select(crowd => CrowdWaits.In(_drill, phase, crowd))],
            SiteOf(phase)
        );

    private int FirstPhaseWaitingFor(CrowdSymbol crowd)
    {
        for (var i = 0; i < _drill.Phases.Length; i++)
        {
            if (CrowdWaits.IsNamedIn(_drill, _drill.Phases[i], crowd))
            {
                return i;
            }
        }

        return 0;
    }
}
