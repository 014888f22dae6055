using System.Collections.Immutable;
using System.Text;
using SispamLang.Programs;

namespace SispamLang.Tests.Programs;

/// <summary>
/// Puts together programs by hand, so that an engine can be tested without a front end. Things are numbered in the order
/// they are added; timers stand in the order crowds, units, events, rules, injects.
/// </summary>
internal sealed class ProgramBuilder
{
    public const long Minute = 60_000;

    private readonly List<DrawStream> _streams = [];
    private readonly List<Site> _sites = [];
    private readonly List<string> _lines = [];

    public string Title { get; set; } = "Test";
    public Amount EndsAfter { get; set; } = new(240 * Minute);
    public long? StartsAtMs { get; set; }
    public List<ParamSpec> Params { get; } = [];
    public List<PlaceSpec> Places { get; } = [];
    public List<UnitSpec> Units { get; } = [];
    public List<FormationSpec> Formations { get; } = [];
    public List<RoleSpec> Roles { get; } = [];
    public List<CrowdSpec> Crowds { get; } = [];
    public List<TacticSpec> Tactics { get; } = [];
    public List<ActivitySpec> Activities { get; } = [];
    public List<EventSpec> Events { get; } = [];
    public List<CounterSpec> Counters { get; } = [];
    public List<InjectSpec> Injects { get; } = [];
    public List<PhaseSpec> Phases { get; } = [];
    public List<RuleSpec> Rules { get; } = [];
    public List<OutsideEventSpec> Outside { get; } = [];
    public List<string> Announcements { get; } = [];

    /// <summary>A new place in the source, a line of its own.</summary>
    public int Site(string text = "line")
    {
        var start = _lines.Sum(line => line.Length + 1);
        // What stands in the source file has no line breaks, whatever the name is.
        _lines.Add(new string([.. text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)]) + ".");
        var length = _lines[^1].Length;
        _sites.Add(new Site(0, start, length, _lines.Count, 1, _lines.Count, length + 1));
        return _sites.Count - 1;
    }

    public int Stream(string key, bool isRange)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in Encoding.UTF8.GetBytes(key))
        {
            hash = (hash ^ b) * 1099511628211UL;
        }

        _streams.Add(new DrawStream(key, hash, isRange, Site(key)));
        return _streams.Count - 1;
    }

    public static Span Fixed(long ms) => new(new Amount(ms), new Amount(ms));

    public Span Range(string key, long low, long high) =>
        new(new Amount(low), new Amount(high), Stream(key, isRange: true));

    public int Place(string name, Risk risk = Risk.Medium)
    {
        Places.Add(new PlaceSpec(name, "", risk, Site(name)));
        return Places.Count - 1;
    }

    public int Unit(string name, Span? readyIn = null)
    {
        Units.Add(
            new UnitSpec(
                name,
                "",
                "",
                "",
                10,
                0,
                0,
                IsAssumed: false,
                IsStandby: false,
                readyIn ?? Fixed(0),
                Site(name)
            )
        );
        return Units.Count - 1;
    }

    public int Crowd(string name, int people = 200, int phase = 0, params BehaviourSpec[] behaviours)
    {
        Crowds.Add(
            new CrowdSpec(
                name,
                "",
                new Amount(people),
                "restless",
                0,
                phase,
                Fixed(0),
                Mood.Calm,
                null,
                IsLifeThreatening: false,
                -1,
                [.. behaviours],
                Site(name)
            )
        );
        return Crowds.Count - 1;
    }

    public BehaviourSpec Behaviour(Span every, SignalKind kind, long chance = 10_000, Mood during = Mood.Absent) =>
        new(
            every,
            during,
            [new Outcome(kind, new Amount(chance))],
            Leaves: false,
            chance == 10_000 ? -1 : Stream("roll " + _streams.Count, isRange: false),
            Site("behaviour")
        );

    public int Tactic(string name, int crowd, params Outcome[] effects)
    {
        Tactics.Add(new TacticSpec(name, 0, Site(name)));
        Activities.Add(
            new ActivitySpec(
                ActivityKind.Tactic,
                Tactics.Count - 1,
                crowd,
                [],
                [.. effects],
                effects.Length == 0 ? -1 : Stream("effect " + name, isRange: false),
                [],
                [],
                name,
                Site(name + " effect")
            )
        );
        return Activities.Count - 1;
    }

    public int Phase(string name, Span? length = null, Condition? until = null, params SignalPattern[] signals)
    {
        var end = until is null && signals.Length == 0 ? null : new Until([.. signals], until, Site("until"));
        Phases.Add(
            new PhaseSpec(name, "", length, end, [], [.. Crowds.Select(_ => CrowdEvents.None)], Site("phase " + name))
        );
        return Phases.Count - 1;
    }

    public int Rule(int phase, Trigger trigger, params Instruction[] body) => Rule(phase, trigger, null, body);

    public int Rule(int phase, Trigger trigger, Condition? guard, params Instruction[] body)
    {
        Rules.Add(new RuleSpec(phase, trigger, guard, [.. body], "rule " + Rules.Count, Site("rule")));
        return Rules.Count - 1;
    }

    public static Trigger On(SignalKind kind, int subject, int by = -1) =>
        new SignalTrigger([new SignalPattern(kind, subject, by)]);

    public DrillProgram Build()
    {
        if (Places.Count == 0)
        {
            Place("");
        }

        var timers = ImmutableArray.CreateBuilder<TimerSlot>();
        for (var c = 0; c < Crowds.Count; c++)
        {
            timers.Add(new TimerSlot(TimerKind.CrowdGathers, c));
            if (Crowds[c].Growth is not null)
            {
                timers.Add(new TimerSlot(TimerKind.CrowdGrows, c));
            }

            for (var b = 0; b < Crowds[c].Behaviours.Length; b++)
            {
                timers.Add(new TimerSlot(TimerKind.CrowdBehaves, c, b));
            }
        }

        for (var u = 0; u < Units.Count; u++)
        {
            timers.Add(new TimerSlot(TimerKind.UnitArrives, u));
        }

        for (var e = 0; e < Events.Count; e++)
        {
            if (Events[e].Every is not null)
            {
                timers.Add(new TimerSlot(TimerKind.EventRolls, e));
            }

            if (Events[e].AtMs >= 0)
            {
                timers.Add(new TimerSlot(TimerKind.EventAtClock, e));
            }
        }

        for (var r = 0; r < Rules.Count; r++)
        {
            if (Rules[r].Trigger is AfterTrigger or EveryTrigger or ClockTrigger)
            {
                timers.Add(new TimerSlot(TimerKind.RuleTrigger, r));
            }

            if (Rules[r].Body.Any(TakesTime))
            {
                timers.Add(new TimerSlot(TimerKind.RuleStep, r));
            }
        }

        for (var i = 0; i < Injects.Count; i++)
        {
            if (Injects[i].Within is not null)
            {
                timers.Add(new TimerSlot(TimerKind.InjectDue, i));
            }
        }

        return new DrillProgram
        {
            Facts = new DrillFacts
            {
                Title = Title,
                Language = "en",
                EndsAfter = EndsAfter,
                StartsAtMs = StartsAtMs,
            },
            Files = [new SourceFile("test.sispam", string.Concat(_lines.Select(line => line + "\n")))],
            Sites = [.. _sites],
            Params = [.. Params],
            Places = [.. Places],
            Units = [.. Units],
            Formations = [.. Formations],
            Roles = [.. Roles],
            Crowds = [.. Crowds],
            Tactics = [.. Tactics],
            Activities = [.. Activities],
            Events = [.. Events],
            Counters = [.. Counters],
            Injects = [.. Injects],
            Phases = [.. Phases],
            Rules = [.. Rules],
            Timers = timers.ToImmutable(),
            Streams = [.. _streams],
            OutsideEvents = [.. Outside],
            Announcements = [.. Announcements],
        };
    }

    private static bool TakesTime(Instruction instruction) =>
        instruction is Wait or WaitUntil or WaitForNext or Pause or Muster or Last or AwaitHandOver;
}
